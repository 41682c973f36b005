public import Obligations
internal import Records
internal import Terms

/// What falls due, for people and for programs.
public struct ObligationsReport: Sendable {
    let framework: String
    let version: Int
    let obligations: Obligations
    let shown: [Obligation]
    let names: Names

    /// Takes what falls due under a version.
    ///
    /// - Parameters:
    ///   - obligations: What falls due.
    ///   - framework: The framework.
    ///   - version: The version that says so.
    ///   - names: How parties and people are called.
    ///   - person: Somebody with their party, where only what they answer for is shown.
    public init(
        _ obligations: Obligations, of framework: String, version: Int, names: Names,
        for person: (id: String, party: String)? = nil
    ) {
        self.obligations = obligations
        self.framework = framework
        self.version = version
        self.names = names
        shown = obligations.all.filter { obligation in
            person.map { obligations.isMine(obligation, person: $0.id, party: $0.party) } ?? true
        }
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    private var blocks: [Block] {
        let overdue = shown.filter { $0.date < obligations.today }
        let coming = shown.filter { $0.date >= obligations.today }
        var blocks: [Block] = [
            .heading(
                level: 1,
                StyledText("\(framework): what falls due until \(obligations.until)")),
            .paragraph(
                StyledText(
                    "By version \(version) and what is on record, seen on \(obligations.today).")),
        ]
        if !overdue.isEmpty {
            blocks += [.heading(level: 2, "Overdue"), list(overdue)]
        }
        blocks.append(.heading(level: 2, "Due"))
        blocks.append(
            coming.isEmpty ? .paragraph("Nothing falls due until then.") : list(coming))
        return blocks
    }

    /// Of what comes again, the first one.
    private func list(_ obligations: [Obligation]) -> Block {
        var seen: Set<String> = []
        let first = obligations.filter { obligation in
            obligation.series.map { seen.insert($0).inserted } ?? true
        }
        return .grid(
            first.map { obligation in
                let again = obligation.every.map { ", then every \($0)" } ?? ""
                let who = who(obligation)
                return Block.Entry(
                    StyledText(obligation.date.description),
                    [
                        .lines([
                            StyledText(obligation.what, .bold) + StyledText(again),
                            StyledText(
                                (who.isEmpty ? "" : "\(who); ") + obligation.source.description,
                                .dim),
                        ])
                    ])
            })
    }

    func who(_ obligation: Obligation) -> String {
        obligation.who.map { names.knowsPerson($0) ? names.person($0) : names.party($0) }
            .joined(separator: ", ")
    }
}

extension ObligationsReport {
    private struct Answer: Encodable {
        let framework: String
        let obligations: [Entry]
        let today: String
        let until: String
        let version: Int
    }

    private struct Entry: Encodable {
        let date: String
        let every: String?
        let id: String
        let kind: String
        let overdue: Bool
        let record: String?
        let source: String
        let what: String
        let who: [String]
    }

    /// The report as one JSON document, with each time of what comes again.
    ///
    /// - Throws: `EncodingError`.
    public func json() throws -> String {
        try JSONText.of(
            Answer(
                framework: framework,
                obligations: shown.map {
                    Entry(
                        date: $0.date.description, every: $0.every?.description, id: $0.id,
                        kind: $0.kind.rawValue, overdue: $0.date < obligations.today,
                        record: $0.record?.description, source: $0.source.description,
                        what: $0.what, who: $0.who)
                }, today: obligations.today.description, until: obligations.until.description,
                version: version)) + "\n"
    }
}
