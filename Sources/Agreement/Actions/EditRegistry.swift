internal import Git
public import Terms

extension Workspace {
    /// What an edit of the registry came to.
    public struct EditedRegistry: Sendable {
        /// The file, relative to the workspace.
        public let path: String
        /// What was done.
        public let changes: [RegistryEdit.Change]
        /// The parties that one lost key could lock out now.
        public let lockOuts: [LockOut]
        /// Those among them that it could not before.
        public let newLockOuts: [LockOut]
        /// Errors that the edit made in other files, such as a role of a person who is gone.
        public let newErrors: [Finding]
    }

    /// Edits the registry among the working files. It is written in one step, or not at all.
    ///
    /// - Throws: ``Problem`` where there is none, or the edit is refused; `GitError`.
    public func editRegistry(
        of framework: String, _ edit: (RegistryEdit) throws -> RegistryEdit
    ) throws -> EditedRegistry {
        let file = SectionName.parties.file
        let path = "\(TermsStore.path(of: framework))/\(file)"
        return try repository.withWorkspaceLock { _ in
            guard let found = try repository.workingFile(at: path) else {
                throw Problem(
                    "no-registry", .unable, "there is no parties.yaml among the working files",
                    at: path, next: "entente new \(framework) writes a draft")
            }
            guard found.kind == .file(executable: false) else {
                throw Problem(
                    "not-a-plain-file", .no, "terms are plain files, and this is none", at: path,
                    next: "Replace it with a plain file")
            }
            guard let text = String(validating: found.bytes ?? [], as: UTF8.self) else {
                throw Problem(
                    "not-utf-8", .no, "the file is not UTF-8 text", at: path,
                    next: "Save it as UTF-8")
            }
            let before = try workingTerms(of: framework)
            let start = try RegistryEdit(text)
            let edited = try edit(start)
            let lockOuts = edited.registry?.lockOuts ?? []
            let known = Set((start.registry?.lockOuts ?? []).map(\.party.id))
            if edited.text != text {
                try repository.writeWorkingFile(at: path, bytes: Array(edited.text.utf8))
            }
            return EditedRegistry(
                path: path, changes: edited.changes, lockOuts: lockOuts,
                newLockOuts: lockOuts.filter { !known.contains($0.party.id) },
                newErrors: Self.errors(
                    in: try workingTerms(of: framework), butNotIn: before))
        }
    }

    private static func errors(in after: TermsFiles?, butNotIn before: TermsFiles?) -> [Finding] {
        func errors(_ files: TermsFiles?) -> [Finding] {
            guard let files else { return [] }
            return TermsDocument(files).signingFindings().filter { $0.severity == .error }
        }
        return errors(after).butNot(errors(before))
    }
}
