internal import Git

/// Rule 2: a step that changes something under `frameworks/` changes the terms or the records of one
/// framework and nothing else anywhere; and an agreement puts the proposal's terms in force.
enum OnlyThatRule {
    /// The one framework that changes.
    ///
    /// - Throws: ``Violation`` where there are several.
    static func framework(among changed: [TreeChange]) throws -> TreeChange {
        guard let only = changed.first, changed.count == 1 else {
            let names = changed.map(\.shownName).joined(separator: ", ")
            throw Violation(.onlyThat, "several frameworks change at once: \(names)")
        }
        return only
    }

    /// The one part of a framework that changes.
    ///
    /// - Throws: ``Violation`` where both do, or something outside of `frameworks/` does as well.
    static func part(
        among parts: [TreeChange], of framework: TreeChange, beside root: [TreeChange]
    ) throws -> TreeChange {
        if let other = root.first(where: { $0.name != LayoutRule.folder }) {
            throw Violation(
                .onlyThat, "`\(other.shownName)` changes together with \(framework.name)")
        }
        guard let only = parts.first, parts.count == 1 else {
            throw Violation(
                .onlyThat, "terms and records of \(framework.name) change in one step")
        }
        return only
    }

    /// Whether the terms that a merge puts in force are those of the proposal that it merges.
    static func violation(
        of framework: String, tree: ObjectID, proposal: ObjectID, store: TermsStore
    ) throws -> Violation? {
        guard try store.termsTree(of: framework, in: proposal) != tree else { return nil }
        return Violation(
            .onlyThat, "the terms of \(framework) that were merged are not those of the proposal")
    }
}
