internal import Terms

/// Goes through two values side by side and looks for what no change tells.
struct ValueWalk {
    /// The first thing that is told nowhere.
    private(set) var problem: String?
    private let paths: Set<TermPath>
    private let above: Set<TermPath>
    private let moved: Set<TermPath>

    init(_ changes: [TermChange]) {
        func isMove(_ change: TermChange) -> Bool {
            if case .moved = change.kind { true } else { false }
        }
        paths = Set(changes.filter { !isMove($0) }.map(\.path))
        moved = Set(changes.filter(isMove).map(\.path))
        var above: Set<TermPath> = []
        for path in paths {
            var outer = path.parent
            while let path = outer, above.insert(path).inserted { outer = path.parent }
        }
        self.above = above
    }

    /// Compares what stands at a path in both states. As deep as the schema.
    mutating func visit(_ old: Value?, _ new: Value?, at path: TermPath) {
        guard problem == nil, old != new, !paths.contains(path) else { return }
        switch (old, new) {
        case (.object(let before)?, .object(let after)?):
            let values = (Self.values(before), Self.values(after))
            for key in Set(values.0.keys).union(values.1.keys).sorted() {
                visit(values.0[key], values.1[key], at: path.appending(key))
            }
        case (.list(let before)?, .list(let after)?)
        where before.allSatisfy { $0.id != nil } && after.allSatisfy { $0.id != nil }:
            visitItems(before, after, at: path)
        case (.list?, .list?):
            // Items without ids go by numbers, which are other ones behind what came or went.
            if !above.contains(path) { miss(path) }
        case (.object(let members)?, nil) where members.isEmpty: break
        case (nil, .object(let members)?) where members.isEmpty: break
        case (.scalar(let before)?, .scalar(let after)?):
            // 4.5 and 4.50 are the same figure.
            if Difference(from: before, to: after)?.isZero != true { miss(path) }
        default: miss(path)
        }
    }

    private mutating func visitItems(
        _ old: [Value.Item], _ new: [Value.Item], at path: TermPath
    ) {
        let (before, after) = (Self.values(old), Self.values(new))
        for id in Set(before.keys).union(after.keys).sorted() {
            visit(before[id], after[id], at: path.appending(id))
        }
        func order(_ items: [Value.Item], in others: [String: Value]) -> [String] {
            items.compactMap(\.id).filter {
                others[$0] != nil && !moved.contains(path.appending($0))
            }
        }
        if order(old, in: after) != order(new, in: before) { miss(path) }
    }

    private mutating func miss(_ path: TermPath) {
        problem = problem ?? "says something else at \(path), which is told nowhere"
    }

    private static func values(_ members: [Value.Member]) -> [String: Value] {
        Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func values(_ items: [Value.Item]) -> [String: Value] {
        Dictionary(items.compactMap { item in item.id.map { ($0, item.value) } }) { first, _ in
            first
        }
    }
}
