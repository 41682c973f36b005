import Foundation
import Records
import Settlement
import Terms
import TestSupport
import Testing

/// Two years of records, settled by the program and by a model that knows nothing of it: numbers with
/// fractions, nothing rounded before the end, one pass over the invoices for each day that is asked.
@Suite struct TwoYearsTests {
    static func document(_ changes: [(String, String, String)]) throws -> TermsDocument {
        let folder = SourceTree.root + "/frameworks/examples/northwind-contoso/terms/"
        let names = [
            "framework", "parties", "purpose", "governance", "commercials", "safeguards",
        ]
        return TermsDocument(
            TermsFiles(
                try names.sorted().map { name in
                    let file = "\(name).yaml"
                    var text = try String(contentsOfFile: folder + file, encoding: .utf8)
                    for (place, old, new) in changes where place == file {
                        #expect(text.contains(old))
                        text = text.replacing(old, with: new)
                    }
                    return TermsEntry(path: file, bytes: Array(text.utf8))
                }))
    }

    /// What both versions say about money, read once.
    static let terms = Result {
        [
            1: try CommercialTerms(document(TwoYears.first)),
            2: try CommercialTerms(document(TwoYears.first + TwoYears.second)),
        ]
    }

    static func book(_ played: TwoYears) -> RecordBook {
        var book = RecordBook()
        for event in played.events {
            book.add(
                RecordSource(
                    path: event.path, bytes: Array(event.text.utf8),
                    recorder: Recorder(
                        person: event.person, name: event.person, party: event.party),
                    seconds: event.seconds, version: event.version))
        }
        return book
    }

