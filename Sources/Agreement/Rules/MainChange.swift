internal import Git

/// What one step of `main` changes under `frameworks/`.
enum MainChange: Equatable {
    /// Nothing there.
    case unrelated
    /// The terms of exactly one framework, and nothing else anywhere.
    case terms(framework: String, tree: ObjectID)
    /// The records of exactly one framework, and nothing else anywhere.
    case records(framework: String, before: ObjectID?, after: ObjectID?)
    /// Something that is never right.
    case wrong(Violation)

    /// Compares the trees of two commits. Reads no more than the trees that differ.
    init(from old: ObjectID?, to new: ObjectID, in repository: Repository) throws {
        do {
            try self.init(comparing: old, with: new, in: repository)
        } catch let violation as Violation {
            self = .wrong(violation)
        }
    }

    private init(
        comparing old: ObjectID?, with new: ObjectID, in repository: Repository
    ) throws {
        let root = try TreeChange.between(old, new, in: repository)
        guard let folder = try LayoutRule.frameworks(among: root) else {
            self = .unrelated
            return
        }
        let framework = try OnlyThatRule.framework(
            among: try LayoutRule.frameworks(in: folder, of: repository))
        let parts = try LayoutRule.parts(of: framework, in: repository)
        let part = try OnlyThatRule.part(among: parts, of: framework, beside: root)
        try LayoutRule.check(part, of: framework)
        if part.name == LayoutRule.records {
            self = .records(
                framework: framework.name, before: part.old?.id, after: part.new?.id)
        } else {
            self = .terms(
                framework: framework.name, tree: try RemovalRule.kept(part, of: framework))
        }
    }
}
