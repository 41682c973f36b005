public import Records
public import Terms

/// Everything that falls due by the terms in force and what is on record.
///
/// What is on record as done does not fall due any more; what should have been done before today
/// and is not on record is overdue, and stays here until it is.
public struct Obligations: Sendable {
    /// Those that fall due until the last day asked for, by day and then by id.
    public private(set) var all: [Obligation] = []
    /// The day that counts as today.
    public let today: CalendarDate
    /// The last day asked for.
    public let until: CalendarDate

    let values: TermsValues
    let book: RecordBook
    /// The parties whose signatures bind them.
    let signing: [String]
    /// Who answers for the relationship on the side of each party that signs.
    private let managers: [String: String]

    /// Where the terms say what falls due and who answers for it: nothing else of them is read.
    public static let places = [
        "framework.term", "framework.review-on", "framework.review-every", "parties.parties",
        "parties.people", "purpose.objectives", "purpose.success", "purpose.acknowledgement",
        "governance.roles", "governance.meetings", "governance.audit", "governance.advisor",
        "governance.trial", "governance.customer-projects", "commercials.readiness",
        "commercials.investments", "commercials.settlement", "commercials.pipeline.registration",
        "safeguards.exclusivity", "safeguards.exit", "safeguards.disputes",
    ].compactMap(TermPath.init)

    /// Finds them. Linear in terms and records, and in what comes again until the last day.
    ///
    /// - Parameters:
    ///   - values: What the terms in force say.
    ///   - book: What is on record.
    ///   - today: The day that counts as today.
    ///   - until: The last day that matters.
    public init(
        _ values: TermsValues, book: RecordBook, today: CalendarDate, until: CalendarDate
    ) {
        self.values = values
        signing = RecordTerms.signing(in: values)
        self.book = book
        self.today = today
        self.until = until
        managers = Dictionary(
            signing.map { ($0, Self.manager(of: $0, in: values)) }
        ) { first, _ in first }
        for find in [
            Self.meetings, Self.targets, Self.training, Self.investments, Self.money,
            Self.acknowledgements, Self.projects, Self.deals, Self.exclusivity, Self.disputes,
            Self.reviews, Self.term,
        ] { all += find(self)() }
        let end = lastDay
        all = all.filter { $0.date <= until && !$0.isOver(after: end) }
            .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// Those that should have been done before today.
    public var overdue: [Obligation] { all.filter { $0.date < today } }

    /// Those that fall due today or later.
    public var coming: [Obligation] { all.filter { $0.date >= today } }

    /// Whether a person answers for an obligation, alone or with their party.
    public func isMine(_ obligation: Obligation, person: String, party: String) -> Bool {
        obligation.who.contains { $0 == person || $0 == party || $0 == "joint" }
    }

    // MARK: Reading

    func value(_ path: String) -> Value? { TermPath(path).flatMap { values[$0] } }

    /// The items of a list that have an id, with their paths.
    func items(_ path: String) -> [(id: String, value: Value, path: TermPath)] {
        guard let list = TermPath(path) else { return [] }
        return (values[list]?.items ?? []).compactMap { item in
            item.id.map { ($0, item.value, list.appending($0)) }
        }
    }

    /// Records of an event that count, oldest first.
    func records(_ kind: String, _ event: String) -> [Record] {
        book.records(of: kind).filter { $0.event.name == event && $0.value != nil }
    }

    var agreement: AgreementTerm { AgreementTerm(values) }

    /// The day from which things that come again are counted.
    var start: CalendarDate? { agreement.starts }

    /// Who answers for the relationship on a party's side.
    func manager(of party: String) -> String {
        managers[party] ?? Self.manager(of: party, in: values)
    }

    private static func manager(of party: String, in values: TermsValues) -> String {
        TermPath("governance.roles.parties.\(party).partnership-manager")
            .flatMap { values[$0]?.text } ?? party
    }

    /// Who decides on a party's side.
    func sponsor(of party: String) -> String {
        value("governance.roles.parties.\(party).executive-sponsor")?.text ?? manager(of: party)
    }

    /// The people or parties that a list names.
    func names(_ value: Value?) -> [String] { (value?.items ?? []).compactMap(\.value.text) }

    /// Who has to do what a party owes; all parties that sign where it is owed jointly.
    func managers(for party: String?) -> [String] {
        guard let party, party != "joint" else { return signing.map(manager) }
        return [manager(of: party)]
    }

    /// The days on which something comes again, each with its number from 1.
    ///
    /// The next one is due one length of time after the last one that is on record, or after the
    /// first day. What was left out is due once, and not as often as it was left out.
    func series(
        every: CalendarDuration, from first: CalendarDate, done: [CalendarDate]
    ) -> [(number: Int, date: CalendarDate)] {
        guard !every.isNone else { return [] }
        let last = max(first, done.max() ?? first)
        var found: [(number: Int, date: CalendarDate)] = []
        let next = last.adding(every, times: 1)
        if next < today { found.append((done.count + 1, next)) }
        var times = max(1, last.times(every, to: today))
        while case let date = last.adding(every, times: times), date <= until, found.count < 1_000 {
            found.append((done.count + found.count + 1, date))
            // An hour or business day may lead to a day that was there already.
            repeat {
                times += 1
            } while last.adding(every, times: times) <= date
                && date < CalendarDate(dayNumber: .max)
            if date == CalendarDate(dayNumber: .max) { break }
        }
        return found
    }
}

extension Obligation {
    /// Whether nothing is owed any more because the agreement has ended before.
    fileprivate func isOver(after end: CalendarDate?) -> Bool {
        guard let end else { return false }
        switch kind {
        case .meeting, .report, .review, .acknowledgement, .payment, .target, .training:
            return date > end
        default: return false
        }
    }
}
