import Audit
import InventedPast
import Records
import Terms
import Testing

/// What has to happen again and again: meetings, reports and the auditor's reviews.
@Suite struct CadenceTests {
    private func governance(_ cadence: String) -> [String: String] {
        [
            "governance":
                "meetings: [{id: steering, layer: steering, cadence: \(cadence), who: [ada, dora]}]\n"
        ]
    }

    private func meet(_ happened: inout Happened, on days: String...) throws {
        for day in days {
            try happened.record(
                "meetings/steering held", on: day, "meeting: steering\nwho: [ada, dora]")
        }
    }

    @Test("a meeting is due a cadence after the last one, and broken when two are missed")
    func meetings() throws {
        var happened = Happened(governance("3 months"))
        #expect(try happened.only("meeting", at: "2027-05-01").status == .notYetDue)
        #expect(try happened.only("meeting", at: "2027-05-02").status == .drifting)
        #expect(try happened.only("meeting", at: "2027-08-01").status == .drifting)
        #expect(try happened.only("meeting", at: "2027-08-02").status == .broken)
        try meet(&happened, on: "2027-04-20", "2027-07-15")
        let kept = try happened.only("meeting", at: "2027-10-15")
        #expect(kept.status == .kept && kept.due?.description == "2027-10-15")
        #expect(kept.actual == "2 in 2 periods, the last time on 2027-07-15")
        let late = try happened.only("meeting", at: "2027-10-16")
        #expect(late.status == .drifting && late.next?.who == ["ada", "dora"])
    }

    @Test("who stays away from most meetings is named, and a party is there with one of its people")
    func attendance() throws {
        var happened = Happened([
            "governance":
                "meetings: [{id: steering, layer: steering, cadence: 1 month, who: [ada, dora, northwind]}]\n"
        ])
        for (day, who) in [
            ("2027-02-20", "ada"), ("2027-03-20", "ben"), ("2027-04-20", "ada, dora"),
        ] {
            try happened.record(
                "meetings/steering held", on: day, "meeting: steering\nwho: [\(who)]")
        }
        let found = try happened.only("meeting", at: "2027-05-01")
        #expect(found.status == .kept)
        #expect(found.reason.hasSuffix("; Dora Winkler came to fewer than half of them"))
    }

    @Test("three meetings in one period do not make up for those that were left out")
    func gaps() throws {
        var happened = Happened(governance("1 month"))
        try meet(&happened, on: "2027-02-02", "2027-02-09", "2027-02-16", "2027-05-20")
        let found = try happened.only("meeting", at: "2027-06-01")
        #expect(found.status == .drifting && found.difference == "2 missing")
        #expect(found.reason == "More than a quarter of them are missing")
    }

    @Test("each period is counted by the cadence of its time")
    func amended() throws {
        var happened = Happened(governance("1 month"))
        try meet(
            &happened, on: "2027-02-15", "2027-03-15", "2027-04-15", "2027-05-15", "2027-08-15")
        happened.amend("2027-06-01", governance("3 months"))
        let found = try happened.only("meeting", at: "2027-09-02")
        #expect(found.status == .kept, "\(found)")
        #expect(found.actual == "5 in 5 periods, the last time on 2027-08-15")
    }

    private let projects = [
        "governance": "customer-projects: {overseer: frida, cadence: 2 weeks}\n"
    ]

    @Test("each project is reported on by whoever oversees it")
    func reports() throws {
        var happened = Happened(projects)
        try happened.record(
            "projects/lift opened", on: "2027-03-01",
            "customer: Lift AG\nlead: northwind\nmanager: ben")
        try happened.record(
            "projects/lift report", on: "2027-03-10", by: "frida", "state: on-track\ntext: Fine.")
        let found = try happened.only("project-report", at: "2027-03-20")
        #expect(found.status == .kept && found.subject == "lift")
        let late = try happened.only("project-report", at: "2027-04-10")
        #expect(late.status == .broken && late.next?.who == ["frida"])
    }

    @Test("of a closed project nothing is due any more")
    func closed() throws {
        var happened = Happened(projects)
        try happened.record(
            "projects/lift opened", on: "2027-03-01",
            "customer: Lift AG\nlead: northwind\nmanager: ben")
        try happened.record(
            "projects/lift report", on: "2027-03-10", by: "frida", "state: on-track\ntext: Fine.")
        try happened.record("projects/lift closed", on: "2027-03-29", "outcome: delivered")
        let found = try happened.only("project-report", at: "2028-03-20")
        #expect(found.status == .drifting && found.next == nil && found.due == nil)
    }

    @Test("the auditor's review is asked of the auditor")
    func auditor() throws {
        var happened = Happened(["governance": "audit: {cadence: 1 year, auditor: frida}\n"])
        let due = try happened.only("audit-review", at: "2028-02-02")
        #expect(due.status == .drifting && due.next?.who == ["frida"])
        try happened.record(
            "reviews/frida given", on: "2028-02-03", by: "frida",
            "verdicts: [{term: governance.audit, status: kept, why: Seen.}]")
        #expect(try happened.only("audit-review", at: "2028-02-04").status == .kept)
    }

    @Test("the whole agreement is looked at on its day, and every year after that")
    func framework() throws {
        var happened = Happened([
            "framework": """
            schema: 1
            uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
            title: Together
            form: contract
            term: {starts: 2027-02-01, renewal: tacit}
            review-on: 2028-02-28
            review-every: 1 year

            """
        ])
        #expect(try happened.only("framework-review", at: "2028-02-28").status == .notYetDue)
        #expect(try happened.only("framework-review", at: "2028-02-29").status == .drifting)
        try happened.record(
            "reviews/frida given", on: "2028-03-01", by: "frida",
            "verdicts: [{term: governance, status: kept, why: Seen.}]")
        let done = try happened.only("framework-review", at: "2028-03-02")
        #expect(done.status == .kept && done.difference == "2 days late")
        let next = try happened.only("framework-review", at: "2029-03-01")
        #expect(next.status == .drifting && next.due?.description == "2029-02-28")
    }
}
