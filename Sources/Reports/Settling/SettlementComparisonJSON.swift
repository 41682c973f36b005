internal import Settlement
internal import Terms

extension SettlementComparisonReport {
    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String {
        try JSONText.of(SettlementComparisonJSON(self)) + "\n"
    }
}

/// A comparison of distributions for programs. The fields are part of the contract of `--json`.
struct SettlementComparisonJSON: Encodable {
    struct Move: Encodable {
        var recipient: String
        var name: String
        var currency: String
        /// Minor units.
        var old: Int64
        /// Minor units.
        var new: Int64
        /// Minor units.
        var difference: Int64

        init(_ move: DistributionComparison.Move, _ wording: SettlementWording) {
            recipient = move.recipient.description
            name = wording.name(move.recipient)
            currency = move.currency
            old = move.old
            new = move.new
            difference = move.difference
        }
    }

    struct Cause: Encodable {
        var path: String
        var changes: [String]
        /// Missing where the change can't be tried by itself.
        var moves: [Move]?
    }

    var framework: String
    var summary: String
    var moves: [Move]
    var causes: [Cause]
    var old: SettlementJSON
    var new: SettlementJSON

    init(_ report: SettlementComparisonReport) {
        let (comparison, wording) = (report.comparison, report.wording)
        framework = report.new.framework
        summary = report.summary
        moves = comparison.moves.map { Move($0, wording) }
        causes = comparison.causes.map { cause in
            Cause(
                path: cause.path.description, changes: report.figures(of: cause.path),
                moves: cause.moves?.map { Move($0, wording) })
        }
        old = SettlementJSON(comparison.old, header: report.old, wording: wording)
        new = SettlementJSON(comparison.new, header: report.new, wording: wording)
    }
}
