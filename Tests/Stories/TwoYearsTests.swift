import TestSupport
import Testing

/// Two years of records by both sides and the advisor, signed by each, and what the program makes of
/// them.
@Suite("Two years") struct TwoYearsTests {
    @Test("are recorded, verified, settled as by hand, and audited")
    func played() throws {
        let played = try TwoYearsPlayed()
        let verdict = try played.run(TwoYears.days, ["verify"])
        #expect(verdict.code == 0, "\(verdict)")
        let listed = try #require(
            JSON(try played.must(TwoYears.days, ["records", "--json"]).output))
        let answers = listed["records"].list.reduce(0) { $0 + $1["answers"].list.count }
        #expect(listed["records"].list.count + answers == played.years.events.count)
        #expect(listed["ignored"].list.isEmpty)
        try settles(played)
        try audits(played)
    }

    private func settles(_ played: TwoYearsPlayed) throws {
        var before = TwoYearsModel(played.years.invoices, until: 0)
        for (from, end) in [(0, TwoYears.amended), (TwoYears.amended, TwoYears.days)] {
            let period = "\(TwoYears.date(from))..\(TwoYears.date(end - 1))"
            let command = ["settle", "--period", period, "--json"]
            let settled = try played.must(TwoYears.days, command)
            // The same bytes for both.
            #expect(try played.must(TwoYears.days, command, as: .dora).output == settled.output)
            let statement = try #require(JSON(settled.output))
            let model = TwoYearsModel(played.years.invoices, until: end)
            #expect(statement["debts"].list.count == 1)
            let debt = statement["debts"][0]
            #expect(debt["debtor"].text == "northwind" && debt["creditor"].text == "contoso")
            let added = try #require(debt["added"].number)
            #expect(abs(Double(added) - (model.contoso - before.contoso)) < 50)
            let recouped = try #require(statement["recoupments"][0]["paid"].number)
            #expect(abs(Double(recouped) - model.recouped) < 50)
            before = model
        }
    }

    private func audits(_ played: TwoYearsPlayed) throws {
        let audit = try #require(
            JSON(try played.must(TwoYears.days - 1, ["audit", "--json"]).output))
        func status(_ rule: String, _ about: String) -> String? {
            audit["promises"].list.first {
                $0["rule"].text == rule && $0["id"].text?.contains(about) ?? false
            }?["status"].text
        }
        #expect(status("objective", "first-five") == "broken", "three of five contracts")
        #expect(status("dispute", "night-hours") == "kept", "it was mediated in time")
        let due = try #require(
            JSON(try played.must(TwoYears.days - 1, ["obligations", "--json"]).output))
        let ids = due["obligations"].list.compactMap(\.["id"].text)
        #expect(!ids.isEmpty && !ids.contains { $0.contains("night-hours") })
        let status = try #require(
            JSON(try played.must(TwoYears.days - 1, ["status", "--json"]).output))
        let drifts = status["frameworks"][0]["drifts"].list
        #expect(drifts.contains { $0["id"].text?.contains("first-five") ?? false })
    }
}
