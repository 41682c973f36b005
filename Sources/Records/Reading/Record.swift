public import Terms

/// Something that happened, as one party recorded it, with all that was said about it since.
public struct Record: Sendable {
    /// What a record says, or what a correction of it says instead.
    public struct Content: Sendable {
        /// The record that says it.
        public let id: RecordID
        /// The fields; nil where a correction says that it did not happen.
        public let value: Value?
        /// The file that says it.
        public let text: String
        /// Why it was corrected; nil in the first one.
        public let why: String?
        /// Who recorded it.
        public let recorder: Recorder
        /// When, in seconds since 1970.
        public let seconds: Int64
        /// What other parties say about it, by their ids; the last word of each counts.
        public internal(set) var verdicts: [String: Verdict] = [:]
    }

    /// What another party says.
    public struct Verdict: Sendable {
        /// Whether it confirms; else it disputes.
        public let isConfirmed: Bool
        /// The reason or note.
        public let text: String?
        /// Who says it.
        public let recorder: Recorder
        /// When, in seconds since 1970.
        public let seconds: Int64
        /// The record that says it.
        public let id: RecordID
    }

    /// How far what a record says is established.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        /// All parties that sign say so.
        case confirmed
        /// One party says so, and not all others have confirmed it.
        case claimed
        /// Another party says that it is not so.
        case contested
        /// The party that recorded it says that it did not happen.
        case withdrawn

        /// How people say it.
        public var label: String {
            switch self {
            case .confirmed: "confirmed by both"
            case .claimed: "claimed by one"
            case .contested: "contested"
            case .withdrawn: "withdrawn"
            }
        }
    }

    /// The first record, by which it is referred to.
    public let id: RecordID
    /// What kind it is of.
    public let kind: RecordKind
    /// What happened.
    public let event: RecordEvent
    /// The version in force when it was recorded.
    public let version: Int
    /// What was said, oldest first; never empty.
    public internal(set) var contents: [Content]

    /// What counts: the last correction, or the record itself where there is none.
    public var current: Content { contents[contents.count - 1] }
    /// The fields that count; nil where it did not happen.
    public var value: Value? { current.value }
    /// The day that it happened on.
    public var day: CalendarDate? { value?["on"]?.date }
    /// The party that recorded it.
    public var party: String { contents[0].recorder.party }
    /// Whether it was corrected.
    public var isCorrected: Bool { contents.count > 1 }

    /// How far it is established among the parties that sign.
    ///
    /// A correction takes back what was confirmed before: nobody has confirmed the new text yet.
    public func standing(among signing: [String]) -> Standing {
        guard current.value != nil else { return .withdrawn }
        if current.verdicts.values.contains(where: { !$0.isConfirmed }) { return .contested }
        let others = signing.filter { $0 != party }
        return !others.isEmpty && others.allSatisfy { current.verdicts[$0] != nil }
            ? .confirmed : .claimed
    }
}
