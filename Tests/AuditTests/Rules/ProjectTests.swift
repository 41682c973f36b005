import Audit
import InventedPast
import Records
import Terms
import Testing

/// Milestones, and the trial project.
@Suite struct ProjectTests {
    private func trial() throws -> Happened {
        var happened = Happened([
            "governance": """
            trial:
              project: Ten users move.
              exit-questions: ["Would they do it again?", "Was it live in ten weeks?"]
              decide-by: 2027-09-15
              decided-by: [ada, dora]

            """
        ])
        try happened.record(
            "projects/lift opened", on: "2027-04-01",
            """
            customer: Lift AG
            lead: northwind
            manager: ben
            trial: true
            milestones: [{id: go-live, name: Everybody works with it, by: 2027-06-01}]
            """)
        return happened
    }

    @Test("a milestone is held against its day")
    func milestones() throws {
        var happened = try trial()
        #expect(try happened.only("milestone", at: "2027-06-01").status == .notYetDue)
        let late = try happened.only("milestone", at: "2027-06-08")
        #expect(late.status == .broken && late.difference == "7 days late")
        #expect(late.id == "milestone:governance.customer-projects#lift/go-live")
        try happened.record("projects/lift milestone", on: "2027-06-04", "milestone: go-live")
        let reached = try happened.only("milestone", at: "2027-06-08")
        #expect(reached.status == .kept && reached.difference == "3 days late")
    }

    @Test("the trial is decided on by its day")
    func decision() throws {
        var happened = try trial()
        #expect(try happened.only("trial", at: "2027-09-15").status == .notYetDue)
        let late = try happened.only("trial", at: "2027-09-16")
        #expect(late.status == .broken && late.next?.who == ["ada", "dora"])
        #expect(late.next?.what == "decide: entente record project decided lift")
        try happened.record(
            "projects/lift decided", on: "2027-09-20", "decision: continue\nwhy: It worked.")
        let decided = try happened.only("trial", at: "2027-10-01")
        #expect(decided.status == .kept && decided.actual == "continue, on 2027-09-20")
        #expect(decided.reason == "It worked." && decided.difference == "5 days late")
    }

    @Test("a decision without answers leaves questions open, and names the first")
    func questions() throws {
        var happened = try trial()
        try happened.record(
            "projects/lift reviewed", on: "2027-08-01",
            "answers: [{question: would they do it again, answer: Yes.}]")
        let open = try happened.only("trial-questions", at: "2027-08-02")
        #expect(open.status == .notYetDue && open.actual == "1 answer")
        try happened.record(
            "projects/lift decided", on: "2027-08-03", "decision: continue\nwhy: It worked.")
        let over = try happened.only("trial-questions", at: "2027-08-04")
        #expect(over.status == .broken)
        #expect(over.reason == "Not answered: Was it live in ten weeks?")
    }
}
