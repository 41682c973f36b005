import Testing

@testable import Redline

/// What a comparison may cost, divided among clauses that are compared side by side.
@Suite struct BudgetTests {
    private func left(_ budget: Budget) -> Int { budget.allowance(upTo: .max) }

    @Test(arguments: [
        [], [0], [0, 0], [7], [20_000, 4_194_304], Array(repeating: 660, count: 10_000),
    ])
    func partsAreTogetherNoMoreThanTheWhole(_ sizes: [Int]) {
        let budget = Budget()
        let parts = budget.parts(forSizes: sizes)
        #expect(parts.count == sizes.count)
        #expect(parts.map(left).reduce(0, +) <= left(budget))
        #expect(parts.allSatisfy { left($0) >= left(budget) / (2 * sizes.count) - 1 })
    }

    @Test func theLargerTheTextTheLargerItsPart() {
        let parts = Budget().parts(forSizes: [10, 1_000, 100]).map(left)
        #expect(parts[0] < parts[2] && parts[2] < parts[1])
    }

    @Test func whatPartsWereUsedForIsSpent() {
        var budget = Budget()
        let whole = left(budget)
        let part = budget.parts(forSizes: [1, 1])[0]
        var used = part
        used.spend(1_000)
        budget.spend(part, downTo: used)
        #expect(left(budget) == whole - 1_000)
    }
}
