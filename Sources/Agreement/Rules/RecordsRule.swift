internal import Git
internal import SSHSignature
internal import Terms

/// Records: a commit that changes them has one parent, only adds files there, changes nothing
/// else, and is signed by a person of the registry in force.
enum RecordsRule {
    static func violation(
        id: ObjectID, framework: String, before: ObjectID?, after: ObjectID?,
        registry: Registry?, repository: Repository
    ) throws -> Violation? {
        guard let registry else {
            return Violation(.records, "\(framework) has records before it was founded")
        }
        do {
            guard try onlyAdds(from: before, to: after, in: repository) else {
                return Violation(
                    .records, "records of \(framework) are edited or removed",
                    next: "A mistake is answered by a correction, never by an edit")
            }
        } catch let violation as Violation {
            return violation
        }
        let signed: SignedCommit
        do {
            signed = try SignedCommit(parsing: try repository.object(id).bytes)
        } catch let error as SignedCommit.FormatError {
            return Violation(.records, "a record of \(framework) is refused: \(error.description)")
        }
        guard signed.commit.parents.count == 1 else {
            return Violation(.records, "a record of \(framework) comes in a merge")
        }
        guard case .valid = signed.signature.verify(signed.payload, namespace: "git"),
            registry.owner(of: signed.signature.publicKey) != nil
        else {
            return Violation(
                .records, "a record of \(framework) is not signed by a person of its registry")
        }
        return nil
    }

    /// Whether all files of one tree are in another, unchanged. Reads every pair of trees once,
    /// however many paths lead to it.
    ///
    /// - Throws: ``Violation`` where one was added that would lie over another on some computers, or
    ///   where a folder is not as Git writes it; `GitError`.
    static func onlyAdds(
        from before: ObjectID?, to after: ObjectID?, in repository: Repository
    ) throws -> Bool {
        guard let after else { return before == nil }
        var pending: [(ObjectID?, ObjectID)] = [(before, after)]
        var visited: Set<[ObjectID?]> = []
        while let (old, new) = pending.popLast() {
            guard visited.insert([old, new]).inserted else { continue }
            let changes = try TreeChange.between(old, new, in: repository)
            if changes.contains(where: { $0.old == nil }) {
                try refuseTwins(in: try repository.tree(new))
            }
            for change in changes {
                guard let added = change.new else { return false }
                if let previous = change.old {
                    guard previous.mode == .tree, added.mode == .tree else { return false }
                    pending.append((previous.id, added.id))
                } else if added.mode == .tree {
                    pending.append((nil, added.id))
                } else if added.mode != .file {
                    return false
                }
            }
        }
        return true
    }

    private static func refuseTwins(in folder: [TreeEntry]) throws {
        var folded: [String: String] = [:]
        for entry in folder {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard let twin = folded.updateValue(name, forKey: FoldedName.of(name)) else { continue }
            throw Violation(
                .records,
                "the records `\(TextRules.visible(name))` and `\(TextRules.visible(twin))` have the "
                    + "same name on some computers",
                next: "Give the new one another name")
        }
    }
}