    static func statement(
        _ book: RecordBook, _ from: String, _ to: String
    ) throws -> PeriodStatement {
        try PeriodStatement(
            book, terms: terms.get(), inForce: 2, signing: ["contoso", "northwind"],
            from: CalendarDate(parsing: from), to: CalendarDate(parsing: to))
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func isWellFormed(seed: UInt64) {
        let played = TwoYears(seed: seed)
        let book = Self.book(played)
        #expect(played.events.count == 500)
        #expect(book.findings.isEmpty, "\(book.findings)")
        #expect(Set(played.events.map(\.path)).count == 500)
        let standings = book.records.map { $0.standing(among: ["contoso", "northwind"]) }
        #expect(standings.contains(.contested) && standings.contains(.confirmed))
        #expect(played.invoices.contains { $0.credits != nil && $0.version == 1 })
        #expect(Set(played.invoices.map(\.version)) == [1, 2])
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func bothYearsAgreeWithTheModel(seed: UInt64) throws {
        let played = TwoYears(seed: seed)
        let book = Self.book(played)
        let years = [("2027-02-01", "2028-01-31", 365), ("2028-02-01", "2029-01-31", 731)]
        var before = Model(played.invoices, until: 0)
        for (from, to, end) in years {
            let statement = try Self.statement(book, from, to)
            let model = Model(played.invoices, until: end)
            let debt = try #require(statement.debts.first { $0.creditor == "contoso" })
            #expect(debt.debtor == "northwind" && statement.debts.count == 1)
            #expect(
                abs(Double(debt.added) - (model.contoso - before.contoso)) < 50,
                "\(debt.added) \(model.contoso - before.contoso)")
            #expect(abs(Double(debt.carried) - before.contoso) < 50)
            let recouped = try #require(statement.recoupments.first)
            #expect(abs(Double(recouped.paid) - model.recouped) < 50)
            // Not a cent is lost: what everybody receives is what customers paid.
            let totals = statement.parts.flatMap(\.distribution.totals)
            let whole = statement.revenue.reduce(0) { $0 + $1.line.money.minorUnits }
            #expect(totals.reduce(0) { $0 + $1.whole } == whole)
            #expect(totals.flatMap(\.parts).reduce(0) { $0 + $1.amount } == whole)
            for total in totals.indices {
                let lines = statement.parts[total].distribution.lines
                #expect(lines.flatMap(\.parts).reduce(0) { $0 + $1.amount } == totals[total].whole)
            }
            before = model
        }
    }

    @Test func quartersSumToTheYear() throws {
        let book = Self.book(TwoYears())
        let quarters = [
            ("2027-02-01", "2027-04-30"), ("2027-05-01", "2027-07-31"),
            ("2027-08-01", "2027-10-31"), ("2027-11-01", "2028-01-31"),
        ]
        let debts = try quarters.map { try #require(Self.statement(book, $0, $1).debts.first) }
        let year = try #require(Self.statement(book, "2027-02-01", "2028-01-31").debts.first)
        #expect(debts.reduce(0) { $0 + $1.added } == year.added)
        for (earlier, later) in zip(debts, debts.dropFirst()) {
            #expect(later.carried == earlier.carried + earlier.added)
        }
    }

    @Test func whatIsSettledIsNotSettledTwice() throws {
        var book = Self.book(TwoYears())
        let first = try #require(Self.statement(book, "2027-02-01", "2027-04-30").debts.first)
        let amount = try #require(Money(currency: "EUR", minorUnits: first.left))
        book.add(
            RecordSource(
                path: "notices/northwind/20290201T090000Z-settled.yaml",
                bytes: Array(
                    """
                    on: 2027-05-20
                    from: 2027-02-01
                    to: 2027-04-30
                    payer: northwind
                    payee: contoso
                    amount: \(amount)

                    """.utf8),
                recorder: Recorder(person: "ben", name: "Ben", party: "northwind"),
                seconds: 1_865_000_000, version: 2))
        let again = try #require(Self.statement(book, "2027-02-01", "2027-04-30").debts.first)
        #expect(again.left == 0 && again.settled == first.left)
        let next = try #require(Self.statement(book, "2027-05-01", "2027-07-31").debts.first)
        #expect(next.carried == 0)
    }
}

/// Who receives what by the worked example, in cents with fractions.
struct Model {
    var contoso = 0.0
    var recouped = 0.0

    init(_ all: [TwoYears.Invoice], until end: Int) {
        let invoices = all.filter { $0.day < end }
        let byNumber = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0) })
        // Net amounts by quarter, version, stream and year of the customer's contract.
        struct Key: Hashable {
            let quarter: Int, version: Int, stream: String, step: Int
        }
        var net: [Key: Double] = [:]
        var costs: [Key: Double] = [:]
        for invoice in invoices {
            let origin = invoice.credits.flatMap { byNumber[$0] }
            let since = origin ?? invoice
            let isLate = TwoYears.date(since.day) >= Self.later(TwoYears.date(invoice.starts), 12)
            let key = Key(
                quarter: Self.quarter(invoice.day), version: invoice.version,
                stream: invoice.stream, step: invoice.stream == "subscription" && isLate ? 2 : 1)
            var amount = Double(invoice.amount - invoice.tax)
            if let origin {
                amount = Double(invoice.amount) * (1 - Double(origin.tax) / Double(origin.amount))
                let months = ["subscription": 12, "operations": 3, "support": 3, "referral": 12]
                guard let within = months[invoice.stream],
                    TwoYears.date(invoice.day) <= Self.later(TwoYears.date(origin.day), within)
                else { continue }  // borne by Northwind alone
            }
            net[key, default: 0] += amount
            costs[key, default: 0] += Double(invoice.costs)
        }
        for key in net.keys where key.stream == "projects" {
            net[key, default: 0] -= min(costs[key, default: 0], max(0, net[key, default: 0]))
        }
        var pots: [String: Double] = [:]
        func keep(_ key: Key, _ amount: Double) {
            let year = key.quarter / 4
            pots["\(key.stream) \(year) \(key.version) \(key.step)", default: 0] += amount
        }
        for quarter in 0..<8 {
            var desk = 450_000.0
            for version in 1...2 {
                let keys = net.keys.filter { $0.quarter == quarter && $0.version == version }
                var left = Dictionary(uniqueKeysWithValues: keys.map { ($0, net[$0, default: 0]) })
                func take(_ amount: Double) {
                    let there = left.values.reduce(0) { $0 + max(0, $1) }
                    for key in keys where left[key, default: 0] > 0 {
                        left[key, default: 0] -= amount * left[key, default: 0] / there
                    }
                }
                var there: Double { max(0, left.values.reduce(0, +)) }
                // Others are paid first, out of what their own stream has.
                for key in keys where key.stream != "projects" {
                    left[key, default: 0] -= min(
                        costs[key, default: 0], max(0, left[key, default: 0]))
                }
                let paid = min(desk, there)
                take(paid)
                desk -= paid
                let back = min(12_000_000 - recouped, 0.2 * there)
                take(back)
                recouped += back
                contoso += 0.7 * back
                for key in keys { keep(key, left[key, default: 0]) }
            }
        }
        for year in 0..<2 {
            func pot(_ stream: String, _ version: Int, _ step: Int = 1) -> Double {
                pots["\(stream) \(year) \(version) \(step)"] ?? 0
            }
            func both(_ stream: String, _ step: Int = 1) -> Double {
                pot(stream, 1, step) + pot(stream, 2, step)
            }
            contoso += 0.6 * both("subscription") + 0.675 * both("subscription", 2)
            let operations = both("operations")
            contoso +=
                0.15 * min(operations, 25_000_000)
                + 0.20 * max(0, min(operations, 60_000_000) - 25_000_000)
                + 0.25 * max(0, operations - 60_000_000)
            contoso += 0.3 * pot("onboarding", 1) + 0.4 * pot("onboarding", 2)
            contoso += 0.5 * both("projects")
            let support = both("support")
            contoso += max(0.35 * support, min(2_400_000, support))
            let referral = both("referral")
            contoso += referral - min(0.15 * referral, 4_000_000)
        }
    }

    private static func quarter(_ day: Int) -> Int {
        let date = TwoYears.date(day).split(separator: "-").compactMap { Int($0) }
        return ((date[0] - 2027) * 12 + date[1] - 2) / 3
    }

    /// A day some months later, for comparing: `2028-02-30` is behind all of February.
    private static func later(_ date: String, _ months: Int) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        let month = parts[1] - 1 + months
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts[0] + month / 12)-\(two(month % 12 + 1))-\(two(parts[2]))"
    }
}
