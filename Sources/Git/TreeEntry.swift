/// A name in a tree.
public struct TreeEntry: Hashable, Sendable {
    /// What the name is for.
    ///
    /// Old trees have other modes than those with names here; they're kept.
    public struct Mode: RawRepresentable, Hashable, Sendable {
        /// The number that the tree has, in octal digits.
        public var rawValue: UInt32

        /// A mode from its number.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// A file.
        public static let file = Mode(rawValue: 0o100644)
        /// A file that may be executed.
        public static let executable = Mode(rawValue: 0o100755)
        /// A directory.
        public static let tree = Mode(rawValue: 0o040000)
        /// A symbolic link.
        public static let symlink = Mode(rawValue: 0o120000)
        /// A commit of another repository.
        public static let submodule = Mode(rawValue: 0o160000)
    }

    /// The name, which may be any bytes but NUL and "/".
    public var name: [UInt8]
    /// What the name is for.
    public var mode: Mode
    /// The object.
    public var id: ObjectID
    /// Whether the tree has zeros before the mode, which Git reads over and never writes.
    public let isPadded: Bool

    /// An entry from its parts.
    public init(name: [UInt8], mode: Mode, id: ObjectID, isPadded: Bool = false) {
        self.name = name
        self.mode = mode
        self.id = id
        self.isPadded = isPadded
    }

    /// An entry whose name is text.
    public init(_ name: String, mode: Mode, id: ObjectID) {
        self.init(name: Array(name.utf8), mode: mode, id: id)
    }

    /// The name; nil unless it is UTF-8.
    public var text: String? {
        String(validating: name, as: UTF8.self)
    }
}

extension TreeEntry {
    /// Whether a tree with these entries lists them as Git writes them: every name once, in Git's
    /// order, and such as `git fsck --strict` takes, with modes in one form. Programs disagree about
    /// what any other tree holds.
    public static func areCanonical(_ entries: [TreeEntry]) -> Bool {
        guard entries.allSatisfy({ !$0.isPadded && PathRules.isComponent($0.name) }) else {
            return false
        }
        guard zip(entries, entries.dropFirst()).allSatisfy(precedes) else { return false }
        // In this order, only a directory and something else can have one name.
        let directories = Set(entries.lazy.filter { $0.mode == .tree }.map(\.name))
        return directories.isEmpty
            || !entries.contains { $0.mode != .tree && directories.contains($0.name) }
    }

    /// Whether Git lists one entry before another.
    private static func precedes(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
        let common = min(left.name.count, right.name.count)
        for index in 0..<common where left.name[index] != right.name[index] {
            return left.name[index] < right.name[index]
        }
        // Of names that begin alike, what follows the shorter decides.
        return left.sortKey.dropFirst(common).lexicographicallyPrecedes(
            right.sortKey.dropFirst(common))
    }

    /// What Git sorts by: a directory's name as if it ended with "/".
    private var sortKey: [UInt8] { mode == .tree ? name + [UInt8(ascii: "/")] : name }

    /// The entries of a tree object, in stored order; nil unless the bytes are a tree. With a name,
    /// those that have it: of large trees most are asked for one entry.
    static func parse(
        _ bytes: some RandomAccessCollection<UInt8>, named wanted: [UInt8]? = nil
    ) -> [TreeEntry]? {
        var entries: [TreeEntry] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let space = rest.firstIndex(of: 32),
                let nul = rest[space...].firstIndex(of: 0),
                (1...7).contains(rest[..<space].count)
            else { return nil }
            var mode: UInt32 = 0
            for digit in rest[..<space] {
                guard (48...55).contains(digit) else { return nil }
                mode = mode << 3 | UInt32(digit - 48)
            }
            let name = rest[space..<nul].dropFirst()
            let idAndRest = rest[nul...].dropFirst()
            guard !name.isEmpty, idAndRest.count >= ObjectID.byteCount else { return nil }
            if wanted.map({ name.elementsEqual($0) }) ?? true,
                let id = ObjectID(bytes: idAndRest.prefix(ObjectID.byteCount))
            {
                entries.append(
                    TreeEntry(
                        name: Array(name), mode: Mode(rawValue: mode), id: id,
                        isPadded: rest.first == UInt8(ascii: "0")))
            }
            rest = idAndRest.dropFirst(ObjectID.byteCount)
        }
        return entries
    }

    /// The bytes of a tree object of these entries, sorted as Git sorts.
    static func serialise(_ entries: [TreeEntry]) throws -> [UInt8] {
        func refused(_ name: [UInt8], _ reason: String) -> GitError {
            GitError(
                operation: "write tree", code: .invalidName,
                message: "\"\(String(decoding: name, as: UTF8.self))\" \(reason)")
        }
        var names: Set<[UInt8]> = []
        var bytes: [UInt8] = []
        let sorted = entries.map { ($0.sortKey, $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        for (_, entry) in sorted {
            guard PathRules.isComponent(entry.name) else {
                throw refused(entry.name, "is not a name for a tree")
            }
            guard names.insert(entry.name).inserted else {
                throw refused(entry.name, "occurs twice")
            }
            guard entry.id != .zero else { throw refused(entry.name, "has no object") }
            bytes += Array(String(entry.mode.rawValue, radix: 8).utf8)
            bytes.append(32)
            bytes += entry.name
            bytes.append(0)
            bytes += entry.id.bytes
        }
        return bytes
    }
}
