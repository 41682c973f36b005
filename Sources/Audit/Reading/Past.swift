public import Records
public import Terms

/// What happened between the parties up to a day, and which terms were in force when.
public struct Past: Sendable {
    /// The versions that were in force up to the day, oldest first; never empty.
    public let versions: [TermsInForce]
    /// The day up to which it goes: the one that counts as today.
    public let today: CalendarDate
    private let records: [String: [PastRecord]]
    /// The deals whose registration nobody contests, in the order of days.
    let deals: [Deal]
    /// The invoices and credits of deals, in the order of days.
    let billed: [Billed]
    /// The disputes that were raised, in the order of days: each on the ladder that was agreed then.
    public let disputes: [DisputeLadder]
    private let book: RecordBook

    /// Looks back from a day. Linear in the records, apart from putting them in the order of days.
    ///
    /// - Parameters:
    ///   - versions: All versions, oldest first.
    ///   - book: What is on record. What happened later than `today` is left out.
    ///   - today: The day. Before anything was in force, there is nothing to look at: nil.
    public init?(versions: [TermsInForce], book: RecordBook, today: CalendarDate) {
        let versions = versions.filter { $0.from <= today }
        guard let last = versions.last else { return nil }
        let signing = RecordTerms(last.document).signing
        var records: [String: [PastRecord]] = [:]
        for record in book.records {
            guard let past = PastRecord(record, signing: signing), past.day <= today else {
                continue
            }
            records[record.kind.name, default: []].append(past)
        }
        self.init(
            versions: versions,
            records: records.mapValues { list in
                // Of one day, what was recorded first comes first.
                list.enumerated().sorted {
                    ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
                }.map(\.element)
            }, book: book, today: today)
    }

    private init(
        versions: [TermsInForce], records: [String: [PastRecord]], book: RecordBook,
        today: CalendarDate
    ) {
        self.versions = versions
        self.book = book
        self.records = records
        self.today = today
        deals = Deal.all(in: records["deals"] ?? [])
        billed = Billed.all(of: deals)
        let raised = (records["disputes"] ?? []).filter { $0.event == "raised" }
        disputes = raised.compactMap { raised in
            let terms = Self.version(on: raised.day, among: versions).document
            return DisputeLadder(
                raised.subject, in: book, terms: RecordTerms(terms), until: today)
        }
    }

    /// The same as of an earlier day, with what is known of it now; nil where nothing was in force
    /// then.
    func asOf(_ day: CalendarDate) -> Past? {
        let versions = versions.filter { $0.from <= day }
        guard !versions.isEmpty else { return nil }
        return Past(
            versions: versions, records: records.mapValues { $0.filter { $0.day <= day } },
            book: book, today: min(day, today))
    }

    /// How many records tell of what happened after a day.
    func recordCount(after day: CalendarDate) -> Int {
        records.values.joined().filter { $0.day > day }.count
    }

    /// The version in force on the last day.
    public var current: TermsInForce { versions[versions.count - 1] }

    /// The day on which the agreement starts.
    var start: CalendarDate { versions[0].starts ?? versions[0].from }

    /// The version in force at the end of a day; the first one for what came before it.
    func version(on day: CalendarDate) -> TermsInForce { Self.version(on: day, among: versions) }

    private static func version(
        on day: CalendarDate, among versions: [TermsInForce]
    ) -> TermsInForce {
        versions.last { $0.from <= day } ?? versions[0]
    }

    /// What is on record of a kind, in the order of days.
    func records(_ kind: String) -> [PastRecord] { records[kind] ?? [] }

    /// What is on record of an event, in the order of days.
    func records(_ kind: String, _ event: String) -> [PastRecord] {
        records(kind).filter { $0.event == event }
    }

    /// How many records there are by how far they are established, those that were withdrawn
    /// apart.
    public var standings: [Record.Standing: Int] {
        records.values.joined().reduce(into: [:]) { $0[$1.standing, default: 0] += 1 }
    }

    /// What a party or person is called; the id where that is unknown.
    func name(_ id: String) -> String {
        for group in ["parties", "people"] {
            for version in versions.reversed() {
                let registry = version.document.sections[.parties]?.value
                if let name = registry?[group]?[id]?["name"]?.text { return name }
            }
        }
        return id
    }

    /// The names of some parties or people in one phrase.
    func names(_ ids: [String]) -> String { ids.map(name).joined(separator: ", ") }

    /// Who answers for a party: the partnership manager, or the party itself.
    func manager(of party: String) -> String {
        current.value("governance.roles.parties.\(party).partnership-manager")?.text ?? party
    }
}

extension Past {
    /// The parties that sign, in the order of the registry.
    var signing: [String] { RecordTerms(current.document).signing }

    /// Who answers for the parties that sign.
    var managers: [String] { signing.map(manager) }
}
