internal import Synchronization

/// One thing found in `terms/`, before anything about it is believed.
public struct TermsEntry: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable {
        /// A plain file.
        case file
        /// A file that may be executed.
        case executable
        /// A symbolic link.
        case symlink = "symbolic link"
        /// A Git submodule.
        case submodule
        /// A device, a socket, or a mode that terms never have.
        case other = "special file"
    }

    /// The path relative to `terms/`, with `/` between folders.
    public var path: String
    /// What kind of thing it is.
    public var kind: Kind
    /// The size in bytes.
    public var size: Int
    /// The contents; empty where the kind or the size rules reading out.
    public var bytes: [UInt8]

    /// Makes an entry.
    public init(path: String, kind: Kind, size: Int, bytes: [UInt8]) {
        self.path = path
        self.kind = kind
        self.size = size
        self.bytes = bytes
    }

    /// Makes a plain file.
    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, kind: .file, size: bytes.count, bytes: bytes)
    }
}

/// The files of the terms of one framework: a path for each, sorted as bytes, and its contents.
///
/// These bytes are what people sign. Holding a value of this type means nothing more than that
/// the paths are distinct; ``findings`` says which of the rules for files they break.
public struct TermsFiles: Sendable {
    /// The plain files by path, sorted by the bytes of the path.
    public let files: [(path: String, bytes: [UInt8])]
    /// What breaks the rules for paths, kinds and sizes (format.md).
    public let findings: [Finding]
    private let known = Known()

    /// Takes what was found in `terms/`, in any order.
    public init(_ entries: [TermsEntry]) {
        let sorted = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        findings = FileRules.findings(for: sorted)
        files = sorted.filter { $0.kind == .file || $0.kind == .executable }
            .map { ($0.path, $0.bytes) }
    }

    /// The contents of a file, or nil. Logarithmic in the number of files.
    public subscript(path: String) -> [UInt8]? {
        var low = 0
        var high = files.count
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < files.count, files[low].path.utf8.elementsEqual(path.utf8) else { return nil }
        return files[low].bytes
    }

    /// The same files with these contents at a path, whether it was there or not.
    public func replacing(_ path: String, with bytes: [UInt8]) -> TermsFiles {
        let others = files.filter { !$0.path.utf8.elementsEqual(path.utf8) }
        return TermsFiles(
            (others + [(path, bytes)]).map { TermsEntry(path: $0.path, bytes: $0.bytes) })
    }

    /// Whether there is no file at all.
    public var isEmpty: Bool { files.isEmpty }

    /// One line per file in the format of `sha256sum`, sorted by path as bytes
    /// (format.md, "The digest of the terms"). Linear in the size of the files.
    public var manifest: String {
        let digests = files.mapOnAllCores { Digest(of: $0.bytes) }
        return Self.manifest(of: zip(files, digests).map { ($0.path, $1) })
    }

    /// The digest of the terms: the SHA-256 of the manifest. It is what people sign.
    ///
    /// Worked out when it is first asked for.
    public var digest: Digest {
        known.digest.withLock { known in
            if let known { return known }
            let digest = Digest(of: Array(manifest.utf8))
            known = digest
            return digest
        }
    }

    /// Takes over the digest from where it was worked out before, of the digests of these files.
    func know(_ digest: Digest) { known.digest.withLock { $0 = digest } }

    /// Whether two states have the same files with the same bytes, and thus the same digest.
    package func hasSameBytes(as other: TermsFiles) -> Bool {
        files.count == other.files.count
            && zip(files, other.files).allSatisfy {
                $0.path.utf8.elementsEqual($1.path.utf8) && $0.bytes == $1.bytes
            }
    }

    /// What was worked out of the files, which never change.
    private final class Known: Sendable {
        let digest = Mutex<Digest?>(nil)
    }

    /// The digest of terms whose files have these digests, sorted by path as bytes.
    static func digest(of lines: [(path: String, digest: Digest)]) -> Digest {
        Digest(of: Array(manifest(of: lines).utf8))
    }

    private static func manifest(of lines: [(path: String, digest: Digest)]) -> String {
        lines.reduce(into: "") { $0 += $1.digest.digits + "  " + $1.path + "\n" }
    }

    /// The paths of the files that differ between two states, sorted as bytes: added, removed
    /// or with other bytes.
    public static func changedPaths(from old: TermsFiles?, to new: TermsFiles?) -> [String] {
        // Both are sorted by the bytes of the path, and stay apart where Unicode calls two equal.
        var before = (old?.files ?? [])[...]
        var after = (new?.files ?? [])[...]
        var changed: [String] = []
        while let left = before.first, let right = after.first {
            if left.path.utf8.elementsEqual(right.path.utf8) {
                if left.bytes != right.bytes { changed.append(left.path) }
                before.removeFirst()
                after.removeFirst()
            } else if left.path.utf8.lexicographicallyPrecedes(right.path.utf8) {
                changed.append(left.path)
                before.removeFirst()
            } else {
                changed.append(right.path)
                after.removeFirst()
            }
        }
        return changed + before.map(\.path) + after.map(\.path)
    }
}
