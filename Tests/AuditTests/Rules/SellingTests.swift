import Audit
import InventedPast
import Records
import Terms
import Testing

/// The pipeline, registered deals, and customers whom two sides claim.
@Suite struct SellingTests {
    private let commercials = [
        "commercials": """
        pipeline:
          target: EUR 100,000
          coverage: 3 times
          cycle: 5 months
          registration: {decide-within: 3 business days, protect-for: 6 months}
        readiness:
          - {id: sales, team: northwind, course: Showing it, people: 4, hours: 12, by: 2027-03-12}

        """
    ]

    private func deal(
        _ happened: inout Happened, _ name: String, on day: String, by person: String = "ada",
        customer: String = "Lift AG", value: Int = 60_000
    ) throws {
        let party = person == "ada" ? "northwind" : "contoso"
        try happened.record(
            "deals/\(name) registered", on: day, by: person,
            "customer: \(customer)\nparty: \(party)\nvalue: EUR \(value)\n"
                + "protected-until: 2027-12-31")
    }

    private func invoice(_ happened: inout Happened, _ amount: Int, on day: String) throws {
        try happened.record(
            "deals/lift invoiced", on: day, "number: n\(day)\namount: EUR \(amount)")
    }

    @Test("what came in is held against the revenue of the year")
    func target() throws {
        var happened = Happened(commercials)
        try deal(&happened, "lift", on: "2027-03-01")
        try invoice(&happened, 20_000, on: "2027-06-01")
        #expect(try happened.only("pipeline-target", at: "2027-06-30").status == .notYetDue)
        let slow = try happened.only("pipeline-target", at: "2027-12-01")
        #expect(slow.status == .drifting && slow.difference == "EUR 80,000.00 short")
        let years = try happened.assessments("pipeline-target", at: "2028-02-01")
        #expect(years.map(\.status) == [.broken, .notYetDue])
        try invoice(&happened, 80_000, on: "2028-01-31")
        let kept = try happened.assessments("pipeline-target", at: "2028-02-01")
        #expect(kept.map(\.status) == [.kept, .notYetDue])
        #expect(kept.map(\.subject) == ["year-1", "year-2"])
    }

    @Test("credits and tax come off")
    func net() throws {
        var happened = Happened(commercials)
        try deal(&happened, "lift", on: "2027-03-01")
        try happened.record(
            "deals/lift invoiced", on: "2027-06-01",
            "number: '1'\namount: EUR 11,900\ntax: EUR 1,900")
        try happened.record(
            "deals/lift credited", on: "2027-06-02",
            "number: '2'\ninvoice: '1'\namount: EUR 1,190")
        let found = try happened.only("pipeline-target", at: "2027-06-30")
        #expect(found.actual == "EUR 9,000.00 invoiced, without tax")
    }

    @Test("the pipeline has to hold its times after the first sales cycle")
    func coverage() throws {
        var happened = Happened(commercials)
        try deal(&happened, "lift", on: "2027-03-01", value: 160_000)
        #expect(try happened.only("pipeline-coverage", at: "2027-06-30").status == .notYetDue)
        let found = try happened.only("pipeline-coverage", at: "2027-07-01")
        #expect(
            found.status == .drifting && found.promised == "EUR 300,000.00, 3 times EUR 100,000.00")
        #expect(found.difference == "EUR 140,000.00 short")
        try happened.record("deals/lift lost", on: "2027-07-02", "why: Price.")
        #expect(try happened.only("pipeline-coverage", at: "2027-07-03").status == .broken)
    }

    @Test("a registered deal is decided on within business days")
    func registration() throws {
        var happened = Happened(commercials)
        // A Thursday; the third business day after it is the Tuesday.
        try deal(&happened, "lift", on: "2027-03-04")
        #expect(try happened.only("registration", at: "2027-03-09").status == .kept)
        let late = try happened.only("registration", at: "2027-03-10")
        #expect(late.status == .broken && late.since?.description == "2027-03-09")
        #expect(late.next?.what == "decide: entente record deal accepted lift")
        #expect(late.next?.who == ["contoso"])
        try happened.record("deals/lift accepted", on: "2027-03-10", by: "dora")
        let decided = try happened.only("registration", at: "2027-03-11")
        #expect(decided.status == .drifting && decided.next == nil)
    }

    @Test("a customer whom the other side has registered is a clash until somebody gives way")
    func clash() throws {
        var happened = Happened(commercials)
        try deal(&happened, "lift", on: "2027-03-01")
        #expect(try happened.only("deal-clash", at: "2027-03-02").status == .kept)
        try deal(&happened, "lifts", on: "2027-04-01", by: "dora", customer: "LIFT-AG")
        let clash = try happened.only("deal-clash", at: "2027-04-02")
        #expect(clash.status == .drifting && clash.subject == "lifts")
        #expect(clash.promised == "Northwind is protected there until 2027-12-31")
        try happened.record("deals/lifts won", on: "2027-04-03", by: "dora", "value: EUR 1")
        #expect(try happened.only("deal-clash", at: "2027-04-04").status == .broken)
        try happened.record("deals/lifts accepted", on: "2027-04-05")
        #expect(try happened.only("deal-clash", at: "2027-04-06").status == .kept)
    }

    @Test("hours of training are counted as people times hours")
    func readiness() throws {
        var happened = Happened(commercials)
        try happened.record(
            "investments/northwind made", on: "2027-03-01",
            "party: northwind\nhours: 40\nwhat: Course\npromise: sales")
        let found = try happened.only("readiness", at: "2027-03-13")
        #expect(found.status == .broken && found.difference == "8 hours short")
        #expect(found.promised == "4 people of Northwind, 12 hours each, by 2027-03-12")
    }

    @Test("the largest figures that can be written are judged like others")
    func largest() throws {
        let most = "92,233,720,368,547,758.07"
        var happened = Happened([
            "commercials": """
            pipeline: {target: 'EUR \(most)', coverage: 9223372036854775807 times}
            investments:
              - {id: all, party: northwind, kind: other, amount: 'EUR \(most)', by: 2027-06-30}

            """
        ])
        try deal(&happened, "lift", on: "2027-03-01")
        for number in 1...3 {
            try happened.record(
                "investments/northwind made", on: "2027-03-0\(number)",
                "party: northwind\namount: EUR \(most)\nwhat: All\npromise: all")
        }
        try happened.record(
            "deals/lift invoiced", on: "2027-06-01",
            "number: '1'\namount: EUR \(most)\ntax: EUR -\(most)")
        try happened.record(
            "deals/lift credited", on: "2027-06-02",
            "number: '2'\ninvoice: '1'\namount: EUR \(most)")
        #expect(try happened.only("investment", at: "2027-07-01").status == .kept)
        #expect(try happened.only("pipeline-coverage", at: "2027-07-01").status == .broken)
        #expect(try happened.past("2027-07-01").division().undivided == 2)
    }
}
