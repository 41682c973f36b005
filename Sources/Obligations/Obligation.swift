public import Records
public import Terms

/// Something that falls due: on which day, what, by whom, and which term says so.
public struct Obligation: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// People meet.
        case meeting
        /// An objective or success measure has its day.
        case target
        /// A team is trained.
        case training
        /// A party puts something in.
        case investment
        /// A fee is paid.
        case payment
        /// Revenue is settled.
        case settlement
        /// Values are shared, or shared anew.
        case acknowledgement
        /// A project reaches a milestone.
        case milestone
        /// A project is reported on.
        case report
        /// Something is decided: a trial, or a registered deal.
        case decision
        /// A protection or an exclusivity ends.
        case protection
        /// A step of a dispute has to be over.
        case dispute
        /// The agreement, or how it is kept, is looked at.
        case review
        /// The last day on which notice can be given.
        case notice
        /// The agreement is renewed.
        case renewal
        /// The agreement, or what follows it, ends.
        case end

        /// What stands in front of it.
        public var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// What it is within the framework, the same whenever it is asked for: `meeting/steering/3`.
    public let id: String
    /// The last day on which it can be done.
    public let date: CalendarDate
    /// What it is, in one line.
    public let what: String
    /// Who answers for it: people and parties, by their ids.
    public let who: [String]
    /// The term that says so.
    public let source: TermPath
    /// The record that it follows from, where it does.
    public let record: RecordID?
    /// How often it comes again.
    public let every: CalendarDuration?

    init(
        _ kind: Kind, _ id: String, on date: CalendarDate, _ what: String, who: [String],
        source: TermPath, record: RecordID? = nil, every: CalendarDuration? = nil
    ) {
        self.kind = kind
        self.id = "\(kind.rawValue)/\(id)"
        self.date = date
        self.what = what
        self.who = who
        self.source = source
        self.record = record
        self.every = every
    }

    /// The series that it belongs to, where it comes again: `meeting/steering`.
    public var series: String? {
        every == nil ? nil : id.lastIndex(of: "/").map { String(id[..<$0]) }
    }
}
