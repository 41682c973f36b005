internal import Terms

/// What one file of the terms says, for asking it about single terms.
struct TermReading {
    /// The fields of a section, or the words of anything else; nil where there is no such file.
    private let content: Value?

    /// Reads the bytes of a file, if there is one. Linear in their number.
    init(file: String, bytes: [UInt8]?) {
        content = bytes.map { bytes in
            SectionName(file: file).flatMap { Section($0, bytes: bytes).value }
                ?? .scalar(.prose(Prose(String(decoding: bytes, as: UTF8.self))))
        }
    }

    /// What stands at a path; of anything but the fields of a section, always all of it.
    func value(at path: TermPath) -> Value? {
        content?.scalar == nil ? content?[path: path.inner] : content
    }

    /// Whether an item that both lists hold has other neighbours that both hold in front of it.
    func hasMoved(_ path: TermPath, since earlier: TermReading) -> Bool {
        guard let list = path.parent else { return false }
        func names(_ reading: TermReading) -> [String] {
            reading.value(at: list)?.items.compactMap(\.id) ?? []
        }
        let (before, after) = (names(earlier), names(self))
        let common = Set(before).intersection(after)
        guard common.contains(path.last) else { return false }
        func front(_ names: [String]) -> Set<String> {
            Set(names.prefix { $0 != path.last }).intersection(common)
        }
        return front(before) != front(after)
    }
}
