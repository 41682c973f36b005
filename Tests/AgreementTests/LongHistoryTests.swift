import Git
import Testing

@testable import Agreement

/// Histories of more steps than are read ahead at once.
@Suite struct LongHistoryTests {
    /// A workshop with 40 versions, some on proposals that began long before they were agreed.
    private func lived() throws -> (shop: Workshop, proposals: [ObjectID]) {
        let shop = try Workshop.founded()
        let founding = shop.main
        var proposals: [ObjectID] = []
        for number in 2...40 {
            let start = try shop.propose(
                TermsText().amended("Round \(number)"),
                on: number.isMultiple(of: 9) ? founding : nil)
            proposals.append(try shop.signOff(start, by: .ada, .dora))
            try shop.merge(proposals[proposals.count - 1])
        }
        return (shop, proposals)
    }

    @Test func everyStepIsJudgedAndEveryCommitKnown() throws {
        let (shop, proposals) = try lived()
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.tip == shop.main)
        #expect(history.length == 41)
        let framework = try #require(history.frameworks["alliance"])
        let versions = try framework.versions()
        #expect(versions.map(\.number) == Array(1...40))
        #expect(versions.dropFirst().map(\.proposal) == proposals)
        #expect(versions.allSatisfy { $0.signatures.count >= 2 })
        #expect(try proposals.allSatisfy { try history.contains($0) && !history.follows($0) })
    }

    /// What comes after a step that is wrong was read before the step was judged, and counts for
    /// nothing.
    @Test func whatWasReadAheadOfABreachCountsForNothing() throws {
        let (shop, _) = try lived()
        let start = try shop.propose(TermsText().amended("Not signed by Dora"))
        let unsigned = try shop.merge(shop.signOff(start, by: .ada))
        let before = try shop.repository.commit(unsigned).parents[0]
        let next = try shop.propose(TermsText().amended("Another"))
        try shop.merge(next)
        for _ in 1...40 {
            shop.main = try shop.commit(shop.repository.commit(shop.main).tree, [shop.main])
        }
        let history = try shop.history()
        #expect(history.breach?.commit == unsigned)
        #expect(history.tip == before)
        #expect(try !history.contains(unsigned) && !history.contains(next))
        #expect(history.frameworks["alliance"]?.inForce.number == 40)
    }
}
