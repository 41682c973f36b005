internal import Git
public import Records
internal import SSHSignature
internal import Terms

extension Workspace {
    /// The records of a framework in the order of the agreed history, with who signed each.
    ///
    /// Linear in the number of records and of the commits since the first of them.
    ///
    /// - Throws: `GitError`.
    public func records(of framework: String, in history: History) throws -> [RecordSource] {
        guard let versions = try history.frameworks[framework]?.versions() else { return [] }
        var found: [RecordSource] = []
        var rest = versions[...]
        var next = history.tip
        var tree = try next.flatMap { try store.recordsTree(of: framework, in: $0) }
        while let id = next, tree != nil {
            let commit = try store.reader.commit(id)
            next = commit.parents.first
            let before = try next.flatMap { try store.recordsTree(of: framework, in: $0) }
            if tree != before, let version = rest.last {
                found += try records(from: before, to: tree, by: id, version).reversed()
            }
            if rest.last?.commit == id { rest.removeLast() }
            tree = before
        }
        return found.reversed()
    }

    private func records(
        from before: ObjectID?, to after: ObjectID?, by id: ObjectID, _ version: Version
    ) throws -> [RecordSource] {
        let signed: SignedCommit
        do {
            signed = try SignedCommit(parsing: try repository.object(id).bytes)
        } catch is SignedCommit.FormatError {
            return []
        }
        let registry = try store.terms(version.tree).registry
        guard let person = registry?.owner(of: signed.signature.publicKey) else { return [] }
        let recorder = Recorder(person: person.id, name: person.name, party: person.party)
        let seconds = signed.commit.committerIdentity?.seconds ?? 0
        return try added(from: before, to: after).map { path, blob in
            // Of evidence, only the place matters here.
            let isRecord = RecordID(path) != nil || path.hasSuffix(".yaml")
            let isReadable = try isRecord && repository.blobSize(blob) <= Limits.fileSize
            return RecordSource(
                path: path, bytes: isReadable ? try repository.blob(blob) : [],
                recorder: recorder, seconds: seconds, version: version.number)
        }
    }

    /// The files that one tree has and another has not, by their paths, as they were recorded.
    private func added(
        from before: ObjectID?, to after: ObjectID?
    ) throws -> [(path: String, blob: ObjectID)] {
        var found: [(path: String, blob: ObjectID)] = []
        var pending: [(prefix: String, old: ObjectID?, new: ObjectID?)] = [("", before, after)]
        while let (prefix, old, new) = pending.popLast() {
            for change in try TreeChange.between(old, new, in: repository) {
                guard let entry = change.new else { continue }
                if entry.mode == .tree {
                    pending.append((prefix + change.name + "/", change.old?.id, entry.id))
                } else {
                    found.append((prefix + change.name, entry.id))
                }
            }
        }
        // Of those that are recorded together, the second is called `-2` and comes after the first.
        let sorted = found.map { ($0.path, $0.blob, RecordID($0.path)) }.sorted { left, right in
            let (one, two) = (left.2?.folder ?? left.0, right.2?.folder ?? right.0)
            return (one, left.2?.number ?? 0, left.0) < (two, right.2?.number ?? 0, right.0)
        }
        return sorted.map { ($0.0, $0.1) }
    }
}
