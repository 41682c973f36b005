/// One field of a section: its name in the file, how people call it, and the question behind it.
public struct Field: Sendable {
    /// Whether a field has to be there.
    public enum Presence: Sendable {
        /// Its absence is an error.
        case required
        /// Its absence counts against completeness, no more.
        case expected
        /// It is there only where it is wanted.
        case optional
        /// As ``optional``, and never empty: its absence means more than any value does, so that
        /// one reader could take an empty one for nothing and another for everything.
        case neverEmpty

        /// Whether its absence counts against completeness.
        public var isWanted: Bool { self == .required || self == .expected }
    }

    /// The key in the file.
    public let name: String
    /// What people call it, as a heading or the start of a line.
    public let label: String
    /// The question that it answers, in plain words.
    public let question: String
    /// What it holds.
    public let type: FieldType
    /// Whether it has to be there.
    public let presence: Presence

    /// Declares a field that is there only where it is wanted.
    public init(
        _ name: String, _ label: String, _ question: String, _ type: FieldType,
        _ presence: Presence = .optional
    ) {
        self.name = name
        self.label = label
        self.question = question
        self.type = type
        self.presence = presence
    }

    /// The `id` of an item.
    public static let id = Field(
        "id", "Id", "A short name for this item, to refer to it", .identifier, .required)
}
