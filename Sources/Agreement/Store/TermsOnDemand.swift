internal import Git

/// Terms that are read when somebody first asks for them: what verified before is not looked at
/// again, and of many frameworks most commands are about one.
final class TermsOnDemand {
    private enum Source {
        case known(StoredTerms)
        case tree(ObjectID, TermsStore)
    }
    private var source: Source

    /// Terms that were read.
    init(_ terms: StoredTerms) {
        source = .known(terms)
    }

    /// The terms that a tree of `terms/` holds.
    init(_ tree: ObjectID, in store: TermsStore) {
        source = .tree(tree, store)
    }

    /// The terms.
    ///
    /// - Throws: `GitError` where they can't be read.
    func read() throws -> StoredTerms {
        switch source {
        case .known(let terms):
            return terms
        case .tree(let tree, let store):
            let terms = try store.terms(tree)
            source = .known(terms)
            return terms
        }
    }
}
