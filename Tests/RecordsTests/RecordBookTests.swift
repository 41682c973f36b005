import InventedPast
import Records
import Terms
import Testing

/// How far what is recorded is established.
@Suite struct RecordBookTests {
    private let signing = ["northwind", "contoso"]

    private func standing(_ book: RecordBook) -> Record.Standing? {
        book.records.first?.standing(among: signing)
    }

    @Test("a record is claimed by one until the other side confirms it")
    func confirming() {
        var book = RecordBook.withDeal()
        #expect(standing(book) == .claimed)
        let record = book.records[0].id
        book.add("deals/lift/@-confirm", "record: \(record)\n", by: Invented.ada)
        #expect(standing(book) == .claimed)
        #expect(book.findings.map(\.rule) == ["wrong-party"])
        book.add("deals/lift/@-confirm-2", "record: \(record)\n", by: Invented.frida)
        #expect(standing(book) == .claimed)
        book.add("deals/lift/@-confirm-3", "record: \(record)\n", by: Invented.dora)
        #expect(standing(book) == .confirmed)
    }

    @Test("the last word of a party counts")
    func disputing() {
        var book = RecordBook.withDeal()
        let record = book.records[0].id
        book.add("deals/lift/@-dispute", "record: \(record)\nreason: Ours.\n", by: Invented.dora)
        #expect(standing(book) == .contested)
        book.add("deals/lift/@-confirm", "record: \(record)\n", by: Invented.dora)
        #expect(standing(book) == .confirmed)
    }

    @Test("a correction takes back what was confirmed, and only its own party can make one")
    func correcting() throws {
        var book = RecordBook.withDeal()
        let record = book.records[0].id
        book.add("deals/lift/@-confirm", "record: \(record)\n", by: Invented.dora)
        let text = """
            record: \(record)
            why: Misspelt.
            instead:
              on: 2027-05-12
              customer: Lift SE
              party: northwind

            """
        book.add("deals/lift/@-correction", text, by: Invented.dora)
        #expect(book.records[0].value?["customer"]?.text == "Lift AG")
        let correction = book.add("deals/lift/@-correction-2", text)
        #expect(book.records[0].value?["customer"]?.text == "Lift SE")
        #expect(standing(book) == .claimed)
        #expect(book.records.count == 1)
        book.add("deals/lift/@-confirm-2", "record: \(record)\n", by: Invented.dora)
        #expect(standing(book) == .claimed)
        book.add("deals/lift/@-confirm-3", "record: \(correction)\n", by: Invented.dora)
        #expect(standing(book) == .confirmed)
        #expect(try book.record(#require(RecordID(correction)))?.id == record)
    }

    @Test("what did not happen is withdrawn")
    func withdrawing() {
        var book = RecordBook.withDeal()
        book.add("deals/lift/@-invoiced", "on: 2027-05-12\nnumber: 1\namount: EUR 1\n")
        #expect(book.invoice("1") != nil)
        book.add(
            "deals/lift/@-correction", "record: \(book.records[1].id)\nwhy: It was not sent.\n")
        #expect(book.records[1].standing(among: signing) == .withdrawn)
        #expect(book.invoice("1") == nil)
    }

    @Test("what can't be read is named with its place, and does not count")
    func unreadable() {
        var book = RecordBook.withDeal()
        book.add("deals/lift/@-registred", "on: 2027-05-12\n")
        book.add("deels/lift/@-registered", "on: 2027-05-12\n")
        book.add("deals/lift/@-confirm", "record: deals/lift/@-lost\n", by: Invented.dora)
        book.add("deals/lift/@-won", "on: 2027-05-12\nvalue: 3\n")
        #expect(
            book.findings.map(\.rule)
                == ["unknown-event", "unknown-record", "unknown-record", "bad-value"])
        #expect(book.findings[0].message.hasSuffix("did you mean `registered`?"))
        #expect(book.findings[3].place == "deals/lift/20270512T093000Z-won.yaml:2:8")
        #expect(book.records.count == 1)
    }

    @Test("evidence beside a record is none itself")
    func evidence() {
        var book = RecordBook.withDeal()
        book.add("deals/lift/@-registered/contract", "anything")
        #expect(book.findings.isEmpty && book.records.count == 1)
    }

    @Test(arguments: [
        "deals/lift/20270512T093000Z-registered", "disputes/late/20270512T093000Z-step-started",
        "health/northwind/20270512T093000Z-rated-12",
    ])
    func id(_ text: String) throws {
        let id = try #require(RecordID(text))
        #expect(id.description == text)
        #expect(RecordID(id.path) == id)
        #expect(id.next.number == id.number + 1)
    }

    @Test(arguments: [
        "deals/lift", "deals/lift/20270512-registered", "deels/lift/20270512T093000Z-registered",
        "deals/lift/20270512T093000Z-", "deals//20270512T093000Z-won", "",
    ])
    func noID(_ text: String) { #expect(RecordID(text) == nil) }
}
