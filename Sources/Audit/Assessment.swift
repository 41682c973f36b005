public import Records
public import Terms

/// One promise of the terms, held against what is on record.
public struct Assessment: Hashable, Sendable {
    /// How a promise stands.
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// What was promised is there.
        case kept
        /// It is behind, and can still be mended.
        case drifting
        /// It was due, and is not there.
        case broken
        /// Its day has not come.
        case notYetDue = "not-yet-due"
        /// Nothing on record shows it.
        case unknown

        /// How people say it.
        public var label: String { self == .notYetDue ? "not yet due" : rawValue }

        /// Whether it says how well a promise was kept, and so counts in a score.
        public var isJudged: Bool { self == .kept || self == .drifting || self == .broken }
    }

    /// A record that an assessment rests on.
    public struct Evidence: Hashable, Sendable {
        /// The record.
        public let record: RecordID
        /// The day that it happened on.
        public let day: CalendarDate
        /// How far it is established.
        public let standing: Record.Standing
    }

    /// Who acts next, and how.
    public struct Step: Hashable, Sendable {
        /// The ids of people or parties.
        public let who: [String]
        /// What they do, as a sentence without a full stop.
        public let what: String
    }

    /// A figure on its day, with what was to be reached by the terms of that day.
    public struct Point: Hashable, Sendable {
        /// The day on which it was read.
        public let day: CalendarDate
        /// Where it stood.
        public let value: Figure
        /// What the terms of that day wanted in the end.
        public let target: Figure?
    }

    /// What was promised beside what is there, in one unit.
    public struct Measure: Hashable, Sendable {
        /// What was promised.
        public let promised: Figure
        /// What is there.
        public let actual: Figure
    }

    /// The id of the rule that judged it.
    public let rule: String
    /// The term that promises it.
    public let path: TermPath
    /// What it is about, where one term promises something of each: a project, a party, a deal.
    public var subject: String?
    /// What people call the promise.
    public var label: String
    /// The version that it was judged by.
    public let version: Int
    /// What was promised.
    public var promised: String
    /// What is there.
    public var actual: String
    /// By how much the two differ; nil where there is nothing to say.
    public var difference: String?
    /// How it stands.
    public var status: Status
    /// Why it stands so, in one sentence.
    public var reason: String
    /// The records that it rests on, oldest first.
    public var evidence: [Evidence] = []
    /// When it falls or fell due.
    public var due: CalendarDate?
    /// Since when it stands so.
    public var since: CalendarDate?
    /// Who acts next; nil where nobody has to.
    public var next: Step?
    /// What can be drawn beside each other.
    public var measure: Measure?
    /// How the figure went, oldest first.
    public var trend: [Point] = []
    /// The quadrant of an objective.
    public var quadrant: String?

    /// What names it in every run, whatever is recorded or agreed later.
    public var id: String {
        "\(rule):\(path)" + (subject.map { "#\($0)" } ?? "") + (isDated ? "@\(due ?? .first)" : "")
    }

    /// Whether the day is part of what was promised, so that another day is another promise.
    var isDated = false

    /// The section in which it is told; clauses belong to the agreement as a whole.
    public var section: SectionName { SectionName(rawValue: path.section) ?? .framework }

    /// How far the records that it rests on are established: as far as the least of them; nil where
    /// it rests on none.
    public var standing: Record.Standing? {
        Self.order.first { standing in evidence.contains { $0.standing == standing } }
    }

    private static let order: [Record.Standing] = [.contested, .claimed, .confirmed]
}

extension CalendarDate {
    /// The first day that can be written.
    static let first = CalendarDate(dayNumber: .min)
}
