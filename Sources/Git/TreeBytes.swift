import Glibc

/// The entries of a tree object where its bytes lie, one after the other: a folder of many records
/// is read for each of them, so nothing is copied.
///
/// It may only be used as long as the bytes are there.
struct TreeBytes {
    /// An entry, as its bytes have it.
    struct Entry {
        /// All of it.
        let bytes: UnsafeRawBufferPointer
        /// The name.
        let name: UnsafeRawBufferPointer
        let mode: TreeEntry.Mode
        let isPadded: Bool

        /// The entry in memory of its own.
        func copy() throws -> TreeEntry {
            guard let id = ObjectID(bytes: bytes.suffix(ObjectID.byteCount)) else {
                throw FormatError()
            }
            return TreeEntry(name: Array(name), mode: mode, id: id, isPadded: isPadded)
        }
    }

    /// That bytes are not a tree.
    struct FormatError: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next entry; nil at the end.
    mutating func next() throws -> Entry? {
        let start = place
        guard start < bytes.count else { return nil }
        var mode: UInt32 = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: " ") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[place]),
                place - start < 7
            else { throw FormatError() }
            mode = mode << 3 | UInt32(bytes[place] - UInt8(ascii: "0"))
            place += 1
        }
        let name = place + 1
        guard place > start else { throw FormatError() }
        guard name < bytes.count, let here = bytes.baseAddress,
            let zero = memchr(here + name, 0, bytes.count - name)
        else { throw FormatError() }
        place = UnsafeRawPointer(zero) - here
        let end = place + 1 + ObjectID.byteCount
        guard place > name, end <= bytes.count else { throw FormatError() }
        defer { place = end }
        return Entry(
            bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]),
            name: UnsafeRawBufferPointer(rebasing: bytes[name..<place]),
            mode: TreeEntry.Mode(rawValue: mode), isPadded: bytes[start] == UInt8(ascii: "0"))
    }
}

extension TreeBytes {
    /// Goes past the next entry, if its bytes are those of another one.
    mutating func skip(_ entry: Entry) -> Bool {
        let count = entry.bytes.count
        guard bytes.count - place >= count,
            UnsafeRawBufferPointer(rebasing: bytes[place...]).order(entry.bytes, upTo: count) == 0
        else { return false }
        place += count
        return true
    }
}

/// Whether entries come as Git writes them: every name once, in Git's order, and such as
/// `git fsck --strict` takes, with modes in one form. Programs disagree about what any other tree
/// holds.
struct CanonicalOrder {
    private(set) var holds = true
    private var last: TreeBytes.Entry?
    /// The names of what is no directory, each of which begins the next one. In Git's order, only a
    /// directory and something else can have one name, and all between them begin with it.
    private var open: [UnsafeRawBufferPointer] = []

    /// Sees the next entry. All of them together are linear in their bytes.
    mutating func see(_ entry: TreeBytes.Entry) {
        guard holds else { return }
        holds =
            !entry.isPadded && PathRules.isComponent(entry.name)
            && last.map { Self.order($0, entry) < 0 } ?? true
        last = entry
        while let name = open.last, !Self.starts(entry.name, with: name) { open.removeLast() }
        if entry.mode != .tree {
            open.append(entry.name)
        } else if open.last?.count == entry.name.count {
            holds = false
        }
    }

    /// Negative where Git lists one entry before another, positive where after: a directory as if
    /// its name ended with "/".
    static func order(_ left: TreeBytes.Entry, _ right: TreeBytes.Entry) -> Int {
        let common = min(left.name.count, right.name.count)
        let order = left.name.order(right.name, upTo: common)
        guard order == 0 else { return order }
        return next(in: left, after: common) - next(in: right, after: common)
    }

    /// What follows a part of a name that both entries have; what ends there comes first.
    private static func next(in entry: TreeBytes.Entry, after count: Int) -> Int {
        if count < entry.name.count { return Int(entry.name[count]) }
        return entry.mode == .tree ? Int(UInt8(ascii: "/")) : -1
    }

    private static func starts(
        _ name: UnsafeRawBufferPointer, with start: UnsafeRawBufferPointer
    ) -> Bool {
        start.count <= name.count && name.order(start, upTo: start.count) == 0
    }
}

extension UnsafeRawBufferPointer {
    /// Negative where the first bytes come before those of others, positive where after.
    fileprivate func order(_ other: UnsafeRawBufferPointer, upTo count: Int) -> Int {
        guard count > 0, let left = baseAddress, let right = other.baseAddress else { return 0 }
        return Int(memcmp(left, right, count))
    }
}
