/// Merges comments and blank lines: what one side changed is taken, and what both wrote stays.
enum CommentMerge {
    /// The lines above an entry, or below the last one.
    static func lines(
        _ base: [SourceLine], _ left: [SourceLine], _ right: [SourceLine]
    ) -> [SourceLine] {
        if left == right || right == base { return left }
        if left == base { return right }
        func names(_ lines: [SourceLine]) -> [String] { Naming.unique(lines.map(\.text)) }
        let (inBase, inLeft, inRight) = (names(base), names(left), names(right))
        let (known, ones, others) = (Set(inBase), Set(inLeft), Set(inRight))
        let alive = ones.union(others).filter { name in
            !known.contains(name) || (ones.contains(name) && others.contains(name))
        }
        let lines = Dictionary(zip(inLeft + inRight, left + right)) { first, _ in first }
        return OrderMerge(base: inBase, left: inLeft, right: inRight, alive: alive).inOneOrder
            .compactMap { lines[$0] }
    }

    /// The comment behind a value.
    static func trailing(_ base: String, _ left: String, _ right: String) -> String {
        if left == right || right == base { return left }
        if left == base { return right }
        return left + right
    }
}

extension OrderMerge {
    /// All names in some order, for lists whose order means nothing.
    var inOneOrder: [String] {
        var seen: Set<String> = []
        return steps.flatMap { step -> [String] in
            switch step {
            case .item(let name), .apart(let name, _): [name]
            case .contested(let left, let right): left + right
            }
        }.filter { seen.insert($0).inserted }
    }
}
