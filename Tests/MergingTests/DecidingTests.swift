import Merging
import Terms
import Testing

/// Whoever takes one side wherever something is undecided gets a text that this side can have meant.
@Suite struct DecidingTests {
    @Test(arguments: 0..<(AmendmentTests.rounds ?? 60)) func prose(seed: Int) throws {
        let deciding = Deciding(seed: UInt64(seed))
        let (merged, clause) = (deciding.merged, TermPath(section: "clauses/text"))
        guard !merged.conflicts.isEmpty else {
            let text = try #require(merged.text(Deciding.file))
            return #expect(deciding.problems(text, taking: nil) == [], "\(seed)")
        }
        for choice in [MergeChoice.left, .right] {
            let text = try #require(try deciding.taking(choice), "\(seed)")
            #expect(deciding.problems(text, taking: choice) == [], "\(seed)")
            let atOnce = try merged.resolving(clause, with: choice).text(Deciding.file)
            #expect(deciding.problems(try #require(atOnce), taking: choice) == [], "\(seed)")
        }
    }

    @Test(arguments: 0..<(AmendmentTests.rounds ?? 12)) func terms(seed: Int) throws {
        let file = "commercials.yaml"
        var amendments = Amendments(seed: UInt64(seed), clauses: 6)
        let (left, right) = (amendments.draft(), amendments.draft())
        let texts = [amendments.base, left.clauses, right.clauses].map(Amendments.text)
        for choice in [MergeChoice.left, .right] {
            let merged = merge(file, texts[0], texts[1], texts[2])
            let text = try #require(try merged.decided(file, taking: choice), "\(seed)")
            let found = try #require(Amendments.clauses(in: text), "\(seed): \(text)")
            #expect(found.duplicates == 0, "\(seed)")
            #expect(!text.contains("\n\n\n") && !text.contains("<<<<<<<"), "\(seed): \(text)")
            let (taken, lost) =
                choice == .left ? (left.clauses, right.clauses) : (right.clauses, left.clauses)
            let clauses = found.clauses
            for clause in clauses {
                let (mine, other) = (
                    taken.first { $0.id == clause.id }, lost.first { $0.id == clause.id }
                )
                let before = amendments.base.first { $0.id == clause.id }
                for (field, value) in clause.fields {
                    let changed = mine?.fields[field] != before?.fields[field]
                    let wanted = mine == nil || !changed ? other ?? mine : mine
                    // A sentence beside a contested one may be part of the same decision.
                    let isTaken =
                        ["first", "second"].contains(field) && value == mine?.fields[field]
                    #expect(
                        isTaken || value == wanted?.fields[field],
                        "\(seed): \(clause.id) \(field)")
                }
            }
            let ids = Set(clauses.map(\.id))
            for clause in taken {
                let isKept = lost.contains { $0.id == clause.id }
                let isChanged = !amendments.base.contains(clause)
                #expect(!isKept && !isChanged || ids.contains(clause.id), "\(seed): \(clause.id)")
            }
        }
    }

    /// No marks stand between others where an item is contested, and so is its place.
    @Test(arguments: [MergeChoice.left, .right]) func anItemAndItsPlace(choice: MergeChoice) throws
    {
        func file(_ items: [(id: String, amount: Int)]) -> String {
            "investments:\n"
                + items.map {
                    "  - id: \($0.id)\n    party: northwind\n    kind: equipment\n"
                        + "    amount: EUR \($0.amount).00\n"
                }.joined()
        }
        let rest = ["vans", "tools", "desks", "lamps"].map { (id: $0, amount: 1) }
        let (left, right) = (
            file(rest + [("labs", 2)]), file(rest[..<2] + [("labs", 3)] + rest[2...])
        )
        let merged = merge("commercials.yaml", file([("labs", 1)] + rest), left, right)
        let text = try merged.decided("commercials.yaml", taking: choice)
        #expect(text == (choice == .left ? left : right))
    }
}
