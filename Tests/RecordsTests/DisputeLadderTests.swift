import InventedPast
import Records
import Terms
import Testing

@Suite struct DisputeLadderTests {
    static func terms() -> RecordTerms { RecordTerms(document()) }

    static func document() -> TermsDocument {
        let texts = [
            "parties.yaml": Invented.parties,
            "safeguards.yaml": """
            disputes:
              partners:
                steps:
                  - {id: talk-first, step: talk, who: [ada, dora], within: 5 business days}
                  - {id: sponsors, step: executives, who: [ada, dora], within: 10 business days}
                  - {id: mediator, step: mediation, who: [northwind, contoso], within: 2 months}
              customers:
                steps:
                  - {id: call-back, step: talk, who: [northwind], within: 24 hours}

            """,
        ]
        return TermsDocument(
            TermsFiles(
                texts.sorted { $0.key < $1.key }.map { path, text in
                    TermsEntry(
                        path: path, kind: .file, size: text.utf8.count, bytes: Array(text.utf8))
                }))
    }

    private func raised(_ term: String = "commercials.streams") -> RecordBook {
        var book = RecordBook()
        book.add(
            "disputes/hours/@-raised",
            "on: 2027-05-03\nterm: \(term)\nwith: [contoso]\nwhat: Too many hours.\n")
        return book
    }

    private func found(_ event: String, _ text: String, in book: RecordBook) throws -> [String] {
        let kind = try #require(RecordKind("disputes"))
        let event = try #require(kind.event(event))
        var check = RecordCheck(
            book, document: Self.document(), recorder: Invented.ada,
            founded: try CalendarDate(parsing: "2027-02-01"),
            today: try CalendarDate(parsing: "2027-12-31"))
        let file = FieldFile(
            event.fields, named: "dispute", file: "record.yaml", bytes: Array((text + "\n").utf8))
        return check.findings(event, of: kind, about: "hours", in: file).map(\.rule)
    }

    @Test func beginsWithTheFirstStep() throws {
        let ladder = try #require(DisputeLadder("hours", in: raised(), terms: Self.terms()))
        #expect(ladder.currentStep?.id == "talk-first")
        #expect(ladder.currentStep?.due?.description == "2027-05-10")
        #expect(ladder.ahead.map(\.id) == ["sponsors", "mediator"])
        #expect(DisputeLadder("other", in: raised(), terms: Self.terms()) == nil)
    }

    @Test func goesStepByStep() throws {
        var book = raised()
        book.add("disputes/hours/@-step-started", "on: 2027-05-05\nstep: talk-first\n")
        var ladder = try #require(DisputeLadder("hours", in: book, terms: Self.terms()))
        #expect(ladder.currentStep?.due?.description == "2027-05-12")
        book.add(
            "disputes/hours/@-step-ended", "on: 2027-05-10\nstep: talk-first\noutcome: no-result\n")
        ladder = try #require(DisputeLadder("hours", in: book, terms: Self.terms()))
        #expect(ladder.currentStep?.id == "sponsors")
        #expect(ladder.currentStep?.due?.description == "2027-05-24")
        book.add("disputes/hours/@-resolved", "on: 2027-05-12\nhow: Half of them.\n")
        ladder = try #require(DisputeLadder("hours", in: book, terms: Self.terms()))
        #expect(ladder.currentStep == nil)
        #expect(ladder.end?.how == "Half of them.")
    }

    @Test func nobodySkipsAStepAlone() throws {
        var book = raised()
        let start = "on: 2027-05-05\nstep: mediator"
        #expect(try found("step-started", start, in: book) == ["step-skipped"])
        #expect(try found("step-started", "on: 2027-05-05\nstep: talk-first", in: book) == [])
        for step in ["talk-first", "sponsors"] {
            let number = step == "sponsors" ? "-2" : ""
            let id = book.add(
                "disputes/hours/@-step-skipped\(number)",
                "on: 2027-05-04\nstep: \(step)\nwhy: We know each other's view.\n")
            #expect(try found("step-started", start, in: book) == ["step-skipped"])
            book.add("disputes/hours/@-confirm\(number)", "record: \(id)\n", by: Invented.dora)
        }
        #expect(try found("step-started", start, in: book) == [])
        let ladder = try #require(DisputeLadder("hours", in: book, terms: Self.terms()))
        #expect(ladder.currentStep?.id == "mediator")
    }

    @Test func theNextBeginsWhereTheTimeIsUp() throws {
        var book = raised()
        book.add("disputes/hours/@-step-started", "on: 2027-05-05\nstep: talk-first\n")
        #expect(
            try found("step-started", "on: 2027-05-12\nstep: sponsors", in: book)
                == ["step-skipped"])
        #expect(try found("step-started", "on: 2027-05-13\nstep: sponsors", in: book) == [])
    }

    @Test func aStepEndsAfterItBegan() throws {
        #expect(
            try found(
                "step-ended", "on: 2027-05-05\nstep: talk-first\noutcome: settled", in: raised())
                == ["step-not-started"])
    }

    @Test func customersHaveTheirOwnLadder() throws {
        let book = raised("safeguards.disputes.customers.steps")
        let ladder = try #require(DisputeLadder("hours", in: book, terms: Self.terms()))
        #expect(ladder.steps.map(\.id) == ["call-back"])
        #expect(ladder.currentStep?.due?.description == "2027-05-04")
        #expect(
            try found("step-started", "on: 2027-05-05\nstep: talk-first", in: book) == [
                "other-ladder"
            ])
    }
}
