import Foundation
import Redline
import Settlement
import Terms
import Testing

@testable import Reports

/// How distributions read.
@Suite struct SettlementReportTests {
    private static let head = "settlement: {frequency: 1 month, pay-within: 9 days}\n"

    private static let commercials = """
        streams:
          - {id: sales, kind: services, base: net, shares: {acme: 60%, bolt: 40%}, floor: EUR 50}
        waterfall:
          - {id: costs, step: pass-through}
          - {id: desk, step: fixed, party: bolt, amount: EUR 30, at-most: 10%}
          - {id: rest, step: split, shares: {acme: 100%}}

        """

    private func line(_ amount: Int64, of stream: String?, costs: Int64 = 0) throws -> Revenue {
        Revenue(
            date: try CalendarDate(parsing: "2027-03-05"), stream: stream,
            money: try #require(Money(currency: "EUR", minorUnits: amount)), tax: amount / 10,
            costs: costs)
    }

    private func distribution(
        _ document: TermsDocument, _ lines: [Revenue]
    ) throws -> (terms: CommercialTerms, distribution: Distribution) {
        let terms = try CommercialTerms(document)
        var ledger = Ledger(terms, file: "r.csv")
        #expect(ledger.add(lines).isEmpty)
        return (terms, ledger.distribution())
    }

    private func header(_ state: String) -> SettlementHeader {
        SettlementHeader(
            framework: "small", state: state, digest: "sha256:0", revenue: "r.csv, 2 lines",
            hasDays: true)
    }

    private func report(
        _ document: TermsDocument, _ lines: [Revenue]
    ) throws -> SettlementReport {
        SettlementReport(
            try distribution(document, lines).distribution, header: header("version 1"),
            names: Names(document))
    }

