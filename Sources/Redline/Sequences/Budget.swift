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

    /// What a task may cost, up to some number of operations.
    func allowance(upTo most: Int) -> Int { min(most, left) }

    /// Takes what a task cost from the whole.
    mutating func spend(_ operations: Int) { left = max(0, left - operations) }
}
