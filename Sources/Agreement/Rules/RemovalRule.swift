internal import Git

/// Terms are never removed.
enum RemovalRule {
    /// The tree of the terms that remain after a change.
    ///
    /// - Throws: ``Violation`` where none do.
    static func kept(_ terms: TreeChange, of framework: TreeChange) throws -> ObjectID {
        guard let kept = terms.new else {
            throw Violation(
                .removal, "the terms of \(framework.name) are removed",
                next: "An agreement ends by notice and exit, not by deletion")
        }
        return kept.id
    }
}
