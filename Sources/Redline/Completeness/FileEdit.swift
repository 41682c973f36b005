public import Terms

/// How the bytes of one file became others: what stands at its beginning and its end is the same,
/// and what is between them is not.
public struct FileEdit: Sendable {
    /// The path in `terms/`.
    public let path: String
    /// How many bytes at the beginning are in both states.
    public let start: Int
    /// How many bytes at the end are in both states.
    public let end: Int
    /// The bytes between them in the old state; nil where there was no such file.
    public let old: ArraySlice<UInt8>?
    /// The bytes between them in the new state; nil where there is no such file any more.
    public let new: ArraySlice<UInt8>?

    init(_ file: ChangedFile) {
        path = file.path
        guard let before = file.old, let after = file.new else {
            (start, end) = (0, 0)
            (old, new) = (file.old?[...], file.new?[...])
            return
        }
        let most = min(before.count, after.count)
        let (first, last) = before.withUnsafeBufferPointer { before in
            after.withUnsafeBufferPointer { after in
                var start = 0
                while start < most, before[start] == after[start] { start += 1 }
                var end = 0
                while end < most - start,
                    before[before.count - 1 - end] == after[after.count - 1 - end]
                { end += 1 }
                return (start, end)
            }
        }
        (start, end) = (first, last)
        old = before[first..<(before.count - last)]
        new = after[first..<(after.count - last)]
    }

    /// The bytes of the file in one state, made from those of the other; nil where it has no
    /// such file.
    fileprivate func applied(to bytes: [UInt8]?, isForth: Bool) throws -> [UInt8]? {
        let (from, to) = isForth ? (old, new) : (new, old)
        guard let from else {
            if bytes != nil { throw NotCompared(path: path) }
            return to.map { Array($0) }
        }
        guard let bytes, bytes.count == start + from.count + end else {
            throw NotCompared(path: path)
        }
        let tail = bytes.count - end
        guard bytes[start..<tail] == from else { throw NotCompared(path: path) }
        guard let to else { return nil }
        var made = Array(bytes[..<start])
        made += to
        made += bytes[tail...]
        return made
    }
}

/// That files are not those that were compared.
public struct NotCompared: Error {
    /// The path of the file that is another one.
    public let path: String
}

extension Comparison {
    /// The new files, made from the old ones and from what changed.
    ///
    /// Throws ``NotCompared`` for other files than those that were compared.
    public func apply(to old: TermsFiles) throws -> TermsFiles {
        try applied(to: old, isForth: true)
    }

    /// The old files, made from the new ones and from what changed.
    ///
    /// Throws ``NotCompared`` for other files than those that were compared.
    public func revert(_ new: TermsFiles) throws -> TermsFiles {
        try applied(to: new, isForth: false)
    }

    private func applied(to files: TermsFiles, isForth: Bool) throws -> TermsFiles {
        var edits = fileEdits[...]
        var result: [TermsEntry] = []
        func add(_ edit: FileEdit, _ bytes: [UInt8]?) throws {
            if let made = try edit.applied(to: bytes, isForth: isForth) {
                result.append(TermsEntry(path: edit.path, bytes: made))
            }
        }
        for file in files.files {
            while let edit = edits.first, edit.path.utf8.lexicographicallyPrecedes(file.path.utf8) {
                try add(edit, nil)
                edits.removeFirst()
            }
            if let edit = edits.first, edit.path.utf8.elementsEqual(file.path.utf8) {
                try add(edit, file.bytes)
                edits.removeFirst()
            } else {
                result.append(TermsEntry(path: file.path, bytes: file.bytes))
            }
        }
        for edit in edits { try add(edit, nil) }
        return TermsFiles(result)
    }
}
