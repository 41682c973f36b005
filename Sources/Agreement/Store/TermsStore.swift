public import Git
public import Terms

/// Terms as they lie in the repository, with all that the rules ask about them.
public struct StoredTerms: Sendable {
    /// The tree of `terms/`.
    public let tree: ObjectID
    /// The files.
    public let files: TermsFiles
    /// The digest, which is what people sign.
    public let digest: Digest
    /// The registry; nil where the terms are not well formed.
    public let registry: Registry?
    /// The unique id of the framework; nil where it can't be read.
    public let uid: String?
    /// The errors that keep the text from being an agreement (trust.md, rule 3).
    public let findings: [Finding]
    /// The title of the framework, where it can be read.
    public let title: String?
}

/// Reads terms from trees, and judges each text once, however many versions it is in.
public final class TermsStore {
    /// The repository.
    public let repository: Repository
    /// Reads commits.
    let reader: CommitReader
    /// What was read last, newest first: a history asks for the same again and again.
    private var recent: [StoredTerms] = []
    private var forms: [File: FileForm] = [:]
    private var registries: [ObjectID: (registry: Registry?, findings: [Finding])] = [:]
    /// The contents of the last terms that were read, by their ids.
    private var contents: [ObjectID: [UInt8]] = [:]

    /// A file by its contents and by its path, on which the rules for it depend. Paths are bytes:
    /// strings that Unicode calls equal are two paths.
    private struct File: Hashable {
        let id: ObjectID
        let path: [UInt8]
    }

    /// Reads from a repository.
    public init(_ repository: Repository) {
        self.repository = repository
        reader = CommitReader(repository)
    }

    /// The path of a framework's terms in a workspace.
    public static func path(of framework: String) -> String { "frameworks/\(framework)/terms" }

    /// The terms that a tree of `terms/` holds. Linear in the size of the files that were in no
    /// tree before.
    ///
    /// - Throws: `GitError`; an object that is missing is an error, not a finding.
    public func terms(_ tree: ObjectID) throws -> StoredTerms {
        if let terms = recent.first(where: { $0.tree == tree }) { return terms }
        let (entries, ids) = try entries(of: tree)
        let files = TermsFiles(entries)
        let judged = WellFormedness(files, forms: forms(of: files, ids))
        let place = Array(SectionName.parties.file.utf8)
        let (registry, problems) = registry(judged.parties, id: ids[place] ?? nil)
        let all = judged.findings + problems.filter { $0.severity == .error }
        let terms = StoredTerms(
            tree: tree, files: files, digest: judged.digest, registry: all.isEmpty ? registry : nil,
            uid: judged.framework?.value?["uid"]?.text, findings: all.inReadingOrder(),
            title: judged.framework?.value?["title"]?.text)
        recent.insert(terms, at: 0)
        if recent.count > 16 { recent.removeLast() }
        return terms
    }

    /// What the rules ask of each file, on all cores. One without an id was not read in full, and is
    /// judged anew.
    private func forms(of files: TermsFiles, _ ids: [[UInt8]: ObjectID?]) -> [FileForm] {
        let keys = files.files.map { path, _ in
            let path = Array(path.utf8)
            return (ids[path] ?? nil).map { File(id: $0, path: path) }
        }
        let known = keys.map { key in key.flatMap { forms[$0] } }
        let new = zip(files.files, known).filter { $1 == nil }.map(\.0)
        var judged = new.mapOnAllCores { FileForm(path: $0.path, bytes: $0.bytes) }[...]
        return zip(keys, known).compactMap { key, known in
            guard let form = known ?? judged.popFirst() else { return nil }
            if let key { forms[key] = form }
            return form
        }
    }

    private func registry(
        _ section: Section?, id: ObjectID?
    ) -> (registry: Registry?, findings: [Finding]) {
        guard let id else { return Registry.read(section) }
        if let known = registries[id] { return known }
        let read = Registry.read(section)
        registries[id] = read
        return read
    }

    /// The tree of a framework's terms in a commit, or nil where there is none.
    ///
    /// - Throws: `GitError`.
    public func termsTree(of framework: String, in commit: ObjectID) throws -> ObjectID? {
        try tree(at: Self.path(of: framework), in: commit)
    }

    /// The tree of a framework's records in a commit, or nil where there is none.
    ///
    /// - Throws: `GitError`.
    func recordsTree(of framework: String, in commit: ObjectID) throws -> ObjectID? {
        try tree(at: "frameworks/\(framework)/records", in: commit)
    }

