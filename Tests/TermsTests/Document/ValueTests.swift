import Terms
import Testing

struct ValueTests {
    private let value = Value.object([
        .init(key: "name", value: .scalar(.text("x"))),
        .init(
            key: "items",
            value: .list([
                .init(id: "one", value: .object([.init(key: "n", value: .scalar(.integer(1)))])),
                .init(id: nil, value: .scalar(.text("second"))),
            ])),
    ])

    @Test func findsByPath() {
        #expect(value["name"]?.text == "x")
        #expect(value[path: []] == value)
        #expect(value[path: ["items", "one", "n"]]?.text == "1")
        #expect(value[path: ["items", "2"]]?.text == "second")
        #expect(value[path: ["items", "1"]] == nil)
        #expect(value[path: ["items", "3"]] == nil)
        #expect(value[path: ["items", "0"]] == nil)
        #expect(value[path: ["name", "x"]] == nil)
        #expect(value[path: ["nothing"]] == nil)
    }

    @Test(arguments: [Int.min, -1, 0, 2, Int.max])
    func findsNothingAtNumbersBeyondTheList(number: Int) {
        let list = Value.list([.init(id: nil, value: .scalar(.text("x")))])
        #expect(list[path: [String(number)]] == nil)
    }

    @Test func hasPartsOfItsKindOnly() {
        #expect(value.members.map(\.key) == ["name", "items"])
        #expect(value.items.isEmpty)
        #expect(value.scalar == nil)
        #expect(value["name"]?.members.isEmpty == true)
        #expect(value["name"]?.scalar == .text("x"))
    }

    @Test func meansTheSameInOtherStyles() {
        let plain = section(.framework, Sample.framework + "languages: [a, b]\n")
        let other = section(
            .framework,
            """
            # a comment
            languages:
              - 'a'
              - "b"
            form: "contract"
            title: Sample
            uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
            schema: 1

            """)
        #expect(plain.value == other.value)
        #expect(plain.value != section(.framework, Sample.framework + "languages: [b, a]\n").value)
    }

    @Test(arguments: [
        ("a b", ["a b"]), ("  a\n b  \n", ["a b"]), ("a\n\nb", ["a", "b"]),
        ("\n\na\n\n\n\nb\n\n", ["a", "b"]), ("a \t b", ["a b"]), ("a\n \t \nb", ["a", "b"]),
        ("", []), (" \n ", []), ("é\u{A0}x", ["é\u{A0}x"]),
    ])
    func foldsProse(text: String, paragraphs: [String]) {
        let prose = Prose(text)
        #expect(prose.paragraphs == paragraphs)
        #expect(prose.description == paragraphs.joined(separator: "\n\n"))
        #expect(Prose(prose.description) == prose)
    }

    @Test func foldsAnyProseAsItsWordsSay() {
        let pieces = [
            "a", "bc", "defghijk", "lmnopqrstuvwx", " ", " ", "  ", "\t", "\n", "\n\n", " \n", "Ä",
            "\n \t\n", "\u{3000}",
        ]
        var random = SeededGenerator(state: 5)
        for _ in 0..<5_000 {
            let text = (0...random.below(20)).map { _ in pieces[random.below(pieces.count)] }
                .joined()
            var paragraphs: [[Substring]] = [[]]
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                let words = line.split { $0 == " " || $0 == "\t" }
                if words.isEmpty { paragraphs.append([]) }
                paragraphs[paragraphs.count - 1] += words
            }
            let expected = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
            #expect(Prose(text).paragraphs == expected, "\(text.debugDescription)")
        }
    }

    @Test func writesScalarsAsInTheTerms() throws {
        let scalars: [(Scalar, String)] = [
            (.text("t"), "t"), (.prose(Prose("a\nb")), "a b"), (.boolean(true), "true"),
            (.boolean(false), "false"), (.integer(.min), "-9223372036854775808"),
            (.money(try Money(parsing: "EUR 5")), "EUR 5.00"),
            (.share(try Share(parsing: "5.0%")), "5%"),
            (.duration(try CalendarDuration(parsing: "1 day")), "1 day"),
            (.date(try CalendarDate(parsing: "2027-01-31")), "2027-01-31"),
            (.quantity(try Quantity(parsing: "1000 x")), "1,000 x"),
        ]
        for (scalar, text) in scalars { #expect(scalar.description == text) }
    }
}
