internal import Terms

/// The comments of a section's file that are in one state only. They are no terms, but they are
/// signed with them, so nobody may change them unseen.
public struct CommentChange: Hashable, Sendable {
    /// The path in `terms/`.
    public let file: String
    /// The lines that are gone, in their order, from `#` on.
    public let removed: [String]
    /// The lines that are new, in their order.
    public let added: [String]

    /// How many lines that is.
    public var count: Int { removed.count + added.count }

    /// Compares the comments of a file, whatever their order; nil where they are the same. Linear.
    init?(_ file: ChangedFile) {
        let before = Self.comments(in: file.old)
        let after = Self.comments(in: file.new)
        self.file = file.path
        removed = Self.surplus(of: before, over: after)
        added = Self.surplus(of: after, over: before)
        if removed.isEmpty, added.isEmpty { return nil }
    }

    /// The comments in the bytes of a file; none where they are no text.
    static func comments(in bytes: [UInt8]?) -> [String] {
        YAMLComments.all(in: String(decoding: bytes ?? [], as: UTF8.self))
    }

    private static func surplus(of lines: [String], over others: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for line in others { counts[line, default: 0] += 1 }
        return lines.filter { line in
            counts[line, default: 0] -= 1
            return counts[line, default: 0] < 0
        }
    }
}
