import Foundation
import TestSupport
import Testing

/// The terms against what happened, with the built program.
@Suite("Audit")
struct AuditTests {
    /// An alliance in which Northwind promised to put in money.
    private func alliance() throws -> Alliance {
        let alliance = try Alliance.founded()
        let platform =
            "[{id: platform, party: northwind, kind: equipment, amount: 'EUR 36,000', "
            + "by: 2027-06-30}]"
        try alliance.shell(
            "sed -i \"s/^investments:.*/investments: \(platform)/\" "
                + "frameworks/alliance/terms/commercials.yaml")
        try alliance.must("propose", "invest", "--title", "Invest", "--why", "To be ready.")
        try alliance.must("sign", "invest", "--yes")
        try alliance.must("sign", "invest", "--yes", as: .dora)
        try alliance.must("agree", "invest")
        return alliance
    }

    @Test("what was promised is held against what is on record, on any day")
    func promisedAndKept() throws {
        let alliance = try alliance()
        try alliance.must(
            "record", "investment", "--set", "amount=EUR 20,000", "--set", "what=Servers", "--set",
            "promise=platform")
        let now = try alliance.run(["audit", "--section", "commercials", "--json"])
        #expect(now.code == 0, "\(now)")
        let promise = try #require(JSON(now.output)?["promises"].list.first)
        #expect(promise["id"].text == "investment:commercials.investments.platform@2027-06-30")
        #expect(promise["status"].text == "not-yet-due")
        #expect(promise["measure"]["permille"].number == 555)
        #expect(promise["evidence"].list.first?["standing"].text == "claimed")
        let later = try alliance.run([
            "audit", "--section", "commercials", "--json", "--at", "2027-07-01",
        ])
        #expect(JSON(later.output)?["promises"].list.first?["status"].text == "broken")
        let text = try alliance.run(["audit", "--at", "2027-07-01"])
        #expect(text.output.contains("broken: Northwind Ltd: equipment\n"), "\(text)")
        #expect(text.output.contains("Difference: EUR 16,000.00 short"), "\(text)")
    }

    @Test(
        "what can't be looked at is said, with what to do",
        arguments: [
            (["--at", "2026-12-31"], "nothing-in-force"), (["--at", "soon"], "bad-date"),
            (["--section", "comercials"], "no-such-section"), (["aliance"], "no-such-framework"),
        ])
    func refused(arguments: [String], code: String) throws {
        let alliance = try Alliance.founded()
        let refused = try alliance.run(["audit", "--section", "commercials", "--json"] + arguments)
        #expect(refused.code == 2, "\(refused)")
        #expect(JSON(refused.errors)?["code"].text == code)
        #expect(refused.output.isEmpty)
    }
}
