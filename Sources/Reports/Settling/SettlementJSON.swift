internal import Settlement
internal import Terms

extension SettlementReport {
    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String {
        try JSONText.of(SettlementJSON(distribution, header: header, wording: wording)) + "\n"
    }
}

/// A distribution for programs. The fields are part of the contract of `--json`.
struct SettlementJSON: Encodable {
    struct Part: Encodable {
        /// The id of a party, `+others` or `+taxes`.
        var recipient: String
        var name: String
        var amount: String
        var minorUnits: Int64
    }

    struct Total: Encodable {
        var currency: String
        var amount: String
        var minorUnits: Int64
        var parts: [Part]
    }

    struct Source: Encodable {
        var stream: String?
        var amount: String
        var minorUnits: Int64
    }

    struct Line: Encodable {
        var rule: String
        var path: String
        var currency: String
        var amount: String
        var minorUnits: Int64
        /// The first and the last day that it is about.
        var from: String?
        var to: String?
        /// The year of the agreement.
        var year: Int?
        var reason: String
        /// What is there for a step of the order of payment, and the part that it takes at most.
        var available: String?
        var atMost: String?
        var sources: [Source]
        var parts: [Part]
    }

    struct Note: Encodable {
        var code: String
        var path: String
        var message: String
    }

    struct Revenue: Encodable {
        var source: String
        var lines: Int
        var from: String?
        var to: String?
    }

    var framework: String
    var state: String
    var digest: String
    var revenue: Revenue
    var totals: [Total]
    var lines: [Line]
    var notes: [Note]

    init(_ distribution: Distribution, header: SettlementHeader, wording: SettlementWording) {
        func parts(_ parts: [Settlement.Part], _ currency: String) -> [Part] {
            parts.map {
                Part(
                    recipient: $0.recipient.description, name: wording.name($0.recipient),
                    amount: wording.money($0.amount, currency), minorUnits: $0.amount)
            }
        }
        framework = header.framework
        state = header.state
        digest = header.digest
        revenue = Revenue(
            source: header.revenue, lines: distribution.revenueLines,
            from: header.hasDays ? distribution.days?.first.description : nil,
            to: header.hasDays ? distribution.days?.last.description : nil)
        totals = distribution.totals.map {
            Total(
                currency: $0.currency, amount: wording.money($0.whole, $0.currency),
                minorUnits: $0.whole, parts: parts($0.parts, $0.currency))
        }
        lines = distribution.lines.map { line in
            let span = header.hasDays ? line.time.span : nil
            return Line(
                rule: line.rule.word, path: line.path.description, currency: line.currency,
                amount: wording.money(line.amount, line.currency), minorUnits: line.amount,
                from: span?.first.description, to: span?.last.description, year: line.time.year,
                reason: wording.reason(line),
                available: line.limit.map { wording.money($0.there, line.currency) },
                atMost: line.limit?.atMost?.description,
                sources: line.sources.map {
                    Source(
                        stream: $0.stream, amount: wording.money($0.amount, line.currency),
                        minorUnits: $0.amount)
                }, parts: parts(line.parts, line.currency))
        }
        notes = distribution.notes.map {
            Note(code: $0.code, path: $0.path.description, message: $0.message)
        }
    }
}

extension Settlement.Line.Time {
    /// The days; nil for all of them.
    var span: SettlementCalendar.Span? {
        switch self {
        case .all: nil
        case .period(let span), .year(_, let span): span
        }
    }

    /// The year, where it is one.
    var year: Int? { if case .year(let year, _) = self { year } else { nil } }
}

extension Settlement.Line.Rule {
    /// A stable word for programs.
    var word: String {
        switch self {
        case .taxes: "taxes"
        case .costs: "costs"
        case .refund: "refund"
        case .recordedCosts: "pass-through"
        case .agreedCosts: "agreed-costs"
        case .fixed: "fixed"
        case .recoup: "recoup"
        case .shares: "shares"
        case .tier: "tier"
        case .years: "years"
        case .finalShares: "final-shares"
        case .cap: "cap"
        case .floor: "floor"
        }
    }
}
