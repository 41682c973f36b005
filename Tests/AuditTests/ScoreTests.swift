import Audit
import InventedPast
import Records
import Terms
import Testing

/// How a score comes about, and what an audit as a whole holds.
@Suite struct ScoreTests {
    private func happened() throws -> Happened {
        var happened = Happened([
            "commercials": """
            investments:
              - {id: one, party: northwind, kind: other, amount: EUR 10, by: 2027-06-30}
              - {id: two, party: northwind, kind: other, amount: EUR 10, by: 2027-06-30}
              - {id: three, party: contoso, kind: other, amount: EUR 10, by: 2027-12-31}
              - {id: four, party: contoso, kind: other, amount: EUR 10, by: 2030-12-31}
              - {id: five, party: contoso, kind: other}

            """
        ])
        try happened.record(
            "investments/northwind made", on: "2027-03-01",
            "party: northwind\namount: EUR 10\nwhat: It\npromise: one")
        return happened
    }

    @Test("what is kept counts whole, what drifts half, and what is not due not at all")
    func points() throws {
        let found = try happened().assessments("investment", at: "2027-12-01")
        #expect(found.map(\.status) == [.kept, .broken, .drifting, .notYetDue])
        let score = Score(found)
        #expect(score.percent == 50 && score.judged == 3)
        #expect(score.reasons == "1 kept, 1 drifting, 1 broken, 1 not yet due")
        #expect(Score([]).percent == nil && Score([]).reasons == "nothing promised")
    }

    @Test("an audit can be limited to sections, and its ids are its own")
    func sections() throws {
        let past = try happened().past("2027-12-01")
        #expect(AuditResult(past, sections: [.purpose]).assessments.isEmpty)
        let all = AuditResult(past)
        #expect(all.sections == [.commercials])
        #expect(Set(all.assessments.map(\.id)).count == all.assessments.count)
    }

    @Test("every rule has a name of its own, and a section")
    func rules() {
        let ids = AuditRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy(Identifier.isValid))
    }

    @Test("before anything was in force there is nothing to audit")
    func before() throws {
        let terms = TermsInForce(
            number: 1, from: try CalendarDate(parsing: "2027-02-01"),
            document: TermsDocument(TermsFiles([])))
        let day = try CalendarDate(parsing: "2027-01-31")
        #expect(Past(versions: [terms], book: RecordBook(), today: day) == nil)
    }
}
