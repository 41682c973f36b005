public import Terms

/// A dispute on the agreed ladder: which steps were taken, which one it is at, and until when
/// (safeguards.yaml, `disputes`).
public struct DisputeLadder: Sendable {
    /// Where a step stands.
    public enum State: Hashable, Sendable {
        /// It has not begun.
        case ahead
        /// It goes on since this day.
        case running(since: CalendarDate)
        /// It ended on a day, with or without a result.
        case ended(on: CalendarDate, isSettled: Bool)
        /// One side wants to leave it out, and the others have not confirmed that.
        case skipProposed(on: CalendarDate)
        /// All sides left it out.
        case skipped(on: CalendarDate)
    }

    /// A step of the ladder.
    public struct Step: Sendable {
        /// Its id.
        public let id: String
        /// What happens, such as `mediation`.
        public let kind: String
        /// Who acts: parties and people, by their ids.
        public let who: [String]
        /// How long it may take.
        public let within: CalendarDuration?
        /// The term.
        public let path: TermPath
        /// Where it stands.
        public internal(set) var state: State = .ahead
        /// The day on which it is recorded as begun; nil where it is not.
        public internal(set) var started: CalendarDate?
        /// The day on which its time is or was up; nil before it begins, or where the terms set no
        /// time.
        public internal(set) var due: CalendarDate?
    }

    /// What it is called.
    public let name: String
    /// How it began.
    public let opening: Record
    /// What is on record of it, oldest first, without what was withdrawn.
    public let records: [Record]
    /// The steps, in the agreed order.
    public private(set) var steps: [Step]
    /// The day on which it was over, and how; nil where it goes on.
    public private(set) var end: (day: CalendarDate, how: String)?
    /// The place of the step that it is at: the one that goes on, or else the next one. Nil where
    /// it is over, or no step is left.
    public private(set) var current: Int?

    /// The step that it is at.
    public var currentStep: Step? { current.map { steps[$0] } }
    /// The step that settled it; nil where none has.
    public var settled: Step? {
        steps.last { if case .ended(_, isSettled: true) = $0.state { true } else { false } }
    }
    /// The steps that come after the one that it is at.
    public var ahead: ArraySlice<Step> { current.map { steps[($0 + 1)...] } ?? [] }

    /// Follows a dispute.
    ///
    /// A step begins when that is recorded; until then its time counts from the day on which the
    /// one before ended or was over, for the first one from the day on which the dispute was raised.
    /// Nil where no dispute of that name was raised.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - book: What is on record.
    ///   - terms: The terms that agree on the ladder.
    ///   - last: The last day that is looked at; what happened later is left out. Nil for all.
    public init?(
        _ name: String, in book: RecordBook, terms: RecordTerms, until last: CalendarDate? = nil
    ) {
        func isSeen(_ day: CalendarDate) -> Bool { last.map { day <= $0 } ?? true }
        guard let opening = book.opening(of: "disputes/\(name)"), opening.value != nil,
            let raised = opening.day, isSeen(raised)
        else { return nil }
        self.name = name
        self.opening = opening
        records = book.records(about: "disputes/\(name)").filter { $0.day.map(isSeen) ?? false }
        steps = Self.steps(of: opening, records, in: terms)
        for record in records {
            guard let day = record.day else { continue }
            let place = record.value?["step"]?.text.flatMap { id in
                steps.firstIndex { $0.id == id }
            }
            switch record.event.name {
            case "resolved" where record.standing(among: terms.signing) != .contested:
                end = (day, record.value?["how"]?.text ?? "")
            case "step-started":
                guard let place else { break }
                steps[place].state = .running(since: day)
                steps[place].started = day
            case "step-ended":
                let isSettled = record.value?["outcome"]?.text == "settled"
                if let place { steps[place].state = .ended(on: day, isSettled: isSettled) }
            case "step-skipped":
                let isAgreed = record.standing(among: terms.signing) == .confirmed
                if let place {
                    steps[place].state = isAgreed ? .skipped(on: day) : .skipProposed(on: day)
                }
            default: break
            }
        }
        count(from: raised)
    }

    /// All disputes that were raised, in the order of their names.
    public static func all(in book: RecordBook, terms: RecordTerms) -> [DisputeLadder] {
        (book.subjects["disputes"] ?? []).sorted().compactMap {
            DisputeLadder($0, in: book, terms: terms)
        }
    }

    /// Which steps have to end, or be left out by all sides, before a step may begin; empty where
    /// it may. A step whose time is up need not be ended first.
    public func missing(before id: String, on day: CalendarDate) -> [Step] {
        guard let place = steps.firstIndex(where: { $0.id == id }) else { return [] }
        return steps[..<place].filter { step in
            switch step.state {
            case .ended, .skipped: false
            case .running: step.due.map { day <= $0 } ?? true
            case .ahead, .skipProposed: true
            }
        }
    }

    private mutating func count(from raised: CalendarDate) {
        var begins = raised
        for place in steps.indices {
            switch steps[place].state {
            case .ended(let day, _):
                steps[place].due = steps[place].within.map((steps[place].started ?? begins).due)
                begins = day
            case .skipped(let day):
                begins = day
            case .running(let since):
                steps[place].due = steps[place].within.map(since.due)
                begins = steps[place].due ?? since
            case .ahead, .skipProposed: break
            }
        }
        guard end == nil else { return }
        // Where a later step goes on, those before it are behind.
        let last = steps.lastIndex { $0.state.hasBegun }
        if let last, case .running = steps[last].state {
            current = last
        } else {
            current = steps[((last ?? -1) + 1)...].indices.first
            if let current { steps[current].due = steps[current].within.map(begins.due) }
        }
    }

    private static func steps(
        of opening: Record, _ records: [Record], in terms: RecordTerms
    ) -> [Step] {
        func ladder(_ whom: String) -> [Step] {
            let path = TermPath(section: "safeguards").appending("disputes").appending(whom)
                .appending("steps")
            return (terms.values[path]?.items ?? []).compactMap { item in
                guard let id = item.id else { return nil }
                return Step(
                    id: id, kind: item.value["step"]?.text ?? id,
                    who: (item.value["who"]?.items ?? []).compactMap(\.value.text),
                    within: item.value["within"]?.duration, path: path.appending(id))
            }
        }
        let (partners, customers) = (ladder("partners"), ladder("customers"))
        let named = Set(records.compactMap { $0.value?["step"]?.text })
        func holds(_ steps: [Step]) -> Int { steps.count { named.contains($0.id) } }
        let isAboutCustomers =
            opening.value?["term"]?.text?.hasPrefix("safeguards.disputes.customers") ?? false
        let isWithCustomer =
            holds(customers) > holds(partners)
            || (isAboutCustomers && holds(customers) == holds(partners))
        return isWithCustomer || partners.isEmpty ? customers : partners
    }
}

extension DisputeLadder.State {
    /// Whether it is behind, or goes on.
    fileprivate var hasBegun: Bool {
        switch self {
        case .ahead, .skipProposed: false
        case .running, .ended, .skipped: true
        }
    }
}
