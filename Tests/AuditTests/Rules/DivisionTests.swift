import Audit
import InventedPast
import Records
import Terms
import Testing

/// Who is to receive what of what came in, and when it is settled.
@Suite struct DivisionTests {
    private func commercials(_ northwind: Int, bound: String = "") -> [String: String] {
        [
            "commercials": """
            streams:
              - {id: service, kind: services, base: net, currency: EUR,\(bound)
                 shares: {northwind: \(northwind)%, contoso: \(100 - northwind)%}}
            settlement: {frequency: 1 quarter, pay-within: 30 days, invoiced-by: northwind}

            """
        ]
    }

    private func sell(
        _ happened: inout Happened, _ deal: String, on day: String, invoiced: String
    ) throws {
        try happened.record(
            "deals/\(deal) registered", on: day,
            "customer: \(deal)\nparty: northwind\nstream: service")
        try happened.record(
            "deals/\(deal) invoiced", on: invoiced,
            "number: \(deal)\namount: EUR 1,190\ntax: EUR 190")
    }

    @Test("each deal is divided by the terms of the day on which it was registered")
    func versions() throws {
        var happened = Happened(commercials(70))
        try sell(&happened, "first", on: "2027-02-10", invoiced: "2027-03-01")
        happened.amend("2027-02-15", commercials(50))
        try sell(&happened, "second", on: "2027-02-20", invoiced: "2027-03-02")
        let division = try happened.past("2027-03-03").division()
        let total = try #require(division.totals.first)
        #expect(division.totals.count == 1 && division.undivided == 0)
        #expect("\(total.whole)" == "EUR 2,380.00")
        #expect("\(total.amount(of: "northwind"))" == "EUR 1,200.00")
        #expect("\(total.amount(of: "contoso"))" == "EUR 800.00")
        #expect("\(total.amount(of: "+taxes"))" == "EUR 380.00")
    }

    @Test("what nobody has paid shows when it falls due")
    func due() throws {
        var happened = Happened(commercials(70))
        try sell(&happened, "first", on: "2027-02-10", invoiced: "2027-03-01")
        let waiting = try happened.only("settlement", at: "2027-05-30")
        #expect(waiting.status == .notYetDue && waiting.due?.description == "2027-05-30")
        #expect(try happened.assessments("division", at: "2027-05-30").isEmpty)
        let late = try happened.only("settlement", at: "2027-05-31")
        #expect(late.status != .notYetDue && late.status != .kept)
        let part = try happened.only("division", at: "2027-05-31")
        #expect(part.subject == "contoso-EUR" && part.difference == "EUR 300.00 short")
        #expect(part.next?.who == ["northwind"])
    }

    private func pay(
        _ happened: inout Happened, _ amount: String, on day: String, by payer: String = "northwind"
    ) throws -> String {
        try happened.record(
            "notices/\(payer) settled", on: day, by: payer == "northwind" ? "ada" : "dora",
            "from: 2027-02-01\nto: 2027-04-30\npayer: \(payer)\n"
                + "payee: \(payer == "northwind" ? "contoso" : "northwind")\namount: \(amount)")
    }

    @Test("what was paid is kept, late is said, and what the other side contests is not paid")
    func paid() throws {
        var happened = Happened(commercials(70))
        try sell(&happened, "first", on: "2027-02-10", invoiced: "2027-03-01")
        let payment = try pay(&happened, "EUR 300", on: "2027-06-02")
        let settled = try happened.only("settlement", at: "2027-06-03")
        #expect(settled.status == .kept && settled.since?.description == "2027-06-02")
        #expect(settled.difference == "3 days late")
        #expect(settled.evidence.map(\.record.description).contains(payment))
        let part = try happened.only("division", at: "2027-06-03")
        #expect(part.status == .kept && part.difference == nil && part.next == nil)
        try happened.dispute(payment)
        #expect(try happened.only("settlement", at: "2027-06-03").status == .broken)
        #expect(try happened.only("division", at: "2027-06-03").status == .broken)
    }

    @Test("what is paid in part, and what is paid back, leaves the rest to be paid")
    func paidInPart() throws {
        var happened = Happened(commercials(70))
        try sell(&happened, "first", on: "2027-02-10", invoiced: "2027-03-01")
        _ = try pay(&happened, "EUR 300", on: "2027-05-20")
        _ = try pay(&happened, "EUR 120.50", on: "2027-05-21", by: "contoso")
        let part = try happened.only("division", at: "2027-05-31")
        #expect(part.status == .broken && part.difference == "EUR 120.50 short")
        #expect(part.actual == "EUR 179.50 paid")
    }

    @Test(
        "a part is never below its floor nor above its cap",
        arguments: [
            ("floor: EUR 500, floor-for: contoso,", "EUR 500.00"),
            ("cap: EUR 120, cap-for: contoso,", "EUR 120.00"),
            ("floor: EUR 200, floor-for: contoso,", "EUR 300.00"),
        ])
    func bounds(_ bound: String, promised: String) throws {
        var happened = Happened(commercials(70, bound: " " + bound))
        try sell(&happened, "first", on: "2027-02-10", invoiced: "2027-03-01")
        let part = try happened.only("division", at: "2027-05-31")
        #expect(part.promised == "\(promised) of the EUR 1,190.00 that came in up to 2027-04-30")
        _ = try pay(&happened, promised, on: "2027-05-20")
        #expect(try happened.only("division", at: "2027-05-31").status == .kept)
    }

    @Test("without a contract about it nothing is divided, and that is counted")
    func undivided() throws {
        var happened = Happened(["commercials": "strategy: {mode: growth}\n"])
        try happened.record(
            "deals/first registered", on: "2027-02-10", "customer: One\nparty: northwind")
        try happened.record(
            "deals/first invoiced", on: "2027-03-01", "number: '1'\namount: EUR 10")
        let division = try happened.past("2027-03-03").division()
        #expect(division.totals.isEmpty && division.undivided == 1)
    }
}
