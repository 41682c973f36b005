internal import Git
internal import Records
internal import SSHSignature
internal import Terms

/// Records: a commit that changes them has one parent, only adds files there, changes nothing
/// else, and is signed by a person of the registry in force.
enum RecordsRule {
    /// The records that a commit adds.
    ///
    /// - Throws: ``Violation`` where it may not; `GitError`.
    static func entries(
        id: ObjectID, framework: String, before: ObjectID?, after: ObjectID?,
        inForce: (version: Int, registry: Registry?)?, repository: Repository
    ) throws -> [RecordEntry] {
        guard let inForce, let registry = inForce.registry else {
            throw Violation(.records, "\(framework) has records before it was founded")
        }
        guard let added = try additions(from: before, to: after, in: repository) else {
            throw Violation(
                .records, "records of \(framework) are edited or removed",
                next: "A mistake is answered by a correction, never by an edit")
        }
        let signed: SignedCommit
        do {
            signed = try SignedCommit(parsing: try repository.object(id).bytes)
        } catch let error as SignedCommit.FormatError {
            throw Violation(.records, "a record of \(framework) is refused: \(error.description)")
        }
        guard signed.commit.parents.count == 1 else {
            throw Violation(.records, "a record of \(framework) comes in a merge")
        }
        guard case .valid = signed.signature.verify(signed.payload, namespace: "git"),
            let person = registry.owner(of: signed.signature.publicKey)
        else {
            throw Violation(
                .records, "a record of \(framework) is not signed by a person of its registry")
        }
        let recorder = Recorder(person: person.id, name: person.name, party: person.party)
        let seconds = signed.commit.committerIdentity?.seconds ?? 0
        return try added.map { path, blob in
            RecordEntry(
                path: path, blob: blob,
                text: try repository.blob(blob, upTo: RecordEntry.shortText),
                recorder: recorder, seconds: seconds, version: inForce.version)
        }
    }

    /// Whether all files of one tree are in another, unchanged.
    ///
    /// - Throws: as ``additions(from:to:in:)`` does.
    static func onlyAdds(
        from before: ObjectID?, to after: ObjectID?, in repository: Repository
    ) throws -> Bool {
        try additions(from: before, to: after, in: repository) != nil
    }

    /// The records that one tree has and another has not, in the order in which they are numbered;
    /// nil where not all files of the other are still there, unchanged.
    ///
    /// Where a record can lie, every folder is looked at; below, and past the limit, every pair of
    /// trees once, however many paths lead to it.
    ///
    /// - Throws: ``Violation`` where one was added that would lie over another on some computers, or
    ///   where a folder is not as Git writes it; `GitError`.
    private static func additions(
        from before: ObjectID?, to after: ObjectID?, in repository: Repository
    ) throws -> [(path: String, blob: ObjectID)]? {
        guard let after else { return before == nil ? [] : nil }
        var found: [(path: String, blob: ObjectID)] = []
        var pending: [(folder: [String], old: ObjectID?, new: ObjectID)] = [([], before, after)]
        var visited: Set<[ObjectID?]> = []
        var looked = 0
        while let (folder, old, new) = pending.popLast() {
            let holdsRecords =
                folder.count < 3 && looked < limit
                && folder.first.map { RecordKind($0)?.name == $0 } ?? true
            guard visited.insert([old, new]).inserted || holdsRecords else { continue }
            let changes = try TreeChange.between(old, new, in: repository)
            looked += changes.count
            try TwinNames(changes.filter { $0.old == nil }.map(\.name))
                .refuse(in: new, of: repository)
            for change in changes {
                guard let added = change.new else { return nil }
                let path = folder + [change.name]
                if let previous = change.old {
                    guard previous.mode == .tree, added.mode == .tree else { return nil }
                    pending.append((path, previous.id, added.id))
                } else if added.mode == .tree {
                    pending.append((path, nil, added.id))
                } else if added.mode != .file {
                    return nil
                } else if folder.count < 3, change.name.hasSuffix(".yaml"), looked < limit {
                    found.append((path.joined(separator: "/"), added.id))
                }
            }
        }
        return sorted(found)
    }

    /// How much one commit can bring as records; whoever brings more means none.
    private static let limit = 100_000

    /// Of those that are recorded together, the second is called `-2` and comes after the first.
    private static func sorted(
        _ files: [(path: String, blob: ObjectID)]
    ) -> [(path: String, blob: ObjectID)] {
        guard files.count > 1 else { return files }
        return files.map { (file: $0, id: RecordID($0.path)) }.sorted { left, right in
            let (one, two) = (
                left.id?.folder ?? left.file.path, right.id?.folder ?? right.file.path
            )
            return (one, left.id?.number ?? 0, left.file.path)
                < (two, right.id?.number ?? 0, right.file.path)
        }.map(\.file)
    }
}
