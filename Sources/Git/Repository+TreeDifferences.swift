/// An entry that differs between two trees, or is in only one of them.
public struct TreeDifference: Hashable, Sendable {
    /// The one of the first tree.
    public internal(set) var old: TreeEntry?
    /// The one of the second tree.
    public internal(set) var new: TreeEntry?

    /// The name of both.
    public var name: [UInt8] { (new ?? old)?.name ?? [] }
}

extension Repository {
    /// The entries that differ between two trees, in the order of their names; what is in both is
    /// compared where it lies, so that a large folder of which little changed is quickly looked at.
    ///
    /// Linear in the bytes of both.
    ///
    /// - Parameters:
    ///   - old: The first tree; nil for an empty one.
    ///   - new: The second tree; nil for an empty one.
    /// - Returns: The differences; nil where one of the trees is not as Git writes it.
    /// - Throws: as ``tree(_:)``.
    public func differences(
        from old: ObjectID?, to new: ObjectID?
    ) throws -> [TreeDifference]? {
        try withTree(old) { old in
            try withTree(new) { new in
                var comparison = TreeComparison(old, new)
                return try comparison.run()
            }
        }
    }

    private func withTree<Result>(
        _ id: ObjectID?, _ body: (TreeBytes) throws -> Result
    ) throws -> Result {
        guard let id else {
            return try body(TreeBytes(UnsafeRawBufferPointer(start: nil, count: 0)))
        }
        return try withTree(id, body)
    }

    /// The names of a tree that a condition holds for, in stored order; it sees them where they lie.
    ///
    /// - Throws: as ``tree(_:)``.
    public func names(
        in tree: ObjectID, where holds: (UnsafeRawBufferPointer) -> Bool
    ) throws -> [[UInt8]] {
        try withTree(tree) { tree in
            var tree = tree
            var names: [[UInt8]] = []
            while let entry = try tree.next() {
                if holds(entry.name) { names.append(Array(entry.name)) }
            }
            return names
        }
    }
}

/// Goes through two trees side by side.
private struct TreeComparison {
    private var trees: (old: TreeBytes, new: TreeBytes)
    private var orders = (old: CanonicalOrder(), new: CanonicalOrder())
    /// What differs; files and directories of one name lie in different places of a tree.
    private var changed: [[UInt8]: TreeDifference] = [:]

    init(_ old: TreeBytes, _ new: TreeBytes) { trees = (old, new) }

    /// What differs; nil where a tree is not as Git writes it.
    mutating func run() throws -> [TreeDifference]? {
        try skipCommonStart()
        var (left, right) = (try trees.old.next(), try trees.new.next())
        while left != nil || right != nil {
            let order = Self.order(left, right)
            if order == 0, let left, let right, !left.bytes.elementsEqual(right.bytes) {
                changed[Array(left.name)] = TreeDifference(
                    old: try left.copy(), new: try right.copy())
            }
            if order <= 0, let entry = left {
                if order < 0 { changed[Array(entry.name), default: .init()].old = try entry.copy() }
                orders.old.see(entry)
                left = try trees.old.next()
            }
            if order >= 0, let entry = right {
                if order > 0 { changed[Array(entry.name), default: .init()].new = try entry.copy() }
                orders.new.see(entry)
                right = try trees.new.next()
            }
        }
        guard orders.old.holds, orders.new.holds else { return nil }
        return changed.values.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// Goes past the entries with which both begin, and which are read once.
    private mutating func skipCommonStart() throws {
        var ahead = trees.new
        while let entry = try ahead.next(), trees.old.skip(entry) {
            orders.new.see(entry)
            trees.new = ahead
        }
        orders.old = orders.new
    }

    /// Which of two entries comes first; what is at its end comes last.
    private static func order(_ left: TreeBytes.Entry?, _ right: TreeBytes.Entry?) -> Int {
        guard let left else { return 1 }
        guard let right else { return -1 }
        return CanonicalOrder.order(left, right)
    }
}
