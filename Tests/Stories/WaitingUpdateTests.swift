import Foundation
import TestSupport
import Testing

/// Updates that wait for decisions while partners go on.
@Suite("an update that waits")
struct WaitingUpdateTests {
    /// Ada's proposal is in force, and Dora's, which both have, contradicts it.
    private func crossed() throws -> Partners {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.dora, "longer", notice: "9 months")
        for person in [Person.ada, .dora, .ada] { try partners.sync(person) }
        for person in [Person.ada, .dora] { try partners.must(person, "sign", "notice", "--yes") }
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "agree", "notice")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        return partners
    }

    private func record(_ deal: String, by person: Person, in partners: Partners) throws {
        try partners.must(
            person, "record", "deals", "registered", deal, "--set", "customer=\(deal)")
    }

    private func begin(_ person: Person, in partners: Partners) throws {
        #expect(try partners.run(person, "update", "longer").code == 1)
    }

    private func finish(_ notice: String, by person: Person, in partners: Partners) throws {
        try partners.must(person, "resolve", "framework.term.notice", "--value", notice)
        try partners.must(person, "update", "longer", "--continue")
    }

    @Test("goes on from what all have, where steps were made again")
    func stepsMadeAgain() throws {
        let partners = try crossed()
        try record("deal-a", by: .ada, in: partners)
        try begin(.ada, in: partners)
        try record("deal-d", by: .dora, in: partners)
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try finish("8 months", by: .ada, in: partners)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
        let listed = JSON(try partners.run(.dora, "proposals", "--json").output)
        #expect(listed?[0]["proposal"].text == "longer" && listed?[0]["outdated"].flag == false)
    }

    @Test("keeps the later steps that its proposal came to")
    func laterSteps() throws {
        let partners = try crossed()
        try begin(.ada, in: partners)
        try record("deal-d", by: .dora, in: partners)
        // Dora decides that the proposal's text stays, on the step with the record.
        try begin(.dora, in: partners)
        try finish("9 months", by: .dora, in: partners)
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try finish("7 months", by: .ada, in: partners)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
    }
}
