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
        var before = TwoYearsModel(played.invoices, until: 0)
        for (from, to, end) in years {
            let statement = try Self.statement(book, from, to)
            let model = TwoYearsModel(played.invoices, until: end)
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
