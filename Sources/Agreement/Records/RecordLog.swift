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
        try (history.frameworks[framework]?.entries() ?? []).map { entry in
            let isReadable = try repository.blobSize(entry.blob) <= Limits.fileSize
            return RecordSource(
                path: entry.path, bytes: isReadable ? try repository.blob(entry.blob) : [],
                recorder: entry.recorder, seconds: entry.seconds, version: entry.version)
        }
    }
}
