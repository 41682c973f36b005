import Foundation
import Settlement
import Terms
import Testing

/// The worked example that comes with the program.
@Suite struct WorkedExampleTests {
    private func example() throws -> CommercialTerms {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "frameworks/examples/northwind-contoso")
        var entries: [TermsEntry] = []
        for name in ["framework", "parties", "purpose", "governance", "commercials", "safeguards"] {
            let url = root.appending(path: "terms/\(name).yaml")
            entries.append(
                TermsEntry(path: name + ".yaml", bytes: Array(try Data(contentsOf: url))))
        }
        return try CommercialTerms(TermsDocument(TermsFiles(entries)))
    }

    @Test("the two quarters of docs/settlement.md, worked out on paper")
    func twoQuarters() throws {
        let distribution = try settle(
            try example(),
            [
                revenue("2027-03-15 onboarding EUR 10000"),
                revenue("2027-06-15 subscription EUR 50000 costs=5500 start=2027-03-01"),
                revenue("2027-06-15 operations EUR 45500 start=2027-03-01"),
            ])
        #expect(
            lines(distribution) == [
                "waterfall.night-desk 4,500.00: northwind 4,500.00",
                "waterfall.paid-back 1,100.00: contoso 770.00, northwind 330.00",
                "waterfall.costs-of-others 5,500.00: +others 5,500.00",
                "waterfall.night-desk 4,500.00: northwind 4,500.00",
                "waterfall.paid-back 17,100.00: contoso 11,970.00, northwind 5,130.00",
                "streams.subscription.years.first.shares 33,820.00: "
                    + "contoso 20,292.00, northwind 13,528.00",
                "streams.operations.tiers.start.shares 34,580.00: "
                    + "contoso 5,187.00, northwind 29,393.00",
                "streams.onboarding.shares 4,400.00: contoso 1,320.00, northwind 3,080.00",
            ])
        #expect(
            brief(distribution) == "contoso 39,539.00, northwind 60,461.00, +others 5,500.00")
        #expect(distribution.notes.isEmpty)
    }

    /// The example once more, written down apart from the program and its terms, in fractions of
    /// euros and without rounding.
    private struct Paper {
        struct Payment {
            let quarter: Int
            let stream: String
            let amount: Double
            let costs: Double
            let contractYear: Int
        }

        var northwind = 0.0
        var contoso = 0.0
        private var paidBack = 0.0
        private var years: [Int: [String: [Int: Double]]] = [:]

        init(_ payments: [Payment]) {
            for (quarter, own) in Dictionary(grouping: payments, by: \.quarter)
                .sorted(by: { $0.key < $1.key })
            {
                settle(own, year: quarter / 4)
            }
            for streams in years.values { for (id, money) in streams { divide(id, money) } }
        }

        private mutating func settle(_ payments: [Payment], year: Int) {
            var left: [String: [Int: Double]] = [:]
            for (stream, own) in Dictionary(grouping: payments, by: \.stream) {
                for (year, own) in Dictionary(grouping: own, by: { $0.contractYear }) {
                    let amount = own.reduce(0) { $0 + $1.amount }
                    left[stream, default: [:]][year] =
                        amount - min(amount, own.reduce(0) { $0 + $1.costs })
                }
            }
            let there = left.values.flatMap(\.values).reduce(0, +)
            let desk = min(4_500, there)
            let back = min((there - desk) / 5, 120_000 - paidBack)
            paidBack += back
            northwind += desk + 0.3 * back
            contoso += 0.7 * back
            let rest = there > 0 ? (there - desk - back) / there : 0
            for (stream, parts) in left {
                for (contractYear, amount) in parts {
                    years[year, default: [:]][stream, default: [:]][contractYear, default: 0] +=
                        amount * rest
                }
            }
        }

        private mutating func divide(_ stream: String, _ money: [Int: Double]) {
            let all = money.values.reduce(0, +)
            var own = 0.0
            switch stream {
            case "subscription":
                let shares = [1: 0.4, 2: 0.325]
                for (year, amount) in money { own += amount * (shares[year] ?? 0.3) }
            case "operations":
                own = 0.85 * min(all, 250_000)
                own += 0.8 * max(0, min(all, 600_000) - 250_000) + 0.75 * max(0, all - 600_000)
            case "onboarding": own = 0.7 * all
            case "projects": own = 0.5 * all
            case "support": own = min(0.65 * all, max(0, all - 24_000))
            default: own = min(0.15 * all, 40_000)
            }
            northwind += own
            contoso += all - own
        }
    }

    @Test(
        "three years of the example against a calculation of its own",
        arguments: 1...20 as ClosedRange<UInt64>)
    func threeYears(seed: UInt64) throws {
        var random = Random(state: seed)
        var payments: [Paper.Payment] = []
        var lines: [Revenue] = []
        let streams = [
            "subscription", "operations", "onboarding", "projects", "support", "referral",
        ]
        for _ in 0..<200 {
            let month = Int.random(in: 0..<36, using: &random)
            let stream = try #require(streams.randomElement(using: &random))
            // Contract years 1, 2 and 4: shares of the third year are those of the second.
            let age = try #require([0, 12, 36].randomElement(using: &random))
            let cents = Int64.random(in: 0...(seed % 2 == 0 ? 900_000 : 90_000_000), using: &random)
            let costs = Int64.random(in: 0...90_000, using: &random)
            func first(of month: Int) -> CalendarDate? {
                let months = 12 * 2027 + 1 + month
                return CalendarDate(year: months / 12, month: months % 12 + 1, day: 1)
            }
            lines.append(
                Revenue(
                    date: try #require(first(of: month)), stream: stream,
                    money: try #require(Money(currency: "EUR", minorUnits: cents)), costs: costs,
                    contractStart: first(of: month - age)))
            payments.append(
                Paper.Payment(
                    quarter: month / 3, stream: stream, amount: Double(cents) / 100,
                    costs: Double(costs) / 100,
                    contractYear: stream == "subscription" ? age / 12 + 1 : 0))
        }
        let distribution = try settle(try example(), lines)
        let paper = Paper(payments)
        for (party, expected) in [("northwind", paper.northwind), ("contoso", paper.contoso)] {
            let cents = distribution.amount(of: .party(party), in: "EUR")
            #expect(abs(Double(cents) / 100 - expected) < 0.5, "\(party)")
        }
    }
}
