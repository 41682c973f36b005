import Foundation
import TestSupport
import Testing

/// Two processes that do the same thing at the same moment, `ENTENTE_ROUNDS` times.
@Suite("Two at the same moment")
struct RaceTests {
    private static let rounds = SourceTree.number("ENTENTE_ROUNDS", default: 5)
    /// What loses less where it goes wrong is tried less often.
    private static let fewerRounds = (rounds + 1) / 2

    /// One process each of Ada's and Dora's, started together or one a little after the other, so
    /// that they meet at different points.
    private func race(
        in alliance: Alliance, _ ada: [String], _ dora: [String], round: Int
    ) throws -> [Outcome] {
        let first = try alliance.start(ada, as: .ada)
        usleep(UInt32((round - 1) % 8) * 10_000)
        let second = try alliance.start(dora, as: .dora)
        return [try first.wait(), try second.wait()]
    }

    /// What the one that came second is told, where exactly one came first.
    private func refusal(_ outcomes: [Outcome], round: Int) throws -> JSON {
        let said = "\(outcomes)"
        #expect(outcomes.map(\.code).sorted() == [0, 1], "round \(round): \(said)")
        let refused = try #require(outcomes.first { $0.code != 0 }, "round \(round): \(said)")
        #expect(refused.output.isEmpty)
        return try #require(JSON(refused.errors), "round \(round): \(said)")
    }

    private func expectSound(_ alliance: Alliance, round: Int) throws {
        let verdict = try alliance.run(["verify"])
        #expect(verdict.code == 0, "round \(round): \(verdict)")
        let leftovers = try alliance.leftovers()
        #expect(leftovers.isEmpty, "round \(round)")
        try alliance.shell("git fsck --strict --no-dangling")
    }

    @Test("one agrees, the other is told that it is agreed")
    func agreeing() throws {
        let prepared = try Alliance.founded()
        try prepared.must(
            "propose", "notice", "--title", "Longer notice", "--why", "To find a successor.",
            "--set", "framework.term.notice=6 months")
        try prepared.must("sign", "notice", "--yes")
        try prepared.must("sign", "notice", "--yes", as: .dora)
        for round in 1...Self.rounds {
            let alliance = try prepared.copy("round-\(round)")
            let command = ["agree", "notice", "--json"]
            let outcomes = try race(in: alliance, command, command, round: round)
            let refusal = try refusal(outcomes, round: round)
            #expect(
                ["already-agreed", "changed-meanwhile"].contains(refusal["code"].text),
                "round \(round): \(refusal)")
            #expect(refusal["next"].text != nil)
            try expectSound(alliance, round: round)
            let merges = try alliance.shell(
                "git log --first-parent --merges --format=%s main | grep -c '^Agree alliance v2'")
            #expect(merges == "1\n", "round \(round)")
            let state = try alliance.shell(
                """
                git status --porcelain
                git for-each-ref refs/heads/proposals
                grep '^  notice:' frameworks/alliance/terms/framework.yaml
                """)
            #expect(state == "  notice: 6 months\n", "round \(round)")
            try alliance.delete()
        }
    }

    @Test("both sign, and both count")
    func signing() throws {
        let prepared = try Alliance.founded()
        try prepared.must(
            "propose", "notice", "--title", "Longer notice", "--why", "To find a successor.",
            "--set", "framework.term.notice=6 months")
        for round in 1...Self.fewerRounds {
            let alliance = try prepared.copy("round-\(round)")
            let command = ["sign", "notice", "--yes"]
            let outcomes = try race(in: alliance, command, command, round: round)
            #expect(outcomes.map(\.code) == [0, 0], "round \(round): \(outcomes)")
            let listed = try #require(JSON(try alliance.run(["proposals", "--json"]).output))
            #expect(listed[0]["ready"].flag == true, "round \(round): \(listed)")
            #expect(
                listed[0]["parties"].list.flatMap(\.["signed"].texts).sorted() == ["ada", "dora"])
            try alliance.must("agree", "notice")
            try expectSound(alliance, round: round)
            try alliance.delete()
        }
    }

    @Test("one proposes, the other is told that the name is taken")
    func proposing() throws {
        let prepared = try Alliance.founded()
        for round in 1...Self.fewerRounds {
            let alliance = try prepared.copy("round-\(round)")
            func command(_ notice: String) -> [String] {
                ["propose", "notice", "--title", "Notice", "--why", "Talks.", "--json"]
                    + ["--set", "framework.term.notice=\(notice)"]
            }
            let outcomes = try race(
                in: alliance, command("6 months"), command("9 months"), round: round)
            let refusal = try refusal(outcomes, round: round)
            #expect(refusal["code"].text == "proposal-exists", "round \(round): \(refusal)")
            try expectSound(alliance, round: round)
            try alliance.delete()
        }
    }

    @Test("one revises while the other signs: no sign-off counts for a text that was not shown")
    func revisingWhileSigning() throws {
        let prepared = try Alliance.founded()
        try prepared.must(
            "propose", "notice", "--title", "Longer notice", "--why", "To find a successor.",
            "--set", "framework.term.notice=6 months")
        let shown = try #require(JSON(try prepared.run(["proposals", "--json"]).output))
        let terms = try #require(shown[0]["terms"].text)
        for round in 1...Self.fewerRounds {
            let alliance = try prepared.copy("round-\(round)")
            let outcomes = try race(
                in: alliance, ["revise", "notice", "--set", "framework.term.notice=9 months"],
                ["sign", "notice", "--yes", "--json"], round: round)
            #expect(outcomes[0].code == 0, "round \(round): \(outcomes)")
            let listed = try #require(JSON(try alliance.run(["proposals", "--json"]).output))
            let signed = listed[0]["parties"].list.flatMap(\.["signed"].texts)
            #expect(listed[0]["terms"].text != terms)
            if let code = JSON(outcomes[1].errors)?["code"].text {
                #expect(outcomes[1].code == 1 && code == "changed-meanwhile", "\(outcomes)")
                #expect(signed.isEmpty, "round \(round)")
            } else {
                // Whoever is first, a signature is for the text that its command had read.
                let read = JSON(outcomes[1].output)?["terms"].text
                #expect(outcomes[1].code == 0, "round \(round): \(outcomes)")
                #expect(signed == (read == terms ? [] : ["dora"]), "round \(round): \(outcomes)")
            }
            try expectSound(alliance, round: round)
            try alliance.delete()
        }
    }
}
