import Audit
import InventedPast
import Testing

extension Happened {
    /// How the promises of a rule stand on a day.
    func assessments(_ rule: String, at today: String) throws -> [Assessment] {
        AuditResult(try past(today)).assessments.filter { $0.rule == rule }
    }

    /// How the only promise of a rule stands on a day.
    func only(_ rule: String, at today: String) throws -> Assessment {
        let found = try assessments(rule, at: today)
        #expect(found.count == 1)
        return try #require(found.first)
    }
}
