internal import Git
public import Records
internal import Terms

extension Workspace {
    /// The records of a framework in the order of the agreed history, with who signed each.
    ///
    /// Linear in the number of records.
    ///
    /// - Throws: `GitError`.
    public func records(of framework: String, in history: History) throws -> [RecordSource] {
        try (history.frameworks[framework]?.entries() ?? []).map(source)
    }

    /// The records of a scope, with the names of all that is on record.
    ///
    /// - Throws: `GitError`.
    func recordBook(
        of framework: String, in scope: RecordScope?, history: History
    ) throws -> RecordBook {
        guard let known = history.frameworks[framework] else { return RecordBook() }
        return RecordBook(
            try known.entries(in: scope).map(source),
            knowing: try scope.map { try known.recordFolders().subtracting($0.folders) } ?? [])
    }

    private func source(_ entry: RecordEntry) throws -> RecordSource {
        RecordSource(
            path: entry.path,
            bytes: try entry.text ?? repository.blob(entry.blob, upTo: Limits.fileSize) ?? [],
            recorder: entry.recorder, seconds: entry.seconds, version: entry.version)
    }
}
