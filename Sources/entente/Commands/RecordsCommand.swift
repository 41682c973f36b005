internal import Agreement
internal import ArgumentParser
internal import Git
internal import Records
internal import Reports
internal import Terms

/// `records`: what is on record.
struct RecordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract:
            "List what is on record: what happened, who says so, and whether it is confirmed.",
        discussion: """
            Oldest first, in the order in which it was recorded. Where a record was corrected, the \
            correction is shown.

            Examples: entente records --kind deals --standing contested
                      entente records --party contoso --since 2027-07-01
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(help: "Only those of this kind, such as deals.")
    var kind: String?

    @Option(help: "Only those about this, such as a deal.")
    var about: String?

    @Option(help: "Only those that this party recorded.")
    var party: String?

    @Option(help: ArgumentHelp("Only what happened on this day or later.", valueName: "date"))
    var since: String?

    @Option(help: "Only these: confirmed, claimed, contested or withdrawn.")
    var standing: Standing?

    enum Standing: String, ExpressibleByArgument {
        case confirmed, claimed, contested, withdrawn
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let kind = try kind.map { try RecordWords([$0]).kind() }
        let since = try since.map { try DayArgument.read($0, for: "--since") }
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
        let terms = try history.frameworks[name].map {
            RecordTerms(TermsDocument(try $0.terms.files))
        }
        let book = RecordBook(try workspace.records(of: name, in: history))
        let signing = terms?.signing ?? []
        let shown = book.records.filter { record in
            (kind.map { $0.name == record.kind.name } ?? true)
                && (about.map { $0 == record.id.subject } ?? true)
                && (party.map { $0 == record.party } ?? true)
                && (since.map { (record.day ?? $0) >= $0 } ?? true)
                && (standing.map { $0.rawValue == record.standing(among: signing).rawValue } ?? true)
        }
        if options.json {
            try session.console.print(
                json: RecordsJSON(name, shown, signing: signing, findings: book.findings))
            return
        }
        let text = RecordText(style: session.console.style, signing: signing)
        for record in shown {
            session.console.print(line: text.head(of: record), indent: 0, hanging: 4)
            for line in text.details(of: record) {
                session.console.print(line: line, indent: 4, hanging: 4)
            }
        }
        if shown.isEmpty {
            session.console.print(
                book.records.isEmpty
                    ? "Nothing is on record." : "Nothing on record is like that.")
        }
        for finding in book.findings {
            session.console.note(
                TextRules.visible("Does not count: \(finding.place): \(finding.message)"))
        }
    }
}

extension RecordWords {
    /// The kind alone.
    func kind() throws -> RecordKind {
        if let kind = RecordKind(words[0]) { return kind }
        let names = RecordKind.all.map(\.name)
        let nearest = Suggestion.nearest(to: words[0], in: names)
        throw Problem(
            "unknown-record", .unable,
            "there is no kind of record `\(TextRules.visible(words[0]))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "Known: \(names.joined(separator: ", "))")
    }
}
