import Audit
import InventedPast
import Records
import Terms
import Testing

/// Disputes and their time limits, exclusivity, and what reviewers say.
@Suite struct SafeguardTests {
    private let safeguards = [
        "safeguards": """
        disputes:
          partners:
            steps:
              - {id: talk, step: talk, who: [ada, dora], within: 5 business days}
              - {id: mediation, step: mediation, who: [northwind, contoso], within: 60 days}
        exclusivity: {mode: mutual, bound: [northwind, contoso], scope: Field software., until: 2029-01-31}

        """
    ]

    private func dispute(_ happened: inout Happened, about term: String) throws {
        // A Monday.
        try happened.record(
            "disputes/late raised", on: "2027-03-01",
            "term: \(term)\nwith: [contoso]\nwhat: They are late.")
    }

    @Test("a dispute is in the first step from the day on which it is raised")
    func steps() throws {
        var happened = Happened(safeguards)
        try dispute(&happened, about: "safeguards.disputes")
        let first = try happened.only("dispute", at: "2027-03-08")
        #expect(first.status == .notYetDue && first.due?.description == "2027-03-08")
        #expect(first.actual == "In step 1 of 2, talk, since 2027-03-01")
        let late = try happened.only("dispute", at: "2027-03-09")
        #expect(late.status == .broken && late.next?.who == ["ada", "dora"])
        try happened.record(
            "disputes/late step-ended", on: "2027-03-09", "step: talk\noutcome: no-result")
        let between = try happened.only("dispute", at: "2027-03-10")
        #expect(between.status == .drifting && between.next?.who == ["contoso", "northwind"])
        try happened.record("disputes/late step-started", on: "2027-03-10", "step: mediation")
        #expect(try happened.only("dispute", at: "2027-05-09").status == .notYetDue)
        #expect(try happened.only("dispute", at: "2027-05-10").status == .broken)
        try happened.record("disputes/late resolved", on: "2027-05-10", "how: Agreed.")
        let over = try happened.only("dispute", at: "2027-05-11")
        #expect(over.status == .kept)
        #expect(over.reason == "It was settled, with 2 steps out of time")
        #expect(over.difference == "1 day late")
    }

    @Test("a step that all sides leave out is behind, and what one side wants changes nothing")
    func skipped() throws {
        var happened = Happened(safeguards)
        try dispute(&happened, about: "safeguards.disputes")
        let skip = try happened.record(
            "disputes/late step-skipped", on: "2027-03-02", "step: talk\nwhy: They won't.")
        let wanted = try happened.only("dispute", at: "2027-03-03")
        #expect(wanted.actual == "In step 1 of 2, talk, since 2027-03-01")
        #expect(try happened.only("dispute", at: "2027-03-09").status == .broken)
        try happened.confirm(skip)
        let agreed = try happened.only("dispute", at: "2027-03-09")
        #expect(agreed.actual == "Before step 2 of 2, mediation" && agreed.status == .drifting)
        #expect(agreed.since?.description == "2027-03-02" && agreed.difference == nil)
        #expect(agreed.due?.description == "2027-05-01")
        #expect(try happened.only("dispute", at: "2027-05-02").status == .broken)
    }

    @Test("a dispute that the last step settled waits for somebody to say how")
    func settled() throws {
        var happened = Happened(safeguards)
        try dispute(&happened, about: "safeguards.disputes")
        for (step, outcome) in [("talk", "no-result"), ("mediation", "no-result")] {
            try happened.record(
                "disputes/late step-ended", on: "2027-03-04", "step: \(step)\noutcome: \(outcome)")
        }
        let over = try happened.only("dispute", at: "2027-03-05")
        #expect(over.status == .drifting && over.reason.hasPrefix("No step of the ladder is left"))
        try happened.record(
            "disputes/late step-ended", on: "2027-03-05", "step: mediation\noutcome: settled")
        let settled = try happened.only("dispute", at: "2027-03-05")
        #expect(settled.reason.hasPrefix("The step mediation settled it"))
        #expect(settled.next?.what.contains("disputes resolved late") ?? false)
    }

    @Test("nothing on record shows that exclusivity is kept, and a dispute about it shows doubt")
    func exclusivity() throws {
        var happened = Happened(safeguards)
        #expect(try happened.only("exclusivity", at: "2027-03-01").status == .unknown)
        try dispute(&happened, about: "safeguards.exclusivity.scope")
        let found = try happened.only("exclusivity", at: "2027-03-02")
        #expect(found.status == .drifting && found.reason == "They are late.")
        #expect(try happened.assessments("exclusivity", at: "2029-02-01").count == 1)
        try happened.record("disputes/late resolved", on: "2027-05-10", "how: Agreed.")
        #expect(try happened.assessments("exclusivity", at: "2029-02-01").isEmpty)
    }

    @Test("what a reviewer says decides where nothing else on record does, and is told elsewhere")
    func verdicts() throws {
        var happened = Happened(safeguards)
        try happened.record(
            "reviews/frida given", on: "2027-06-01", by: "frida",
            """
            verdicts:
              - {term: safeguards.exclusivity, status: kept, why: Both price lists.}
              - {term: safeguards.disputes, status: drifting, why: Nobody knows it.}
            """)
        let found = try happened.only("exclusivity", at: "2027-06-02")
        #expect(found.status == .kept && found.since?.description == "2027-06-01")
        #expect(found.next == nil)
        #expect(
            found.reason.hasSuffix(
                "Frida Lindqvist found it kept on 2027-06-01: Both price lists."))
        let other = try happened.only("verdict", at: "2027-06-02")
        #expect(other.path.description == "safeguards.disputes" && other.status == .drifting)
        #expect(other.label == "Disputes" && other.reason == "Nobody knows it.")
    }
}
