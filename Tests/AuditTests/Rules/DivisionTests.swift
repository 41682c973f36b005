import Audit
import InventedPast
import Records
import Terms
import Testing

/// Who is to receive what of what came in, and when it is settled.
@Suite struct DivisionTests {
    private func commercials(_ northwind: Int) -> [String: String] {
        [
            "commercials": """
            streams:
              - {id: service, kind: services, base: net, currency: EUR,
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
