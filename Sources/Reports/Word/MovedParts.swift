internal import Redline

/// The parts of a list that stand elsewhere in another state of it: those of one name, or else
/// those with the same words, or with much the same.
struct MovedParts {
    /// The number of the move that took an old part away, and which new part it is now.
    private(set) var destinations: [Int: (move: Int, new: Int)] = [:]
    /// The number of the move that took a new part here, and which old part it was.
    private(set) var origins: [Int: (move: Int, old: Int)] = [:]
    private var pairs: [(old: Int, new: Int)] = []

    /// Finds them among those that have no partner in some steps through both lists.
    init<Part: DocumentPart>(
        _ steps: [(Int?, Int?)], _ old: [Part], _ new: [Part], byName: Bool,
        _ comparer: inout TextComparer
    ) {
        var gone = steps.filter { $0.1 == nil }.compactMap(\.0).filter { old[$0].canMove }
        var come = steps.filter { $0.0 == nil }.compactMap(\.1).filter { new[$0].canMove }
        guard !gone.isEmpty, !come.isEmpty else { return }
        func key(_ part: Part) -> String { byName ? part.name : part.key }
        var places = Dictionary(grouping: come.reversed()) { key(new[$0]) }
        for i in gone {
            guard let j = places[key(old[i])]?.popLast() else { continue }
            pairs.append((i, j))
        }
        if !byName {
            let (left, right) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
            gone.removeAll { left.contains($0) || old[$0].isNamed }
            come.removeAll { right.contains($0) || new[$0].isNamed }
            for case .pair(let i, let j) in comparer.steps(
                gone.map { old[$0].key }, come.map { new[$0].key })
            {
                pairs.append((gone[i], come[j]))
            }
        }
        pairs.sort { $0.old < $1.old }
    }

    /// Numbers the moves behind a number; neighbours that stay neighbours move as one.
    ///
    /// - Returns: The last number.
    mutating func number(from start: Int) -> Int {
        var move = start
        var last: (old: Int, new: Int)?
        for pair in pairs {
            if last.map({ ($0.old + 1, $0.new + 1) != pair }) ?? true { move += 1 }
            last = pair
            destinations[pair.old] = (move, pair.new)
            origins[pair.new] = (move, pair.old)
        }
        return move
    }
}
