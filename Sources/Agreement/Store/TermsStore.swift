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
        let forms = files.files.map { path, bytes in
            form(path: path, bytes: bytes, id: ids[Array(path.utf8)] ?? nil)
        }
        let judged = WellFormedness(files, forms: forms)
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

    /// What the rules ask of a file. Without an id, it was not read in full and is judged anew.
    private func form(path: String, bytes: [UInt8], id: ObjectID?) -> FileForm {
        guard let id else { return FileForm(path: path, bytes: bytes) }
        let file = File(id: id, path: Array(path.utf8))
        if let form = forms[file] { return form }
        let form = FileForm(path: path, bytes: bytes)
        forms[file] = form
        return form
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

    private func tree(at path: String, in commit: ObjectID) throws -> ObjectID? {
        let entry = try repository.entry(in: try reader.commit(commit).tree, at: path)
        return entry?.mode == .tree ? entry?.id : nil
    }

    /// Everything below a tree of `terms/`, as entries that the rules for files judge, and the ids
    /// of those files that were read in full, by path; nil where two have the same path.
    private func entries(
        of tree: ObjectID
    ) throws -> (entries: [TermsEntry], ids: [[UInt8]: ObjectID?]) {
        var entries: [TermsEntry] = []
        var ids: [[UInt8]: ObjectID?] = [:]
        var read: [ObjectID: [UInt8]] = [:]
        defer { contents = read }
        var pending: [(prefix: String, tree: ObjectID, depth: Int)] = [("", tree, 1)]
        var size = 0
        while let (prefix, id, depth) = pending.popLast() {
            let (children, isCanonical) = try repository.treeAndForm(id)
            if children.isEmpty || !isCanonical {
                // Git never writes such folders. They count, so that walking them has an end.
                entries.append(TermsEntry(path: prefix, kind: .other, size: 0, bytes: []))
            }
            for entry in children {
                let path = prefix + String(decoding: entry.name, as: UTF8.self)
                // Past the limits nothing is read; what is there already breaks the rules.
                guard entries.count <= Limits.fileCount else { return (entries, [:]) }
                switch entry.mode {
                case .tree where depth < Limits.nesting:
                    pending.append((path + "/", entry.id, depth + 1))
                case .file, .executable:
                    let known = contents[entry.id] ?? read[entry.id]
                    let length = try known?.count ?? repository.blobSize(entry.id)
                    size += length
                    let isReadable = length <= Limits.fileSize && size <= Limits.termsSize
                    let bytes = isReadable ? try known ?? repository.blob(entry.id) : []
                    if isReadable {
                        read[entry.id] = bytes
                        let key = Array(path.utf8)
                        ids.updateValue(ids.keys.contains(key) ? nil : entry.id, forKey: key)
                    }
                    entries.append(
                        TermsEntry(
                            path: path, kind: entry.mode == .file ? .file : .executable,
                            size: length, bytes: bytes))
                default:
                    let kind: TermsEntry.Kind =
                        switch entry.mode {
                        case .symlink: .symlink
                        case .submodule: .submodule
                        default: .other
                        }
                    entries.append(TermsEntry(path: path, kind: kind, size: 0, bytes: []))
                }
            }
        }
        return (entries, ids)
    }
}
