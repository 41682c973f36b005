internal import Agreement
internal import Audit
internal import Records
internal import Reports
internal import Terms

/// A framework that is held against its records.
struct AuditedFramework {
    private let name: String
    private let past: Past
    private let book: RecordBook

    /// Reads all versions and records.
    ///
    /// - Throws: `Problem` where nothing was in force on the day; `GitError`.
    init(_ name: String, workspace: Workspace, history: History, at day: CalendarDate?) throws {
        try self.init(
            name, book: RecordBook(try workspace.records(of: name, in: history)),
            workspace: workspace, history: history, at: day)
    }

    /// Reads all versions, where the records are read already.
    ///
    /// - Throws: `Problem` where nothing was in force on the day; `GitError`.
    init(
        _ name: String, book: RecordBook, workspace: Workspace, history: History,
        at day: CalendarDate?
    ) throws {
        let today = day ?? workspace.environment.today
        let versions = try history.frameworks[name]?.versions() ?? []
        let terms = try versions.map { version in
            TermsInForce(
                number: version.number, from: CalendarDate(secondsSince1970: version.seconds),
                document: TermsDocument(try workspace.store.terms(version.tree).files))
        }
        guard let past = Past(versions: terms, book: book, today: today) else {
            throw Problem(
                "nothing-in-force", .unable, "nothing of \(name) was in force on \(today)",
                next: terms.first.map { "It was founded on \($0.from)" } ?? "entente status")
        }
        self.name = name
        self.past = past
        self.book = book
    }

    /// What is promised in some sections, and how it stands.
    ///
    /// - Parameters:
    ///   - sections: The sections.
    ///   - since: The day since which news is told.
    ///   - forMeeting: Whether it is for the table of a meeting, where people want to know what
    ///     changed since the last one.
    /// - Returns: The report.
    /// - Throws: `Problem` where `since` lies ahead.
    func report(
        on sections: [SectionName], since: CalendarDate?, forMeeting: Bool
    ) throws -> AuditReport {
        if let since, since >= past.today {
            throw Problem(
                "bad-date", .unable, "\(since) is not before \(past.today), which counts as today",
                at: "--since", next: "Name an earlier day")
        }
        let current = past.current
        let header = AuditHeader(
            framework: name, title: current.document.title ?? name,
            day: past.today.description, state: "version \(current.number)",
            digest: current.document.files.digest.description, records: records)
        let audit = AuditResult(past, sections: sections)
        let earlier = since ?? (forMeeting ? past.lastSteeringMeeting : nil)
        return AuditReport(
            audit, changes: earlier.map { AuditChanges(audit, since: $0) },
            tellsNewsOnly: since != nil && !forMeeting, header: header,
            names: Names(current.document))
    }

    /// The day as of which it is held, in seconds since 1970.
    var moment: Int64 { Int64(past.today.dayNumber) * 86_400 }

    /// The promises that are broken or drift, each since the day that is longest ago first.
    var behind: [Assessment] {
        AuditResult(past).assessments.filter { $0.status == .broken || $0.status == .drifting }
            .sorted { ($0.since ?? past.today, $0.id) < ($1.since ?? past.today, $1.id) }
    }

    /// How many records there are, and how far they are established.
    private var records: String {
        let counts = past.standings
        let parts = Record.Standing.allCases.compactMap { standing in
            counts[standing].map { "\($0) \(standing.label)" }
        }
        let refused = book.findings.isEmpty ? [] : ["\(book.findings.count) that can't be read"]
        return parts.isEmpty && refused.isEmpty
            ? "Nothing is on record" : (parts + refused).joined(separator: ", ")
    }
}
