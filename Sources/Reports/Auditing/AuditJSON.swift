internal import Audit
internal import Records
internal import Terms

extension AuditReport {
    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String { try JSONText.of(AuditJSON(self)) + "\n" }
}

/// An audit for programs. The fields are part of the contract of `--json` (``AuditSchema``).
struct AuditJSON: Encodable {
    struct Section: Encodable {
        var section: String
        var title: String
        var score: Score
    }

    struct Quadrant: Encodable {
        var quadrant: String
        var score: Score
    }

    struct Change: Encodable {
        var id: String
        /// How it stood before; missing where it was no promise then.
        var before: String?
        var now: String
    }

    struct Changes: Encodable {
        var since: String
        var records: Int
        var promises: [Change]
    }

    struct Total: Encodable {
        struct Part: Encodable {
            /// The id of a party, `+others` or `+taxes`.
            var recipient: String
            var amount: String
        }

        var whole: String
        var parts: [Part]
    }

    var framework: String
    var title: String
    var at: String
    var state: String
    var digest: String
    var records: String
    var score: Score
    var sections: [Section]
    var quadrants: [Quadrant]
    var promises: [Promise]
    var changes: Changes?
    var money: [Total]
    /// How many invoices and credits the terms can't divide.
    var undivided: Int
    var perception: [Perception]
    var disputes: [Dispute]

    init(_ report: AuditReport) {
        let audit = report.audit
        let header = report.header
        framework = header.framework
        title = header.title
        at = header.day
        state = header.state
        digest = header.digest
        records = header.records
        score = Score(audit.assessments)
        sections = audit.sections.map {
            Section(
                section: $0.rawValue, title: $0.title, score: Score(audit.assessments(of: $0)))
        }
        quadrants = report.quadrants.map { Quadrant(quadrant: $0.name, score: Score($0.found)) }
        promises = audit.assessments.filter(report.isTold).map(Promise.init)
        changes = report.changes.map { changes in
            Changes(
                since: changes.since.description, records: changes.records,
                promises: changes.changes.map {
                    Change(
                        id: $0.now.id, before: $0.before?.rawValue, now: $0.now.status.rawValue)
                })
        }
        money = report.division.totals.map { total in
            Total(
                whole: total.whole.description,
                parts: total.parts.map {
                    .init(recipient: $0.recipient, amount: $0.amount.description)
                })
        }
        undivided = report.division.undivided
        perception = audit.past.perceptionGaps.map(Perception.init)
        disputes = audit.past.disputes.map(Dispute.init)
    }
}
