import Foundation
import TestSupport
import Testing

/// Nothing more can be written, for two reasons: the device is full, or a limit on the size of files
/// is reached. A command then says so, and leaves everything as it was.
@Suite("No space left")
struct NoSpaceTests {
    /// A command that writes, and who gives it.
    struct Command: Sendable, CustomTestStringConvertible {
        let line: String
        let person: Person
        var testDescription: String { String(line.prefix { $0 != " " }) }

        static let all = [
            Command(line: "init new-one", person: .ada),
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
    }

    private static let canMount: Bool = {
        guard let sandbox = try? Sandbox() else { return false }
        let outcome = try? sandbox.run("unshare -rm mount -t tmpfs none $HOME", as: .ada)
        return outcome?.code == 0
    }()

    /// A workspace with a proposal to sign and one to agree.
    private func prepared() throws -> Alliance {
        let alliance = try Alliance.founded()
        for (name, months) in [("notice", 6), ("longer", 9)] {
            try alliance.must(
                "propose", name, "--title", "Notice", "--why", "To find a successor.",
                "--set", "framework.term.notice=\(months) months")
        }
        try alliance.must("sign", "longer", "--yes")
        try alliance.must("sign", "longer", "--yes", as: .dora)
        return alliance
    }

    /// Functions for the shell: `state`, and `try_with`, which runs the command and reports.
    private func functions(_ command: Command, original: Alliance) -> String {
        """
        cd "$HOME/../tmp" || exit
        state() {
            (cd "$1" && GIT_OPTIONAL_LOCKS=0 && export GIT_OPTIONAL_LOCKS
            git for-each-ref; git status --porcelain; git ls-files --stage
            find . -path ./.git -prune -o -type f -print | sort | xargs -d '\\n' sha256sum)
        }
        report() { # where, how much space, how to make more
            code=$?
            unchanged=false
            test "$(state "$1")" = "$(state '\(original.path)')" && unchanged=true
            $3
            (cd "$1" && entente \(command.line) > /dev/null 2>&1)
            echo "$2;$code;$unchanged;$?;$(tr -d '\\n' < errors)"
        }

        """
    }

    private func attempts(_ script: String, of command: Command, in alliance: Alliance) throws
        -> [Attempt]
    {
        let outcome = try alliance.sandbox.run(script, as: command.person)
        return try outcome.output.split(separator: "\n").map { line in
            let parts = line.split(separator: ";", maxSplits: 4).map(String.init)
            try #require(parts.count >= 4, "\(outcome.output)")
            return Attempt(
                space: parts[0], code: try #require(Int32(parts[1])),
                error: parts.count > 4 ? JSON(parts[4]) : nil, isUnchanged: parts[2] == "true",
                codeWithSpace: try #require(Int32(parts[3])))
        }
    }

    private func expect(_ attempts: [Attempt], of command: Command) {
        #expect(!attempts.isEmpty)
        for attempt in attempts where attempt.code != 0 {
            let place: Comment = "\(command.testDescription) with \(attempt.space): \(attempt)"
            #expect(attempt.code == 2, place)
            #expect(attempt.isUnchanged, place)
            #expect(attempt.error?["message"].text?.isEmpty == false, place)
            #expect(attempt.codeWithSpace == 0, place)
            #expect(attempt.error?["code"].text == "no-space", place)
            #expect(attempt.error?["next"].text != nil, place)
        }
        #expect(attempts.contains { $0.code != 0 })
    }

    @Test(
        "the device is full", .enabled(if: canMount, "needs a file system that can be mounted"),
        arguments: Command.all)
    func full(_ command: Command) throws {
        let alliance = try prepared()
        // A device for this process only, with one page more in each try, until it is enough.
        let script = """
            mkdir disk && mount -t tmpfs -o size=16m none disk || exit
            for pages in 0 1 2 4 6 8 10 12 16 20 24 28 32; do
                rm -rf disk/*; cp -R '\(alliance.path)' disk/workspace
                cat /dev/zero > disk/filler 2> /dev/null
                truncate -s "-$((pages * 4096))" disk/filler
                (cd disk/workspace && entente \(command.line) --json) > output 2> errors
                report disk/workspace "$pages pages" "rm disk/filler"
            done
            """
        let inside = "\(alliance.sandbox.path)/tmp/script"
        try Data((functions(command, original: alliance) + script).utf8)
            .write(to: URL(fileURLWithPath: inside))
        expect(
            try attempts("unshare -rm sh '\(inside)'", of: command, in: alliance), of: command)
    }

    @Test("files may not grow", arguments: Command.all)
    func limited(_ command: Command) throws {
        let alliance = try prepared()
        // What the command says goes through a pipe, which has no limit.
        let script = """
            for blocks in 0 1; do
                rm -rf workspace; cp -R '\(alliance.path)' workspace
                exec 3> errors
                {
                    (cd workspace; trap '' XFSZ; ulimit -f "$blocks"
                    exec entente \(command.line) --json 2>&1 3>&-)
                    echo "$?" >&3
                } | cat > output
                code=$(cat errors); mv output errors
                (exit "$code")
                report workspace "$blocks blocks" true
            done
            """
        expect(
            try attempts(
                functions(command, original: alliance) + script, of: command, in: alliance),
            of: command)
    }
}
