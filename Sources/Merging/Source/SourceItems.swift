internal import Terms

/// The items of lists that were read in one state of a file, by where they stand and what their
/// lines say: most of them stand in the others as well, and mean the same there.
struct SourceItems: Sendable {
    /// The lines of an item, byte by byte, below the keys that lead to its list.
    struct Place: Hashable {
        var keys: [String]
        var indent: Int
        var text: Substring

        static func == (one: Place, other: Place) -> Bool {
            one.indent == other.indent && one.keys == other.keys && one.text.isByteEqual(other.text)
        }

        func hash(into hasher: inout Hasher) {
            let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
                hasher.combine(bytes: UnsafeRawBufferPointer($0))
            }
            if isHashed == nil { hasher.combine(text.utf8.count) }
        }
    }

    private var entries: [Place: SourceEntry] = [:]

    subscript(place: Place) -> SourceEntry? {
        get { entries[place] }
        set { entries[place] = newValue }
    }
}
