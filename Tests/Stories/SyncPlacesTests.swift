import Foundation
import TestSupport
import Testing

/// `sync` over each way that there is to another machine.
@Suite("sync with other machines")
struct SyncPlacesTests {
    /// Brings an amendment from a proposal to its agreement, over whatever `origin` is.
    private func amend(
        _ partners: Partners, with variables: [String: String] = [:], _ options: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) throws {
        func sync(_ person: Person, with options: [String] = []) throws {
            let outcome = try partners.copy(of: person).run(
                ["sync"] + options, as: person, with: variables)
            #expect(outcome.code == 0, "\(person.id): \(outcome)", sourceLocation: location)
        }
        try partners.propose(.ada, "notice", notice: "6 months")
        try sync(.ada, with: options)
        try sync(.dora)
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.ada, "comment", "notice", "--reason", "Please.")
        try sync(.dora)
        try sync(.ada)
        try partners.must(.ada, "agree", "notice")
        try sync(.ada)
        try sync(.dora)
        try partners.expectInStep(location: location)
    }

    /// Partners whose `origin` is at an address.
    private func partners(at url: (Partners) throws -> String) throws -> Partners {
        let partners = try Partners.founded()
        let address = try url(partners)
        for person in [Person.ada, .dora] {
            try partners.copy(of: person).shell(
                "git remote set-url origin '\(address)'", as: person)
        }
        return partners
    }

    @Test(
        "a place that belongs to somebody else is one that Git is told to trust",
        .enabled(if: getuid() == 0))
    func foreignPlace() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        let ada = partners.copy(of: .ada)
        try ada.shell("chown -R 12345 '\(partners.hub)'")
        let refused = try partners.run(.ada, "sync")
        #expect(
            refused.code == 2
                && refused.errors.contains("--add safe.directory \(partners.hub)"), "\(refused)")
        try ada.shell("git config --global --add safe.directory '*'")
        try partners.sync(.ada)
        #expect(try partners.hubBranches().contains("notice"))
    }

    @Test("a folder, by its address")
    func file() throws {
        try amend(try partners { "file://\($0.hub)" })
    }

    @Test("a web server", .enabled(if: WebHost.isPossible, "needs python3 and git http-backend"))
    func web() throws {
        var host: WebHost?
        let partners = try partners {
            let made = try WebHost(of: $0.sandbox)
            host = made
            return made.url + "/hub.git"
        }
        try amend(partners)
        withExtendedLifetime(host) {}
    }

    @Test(
        "a web server with TLS and names, whose secrets git credential has",
        .enabled(if: WebHost.isPossible, "needs python3 and git http-backend"),
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl"))
    func secureWeb() throws {
        var host: WebHost?
        var certificate = ""
        let partners = try partners {
            certificate = $0.sandbox.path + "/web"
            let made = try $0.sandbox.run(
                """
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 \
                    -subj /CN=localhost -addext subjectAltName=DNS:localhost \
                    -keyout '\(certificate).key' -out '\(certificate).pem'
                """, as: .frida)
            try #require(made.code == 0, "\(made)")
            let started = try WebHost(
                of: $0.sandbox, certificate: certificate, account: "partner:s3cret")
            host = started
            return started.url + "/hub.git"
        }
        let ada = partners.copy(of: .ada)
        let unknown = try ada.run(["sync", "--json"])
        #expect(
            unknown.code == 2 && JSON(unknown.errors)?["code"].text == "unknown-host", "\(unknown)")
        let trusting = ["GIT_SSL_CAINFO": certificate + ".pem"]
        let nobody = try ada.run(["sync", "--json"], with: trusting)
        #expect(nobody.code == 2 && JSON(nobody.errors)?["code"].text == "not-let-in", "\(nobody)")
        let next = try #require(JSON(nobody.errors)?["next"].text)
        #expect(next.contains("credential.helper") && !next.contains("public key"), "\(next)")
        // Nobody is asked twice to receive and to send.
        try ada.shell(
            """
            git config --global credential.helper '!f() { test "$1" = get && echo x >> ~/asked &&
                echo username=partner && echo password=s3cret; }; f'
            echo Ours > NOTES && git add NOTES && git commit -q -m Notes
            """, as: .ada)
        let sent = try ada.run(["sync", "--json"], with: trusting)
        #expect(sent.code == 0 && JSON(sent.output)?["went"][0]["kind"].text == "other", "\(sent)")
        #expect(try ada.shell("cat ~/asked", as: .ada) == "x\n")
        for person in [Person.ada, .dora] {
            try partners.copy(of: person).shell(
                """
                git config --global credential.helper store
                printf 'https://partner:wrong@localhost:%s\\n' 1 > ~/.git-credentials
                git config --get remote.origin.url |
                    sed 's|//|//partner:s3cret@|; s|/hub.git||' >> ~/.git-credentials
                """, as: person)
        }
        try amend(partners, with: trusting)
        let kept = try ada.shell("grep -r s3cret .git || echo nowhere")
        #expect(kept == "nowhere\n")
        withExtendedLifetime(host) {}
    }

    @Test(
        "SSH, with a host that is not known at first", .enabled(if: SecureHost.isPossible, "sshd"))
    func secureShell() throws {
        var host: SecureHost?
        let partners = try partners {
            let made = try SecureHost(of: $0.sandbox, letting: [.ada, .dora])
            host = made
            return made.url + $0.hub
        }
        let made = try #require(host)
        let ada = partners.copy(of: .ada)
        let unknown = try ada.run(["sync", "--json"], with: made.variables)
        let problem = JSON(unknown.errors)
        #expect(unknown.code == 2 && problem?["code"].text == "unknown-host", "\(unknown)")
        #expect(problem?["message"].text?.contains(made.fingerprint) == true, "\(unknown)")
        let wrong = try ada.run(
            ["sync", "--accept-host", "SHA256:wrong", "--json"], with: made.variables)
        #expect(wrong.code == 2 && JSON(wrong.errors)?["code"].text == "other-host", "\(wrong)")
        let word = try ada.run(
            ["sync", "--accept-host", "nonsense", "--json"], with: made.variables)
        #expect(word.code == 2 && JSON(word.errors)?["code"].text == "bad-fingerprint", "\(word)")
        let next = "entente sync origin --accept-host FINGERPRINT"
        #expect(problem?["next"].text?.hasSuffix(next) == true, "\(unknown)")
        // A dry run writes nothing.
        let dry = try ada.run(
            ["sync", "--dry-run", "--accept-host", made.fingerprint, "--json"],
            with: made.variables)
        #expect(dry.code == 2 && JSON(dry.errors)?["code"].text == "unknown-host", "\(dry)")
        #expect(try ada.shell("test -e ../ssh/known || echo none") == "none\n")
        // One key a line.
        let listing = try ada.run(["sync"], with: made.variables).errors
        #expect(listing.contains("\n  \(made.fingerprint) (ED25519)\n  SHA256:"), "\(listing)")
        // The whole line that ssh-keygen prints is as good, and so are the bare letters.
        let line = "256 \(made.fingerprint) root@host (ED25519)"
        for word in [line, String(made.fingerprint.dropFirst(7))] {
            let taken = try ada.run(["sync", "--accept-host", word], with: made.variables)
            #expect(taken.code == 0, "\(taken)")
            try ada.shell("rm ../ssh/known")
        }
        // On a terminal, `yes` is the first key.
        let yes = try partners.sandbox.run(
            "echo yes > yes; typing yes entente -C '\(ada.path)' sync", as: .ada,
            with: made.variables)
        #expect(yes.code == 0 && yes.output.contains("is known here from now on"), "\(yes)")
        #expect(try ada.shell("ssh-keygen -l -f ../ssh/known").contains(made.fingerprint))
        try ada.shell("rm ../ssh/known")
        try amend(partners, with: made.variables, ["--accept-host", made.fingerprint])
        // Nobody compared its other key, so it is not known.
        let known = try ada.shell("ssh-keygen -l -f ../ssh/known")
        #expect(known.split(separator: "\n").count == 1, "\(known)")
        #expect(known.contains(made.fingerprint), "\(known)")

        let mallory = try ada.run(
            ["sync", "--json"],
            with: [
                "GIT_SSH_COMMAND": (made.variables["GIT_SSH_COMMAND"] ?? "").replacingOccurrences(
                    of: "~/.ssh", with: partners.sandbox.home(of: .mallory) + "/.ssh")
            ])
        #expect(
            mallory.code == 2 && JSON(mallory.errors)?["code"].text == "not-let-in", "\(mallory)")
        let advice = try #require(JSON(mallory.errors)?["next"].text)
        #expect(
            advice.contains("public key") && advice.contains("entente sync --key FILE")
                && !advice.contains("credential"), "\(advice)")
        // The key that is named logs in.
        let keyless = made.variables.mapValues {
            $0.replacingOccurrences(of: "-i ~/.ssh/id_ed25519", with: "-i /nowhere")
        }
        let refused = try ada.run(["sync", "--json"], with: keyless)
        #expect(JSON(refused.errors)?["code"].text == "not-let-in", "\(refused)")
        let named = try ada.run(["sync", "--key", "~/.ssh/id_ed25519"], with: keyless)
        #expect(named.code == 0, "\(named)")
        // So does the private key beside a public one.
        let half = try ada.run(["sync", "--key", "~/.ssh/id_ed25519.pub"], with: keyless)
        #expect(half.code == 0, "\(half)")
        try ada.shell("cp ~/.ssh/id_ed25519.pub ../alone.pub")
        let alone = try ada.run(["sync", "--key", "../alone.pub", "--json"], with: keyless)
        #expect(
            alone.code == 2 && JSON(alone.errors)?["code"].text == "no-key", "\(alone)")
        // One that is locked may be the right one.
        try ada.shell(
            "cp ~/.ssh/id_ed25519 ../locked && ssh-keygen -q -p -P '' -N secret -f ../locked")
        let locked = try ada.run(["sync", "--key", "../locked", "--json"], with: keyless)
        #expect(JSON(locked.errors)?["code"].text == "not-let-in", "\(locked)")
        #expect(JSON(locked.errors)?["next"].text?.contains("ssh-add") == true, "\(locked)")
        try ada.shell(
            "sed -i 's/ssh-ed25519 .*/ssh-ed25519 '\"$(cut -d' ' -f2 ~/.ssh/id_ed25519.pub)\"'/' "
                + "../ssh/known")
        let changed = try ada.run(["sync", "--json"], with: made.variables)
        #expect(
            changed.code == 2 && JSON(changed.errors)?["code"].text == "changed-host", "\(changed)")
        let port = made.url.split(separator: ":").last ?? ""
        #expect(
            JSON(changed.errors)?["next"].text?.contains("ssh-keygen -R '[127.0.0.1]:\(port)'")
                == true, "\(changed)")
        // Both can be read to whoever runs it.
        let before = try ada.shell("ssh-keygen -l -f ~/.ssh/id_ed25519.pub | cut -d' ' -f2")
        let message = JSON(changed.errors)?["message"].text ?? ""
        #expect(
            message.contains("known here: \(before.trimmingCharacters(in: .newlines)) (ED25519)")
                && message.contains("shown now: \(made.fingerprint) (ED25519)"), "\(changed)")
        // So it is where all on this machine know another key.
        try ada.shell(
            "mv ../ssh/known ../ssh/all; sed -i 's|^Global.*|GlobalKnownHostsFile '\"$PWD\"'/../ssh/all|' "
                + "../ssh/client")
        let everybody = try ada.run(["sync", "--json"], with: made.variables)
        let told = try #require(JSON(everybody.errors), "\(everybody)")
        #expect(told["message"].text?.contains(/known here: .* in .*\/ssh\/all/) == true, "\(told)")
        #expect(told["next"].text?.contains(/-f .*\/ssh\/all forgets/) == true, "\(told)")
    }
}
