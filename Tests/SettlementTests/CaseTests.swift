import Settlement
import Terms
import Testing

/// Cases that were worked out by hand, on paper and without the program.
@Suite struct CaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var streams = ""
        var waterfall = ""
        var investments = ""
        var settlement = "{frequency: 1 quarter, pay-within: 30 days, invoiced-by: acme}"
        let revenue: [String]
        let expected: String
        var testDescription: String { name }

        var commercials: String {
            var text = "settlement: \(settlement)\n"
            for (key, items) in [
                ("streams", streams), ("waterfall", waterfall), ("investments", investments),
            ] where !items.isEmpty {
                text += "\(key):\n" + items.split(separator: "\n").map { "  - {\($0)}\n" }.joined()
            }
            return text
        }
    }

    static let cases = [
        Case(
            name: "shares",
            streams: "id: sales, kind: services, base: gross, shares: {acme: 62.5%, bolt: 37.5%}",
            revenue: ["2027-03-01 sales EUR 1000"],
            expected: "acme 625.00, bolt 375.00"),
        // 0.3333, 0.3333 and 0.3334 of a cent: the cent goes where most was lost.
        Case(
            name: "three shares of a cent go to the largest remainder",
            streams: """
                id: sales, kind: services, base: gross, shares: {acme: 33.33%, bolt: \
                33.33%, core: 33.34%}
                """,
            revenue: ["2027-03-01 sales EUR 0.01"],
            expected: "acme 0.00, bolt 0.00, core 0.01"),
        // 0.05 halves to 0.025 each; the tie goes to the first id.
        Case(
            name: "ties go by party id",
            streams: "id: sales, kind: services, base: gross, shares: {bolt: 50%, acme: 50%}",
            revenue: ["2027-03-01 sales EUR 0.05"],
            expected: "acme 0.03, bolt 0.02"),
        // The first 100,000 by 80/20, the next 50,000 by 60/40: 80,000 + 30,000.
        Case(
            name: "each tier divides its own slice",
            streams: """
                id: sales, kind: services, base: gross, tiers: [{id: a, from: EUR 0, \
                shares: {acme: 80%, bolt: 20%}}, {id: b, from: EUR 100000, shares: {acme: \
                60%, bolt: 40%}}]
                """,
            revenue: ["2027-03-01 sales EUR 90000", "2027-09-01 sales EUR 60000"],
            expected: "acme 110,000.00, bolt 40,000.00"),
        // 60,000 in each of two years of the agreement: no year reaches the second tier.
        Case(
            name: "tiers begin anew in each year of the agreement",
            streams: """
                id: sales, kind: services, base: gross, tiers: [{id: a, from: EUR 0, \
                shares: {acme: 80%, bolt: 20%}}, {id: b, from: EUR 100000, shares: {acme: \
                60%, bolt: 40%}}]
                """,
            revenue: ["2028-01-31 sales EUR 60000", "2028-02-01 sales EUR 60000"],
            expected: "acme 96,000.00, bolt 24,000.00"),
        // 1,000 by the stream's shares up to the first tier, then 500 by it: 900 + 250.
        Case(
            name: "below the first tier, the shares of the stream count",
            streams: """
                id: sales, kind: services, base: gross, shares: {acme: 90%, bolt: 10%}, \
                tiers: [{id: b, from: EUR 1000, shares: {acme: 50%, bolt: 50%}}]
                """,
            revenue: ["2027-03-01 sales EUR 1500"],
            expected: "acme 1,150.00, bolt 350.00"),
        // Year 1 of one customer, year 2 of another on the same day: 400 + 300.
        Case(
            name: "years are those of the customer's contract",
            streams: """
                id: sub, kind: subscription, base: gross, years: [{id: a, from: 1, shares: \
                {acme: 40%, bolt: 60%}}, {id: b, from: 2, shares: {acme: 30%, bolt: 70%}}]
                """,
            revenue: [
                "2028-06-01 sub EUR 1000 start=2027-06-02",
                "2028-06-01 sub EUR 1000 start=2027-06-01",
            ],
            expected: "acme 700.00, bolt 1,300.00"),
        // Of 1,190 with 190 tax and 300 costs: gross 595/595, net 500/500, margin 350/350.
        Case(
            name: "gross, net and margin",
            streams: """
                id: g, kind: services, base: gross, shares: {acme: 50%, bolt: 50%}
                id: n, kind: services, base: net, shares: {acme: 50%, bolt: 50%}
                id: m, kind: project, base: margin, shares: {acme: 50%, bolt: 50%}
                """,
            revenue: [
                "2027-03-01 g EUR 1190 tax=190 costs=300",
                "2027-03-01 n EUR 1190 tax=190 costs=300",
                "2027-03-01 m EUR 1190 tax=190 costs=300",
            ],
            expected: "acme 1,445.00, bolt 1,445.00, +others 300.00, +taxes 380.00"),
        // 1,000 less costs of 100 less 300 to bolt = 600, halved.
        Case(
            name: "the order of payment",
            streams: "id: sales, kind: services, base: net, shares: {acme: 50%, bolt: 50%}",
            waterfall: """
                id: costs, step: pass-through
                id: desk, step: fixed, party: bolt, amount: EUR 300
                id: rest, step: split, shares: {acme: 50%, bolt: 50%}
                """,
            revenue: ["2027-03-01 sales EUR 1000 costs=100"],
            expected: "acme 300.00, bolt 600.00, +others 100.00"),
        // Quarters from 1 February: 300 in each of two, and only 200 is there in the second.
        Case(
            name: "a fixed amount is due in each settlement period, and never later",
            streams: "id: sales, kind: services, base: net, shares: {acme: 100%}",
            waterfall: """
                id: desk, step: fixed, party: bolt, amount: EUR 300
                id: rest, step: split, shares: {acme: 100%}
                """,
            revenue: [
                "2027-04-30 sales EUR 1000", "2027-05-01 sales EUR 200",
                "2027-08-01 sales EUR 1000",
            ],
            expected: "acme 1,400.00, bolt 800.00"),
        // Steps are borne in proportion: 300 of 1,000 + 2,000 is 100 + 200.
        Case(
            name: "streams bear a step in proportion",
            streams: """
                id: a, kind: services, base: net, shares: {acme: 100%}
                id: b, kind: services, base: net, shares: {bolt: 100%}
                """,
            waterfall: """
                id: desk, step: fixed, party: core, amount: EUR 300
                id: rest, step: split, shares: {acme: 100%}
                """,
            revenue: ["2027-03-01 a EUR 1000", "2027-03-01 b EUR 2000"],
            expected: "acme 900.00, bolt 1,800.00, core 300.00"),
        // A fifth of 1,000, then a fifth of 10,000 but no more than the 1,000 that is left of
        // 1,200, three to one: 300 and 900. The rest is 800 and 9,000, halved.
        Case(
            name: "investments are paid back until they are, out of a part of each quarter",
            streams: "id: sales, kind: services, base: net, shares: {acme: 50%, bolt: 50%}",
            waterfall: """
                id: back, step: recoup, at-most: 20%
                id: rest, step: split, shares: {acme: 50%, bolt: 50%}
                """,
            investments: """
                id: a, party: acme, kind: equipment, amount: EUR 300
                id: b, party: bolt, kind: people, hours: 9, rate: EUR 100
                """,
            revenue: ["2027-03-01 sales EUR 1000", "2027-06-01 sales EUR 10000"],
            expected: "acme 5,200.00, bolt 5,800.00"),
        // 10% of 10,000 is 1,000; at least 1,500.
        Case(
            name: "a floor lifts who has the smallest share",
            streams: """
                id: sales, kind: support, base: net, shares: {acme: 90%, bolt: 10%}, floor: EUR 1500
                """,
            revenue: ["2027-03-01 sales EUR 4000", "2027-12-01 sales EUR 6000"],
            expected: "acme 8,500.00, bolt 1,500.00"),
        // Less comes in than the least: all of it, and no more.
        Case(
            name: "a floor is paid out of the stream alone",
            streams: """
                id: sales, kind: support, base: net, shares: {acme: 90%, bolt: 10%}, floor: EUR 1500
                """,
            revenue: ["2027-03-01 sales EUR 900"],
            expected: "acme 0.00, bolt 900.00"),
        // 15% of 400,000 is 60,000; at most 40,000 in that year, and 15% of 100,000 in the next.
        Case(
            name: "a cap counts for each year",
            streams: """
                id: referral, kind: referral, base: net, shares: {acme: 15%, bolt: 85%}, \
                cap: EUR 40000
                """,
            revenue: ["2027-03-01 referral EUR 400000", "2028-03-01 referral EUR 100000"],
            expected: "acme 55,000.00, bolt 445,000.00"),
        // A refund of 200 within the time: half of the claw-back's 50% each, acme bears the other
        // 100. Another one too late: acme bears it alone. 500 - 50 - 100 - 200, and 500 - 50.
        Case(
            name: "claw-back",
            streams: """
                id: sales, kind: services, base: net, shares: {acme: 50%, bolt: 50%}, \
                clawback: {when: It fails., within: 3 months, share: 50%}
                """,
            revenue: [
                "2027-03-01 sales EUR 1000", "2027-06-01 sales EUR -200 refunds=2027-03-01",
                "2027-06-02 sales EUR -200 refunds=2027-03-01",
            ],
            expected: "acme 150.00, bolt 450.00"),
        Case(
            name: "what fits no stream goes by the final split",
            streams: "id: sales, kind: services, base: net, shares: {acme: 100%}",
            waterfall: "id: rest, step: split, shares: {acme: 25%, bolt: 75%}",
            revenue: ["2027-03-01 - EUR 119 tax=19", "2027-03-01 sales EUR 10"],
            expected: "acme 35.00, bolt 75.00, +taxes 19.00"),
        // Each currency by itself; yen have no decimals, and the fixed amount is in EUR.
        Case(
            name: "currencies are kept apart",
            streams: "id: sales, kind: services, base: net, shares: {acme: 50%, bolt: 50%}",
            waterfall: """
                id: desk, step: fixed, party: core, amount: EUR 10
                id: rest, step: split, shares: {acme: 100%}
                """,
            revenue: ["2027-03-01 sales JPY 101", "2027-03-01 sales EUR 20"],
            expected: "acme 5.00, bolt 5.00, core 10.00; JPY: acme 51, bolt 50"),
    ]

    @Test("cases worked by hand", arguments: cases)
    func byHand(_ item: Case) throws {
        let distribution = try settle(
            try terms(item.commercials), try item.revenue.map(revenue))
        #expect(brief(distribution) == item.expected, "\(lines(distribution))")
        for line in distribution.lines {
            #expect(line.parts.reduce(0) { $0 + $1.amount } == line.amount)
        }
    }
}
