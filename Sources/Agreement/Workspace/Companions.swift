public import Git
public import Terms

/// Where the files lie that terms name and do not hold, such as logos.
public enum CompanionPlace: Hashable, Sendable {
    /// Among the working files.
    case workingFiles
    /// In a commit.
    case commit(ObjectID)
    /// In an unfinished commit, of which the tree is known.
    case tree(ObjectID)
}

extension Workspace {
    /// What lies where the terms say that a file is kept. Linear in the size of these files.
    ///
    /// - Throws: `GitError`; a file that is not there is no error.
    public func companions(
        of document: TermsDocument, in place: CompanionPlace
    ) throws -> CompanionFiles {
        var digests: [String: Digest] = [:]
        for path in document.companionPaths where digests[path] == nil {
            do {
                digests[path] = try bytes(at: path, in: place).map { Digest(of: $0) }
            } catch let error as GitError where error.code == .invalidName {
                // No file can have this name, or it leads through a symbolic link.
                continue
            }
        }
        return CompanionFiles(digests)
    }

    /// Everything that is wrong with terms, and the files that they name: what `check` shows.
    ///
    /// - Throws: `GitError`.
    public func findings(
        in document: TermsDocument, companionsIn place: CompanionPlace
    ) throws -> [Finding] {
        document.signingFindings(companions: try companions(of: document, in: place))
    }

    /// Where the files lie that belong to what people propose and sign: beside the working files,
    /// or in the agreed history where there are none.
    ///
    /// - Throws: ``Problem`` where there is no `main`.
    public func companionPlace() throws -> CompanionPlace {
        repository.isBare ? .commit(try main()) : .workingFiles
    }

    /// The bytes of a plain file of at most the size that terms may have; nil where there is none.
    private func bytes(at path: String, in place: CompanionPlace) throws -> [UInt8]? {
        switch place {
        case .workingFiles:
            let file = try repository.workingFile(at: path, readingUpTo: Limits.termsSize)
            guard case .file = file?.kind else { return nil }
            return file?.bytes
        case .commit(let commit):
            return try bytes(at: path, in: .tree(try repository.commit(commit).tree))
        case .tree(let tree):
            guard let entry = try repository.entry(in: tree, at: path),
                entry.mode == .file || entry.mode == .executable
            else { return nil }
            return try repository.blob(entry.id, upTo: Limits.termsSize)
        }
    }
}
