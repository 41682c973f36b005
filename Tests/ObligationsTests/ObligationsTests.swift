import Obligations
import Records
import Terms
import Testing

@Suite struct ObligationsTests {
    static let meetings = [
        "governance": """
        roles:
          parties:
            northwind: {executive-sponsor: ada, partnership-manager: ben}
            contoso: {partnership-manager: emil}
        meetings:
          - {id: steering, layer: steering, cadence: 3 months, who: [ada, dora]}

        """
    ]

    @Test func meetingsAreCountedFromTheLastOne() throws {
        var book = RecordBook()
        #expect(
            try due(Self.meetings, book, on: "2027-02-10", until: "2027-12-31") == [
                "2027-05-01 meeting/steering/1 ada,dora", "2027-08-01 meeting/steering/2 ada,dora",
                "2027-11-01 meeting/steering/3 ada,dora",
            ])
        book.add("meetings/steering", "held", "on: 2027-04-20\nmeeting: steering\nwho: [ada]")
        #expect(
            try due(Self.meetings, book, on: "2027-05-01", until: "2027-11-01") == [
                "2027-07-20 meeting/steering/2 ada,dora", "2027-10-20 meeting/steering/3 ada,dora",
            ])
    }

    @Test func whatWasLeftOutIsOverdueOnce() throws {
        let found = try Obligations(
            terms(Self.meetings).values, book: RecordBook(), today: day("2028-03-10"),
            until: day("2028-08-31"))
        #expect(found.overdue.map(\.date.description) == ["2027-05-01"])
        #expect(found.coming.map(\.date.description) == ["2028-05-01", "2028-08-01"])
        #expect(found.all.map(\.id).last == "meeting/steering/3")
    }

    @Test func noticeIsCountedFromTheTermThatRuns() throws {
        let framework = """
            term: {starts: 2027-02-01, ends: 2030-01-31, renewal: tacit, renewal-period: 1 year, \
            notice: 6 months}

            """
        func found(_ today: String, until: String) throws -> [String] {
            try due(["framework": framework], on: today, until: until)
        }
        #expect(
            try found("2029-07-31", until: "2030-02-01") == [
                "2029-07-31 notice/2030-01-31 contoso,northwind",
                "2030-02-01 renewal/2030-01-31 contoso,northwind",
            ])
        // Too late for this term: the next one is the current one's.
        #expect(
            try found("2029-08-01", until: "2030-07-31") == [
                "2030-02-01 renewal/2030-01-31 contoso,northwind",
                "2030-07-31 notice/2031-01-31 contoso,northwind",
            ])
        #expect(
            try found("2055-03-01", until: "2055-12-31") == [
                "2055-07-31 notice/2056-01-31 contoso,northwind"
            ])
    }

    @Test func aNoticeEndsIt() throws {
        let framework = """
            term: {starts: 2027-02-01, ends: 2030-01-31, renewal: tacit, renewal-period: 1 year, \
            notice: 6 months}

            """
        let sections = Self.meetings.merging([
            "framework": framework, "safeguards": "exit: {wind-down: 6 months}\n",
        ]) { $1 }
        var book = RecordBook()
        book.add("notices/contoso", "non-renewal", "on: 2029-06-01\nends: 2030-01-31", by: Who.emil)
        #expect(
            try due(sections, book, on: "2029-12-01", until: "2031-01-01", .end, .renewal, .notice)
                == [
                    "2030-01-31 end/agreement emil,ada",
                    "2030-07-31 end/wind-down contoso,northwind",
                ])
        #expect(
            try due(sections, book, on: "2030-01-01", until: "2031-01-01", .meeting) == [
                "2027-05-01 meeting/steering/1 ada,dora"
            ])
    }

    @Test func targetsEndWithAFigureOfTheirDay() throws {
        let purpose = [
            "purpose": """
            why: So.
            objectives:
              - {id: five, statement: Five., quadrant: strategic, owner: ben, \
            target: 5 contracts, by: 2028-01-31, metric: Contracts}

            """
        ]
        var book = RecordBook()
        let measure = "of: five\nsource: list\n"
        book.add("measures/five", "taken", "on: 2027-12-01\nvalue: 3 contracts\n" + measure)
        let open = try Obligations(
            terms(purpose).values, book: book, today: day("2028-02-10"), until: day("2028-03-01"))
        #expect(open.overdue.map(\.what) == ["Contracts: 5 contracts; 3 contracts on 2027-12-01"])
        book.add("measures/five", "taken", "on: 2028-01-31\nvalue: 4 contracts\n" + measure)
        #expect(try due(purpose, book, on: "2028-02-10", until: "2028-03-01") == [])
    }

    @Test func investmentsEndWhereAllOfThemIsMade() throws {
        let sections = [
            "commercials": """
            investments:
              - {id: hosting, party: northwind, kind: equipment, amount: EUR 36000, by: 2027-03-31}
              - {id: work, party: contoso, kind: people, hours: 90, by: 2027-03-31}
            readiness:
              - {id: sales, team: northwind, course: Showing it, by: 2027-03-12}

            """
        ]
        var book = RecordBook()
        let made = "on: 2027-03-01\nwhat: some\n"
        book.add(
            "investments/northwind", "made",
            made + "party: northwind\npromise: hosting\namount: EUR 30000")
        book.add(
            "investments/contoso", "made", made + "party: contoso\npromise: work\nhours: 90",
            by: Who.emil)
        let found = try Obligations(
            terms(sections).values, book: book, today: day("2027-03-05"), until: day("2027-06-01"))
        #expect(
            found.all.map { "\($0.id): \($0.what)" } == [
                "training/sales: Training, Showing it",
                "investment/hosting: Investment, equipment: EUR 6,000.00 of EUR 36,000.00 left",
            ])
        book.add(
            "reviews/frida", "given",
            "on: 2027-03-20\nverdicts:\n"
                + "  - {term: commercials.readiness.sales, status: kept, why: Seen.}",
            by: Who.frida)
        #expect(
            try due(sections, book, on: "2027-03-21", until: "2027-06-01") == [
                "2027-03-31 investment/hosting northwind"
            ])
    }

    @Test func settlementsEndWithANotice() throws {
        let sections = [
            "commercials": """
            settlement: {frequency: 1 quarter, pay-within: 30 days, invoiced-by: northwind}

            """
        ]
        var book = RecordBook()
        book.add("deals/lift", "registered", "on: 2027-02-02\ncustomer: Lift\nparty: northwind")
        book.add("deals/lift", "invoiced", "on: 2027-03-02\nnumber: a\namount: EUR 100")
        let all = { book in
            try due(sections, book, on: "2027-07-10", until: "2027-12-31", .settlement)
        }
        #expect(
            try all(book) == [
                "2027-05-30 settlement/1 northwind", "2027-08-30 settlement/2 northwind",
                "2027-11-30 settlement/3 northwind",
            ])
        book.add(
            "notices/northwind", "settled",
            "on: 2027-05-20\nfrom: 2027-02-01\nto: 2027-04-30\npayer: northwind\npayee: contoso\n"
                + "amount: EUR 60")
        #expect(try all(book).first == "2027-08-30 settlement/2 northwind")
    }

    @Test func reviewsComeAgain() throws {
        let framework =
            "term: {starts: 2027-02-01, renewal: none}\nreview-on: 2028-02-29\nreview-every: 1 year\n"
        var book = RecordBook()
        func found(_ book: RecordBook) throws -> [String] {
            try due(["framework": framework], book, on: "2028-01-10", until: "2029-12-31", .review)
        }
        let both = [
            "2028-02-29 review/agreement/1 contoso,northwind",
            "2029-02-28 review/agreement/2 contoso,northwind",
        ]
        #expect(try found(book) == both)
        let text = "verdicts:\n  - {term: purpose.why, status: kept, why: Seen.}"
        book.add("reviews/frida", "given", "on: 2028-01-09\n" + text, by: Who.frida)
        #expect(try found(book) == [both[1]])
    }

    @Test func whoeverAnswersFindsTheirs() throws {
        let found = try Obligations(
            terms(Self.meetings).values, book: RecordBook(), today: day("2027-02-10"),
            until: day("2027-06-01"))
        let meeting = try #require(found.all.first)
        #expect(found.isMine(meeting, person: "ada", party: "northwind"))
        #expect(!found.isMine(meeting, person: "ben", party: "northwind"))
    }
}
