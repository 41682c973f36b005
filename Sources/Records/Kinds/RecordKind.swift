public import Terms

/// A kind of record: the folder that its records lie in, what they are about, and what can happen
/// to that (format.md, "Records").
public struct RecordKind: Sendable {
    /// Where the name of what a record is about comes from.
    public enum Subject: Sendable {
        /// Whoever records it gives it a name; the question for it.
        case named(String)
        /// It is what a field of the record names.
        case field(String)
        /// It is the person who records it.
        case person
        /// It is the party of the person who records it.
        case party
    }

    /// The folder, such as `deals`.
    public let name: String
    /// One of them, such as `deal`.
    public let singular: String
    /// What stands above them.
    public let title: String
    /// What they tell, in one line.
    public let summary: String
    /// What they are about.
    public let subject: Subject
    /// What can happen.
    public let events: [RecordEvent]

    /// The event of a name, or nil.
    public func event(_ name: String) -> RecordEvent? { events.first { $0.name == name } }

    /// The kind of a name, which may be that of one of its records; nil where there is none.
    public init?(_ name: String) {
        guard let kind = Self.byName[name] else { return nil }
        self = kind
    }

    init(
        _ name: String, of singular: String, _ title: String, _ summary: String, subject: Subject,
        _ events: [RecordEvent]
    ) {
        self.name = name
        self.singular = singular
        self.title = title
        self.summary = summary
        self.subject = subject
        self.events = events
    }

    /// All kinds: the one declaration from which reading, checking, asking, JSON Schema and the
    /// reference page are derived.
    public static let all: [RecordKind] = [
        acknowledgements, projects, deals, investments, measures, meetings, reviews, health,
        disputes, notices,
    ]

    /// By the name of the kind, and of one of its records: each file of a history asks for it.
    private static let byName = Dictionary(
        all.flatMap { [($0.name, $0), ($0.singular, $0)] }, uniquingKeysWith: { first, _ in first })
}

/// Something that happened and is recorded: what is written down, by whom, and when that makes
/// sense.
public struct RecordEvent: Sendable {
    /// Where an event stands among those of the same subject.
    public enum Place: Sendable {
        /// It is the first one, and happens once.
        case opening
        /// There has to be an opening before it.
        case after
        /// It stands anywhere.
        case any
    }

    /// The word in the file's name, such as `registered`.
    public let name: String
    /// What it tells, in one line.
    public let summary: String
    /// Where it stands.
    public let place: Place
    /// Who may record it.
    public let right: RecordRight
    /// What is written down, that which every record has included.
    public let fields: [Field]
    /// What is written down of this event alone.
    public let ownFields: [Field]

    init(
        _ name: String, _ summary: String, as place: Place = .any, by right: RecordRight = .anybody,
        _ fields: [Field]
    ) {
        self.name = name
        self.summary = summary
        self.place = place
        self.right = right
        ownFields = fields
        self.fields = [Self.day] + fields + Self.common
    }

    /// What every record has.
    public static let sharedFields = [day] + common

    private static let day = Field(
        "on", "On", "On which day did it happen?", .date, .required
    ).why("What was promised is held against the day on which it was done.").example("2027-05-12")

    private static let common = [
        Field("evidence", "Evidence", "Which files show it?", .items(evidence))
            .why("Who doubts a figure can look, and nobody can put another file in its place."),
        Field("note", "Note", "What else should the other side know?", .prose)
            .why("A figure is easier to confirm with the sentence behind it."),
    ]

    private static let evidence = [
        Field("sha256", "SHA-256", "What is the SHA-256 of the file?", .sha256, .required)
            .why("It shows later that the file is still the same."),
        Field("file", "File", "What is the file called?", .text, .required)
            .why("Somebody has to find it again.").example("invoice-1007.pdf"),
        Field("kept", "Kept", "Where is it kept?", .choice(keeping), .required)
            .why("Not everything that is shown may be given away."),
    ]

    private static let keeping = [
        FieldType.Choice("beside", meaning: "in the folder of the record's name"),
        FieldType.Choice("elsewhere", meaning: "by the party that recorded it"),
    ]
}

/// Who may record an event.
public enum RecordRight: Hashable, Sendable {
    /// Anybody whom the registry knows.
    case anybody
    /// Somebody of the party in this field.
    case partyIn(String)
    /// Somebody of another party than the one that opened it.
    case otherThanOpener
    /// The person in this field, or the partnership manager of the same party.
    case personOrManager(String)
    /// Whom the terms name at this path, or anybody where they name nobody.
    case named(String)
    /// Somebody who may sign for their party whatever it is about.
    case signatory

    /// Who it is, as it goes on after "recorded by".
    public var inWords: String {
        switch self {
        case .anybody: "anybody whose key the registry knows"
        case .partyIn(let field): "somebody of the party in `\(field)`"
        case .otherThanOpener: "somebody of another party than the one that began it"
        case .personOrManager(let field):
            "the person in `\(field)`, or the partnership manager of the same party"
        case .named(let path): "the one whom `\(path)` names, or anybody where it names nobody"
        case .signatory: "somebody whom the first signing rule of their party names"
        }
    }
}

extension RecordKind {
    /// What a record is about, from its fields, who records it, and the name that was given; nil
    /// where that is still missing.
    public func subject(
        named name: String?, in value: Value?, by recorder: Recorder
    ) -> String? {
        switch subject {
        case .named: name
        case .field(let field): value?[field]?.text
        case .person: recorder.person
        case .party: recorder.party
        }
    }
}
