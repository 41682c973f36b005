public import Terms

/// What is said about an earlier record, in a record of its own beside it.
public enum RecordAnswer: String, CaseIterable, Hashable, Sendable {
    /// Another party says that it is so.
    case confirm
    /// Another party says that it is not so.
    case dispute
    /// The party that recorded it says what it should have said.
    case correction

    /// What it tells, in one line.
    public var summary: String {
        switch self {
        case .confirm: "Another party says that a record is right."
        case .dispute: "Another party says that a record is wrong, and why."
        case .correction: "The party that recorded it says what is right instead."
        }
    }

    /// Who may record it, as it goes on after "recorded by".
    public var rightInWords: String {
        self == .correction
            ? "somebody of the party that made the earlier record"
            : "somebody of another party than the one that made the earlier record"
    }

    /// What is written down. A correction holds all of the event anew, or nothing of it where it
    /// did not happen.
    public func fields(about event: [Field]) -> [Field] {
        let record = Field("record", "Record", "Which record?", .text, .required)
            .why("By its place below records/, without .yaml.")
            .example("deals/lift/20270512T093000Z-registered")
        switch self {
        case .confirm:
            return [
                record,
                Field("note", "Note", "What else is there to say?", .prose)
                    .why("A yes may have a but."),
            ]
        case .dispute:
            return [
                record,
                Field("reason", "Reason", "What is wrong about it?", .prose, .required)
                    .why("The other side has to know what to mend."),
            ]
        case .correction:
            return [
                record,
                Field("why", "Why", "What was wrong?", .prose, .required)
                    .why("A figure that changes without a reason is trusted by nobody."),
                Field("instead", "Instead", "What is right?", .object(event))
                    .why("All fields anew; left out where it did not happen at all."),
            ]
        }
    }
}
