/// Which paragraphs of two states of a clause stand for each other.
struct Partners {
    /// For each old paragraph, the new one; nil where it is gone.
    private(set) var new: [Int?]
    /// For each new paragraph, the old one; nil where it came.
    private(set) var old: [Int?]
    /// The old paragraphs whose words are gone or changed.
    private(set) var changedOld: [Int] = []
    /// The new paragraphs whose words came or changed.
    private(set) var changedNew: [Int] = []

    /// Reads them from the steps between two states.
    init(_ comparer: ClauseComparer, _ steps: [ClauseComparer.Step]) {
        new = Array(repeating: nil, count: comparer.old.count)
        old = Array(repeating: nil, count: comparer.new.count)
        for step in steps + comparer.moves.flatMap(\.steps) {
            switch step {
            case .same(let i, let j): join(i, j)
            case .pair(let i, let j):
                join(i, j)
                changedOld.append(i)
                changedNew.append(j)
            case .removed(let i): changedOld.append(i)
            case .added(let j): changedNew.append(j)
            case .parted(let i, let range): join(i, range.lowerBound)
            case .joined(let range, let j): join(range.lowerBound, j)
            case .movedFrom, .movedTo: break
            }
        }
    }

    private mutating func join(_ i: Int, _ j: Int) {
        new[i] = j
        old[j] = i
    }
}
