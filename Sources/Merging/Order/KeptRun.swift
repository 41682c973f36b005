/// The items that stay where they are when others move.
enum KeptRun {
    /// The positions of a longest increasing run of distinct values from 0 up to their number,
    /// and among the longest one that holds as many preferred values as can be. Takes n log n
    /// steps.
    static func longest(in values: [Int], preferring isPreferred: (Int) -> Bool) -> [Int] {
        // The best run that ends with a value up to each, in a Fenwick tree.
        var best = [Int](repeating: -1, count: values.count + 1)
        var scores: [(Int, Int)] = []
        var previous: [Int] = []
        func score(_ index: Int) -> (Int, Int) { index < 0 ? (0, 0) : scores[index] }
        for (index, value) in values.enumerated() {
            var before = -1
            var node = value
            while node > 0 {
                if score(best[node]) > score(before) { before = best[node] }
                node -= node & -node
            }
            let (length, preferred) = score(before)
            scores.append((length + 1, preferred + (isPreferred(value) ? 1 : 0)))
            previous.append(before)
            node = value + 1
            while node <= values.count {
                if score(index) > score(best[node]) { best[node] = index }
                node += node & -node
            }
        }
        var current = -1
        for index in scores.indices where score(index) > score(current) { current = index }
        var run: [Int] = []
        while current >= 0 {
            run.append(current)
            current = previous[current]
        }
        return run.reversed()
    }
}
