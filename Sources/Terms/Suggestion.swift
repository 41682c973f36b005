/// Finds what a person probably meant.
public enum Suggestion {
    /// The candidate nearest to a misspelt word, or nil where none is near.
    ///
    /// Near means: at most a third of the word's letters, and at least one, need to change
    /// (optimal string alignment distance). Ties go to the first candidate.
    public static func nearest(to word: String, in candidates: [String]) -> String? {
        guard word.utf8.count <= 128 else { return nil }
        let allowed = max(1, word.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where abs(candidate.count - word.count) <= allowed {
            let distance = distance(Array(word), Array(candidate))
            if distance <= allowed, distance < (best?.distance ?? .max) {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            for (column, b) in right.enumerated() {
                var cost = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (a == b ? 0 : 1))
                if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
