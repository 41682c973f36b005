import Foundation
import TestSupport
import Testing

/// Commands that are killed, as by a loss of power, at moments that are spread over the time that
/// they take. With `ENTENTE_ROUNDS=100` as `make stress` sets it, 200 of them.
@Suite("kill -9")
struct InterruptionTests {
    /// A command that changes a workspace, and what it says where it has been done already.
    struct Command: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let person: Person
        let repeated: (exit: Int32, code: String?)

        var testDescription: String { arguments[0] }

        /// Whether a difference is about what only follows the decision: the tag, the name of the
        /// agreed proposal, and what the working files were taken from.
        func isFollowUp(_ difference: String) -> Bool {
            difference.contains(" refs/tags/agreed/") || difference.contains(" refs/entente/")
                || arguments[0] == "agree" && difference.contains(" refs/heads/proposals/")
        }

        static let all = [
            Command(
                arguments: ["propose", "start", "--title", "Start", "--why", "Lawyers.", "--json"],
                person: .ada, repeated: (1, "proposal-exists")),
            Command(
                arguments: ["sign", "notice", "--yes", "--json"], person: .dora,
                repeated: (0, nil)),
            Command(
                arguments: ["agree", "notice", "--json"], person: .ada,
                repeated: (1, "already-agreed")),
        ]
    }

    /// Rounds of each command.
    private static let rounds =
        (2 * SourceTree.number("ENTENTE_ROUNDS", default: 5) + 2) / Command.all.count

    /// Time stands still, so that the same command makes the same objects.
    private static let clock = [
        "GIT_AUTHOR_DATE": "@1799060000 +0000", "GIT_COMMITTER_DATE": "@1799060000 +0000",
    ]

    /// A workspace in which the command has something to do.
    private func prepared(for command: Command) throws -> Alliance {
        let alliance = try Alliance.founded()
        if command.arguments[0] == "propose" {
            try alliance.must("set", "framework.term.starts", "2027-03-01")
            return alliance
        }
        try alliance.must(
            "propose", "notice", "--title", "Longer notice", "--why", "To find a successor.",
            "--set", "framework.term.notice=6 months")
        try alliance.must("sign", "notice", "--yes")
        if command.arguments[0] == "agree" {
            try alliance.must("sign", "notice", "--yes", as: .dora)
        }
        return alliance
    }

    @Test("leaves what was or what is to be", arguments: Command.all)
    func killed(_ command: Command) throws {
        let prepared = try prepared(for: command)
        try prepared.must("verify")
        let before = try prepared.state()

        let undisturbed = try prepared.copy("undisturbed")
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try undisturbed.run(
            command.arguments, as: command.person, with: Self.clock)
        let duration = start.duration(to: clock.now)
        #expect(outcome.code == 0, "\(outcome)")
        try undisturbed.must("verify")
        let after = try undisturbed.state()
        #expect(before != after)

        var random = SplitMix(seed: 20_270_104)
        for round in 0..<Self.rounds {
            // One moment in each part of the time, and a little beyond its end.
            let part = Double.random(in: 0..<1, using: &random) + Double(round)
            let moment = duration * (1.1 * part / Double(Self.rounds))
            let alliance = try prepared.copy("round-\(round)")
            let running = try alliance.start(
                command.arguments, as: command.person, with: Self.clock)
            usleep(UInt32(moment / .microseconds(1)))
            running.kill()
            _ = try running.wait()
            let place: Comment = "\(command.arguments[0]), round \(round), killed after \(moment)"

            let verdict = try alliance.run(["verify"])
            #expect(verdict.code == 0, "\(place): \(verdict)")
            let found = try alliance.state()
            let undone = Alliance.changes(from: before, to: found)
            let missing = Alliance.changes(from: after, to: found)
            let decided = missing.filter { !command.isFollowUp($0) }
            #expect(undone.isEmpty || decided.isEmpty, "\(place): \(missing)")
            try alliance.shell("git fsck --strict --no-dangling")

            let again = try alliance.run(
                command.arguments, as: command.person, with: Self.clock)
            if undone.isEmpty {
                #expect(again.code == 0, "\(place): \(again)")
            } else {
                #expect(again.code == command.repeated.exit, "\(place): \(again)")
                #expect(JSON(again.errors)?["code"].text == command.repeated.code, place)
            }
            let end = Alliance.changes(from: after, to: try alliance.state())
            #expect(end.allSatisfy(command.isFollowUp), "\(place), then once more: \(end)")
            #expect(end.isEmpty, "\(place), then once more: \(end)")
            let leftovers = try alliance.leftovers()
            #expect(leftovers.isEmpty, place)
            try alliance.delete()
        }
    }

    @Test("anybody can verify what an interrupted agreement left, and change nothing")
    func reading() throws {
        let alliance = try prepared(for: Command.all[2])
        let other = try alliance.copy("other")
        try other.must("agree", "notice")
        // The decision alone, as if the power had gone right after it.
        try alliance.shell("git fetch -q ../other main; git update-ref refs/heads/main FETCH_HEAD")
        let verdict = try alliance.run(["verify"], with: ["HOME": "/nonexistent"])
        #expect(verdict.code == 0, "\(verdict)")
        // Whoever can write brings the working files along.
        try alliance.must("status")
        #expect(try alliance.shell("git status --porcelain").isEmpty)
        let notice = try alliance.shell(
            "grep '^  notice:' frameworks/alliance/terms/framework.yaml")
        #expect(notice == "  notice: 6 months\n")
    }
}

/// Numbers that are the same in each run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
