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

/// Reads terms from trees, each tree once.
public final class TermsStore {
    /// The repository.
    public let repository: Repository
    private var known: [ObjectID: StoredTerms] = [:]

    /// Reads from a repository.
    public init(_ repository: Repository) { self.repository = repository }

    /// The path of a framework's terms in a workspace.
    public static func path(of framework: String) -> String { "frameworks/\(framework)/terms" }

    /// The terms that a tree of `terms/` holds. Linear in their size the first time.
    ///
    /// - Throws: `GitError`; an object that is missing is an error, not a finding.
    public func terms(_ tree: ObjectID) throws -> StoredTerms {
        if let terms = known[tree] { return terms }
        let files = TermsFiles(try entries(of: tree))
        let form = WellFormedness(files)
        let (registry, findings) = Registry.read(form.parties)
        let all = (form.findings + findings).filter { $0.severity == .error }
        let terms = StoredTerms(
            tree: tree, files: files, digest: files.digest,
            registry: all.isEmpty ? registry : nil, uid: form.framework?.value?["uid"]?.text,
            findings: all.inReadingOrder(), title: form.framework?.value?["title"]?.text)
        known[tree] = terms
        return terms
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
        let entry = try repository.entry(in: try repository.commit(commit).tree, at: path)
        return entry?.mode == .tree ? entry?.id : nil
    }

    /// Everything below a tree of `terms/`, as entries that the rules for files judge.
    private func entries(of tree: ObjectID) throws -> [TermsEntry] {
        var entries: [TermsEntry] = []
        var pending: [(prefix: String, tree: ObjectID, depth: Int)] = [("", tree, 1)]
        var size = 0
        while let (prefix, id, depth) = pending.popLast() {
            let children = try repository.tree(id)
            if children.isEmpty || !TreeEntry.areCanonical(children) {
                // Git never writes such folders. They count, so that walking them has an end.
                entries.append(TermsEntry(path: prefix, kind: .other, size: 0, bytes: []))
            }
            for entry in children {
                let path = prefix + String(decoding: entry.name, as: UTF8.self)
                // Past the limits nothing is read; what is there already breaks the rules.
                guard entries.count <= Limits.fileCount else { return entries }
                switch entry.mode {
                case .tree where depth < Limits.nesting:
                    pending.append((path + "/", entry.id, depth + 1))
                case .file, .executable:
                    let bytes = try repository.blobSize(entry.id)
                    size += bytes
                    let isReadable = bytes <= Limits.fileSize && size <= Limits.termsSize
                    entries.append(
                        TermsEntry(
                            path: path, kind: entry.mode == .file ? .file : .executable,
                            size: bytes, bytes: isReadable ? try repository.blob(entry.id) : []))
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
        return entries
    }
}
