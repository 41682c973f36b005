/// How much work a comparison may do, counted in operations and never in time, so that the same
/// texts always give the same result (reports.md, "What is compared").
package struct Budget {
    /// What one search for common elements may cost at the most.
    static let search = 1_000_000
    /// What finding the most similar pairs in one gap may cost at the most.
    static let pairing = 16_000_000

    /// Whether some task had to stop.
    package var isReached = false
    private var left = 100_000_000

    /// A budget for one comparison or merge.
    package init() {}

    private init(_ left: Int) { self.left = left }

    /// What is left, in parts for tasks on texts of these sizes. Half is divided as their worst cases
    /// are, which grow with the square of the size, and half evenly: a large text that hardly differs
    /// takes nothing from a small one that does.
    package func parts(forSizes sizes: [Int]) -> [Budget] {
        let weights = sizes.map { Double($0) * Double($0) }
        let whole = max(1, weights.reduce(0, +))
        return weights.map { weight in
            Budget(Int(Double(left) * (weight / whole + 1 / Double(sizes.count)) / 2))
        }
    }

    /// Takes from the whole what a part of it was used for.
    package mutating func spend(_ part: Budget, downTo rest: Budget) {
        spend(part.left - rest.left)
    }

    /// What a task may cost, up to some number of operations.
    func allowance(upTo most: Int) -> Int { min(most, left) }

    /// Takes what a task cost from the whole.
    mutating func spend(_ operations: Int) { left = max(0, left - operations) }
}
