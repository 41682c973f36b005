import Foundation
import TestSupport
import Testing

/// Nothing more can be written, for two reasons: the device is full, or a limit on the size of files
/// is reached. A command then says so, and leaves everything as it was.
@Suite("No space left")
struct NoSpaceTests {
    /// A command that writes, and who gives it.
    struct Command {
        let line: String
        let person: Person
        /// The workspace that it makes.
        var makesWorkspace: String?
        var name: String { String(line.prefix { $0 != " " }) }

        /// Where it starts from.
        func original(_ alliance: Alliance) -> String {
            makesWorkspace == nil ? alliance.path : alliance.sandbox.path + "/empty"
        }

        static let all = [
            Command(line: "init new-one", person: .ada, makesWorkspace: "new-one"),
            Command(
                line: "propose start --title Start --why Lawyers. "
                    + "--set framework.term.starts=2027-03-01",
                person: .ada),
            Command(line: "sign notice --yes", person: .dora),
            Command(line: "agree longer", person: .ada),
        ]
    }

    /// How a try with little space ended.
    private struct Attempt {
        let space: String
        let code: Int32
        let error: JSON?
        let isUnchanged: Bool
        let codeWithSpace: Int32
        let isDoneWithSpace: Bool
    }

    private static let canMount: Bool = {
        guard let sandbox = try? Sandbox() else { return false }
        let outcome = try? sandbox.run("unshare -rm mount -t tmpfs none $HOME", as: .ada)
        return outcome?.code == 0
    }()

    /// A workspace with a proposal to sign and one to agree, and a folder for `init`.
    private func prepared() throws -> Alliance {
        let alliance = try Alliance.founded()
        for (name, months) in [("notice", 6), ("longer", 9)] {
            try alliance.must(
                "propose", name, "--title", "Notice", "--why", "To find a successor.",
                "--set", "framework.term.notice=\(months) months")
        }
        try alliance.must("sign", "longer", "--yes")
        try alliance.must("sign", "longer", "--yes", as: .dora)
        try FileManager.default.createDirectory(
            atPath: alliance.sandbox.path + "/empty", withIntermediateDirectories: false)
        return alliance
    }

    /// Functions for the shell: `state` of a workspace, and `report` after a try. The clock stands
    /// still in one script, so what is done at last must be what is done where space is plenty.
    private func functions(_ command: Command, original: String) -> String {
        """
        cd "$HOME/../tmp" && rm -rf work && mkdir work && cd work || exit
        state() {
            (exec 2> /dev/null; cd "$1/\(command.makesWorkspace ?? ".")" || exit
            GIT_OPTIONAL_LOCKS=0; export GIT_OPTIONAL_LOCKS
            git for-each-ref; git status --porcelain; git ls-files --stage
            find . -path ./.git -prune -o -type f -print | sort | xargs -d '\\n' sha256sum)
        }
        cp -R '\(original)' plenty
        (cd plenty && entente \(command.line)) > output 2>&1 || cat output
        before=$(state '\(original)')
        after=$(state plenty)
        report() { # code, workspace, how much space, how to make more
            unchanged=false; done=false
            test "$(state "$2")" = "$before" && unchanged=true
            $4
            (cd "$2" && entente \(command.line) > output 2>&1); retry=$?
            rm "$2/output"
            test "$(state "$2")" = "$after" && done=true
            echo "$3;$1;$unchanged;$retry;$done;$(tr -d '\\n' < errors)"
        }

        """
    }

    private func attempts(_ outcome: Outcome) throws -> [Attempt] {
        try outcome.output.split(separator: "\n").map { line in
            let parts = line.split(separator: ";", maxSplits: 5).map(String.init)
            try #require(parts.count >= 5, Comment(rawValue: outcome.output))
            return Attempt(
                space: parts[0], code: try #require(Int32(parts[1])),
                error: parts.count > 5 ? JSON(parts[5]) : nil, isUnchanged: parts[2] == "true",
                codeWithSpace: try #require(Int32(parts[3])),
                isDoneWithSpace: parts[4] == "true")
        }
    }

    private func expect(_ attempts: [Attempt], of command: Command) {
        #expect(!attempts.isEmpty)
        for attempt in attempts {
            let place: Comment = "\(command.name) with \(attempt.space): \(attempt)"
            // The device may have room for the decision, and none for what follows it.
            #expect(attempt.isDoneWithSpace, place)
            guard attempt.code != 0 else { continue }
            #expect(attempt.isUnchanged || command.makesWorkspace != nil, place)
            #expect(attempt.codeWithSpace == 0, place)
            #expect(attempt.code == 2, place)
            #expect(attempt.error?["message"].text?.isEmpty == false, place)
        }
        let codes = ["no-space", "no-temporary-file", "no-temporary-folder"]
        let unclear = attempts.filter { $0.code != 0 }.compactMap(\.error).filter { error in
            !codes.contains(error["code"].text ?? "") || error["next"].text == nil
        }
        #expect(unclear.isEmpty, "\(command.name): \(unclear)")
        #expect(attempts.contains { $0.code != 0 })
    }

    @Test("the device is full", .enabled(if: canMount, "needs a file system that can be mounted"))
    func full() throws {
        let alliance = try prepared()
        for command in Command.all {
            let original = command.original(alliance)
            // A device for this process only, with some pages more in each try.
            let script = """
                mkdir disk && mount -t tmpfs -o size=16m none disk || exit
                for pages in 0 1 2 3 5 7 9 12 16; do
                    rm -rf disk/*; cp -R '\(original)' disk/workspace
                    cat /dev/zero > disk/filler 2> /dev/null
                    truncate -s "-$((pages * 4096))" disk/filler
                    (cd disk/workspace && entente \(command.line) --json) > output 2> errors
                    code=$?
                    report "$code" disk/workspace "$pages pages" "rm disk/filler"
                    test "$code" = 0 && break
                done
                """
            let path = "\(alliance.sandbox.path)/tmp/script"
            try Data((functions(command, original: original) + script).utf8)
                .write(to: URL(fileURLWithPath: path))
            let outcome = try alliance.sandbox.run("unshare -rm sh '\(path)'", as: command.person)
            expect(try attempts(outcome), of: command)
        }
    }

    @Test("files may not grow")
    func limited() throws {
        let alliance = try prepared()
        for command in Command.all {
            let original = command.original(alliance)
            // What the command says goes through a pipe, which has no limit.
            let script = """
                for blocks in 0 1; do
                    rm -rf workspace; cp -R '\(original)' workspace
                    exec 3> code
                    {
                        (cd workspace; trap '' XFSZ; ulimit -f "$blocks"
                        exec entente \(command.line) --json 2>&1 3>&-)
                        echo "$?" >&3
                    } | cat > errors
                    report "$(cat code)" workspace "$blocks blocks" true
                done
                """
            let outcome = try alliance.sandbox.run(
                functions(command, original: original) + script, as: command.person)
            expect(try attempts(outcome), of: command)
        }
    }
}
