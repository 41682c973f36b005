/// What of the records a new one is checked against: those about the same, and those that hold
/// certain words, such as the number of an invoice.
///
/// Of ten thousand records, a handful is read.
public struct RecordScope: Sendable {
    /// The folders below `records/`, such as `deals/lift`.
    let folders: Set<String>
    /// The words, as they are written.
    let words: [[UInt8]]

    /// Looks for records.
    ///
    /// - Parameters:
    ///   - folders: What they are about: `deals/lift`.
    ///   - words: What others hold. A word that can be written in several ways is looked for
    ///     everywhere: nil.
    public init?(about folders: Set<String>, holding words: [String] = []) {
        guard words.allSatisfy(Self.isLiteral) else { return nil }
        self.folders = folders
        self.words = words.map { Array($0.utf8) }
    }

    /// Whether a word can only be written as it is, wherever nothing is escaped.
    private static func isLiteral(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "-_./".utf8.contains(byte)
                }
            }
    }

    /// The scope that also holds everything about whatever was found elsewhere: an invoice there may
    /// have been withdrawn, or have got its number by a correction.
    ///
    /// - Parameter found: What belongs to this scope.
    /// - Returns: the wider scope; nil where all records are needed, since an answer among what was
    ///   found may be about any of them.
    func widened(by found: [RecordEntry]) -> RecordScope? {
        guard !found.contains(where: \.isStrayAnswer) else { return nil }
        return RecordScope(folders: folders.union(found.map(\.folder)), words: words)
    }

    private init(folders: Set<String>, words: [[UInt8]]) {
        self.folders = folders
        self.words = words
    }

    /// Whether a record belongs to it.
    func covers(_ entry: RecordEntry) -> Bool {
        folders.contains(entry.folder) || !entry.isLiteral
            || words.contains { word in entry.text.map { $0.contains(word) } ?? true }
    }
}
