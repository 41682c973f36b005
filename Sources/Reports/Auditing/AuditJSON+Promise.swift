internal import Audit
internal import Records
internal import Terms

extension AuditJSON {
    struct Score: Encodable {
        /// The part of the points in percent; missing where nothing is judged.
        var percent: Int?
        var kept: Int
        var drifting: Int
        var broken: Int
        var notYetDue: Int
        var unknown: Int
        var reasons: String
    }

    struct Evidence: Encodable {
        var record: String
        var on: String
        var standing: String
    }

    struct Promise: Encodable {
        struct Step: Encodable {
            var who: [String]
            var what: String
        }

        struct Measure: Encodable {
            var promised: String
            var actual: String
            var permille: Int
        }

        struct Point: Encodable {
            var on: String
            var value: String
            var target: String?
        }

        var id: String
        var rule: String
        var section: String
        var path: String
        var subject: String?
        var label: String
        var version: Int
        var promised: String
        var actual: String
        var difference: String?
        var status: String
        var reason: String
        var standing: String?
        var evidence: [Evidence]
        var due: String?
        var since: String?
        var next: Step?
        var measure: Measure?
        var trend: [Point]
        var quadrant: String?
    }
}

extension AuditJSON.Score {
    init(_ assessments: [Assessment]) {
        let score = Score(assessments)
        self.init(
            percent: score.percent, kept: score.count(.kept), drifting: score.count(.drifting),
            broken: score.count(.broken), notYetDue: score.count(.notYetDue),
            unknown: score.count(.unknown), reasons: score.reasons)
    }
}

extension AuditJSON.Evidence {
    init(_ evidence: Assessment.Evidence) {
        self.init(
            record: evidence.record.description, on: evidence.day.description,
            standing: evidence.standing.rawValue)
    }
}

extension AuditJSON.Promise {
    init(_ found: Assessment) {
        self.init(
            id: found.id, rule: found.rule, section: found.section.rawValue,
            path: found.path.description, subject: found.subject, label: found.label,
            version: found.version, promised: found.promised, actual: found.actual,
            difference: found.difference, status: found.status.rawValue, reason: found.reason,
            standing: found.standing?.rawValue,
            evidence: found.evidence.map(AuditJSON.Evidence.init), due: found.due?.description,
            since: found.since?.description,
            next: found.next.map { .init(who: $0.who, what: $0.what) },
            measure: found.measure.map {
                .init(
                    promised: $0.promised.description, actual: $0.actual.description,
                    permille: $0.actual.permille(of: $0.promised))
            },
            trend: found.trend.map {
                .init(
                    on: $0.day.description, value: $0.value.description,
                    target: $0.target?.description)
            }, quadrant: found.quadrant)
    }
}
