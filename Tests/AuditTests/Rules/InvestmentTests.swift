import Audit
import InventedPast
import Records
import Terms
import Testing

/// What each party put in, against what it promised.
@Suite struct InvestmentTests {
    private func happened(_ investment: String) -> Happened {
        Happened(["commercials": "investments:\n  - {id: platform, \(investment)}\n"])
    }

    private let platform =
        "party: northwind, kind: equipment, amount: 'EUR 36,000', by: 2027-06-30"

    @Test("it is kept on the day on which the sum is there, and late is said")
    func kept() throws {
        var happened = happened(platform)
        let first = try happened.record(
            "investments/northwind made", on: "2027-03-01",
            "party: northwind\namount: EUR 30,000\nwhat: Servers\npromise: platform")
        try happened.confirm(first)
        try happened.record(
            "investments/northwind made", on: "2027-07-10",
            "party: northwind\namount: EUR 7,000\nwhat: Backup\npromise: platform")
        let found = try happened.only("investment", at: "2027-08-01")
        #expect(found.status == .kept)
        #expect(found.id == "investment:commercials.investments.platform@2027-06-30")
        #expect(found.actual == "EUR 37,000.00" && found.difference == "EUR 1,000.00 more")
        #expect(found.reason == "All of it was there on 2027-07-10, 10 days late")
        #expect(found.evidence.map(\.standing) == [.confirmed, .claimed])
        #expect(found.standing == .claimed && found.next == nil)
    }

    @Test("what is contested does not count")
    func contested() throws {
        var happened = happened(platform)
        let record = try happened.record(
            "investments/northwind made", on: "2027-03-01",
            "party: northwind\namount: EUR 36,000\nwhat: Servers\npromise: platform")
        try happened.dispute(record)
        let found = try happened.only("investment", at: "2027-07-01")
        #expect(found.status == .broken && found.since?.description == "2027-06-30")
        #expect(found.difference == "EUR 36,000.00 short")
        #expect(found.reason.hasSuffix("; 1 contested record does not count"))
        #expect(found.next?.who == ["northwind"])
    }

    @Test("it drifts when the last quarter begins with less than half")
    func drifting() throws {
        let happened = happened(platform)
        #expect(try happened.only("investment", at: "2027-05-23").status == .notYetDue)
        let found = try happened.only("investment", at: "2027-05-24")
        #expect(found.status == .drifting && found.since?.description == "2027-05-24")
        #expect(try happened.only("investment", at: "2027-06-30").status == .drifting)
        #expect(try happened.only("investment", at: "2027-07-01").status == .broken)
    }

    @Test("hours count as hours, and money at the agreed rate")
    func hours() throws {
        var happened = happened(
            "party: contoso, kind: software, hours: 100, rate: 'EUR 120', by: 2027-06-30")
        try happened.record(
            "investments/contoso made", on: "2027-03-01", by: "dora",
            "party: contoso\nhours: 60\nwhat: Tenants\npromise: platform")
        try happened.record(
            "investments/contoso made", on: "2027-04-01", by: "dora",
            "party: contoso\namount: EUR 4,799.99\nwhat: Freelancer\npromise: platform")
        let found = try happened.only("investment", at: "2027-05-01")
        #expect(found.actual == "99 hours" && found.difference == "1 hour short")
        #expect(found.status == .notYetDue)
    }

    @Test("what fell due is judged by the terms of its day, whatever was agreed later")
    func amended() throws {
        var happened = happened(platform)
        happened.amend(
            "2027-08-01",
            [
                "commercials":
                    "investments:\n  - {id: platform, party: northwind, kind: equipment, "
                    + "amount: 'EUR 10,000', by: 2027-06-30}\n"
            ])
        let found = try happened.only("investment", at: "2027-09-01")
        #expect(found.version == 1 && found.promised.contains("EUR 36,000.00"))
        happened.amend(
            "2027-09-02",
            [
                "commercials":
                    "investments:\n  - {id: platform, party: northwind, kind: equipment, "
                    + "amount: 'EUR 10,000', by: 2027-12-31}\n"
            ])
        let both = try happened.assessments("investment", at: "2027-10-01")
        #expect(both.map(\.version) == [1, 3])
        #expect(both.map(\.status) == [.broken, .notYetDue])
    }

    @Test("what was moved before it fell due is promised for the new day alone")
    func moved() throws {
        var happened = happened(platform)
        happened.amend(
            "2027-06-30",
            [
                "commercials":
                    "investments:\n  - {id: platform, party: northwind, kind: equipment, "
                    + "amount: 'EUR 36,000', by: 2027-12-31}\n"
            ])
        let found = try happened.only("investment", at: "2027-08-01")
        #expect(found.due?.description == "2027-12-31" && found.version == 2)
    }
}
