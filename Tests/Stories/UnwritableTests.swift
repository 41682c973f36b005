import Foundation
import TestSupport
import Testing

/// A copy that can't be written to, or another one that has no room: what only reads goes on, and
/// everything else says why it can't and what to do.
@Suite("A copy that can't be written to")
struct UnwritableTests {
    private static let canMount: Bool = {
        guard let sandbox = try? Sandbox() else { return false }
        let outcome = try? sandbox.run("unshare -rm mount -t tmpfs none $HOME", as: .ada)
        return outcome?.code == 0
    }()

    /// What keeps the one who runs a command to permissions, root as well; nil where nothing can.
    private static let bound: String? = {
        guard geteuid() == 0 else { return "" }
        let bound = "setpriv --bounding-set=-dac_override,-dac_read_search "
        guard let sandbox = try? Sandbox() else { return nil }
        let line = "mkdir closed && chmod 500 closed && ! \(bound) touch closed/it 2> /dev/null"
        let outcome = try? sandbox.run(line, as: .ada)
        return outcome?.code == 0 ? bound : nil
    }()

    /// Partners, and much that Dora has not yet.
    private func partners() throws -> Partners {
        let partners = try Partners.founded()
        try addMuch(partners)
        try partners.sync(.ada)
        return partners
    }

    private func addMuch(_ partners: Partners) throws {
        try partners.copy(of: .ada).shell(
            """
            mkdir much
            for number in 1 2 3 4 5; do head -c 60000 /dev/urandom > much/$number; done
            git add much && git commit -q -m 'Add much'
            """)
    }

    private func refusal(
        _ code: String, from outcome: Outcome, location: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        #expect(outcome.code == 2, "\(outcome)", sourceLocation: location)
        let said = try #require(JSON(outcome.errors), "\(outcome)", sourceLocation: location)
        #expect(said["code"].text == code, "\(outcome)", sourceLocation: location)
        #expect(said["next"].text != nil, "\(outcome)", sourceLocation: location)
        return said
    }

    @Test(
        "sync ends where what comes can't be kept", .enabled(if: bound != nil, "root is root"),
        arguments: [false, SecureHost.isPossible])
    func packs(overShell: Bool) throws {
        let partners = try partners()
        let dora = partners.copy(of: .dora)
        var variables: [String: String] = [:]
        var host: SecureHost?
        if overShell {
            let secure = try SecureHost(of: partners.sandbox, letting: [.dora])
            try dora.shell("git remote set-url origin '\(secure.url)\(partners.hub)'", as: .dora)
            try dora.shell(secure.becomesKnown, as: .dora)
            variables = secure.variables
            host = secure
        }
        try dora.shell("chmod 500 .git/objects/pack", as: .dora)
        let outcome = try partners.sandbox.start(
            "cd '\(dora.path)' && \(Self.bound ?? "") timeout 20 entente sync --json",
            as: .dora, joined: false, with: variables
        ).wait()
        _ = try refusal("not-permitted", from: outcome)
        try dora.shell("chmod 700 .git/objects/pack", as: .dora)
        let next = try dora.run(["sync"], as: .dora, with: variables)
        #expect(next.code == 0, "\(next)")
        withExtendedLifetime(host) {}
    }

    @Test("sync ends where the device is full", .enabled(if: canMount, "needs a mount"))
    func full() throws {
        let partners = try partners()
        let outcome = try partners.sandbox.start(
            """
            mkdir disk && mount -t tmpfs -o size=16m none disk || exit
            cp -R '\(partners.copy(of: .dora).path)' disk/copy && cat /dev/zero > disk/filler 2> ../ignored
            truncate -s -163840 disk/filler
            cd disk/copy && timeout 20 entente sync --json
            """.inMountedShell, as: .dora, joined: false
        ).wait()
        _ = try refusal("no-space", from: outcome)
    }

    @Test("a host that has no room is quoted")
    func hostWithoutRoom() throws {
        let partners = try Partners.founded()
        try addMuch(partners)
        let outcome = try partners.sandbox.start(
            """
            git -C '\(partners.hub)' config receive.unpackLimit 1
            cd '\(partners.copy(of: .ada).path)' || exit
            trap '' XFSZ
            { (ulimit -f 200; exec timeout 20 entente sync --json 2>&1); echo $? > ../code; } | cat >&2
            exit "$(cat ../code)"
            """, as: .ada, joined: false
        ).wait()
        let said = try refusal("not-taken", from: outcome)
        let message = said["message"].text ?? ""
        #expect(message.contains("File too large"), "\(outcome)")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.expectInStep()
    }

    /// Commands that change nothing in a workspace.
    private static let reading = [
        "status", "show", "show notice", "diff", "proposals", "log", "verify", "check", "why term",
        "audit", "people", "keys", "records", "obligations", "review notice", "questions",
        "show --output ../out/a.html", "bundle ../out/mail.zip", "receipt --output ../out/receipt",
        "doctor", "sync --dry-run",
    ]
    /// Commands that do.
    private static let writing = [
        "object notice --reason No.", "comment notice --reason No.", "agree longer",
        "withdraw longer --reason No.",
        "propose other --title T --why W --set 'framework.term.notice=8 months'", "sync",
        "set framework.term.notice '9 months'", "hooks remove", "init",
        "new another --template contract", "revise notice --set 'framework.term.notice=7 months'",
    ]

    @Test(
        "reading goes on, and writing says what to do",
        .enabled(if: canMount, "needs a file system that can be mounted"))
    func readOnly() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.ada, "longer", notice: "9 months")
        let ada = partners.copy(of: .ada)
        for command in Self.reading + Self.writing {
            let isReading = Self.reading.contains(command)
            let original = isReading ? try ada.copy("original") : ada
            let line = """
                mkdir ../out ../view && cd .. && mount --bind '\(ada.path)' view
                mount -o remount,bind,ro view && cd view && entente \(command) --json
                """
            let outcome = try partners.sandbox.start(
                "rm -rf ../out ../view; " + line.inMountedShell, as: .ada, joined: false
            ).wait()
            let place: Comment = "\(command): \(outcome)"
            if isReading {
                let expected = try partners.sandbox.start(
                    """
                    rm -rf ../out; mkdir ../out
                    (cd '\(original.path)' && entente \(command) --json)
                    """,
                    as: .ada, joined: false
                ).wait()
                #expect(outcome.code == expected.code, "\(place), \(expected)")
                try original.delete()
            } else {
                #expect(outcome.code == 2, place)
                let said = JSON(outcome.errors)
                #expect(said?["code"].text == "read-only", place)
                #expect(said?["next"].text != nil, place)
            }
        }
    }
}

extension String {
    /// The same in a shell that may mount things for itself alone.
    fileprivate var inMountedShell: String {
        "unshare -rm sh -c '\(replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