    @Test("text: the totals, then each line with its reason and its term")
    func text() throws {
        let document = terms(["commercials.yaml": Self.head + Self.commercials])
        let report = try report(
            document, [line(20_000, of: "sales", costs: 3_000), line(1_100, of: nil)])
        #expect(
            report.text(style: TerminalStyle(width: 80)) == """
                small: who receives what
                ════════════════════════

                  Terms    version 1
                  Digest   sha256:0
                  Revenue  r.csv, 2 lines
                  Days     2027-03-05 to 2027-03-05


                Who receives what, in EUR
                ─────────────────────────

                  Who                 EUR  Of all
                  ───────────────  ──────  ──────
                  Acme Ltd          89.91   42.6%
                  Bolt GmbH         69.99   33.2%
                  Costs of others   30.00   14.2%
                  Taxes             21.10     10%
                  Together         211.00


                Step by step, in EUR
                ────────────────────

                  1. Taxes of sales: EUR 20.00
                     Taxes 20.00
                     What is divided here is without tax.
                     commercials.streams.sales.base

                  2. Taxes of what fits no stream: EUR 1.10
                     Taxes 1.10
                     What is divided here is without tax.
                     commercials.waterfall.rest.shares

                  3. costs, 2027-03-01 to 2027-03-31: EUR 30.00
                     Costs of others 30.00
                     The costs of others that were recorded with the revenue: EUR 30.00. Out of
                     sales 30.00.
                     commercials.waterfall.costs

                  4. desk, 2027-03-01 to 2027-03-31: EUR 15.99
                     Bolt GmbH 15.99
                     An agreed amount in each settlement period: EUR 30.00. At most 10% of the
                     EUR 159.90 that is there. Out of sales 15.00, what fits no stream 0.99.
                     commercials.waterfall.desk

                  5. sales, year 2027 (2027-01-01 to 2027-12-31): EUR 135.00
                     Acme Ltd 81.00 · Bolt GmbH 54.00
                     Divided by these shares, whatever the amount and the year.
                     commercials.streams.sales.shares

                  6. what fits no stream, year 2027 (2027-01-01 to 2027-12-31): EUR 8.91
                     Acme Ltd 8.91
                     What fits no stream is divided by the shares of the last step.
                     commercials.waterfall.rest.shares


                To be known
                ───────────

                  • commercials.streams.sales.floor does not say for whom it is. It is read as
                    that of bolt, who has the smallest share; say it with floor-for.
                  • The terms don't say when the agreement starts; years are those of the
                    calendar.
                  • EUR 14.01 of commercials.waterfall.desk could not be paid, and is not paid
                    later.

                """)
        for width in [40, 60, 200] {
            let lines = report.text(style: TerminalStyle(width: width)).split(separator: "\n")
            #expect(lines.allSatisfy { columns($0) <= width })
        }
    }

    @Test("Markdown and CSV say the same")
    func formats() throws {
        let document = terms(["commercials.yaml": Self.head + Self.commercials])
        let report = try report(
            document, [line(20_000, of: "sales", costs: 3_000), line(1_100, of: nil)])
        let markdown = report.markdown()
        #expect(markdown.contains("| Bolt GmbH | 69.99 | 33.2% |"))
        #expect(markdown.contains("4. **desk, 2027-03-01 to 2027-03-31: EUR 15.99**"))
        #expect(
            report.csv() == """
                line,rule,path,from,to,year,streams,recipient,currency,amount
                1,taxes,commercials.streams.sales.base,,,,sales,+taxes,EUR,20.00
                2,taxes,commercials.waterfall.rest.shares,,,,-,+taxes,EUR,1.10
                3,pass-through,commercials.waterfall.costs,2027-03-01,2027-03-31,,sales,+others,EUR,30.00
                4,fixed,commercials.waterfall.desk,2027-03-01,2027-03-31,,sales -,bolt,EUR,15.99
                5,shares,commercials.streams.sales.shares,2027-01-01,2027-12-31,2027,sales,acme,EUR,81.00
                5,shares,commercials.streams.sales.shares,2027-01-01,2027-12-31,2027,sales,bolt,EUR,54.00
                6,final-shares,commercials.waterfall.rest.shares,2027-01-01,2027-12-31,2027,-,acme,EUR,8.91
                """)
    }

    @Test("JSON has minor units beside what people read")
    func json() throws {
        let document = terms(["commercials.yaml": Self.head + Self.commercials])
        let report = try report(document, [line(20_000, of: "sales", costs: 3_000)])
        let data = Data(try report.json().utf8)
        let json = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let total = try #require((json["totals"] as? [[String: Any]])?.first)
        let parts = try #require(total["parts"] as? [[String: Any]])
        #expect(total["minorUnits"] as? Int == 20_000)
        #expect(parts.compactMap { $0["minorUnits"] as? Int }.reduce(0, +) == 20_000)
        #expect(
            parts.compactMap { $0["recipient"] as? String } == [
                "acme", "bolt", "+others", "+taxes",
            ])
        let lines = try #require(json["lines"] as? [[String: Any]])
        #expect(
            lines.compactMap { $0["rule"] as? String } == [
                "taxes", "pass-through", "fixed", "shares",
            ])
        #expect(lines[2]["atMost"] as? String == "10%")
        #expect(lines[2]["available"] as? String == "EUR 150.00")
    }

    @Test("every rule has words of its own")
    func rules() throws {
        let document = terms([
            "commercials.yaml": """
            settlement: {frequency: 1 month, pay-within: 9 days, invoiced-by: acme}
            streams:
              - id: tiered
                kind: services
                base: net
                tiers:
                  - {id: low, from: EUR 0, shares: {acme: 60%, bolt: 40%}}
                  - {id: high, from: EUR 90, shares: {acme: 70%, bolt: 30%}}
                floor: EUR 70
              - id: aged
                kind: subscription
                base: margin
                years:
                  - {id: first, from: 1, shares: {acme: 60%, bolt: 40%}}
                  - {id: later, from: 2, shares: {acme: 80%, bolt: 20%}}
                cap: EUR 30
            waterfall:
              - {id: costs, step: pass-through, amount: EUR 5}
              - {id: back, step: recoup, amount: EUR 40, party: bolt}
              - {id: rest, step: split}
            """
        ])
        var lines = [
            try line(20_000, of: "tiered"), try line(20_000, of: "aged", costs: 3_000),
            try line(-1_000, of: "aged"),
        ]
        lines[1].contractStart = try CalendarDate(parsing: "2027-03-01")
        lines[2].contractStart = try CalendarDate(parsing: "2026-03-01")
        let text = try report(document, lines).text(style: TerminalStyle(width: 500))
        for words in [
            "Taxes of aged: EUR 19.00", "Costs of others for aged: EUR 30.00",
            "Refunds of aged: -EUR 9.00".replacing("-EUR ", with: "EUR -"),
            "Agreed costs of others in each settlement period: EUR 5.00. Out of tiered ",
            "What was put in is paid back: EUR 40.00 in all, EUR 0.00 before, nothing left. Out of",
            "tiered, tier low, year 2027 (2027-01-01 to 2027-12-31): EUR 90.00",
            "The slice of the year's amount from EUR 0.00 to EUR 90.00 by its own shares.",
            "The slice of the year's amount from EUR 90.00 on by its own shares.",
            "Bolt GmbH receives EUR 70.00 in a year at least, if so much comes in",
            "aged, contract year 1, year 2027", "What customers pay in year 1 of their contracts.",
            "Bolt GmbH receives EUR 30.00 in a year at most; the others receive what is above it.",
            "Acme Ltd +",
        ] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
    }

    @Test("a comparison says who gives to whom, and which terms do it")
    func comparison() throws {
        let old = terms(["commercials.yaml": Self.head + Self.commercials])
        let new = terms([
            "commercials.yaml": Self.head
                + Self.commercials.replacing(
                    "{acme: 60%, bolt: 40%}", with: "{acme: 50%, bolt: 50%}, floor-for: bolt")
        ])
        let lines = [try line(20_000, of: "sales")]
        let (one, two) = (try distribution(old, lines), try distribution(new, lines))
        let report = SettlementComparisonReport(
            DistributionComparison(
                from: one.terms, to: two.terms, old: one.distribution, new: two.distribution,
                lines: lines),
            changes: Comparison(from: old, to: new).changes, from: header("version 1"),
            to: header("the proposal halves"), names: Names(new, old))
        let text = report.text(style: TerminalStyle(width: 100))
        #expect(text.contains("small: version 1 → the proposal halves, in money"))
        // 180 net less 18 for the desk, of which a tenth moves.
        #expect(text.contains("EUR 16.20 goes from Acme Ltd to Bolt GmbH."))
        #expect(text.contains("Acme Ltd   97.20  81.00      -16.20"))
        #expect(text.contains("Bolt GmbH  82.80  99.00      +16.20"))
        #expect(text.contains("1. commercials.streams.sales"))
        #expect(text.contains("shares.acme: 60% → 50%, -10 percentage points"))
        #expect(
            report.csv() == """
                recipient,currency,old,new,difference
                acme,EUR,97.20,81.00,-16.20
                bolt,EUR,82.80,99.00,16.20
                +taxes,EUR,20.00,20.00,0.00
                """)
        #expect(report.markdown().contains("| Acme Ltd | 97.20 | 81.00 | -16.20 |"))
    }

    @Test("where nothing moves, a review says so in one line")
    func nothingMoves() throws {
        let document = terms(["commercials.yaml": Self.head + Self.commercials])
        let lines = [try line(20_000, of: "sales")]
        let one = try distribution(document, lines)
        let section = SettlementComparisonReport(
            DistributionComparison(
                from: one.terms, to: one.terms, old: one.distribution, new: one.distribution,
                lines: lines), changes: [], from: header("version 1"), to: header("version 2")
        ).section
        #expect(section.count == 2 && section.content.contains("Nobody receives more or less."))
    }

    @Test("names can't steer a terminal or mean markup")
    func hostile() throws {
        let document = terms([
            "parties.yaml": registry.replacing("Acme Ltd", with: "\"<b>A\\u001b[31m|x</b>\""),
            "commercials.yaml": Self.head + Self.commercials,
        ])
        let report = try report(document, [line(20_000, of: "sales")])
        #expect(!report.text(style: TerminalStyle(width: 80)).contains("\u{1B}"))
        #expect(!report.markdown().contains("<b>"))
        #expect(!(try report.json()).contains("\u{1B}"))
    }
}
