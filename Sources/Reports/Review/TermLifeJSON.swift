/// The life of a term for programs. The fields are part of the contract of `--json`.
struct TermLifeJSON: Encodable {
    struct Entry: Encodable {
        var moment: String
        var proposal: String?
        var title: String?
        var why: String?
        var origin: ReviewJSON.Origin?
        var signers: [String]
        var changes: [ComparisonJSON.Change]
    }

    var framework: String
    var path: String
    var entries: [Entry]

    init(_ report: TermLifeReport) {
        framework = report.framework
        path = report.path
        entries = report.entries.map { entry in
            Entry(
                moment: entry.moment, proposal: entry.proposal, title: entry.title, why: entry.why,
                origin: entry.origin.map(ReviewJSON.Origin.init), signers: entry.signers,
                changes: ComparisonJSON(entry.report).changes)
        }
    }
}
