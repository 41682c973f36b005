/// One field of a section: its name in the file, how people call it, and the question behind it.
///
/// What else people should know about it follows the declaration:
///
/// ```swift
/// Field("notice", "Notice", "How long before must notice be given?", .duration)
///     .why("Whoever has built on the partnership needs time to build something else.")
///     .commonly("three to six months")
///     .example("3 months")
///     .tagged(.remedy)
/// ```
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

    /// What a field is about, for those who look for everything of one kind.
    public enum Tag: String, CaseIterable, Hashable, Sendable {
        /// What is paid, received or put in.
        case money
        /// When something happens, or how long it lasts.
        case time
        /// What could go wrong.
        case risk
        /// Who decides, checks or is told.
        case control
        /// What happens when something has gone wrong.
        case remedy
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
    /// Why the question matters, in a plain sentence or two; nil where the question says it.
    public private(set) var why: String?
    /// What others commonly answer, as it goes on after "Commonly seen:"; no advice.
    public private(set) var commonly: String?
    /// A valid value as it is written in the file; nil where the question is enough.
    public private(set) var example: String?
    /// What it is about, with what its type says.
    public private(set) var tags: Set<Tag>
    /// Whether an interview asks for it, although nothing is missing without it.
    private var isWorthAsking = false
    /// The field beside it, and the answer there, with which it is not worth asking.
    private var pointless: (beside: String, answer: String)?

    /// Whether an interview asks for it, given what is answered beside it.
    public func isAskedFor(beside answers: Value?) -> Bool {
        if presence.isWanted { return true }
        guard let pointless else { return isWorthAsking }
        guard let answer = answers?[pointless.beside] else { return false }
        return answer.text != pointless.answer
    }

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
        tags = type.tags
    }

    /// The field with the reason for its question.
    public func why(_ reason: String) -> Field {
        var field = self
        field.why = reason
        return field
    }

    /// The field with what others commonly answer.
    public func commonly(_ answer: String) -> Field {
        var field = self
        field.commonly = answer
        return field
    }

    /// The field with an example of a value.
    public func example(_ value: String) -> Field {
        var field = self
        field.example = value
        return field
    }

    /// The field, to be asked for in an interview although nothing is missing without it.
    public func worthAsking() -> Field {
        var field = self
        field.isWorthAsking = true
        return field
    }

    /// The field, to be asked for once another field is answered, unless with this answer.
    public func worthAsking(unless name: String, is answer: String) -> Field {
        var field = worthAsking()
        field.pointless = (name, answer)
        return field
    }

    /// The field with further tags.
    public func tagged(_ more: Tag...) -> Field {
        var field = self
        field.tags.formUnion(more)
        return field
    }

    /// The `id` of an item.
    public static let id = Field(
        "id", "Id", "A short name for this item, to refer to it", .identifier, .required
    ).why("Keep it when you move or change the item, so that everybody sees what changed.")
}

extension FieldType {
    /// What a value of this type is about, whatever its field.
    fileprivate var tags: Set<Field.Tag> {
        switch self {
        case .money, .map(.shareOfParty, _): [.money]
        case .duration, .date: [.time]
        default: []
        }
    }
}
