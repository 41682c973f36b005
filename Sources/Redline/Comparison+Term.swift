public import Terms

extension Comparison {
    /// What changes in one term: all changes in it, or its part in the change of what it belongs to.
    public func changes(in path: TermPath) -> [TermChange] {
        changes.compactMap { change in
            path.contains(change.path) ? change : Self.part(of: change, at: path)
        }
    }

    /// What a change does to something that lies in it; nil where that stays what it was.
    private static func part(of change: TermChange, at path: TermPath) -> TermChange? {
        guard change.path.contains(path) else { return nil }
        if case .moved = change.kind { return nil }
        let inner = path.components[change.path.components.count...]
        let (old, new) = (change.old?[path: inner], change.new?[path: inner])
        guard old != new else { return nil }
        return TermChange(
            path: path, label: ([change.label] + inner).joined(separator: " › "),
            kind: old == nil ? .added : new == nil ? .removed : .changed, old: old, new: new)
    }
}
