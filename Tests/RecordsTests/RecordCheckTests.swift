import InventedPast
import Records
import Terms
import Testing

/// What is refused, with the place and the next step.
@Suite struct RecordCheckTests {
    private static let invoice = "on: 2027-06-01\nnumber: 7\namount: EUR 100\n"

    @Test("what fits is taken")
    func good() throws {
        #expect(try findings("deals", "invoiced", about: "lift", Self.invoice).isEmpty)
        #expect(
            try findings("deals", "accepted", about: "lift", "on: 2027-06-01\n", by: Invented.dora)
                .isEmpty)
    }

    @Test("an unknown deal, with the nearest one")
    func unknownDeal() throws {
        let found = try findings("deals", "invoiced", about: "lfit", Self.invoice)
        #expect(found.map(\.rule) == ["unknown-deal"])
        #expect(found[0].message.hasSuffix("did you mean `lift`?"))
    }

    @Test(
        "a mistake in one field",
        arguments: [
            ("on: 2027-01-31\nnumber: 7\namount: EUR 100\n", "before-founding", 1),
            ("on: 2027-07-01\nnumber: 7\namount: EUR 100\n", "in-the-future", 1),
            ("on: 2027-06-01\nnumber: 7\namount: USD 100\n", "wrong-currency", 3),
            ("on: 2027-06-01\nnumber: 7\namount: 100\n", "bad-value", 3),
            ("on: 2027-06-01\nnumber: 7\namout: EUR 100\n", "unknown-key", 3),
            (invoice + "stream: platfrom\n", "unresolved-reference", 4),
        ])
    func field(text: String, rule: String, line: Int) throws {
        let found = try findings("deals", "invoiced", about: "lift", text)
        let first = try #require(found.first { $0.rule == rule }, "\(found)")
        #expect(first.position?.line == line)
        #expect(first.file == "record.yaml")
    }

    @Test("the same invoice twice, and more credited than was invoiced")
    func invoices() throws {
        var book = RecordBook.withDeal()
        book.add("deals/lift/@-invoiced", Self.invoice)
        #expect(
            try findings("deals", "invoiced", about: "lift", Self.invoice, in: book).map(\.rule)
                == ["same-invoice"])
        func credit(_ number: Int, _ amount: String) throws -> [String] {
            try findings(
                "deals", "credited", about: "lift",
                "on: 2027-06-02\nnumber: \(number)\ninvoice: 7\namount: \(amount)\n", in: book
            ).map(\.rule)
        }
        #expect(try credit(8, "EUR 60") == [])
        #expect(try credit(8, "EUR 100.01") == ["credited-twice"])
        book.add(
            "deals/lift/@-credited", "on: 2027-06-02\nnumber: 8\ninvoice: 7\namount: EUR 60\n")
        #expect(try credit(9, "EUR 40") == [])
        #expect(try credit(9, "EUR 40.01") == ["credited-twice"])
        #expect(try credit(7, "EUR 1") == ["same-invoice"])
    }

    @Test("a deal that is registered already")
    func twice() throws {
        let found = try findings(
            "deals", "registered", about: "lift",
            "on: 2027-06-01\ncustomer: Lift AG\nparty: contoso\n", by: Invented.dora)
        #expect(found.map(\.rule) == ["recorded-already"])
    }

    @Test(
        "a person without the right",
        arguments: [
            ("deals", "registered", "new", "customer: A\nparty: contoso\n", Invented.ada),
            ("deals", "accepted", "lift", "", Invented.ada),
            ("investments", "made", "contoso", "party: contoso\nhours: 1\nwhat: A\n", Invented.ada),
            ("acknowledgements", "shared", "ben", "person: ben\nversion: 1\n", Invented.dora),
            (
                "reviews", "given", "ada",
                "verdicts: [{term: purpose.values, status: kept, why: So.}]\n", Invented.ada
            ),
            ("notices", "non-renewal", "oversight", "ends: 2028-01-31\n", Invented.frida),
        ])
    func noRight(
        kind: String, event: String, subject: String, text: String, who: Recorder
    ) throws {
        let found = try findings(kind, event, about: subject, "on: 2027-06-01\n" + text, by: who)
        #expect(found.map(\.rule) == ["no-right"], "\(found)")
    }

    @Test("the partnership manager attests for a colleague, the auditor reviews")
    func rights() throws {
        #expect(
            try findings(
                "acknowledgements", "shared", about: "ben",
                "on: 2027-06-01\nperson: ben\nversion: 1\n"
            ).isEmpty)
        #expect(
            try findings(
                "reviews", "given", about: "frida",
                "on: 2027-06-01\nverdicts: [{term: purpose.values, status: kept, why: So.}]\n",
                by: Invented.frida
            ).isEmpty)
    }

    @Test("a figure in another unit than its target")
    func unit() throws {
        func measure(_ value: String) throws -> [String] {
            try findings(
                "measures", "taken", about: "first-five",
                "on: 2027-06-01\nof: first-five\nvalue: \(value)\nsource: List\n"
            ).map(\.rule)
        }
        #expect(try measure("1 contract") == [])
        #expect(try measure("3 contracts") == [])
        #expect(try measure("EUR 3") == ["wrong-unit"])
        #expect(try measure("3 weeks") == ["wrong-unit"])
    }

    @Test("a milestone that the project does not have")
    func milestone() throws {
        var book = RecordBook()
        book.add(
            "projects/move/@-opened",
            """
            on: 2027-05-12
            customer: Lift AG
            lead: contoso
            manager: dora
            milestones: [{id: go-live, name: Go-live, by: 2027-07-01}]

            """)
        let text = "on: 2027-06-01\nmilestone: "
        #expect(
            try findings("projects", "milestone", about: "move", text + "go-live\n", in: book)
                .isEmpty)
        let found = try findings(
            "projects", "milestone", about: "move", text + "go-life\n", in: book)
        #expect(found.map(\.rule) == ["unknown-milestone"])
        #expect(found[0].message.hasSuffix("did you mean `go-live`?"))
    }

    @Test("names that no folder can have", arguments: ["..", "Lift", "a/b", ""])
    func badName(_ name: String) throws {
        let found = try findings(
            "deals", "registered", about: name,
            "on: 2027-06-01\ncustomer: Lift AG\nparty: northwind\n")
        #expect(found.map(\.rule) == ["bad-id"])
    }

    @Test("what follows from who records it is filled in")
    func defaults() throws {
        let event = try #require(RecordKind("deal")?.event("registered"))
        var fields = WrittenFields(event.fields, named: "deal")
        try fields.set("customer", to: "Lift AG")
        try fields.fillIn(
            event, by: Invented.dora, terms: terms(), version: 1,
            today: try CalendarDate(parsing: "2027-08-31"))
        #expect(
            fields.text == """
                on: 2027-08-31
                customer: Lift AG
                party: contoso
                protected-until: 2028-02-29

                """)
    }
}
