import Settlement
import Terms
import Testing

@Suite struct RevenueReaderTests {
    private static let commercials = """
        settlement: {frequency: 1 month, pay-within: 30 days}
        streams:
          - {id: sales, kind: services, base: net, shares: {acme: 50%, bolt: 50%}, currency: EUR}
          - id: sub
            kind: subscription
            base: net
            years: [{id: a, from: 1, shares: {acme: 100%}}]
            clawback: {when: It fails., within: 3 months, share: 50%}
            currency: EUR
        """

    /// What is wrong with a file: place, rule, message.
    private func mistakes(_ text: String) throws -> [String] {
        let terms = try terms(Self.commercials)
        var findings: [Finding] = []
        do throws(Finding) {
            var reader = try RevenueReader(Array(text.utf8), file: "r.csv", terms: terms)
            let (lines, mistakes) = try reader.read()
            var ledger = Ledger(terms, file: "r.csv")
            findings = mistakes + ledger.add(lines)
        } catch {
            findings = [error]
        }
        for finding in findings { #expect(finding.next?.isEmpty == false, "\(finding)") }
        return findings.inReadingOrder().map { "\($0.place) \($0.rule): \($0.message)" }
    }

    @Test("a file with everything in it")
    func everything() throws {
        let text = """
            Date, Stream,amount,tax,costs,start,refunds,customer,note
            2027-03-01,sales,"EUR 1,190.00",190,"1,000",,,Lift AG,"two
            lines"

            2027-03-02,sub, 5 ,,,2027-03-01,,,
            2027-04-02,sub,-5.50,EUR -0.50,,,2027-03-02,,
            """
        let terms = try terms(Self.commercials + "\n")
        var reader = try RevenueReader(Array(text.utf8), file: "r.csv", terms: terms)
        let (lines, mistakes) = try reader.read()
        #expect(mistakes.isEmpty)
        #expect(lines.map(\.money.minorUnits) == [119_000, 500, -550])
        #expect(lines.map(\.tax) == [19_000, 0, -50])
        #expect(lines.map(\.costs) == [100_000, 0, 0])
        #expect(lines.map(\.position?.line) == [2, 5, 6])
        #expect(try lines.map(\.refunds) == [nil, nil, day("2027-03-02")])
        #expect(try lines.map(\.contractStart) == [nil, day("2027-03-01"), nil])
    }

    @Test("a currency comes from the amount, its column, the stream, or the only one there is")
    func currencies() throws {
        let terms = try terms(
            """
            settlement: {frequency: 1 month, pay-within: 30 days}
            streams:
              - {id: a, kind: services, base: net, shares: {acme: 100%}, currency: EUR}
              - {id: b, kind: services, base: net, shares: {acme: 100%}}
            """)
        let text = """
            date,stream,amount,currency
            2027-03-01,a,1,
            2027-03-01,b,USD 1,
            2027-03-01,b,1,JPY
            2027-03-01,b,1,
            """
        var reader = try RevenueReader(Array(text.utf8), file: "r.csv", terms: terms)
        #expect(try reader.read().lines.map(\.money.currency) == ["EUR", "USD", "JPY", "EUR"])
    }

    @Test(
        "mistakes in the file, each with its place",
        arguments: [
            ("", "r.csv empty-file: the file is empty"),
            ("date,stream\n", "r.csv:1:1 no-column: there is no column `amount`"),
            (
                "date,amount,strem\n",
                "r.csv:1:13 unknown-column: there is no column `strem`; did you mean `stream`?"
            ),
            ("date,amount,date\n", "r.csv:1:13 same-column: two columns are called `date`"),
            ("date;stream;amount\n", "r.csv:1:1 bad-csv: the columns are not parted by commas"),
        ])
    func header(text: String, expected: String) throws {
        #expect(try mistakes(text) == [expected])
    }

    @Test(
        "mistakes in a line, each with its place",
        arguments: [
            (
                "2027-03-01,sales,1,000,,,,",
                "2:1 row-length: the line has 8 fields, and the first line has 7"
            ),
            (
                "2027-02-30,sales,1,,,,",
                "2:1 bad-date: there is no day `2027-02-30` in the calendar"
            ),
            (",sales,1,,,,", "2:1 bad-date: the date is missing"),
            ("2027-03-01,sales,,,,,", "2:18 bad-amount: the amount is missing"),
            ("2027-03-01,sales,1.5,,,,", "2:18 bad-amount: EUR has 2 decimal places, `1.5` has 1"),
            ("2027-03-01,sales,EUR 2,USD 1,,,", "2:24 bad-tax: `tax` is in USD, the amount in EUR"),
            (
                "2027-03-01,sale,1,,,,",
                "2:1 unknown-stream: there is no stream `sale`; did you mean `sales`?"
            ),
            (
                "2027-03-01,,1,,,,",
                "2:1 no-stream: no stream is named, and the terms divide nothing else"
            ),
            (
                "2027-03-01,sales,USD 1,,,,",
                "2:1 wrong-currency: `sales` is divided in EUR, and the amount is in USD"
            ),
            (
                "2027-01-31,sales,1,,,,",
                "2:1 before-start: 2027-01-31 is before the agreement starts, on 2027-02-01"
            ),
            ("2027-03-01,sales,1,2,,,", "2:1 bad-tax: the tax is no part of the amount"),
            ("2027-03-01,sales,1,-1,,,", "2:1 bad-tax: the tax is no part of the amount"),
            ("2027-03-01,sales,1,,-1,,", "2:1 bad-costs: costs are below zero"),
            ("2027-03-01,sub,-1,,1,2027-03-01,", "2:1 bad-costs: a refund has no costs"),
            (
                "2027-03-01,sub,1,,,2027-03-02,",
                "2:1 before-contract: the customer's contract began later, on 2027-03-02"
            ),
            (
                "2027-03-01,sub,1,,,,2027-03-01",
                "2:1 no-refund: a refund names the day of what is paid back, and this is none"
            ),
            (
                "2027-03-01,sub,-1,,,,2027-03-02",
                "2:1 before-payment: it pays back what came in later, on 2027-03-02"
            ),
            (
                "2027-03-01,sub,-1,,,,",
                """
                2:1 no-refund-day: nobody knows whether this refund is within 3 months of what it \
                pays back
                """
            ),
            (
                "2027-03-01,sales,-1,,,,",
                "2:1 nobody-bears: the terms don't say who bears a refund that nobody gives back"
            ),
            (
                "2027-03-01,sales,90000000000000000,,,,",
                "2:1 too-large: the amounts up to here are too large to be counted"
            ),
        ])
    func line(text: String, expected: String) throws {
        let header = "date,stream,amount,tax,costs,start,refunds\n"
        #expect(try mistakes(header + text) == ["r.csv:" + expected])
    }

    @Test("all mistakes are found in one go")
    func several() throws {
        let found = try mistakes(
            "date,stream,amount\n2027-03-01,sale,1\n2027-03-01,sales,1\n2027-03,sales,1\n")
        #expect(found.map { $0.prefix(9) } == ["r.csv:2:1", "r.csv:4:1"])
    }

    @Test("amounts that overflow together are refused, in any order")
    func overflow() throws {
        let line = "2027-03-01,sales,5000000000000000.00\n"
        #expect(try mistakes("date,stream,amount\n" + line + line).count == 0)
        let found = try mistakes("date,stream,amount\n" + line + line + line)
        #expect(found.count == 1)
        #expect(found.first?.contains("r.csv:4:1 too-large") == true)
    }

    @Test("whatever the bytes are, each line is read or has a mistake in its place")
    func mutations() throws {
        let terms = try terms(Self.commercials)
        let valid = Array(
            """
            date,stream,amount,tax,costs,start,refunds,note
            2027-03-01,sales,"EUR 1,190.00",190,"1,000",,,"a ""note"" "
            2027-04-02,sub,5.50,0.50,,2027-03-01,,\u{E9}

            """.utf8)
        var random = Random(state: 7)
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<1_000 {
            var bytes = valid
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let byte = [UInt8](",\"\r\n-. 9eE\u{FF}\0".utf8).randomElement(using: &random) ?? 0
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                default: bytes.remove(at: place)
                }
            }
            do throws(Finding) {
                var reader = try RevenueReader(bytes, file: "r.csv", terms: terms)
                let (lines, mistakes) = try reader.read()
                var ledger = Ledger(terms, file: "r.csv")
                let findings = mistakes + ledger.add(lines)
                for finding in findings { expectPlace(finding, in: bytes) }
                if findings.isEmpty { outcomes.read += 1 } else { outcomes.refused += 1 }
                let sum = ledger.distribution().totals.flatMap(\.parts).reduce(0) { $0 + $1.amount }
                if findings.isEmpty {
                    #expect(sum == lines.reduce(0) { $0 + $1.money.minorUnits })
                }
            } catch {
                outcomes.refused += 1
                if error.rule != "not-utf-8" { expectPlace(error, in: bytes) }
            }
        }
        #expect(outcomes.read > 20 && outcomes.refused > 500, "\(outcomes)")
    }

    private func expectPlace(_ finding: Finding, in bytes: [UInt8]) {
        let lines = bytes.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        let position = finding.position
        #expect(position.map { $0.line <= lines.count && $0.column > 0 } == true, "\(finding)")
    }
}