    /// The frameworks of which something differs between two commits. Linear in their number.
    ///
    /// - Throws: `GitError`.
    func changedFrameworks(from old: ObjectID, to new: ObjectID) throws -> Set<String> {
        let folders = try [old, new].map { try tree(at: LayoutRule.folder, in: $0) }
        let changes = try TreeChange.between(folders[0], folders[1], in: repository)
        return Set(changes.map(\.name))
    }

    private func tree(at path: String, in commit: ObjectID) throws -> ObjectID? {
        let entry = try repository.entry(in: try reader.commit(commit).tree, at: path)
        return entry?.mode == .tree ? entry?.id : nil
    }

    /// Keeps contents that were just written for whoever reads them next.
    func keep(contents new: [(id: ObjectID, bytes: [UInt8])]) {
        contents.merge(new.map { ($0.id, $0.bytes) }) { $1 }
    }

    /// Everything below a tree of `terms/`, as entries that the rules for files judge, and the ids
    /// of those files that were read in full, by path; nil where two have the same path.
    private func entries(
        of tree: ObjectID
    ) throws -> (entries: [TermsEntry], ids: [[UInt8]: ObjectID?]) {
        var (entries, files) = try listed(below: tree)
        let sizes = try unknown(files.map(\.id)) { try $1.blobSize($0) }
        var size = 0
        files = files.filter { index, id in
            entries[index].size = contents[id]?.count ?? sizes[id] ?? 0
            size += entries[index].size
            return entries[index].size <= Limits.fileSize && size <= Limits.termsSize
        }
        let new = try unknown(files.map(\.id)) { try $1.blob($0) }
        let read = files.map { (id: $0.id, bytes: contents[$0.id] ?? new[$0.id] ?? []) }
        contents = Dictionary(read.map { ($0.id, $0.bytes) }, uniquingKeysWith: { $1 })
        var ids: [[UInt8]: ObjectID?] = [:]
        for ((index, id), (_, bytes)) in zip(files, read) {
            entries[index].bytes = bytes
            let key = Array(entries[index].path.utf8)
            ids.updateValue(ids.keys.contains(key) ? nil : id, forKey: key)
        }
        // Past the limits not all was listed, and what there is already breaks the rules.
        return (entries, entries.count > Limits.fileCount ? [:] : ids)
    }

    /// Everything below a tree, and which of it are files. Nothing past the limits.
    private func listed(
        below tree: ObjectID
    ) throws -> (entries: [TermsEntry], files: [(index: Int, id: ObjectID)]) {
        var entries: [TermsEntry] = []
        var files: [(index: Int, id: ObjectID)] = []
        var pending: [(prefix: String, tree: ObjectID, depth: Int)] = [("", tree, 1)]
        while let (prefix, id, depth) = pending.popLast() {
            let (children, isCanonical) = try repository.treeAndForm(id)
            if children.isEmpty || !isCanonical {
                // Git never writes such folders. They count, so that walking them has an end.
                entries.append(TermsEntry(path: prefix, kind: .other, size: 0, bytes: []))
            }
            for entry in children {
                let path = prefix + String(decoding: entry.name, as: UTF8.self)
                guard entries.count <= Limits.fileCount else { return (entries, files) }
                if entry.mode == .tree, depth < Limits.nesting {
                    pending.append((path + "/", entry.id, depth + 1))
                    continue
                }
                let kind = TermsEntry.Kind(entry.mode)
                if kind == .file || kind == .executable { files.append((entries.count, entry.id)) }
                entries.append(TermsEntry(path: path, kind: kind, size: 0, bytes: []))
            }
        }
        return (entries, files)
    }

    /// What is asked of each of some objects whose contents are not at hand, on all cores.
    private func unknown<Answer: Sendable>(
        _ ids: [ObjectID], _ ask: @Sendable (ObjectID, ObjectDatabase) throws -> Answer
    ) throws -> [ObjectID: Answer] {
        let ids = Array(Set(ids.filter { contents[$0] == nil }))
        let objects = repository.objects
        let answers = ids.mapOnAllCores { id in Result { try ask(id, objects) } }
        return Dictionary(uniqueKeysWithValues: zip(ids, try answers.map { try $0.get() }))
    }
}

extension TermsEntry.Kind {
    /// What a tree says that something is.
    fileprivate init(_ mode: TreeEntry.Mode) {
        self =
            switch mode {
            case .file: .file
            case .executable: .executable
            case .symlink: .symlink
            case .submodule: .submodule
            default: .other
            }
    }
}
