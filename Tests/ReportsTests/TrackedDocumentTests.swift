import Redline
import Terms
import Testing

@testable import Reports

/// Two states in one document: whoever leaves out one side has the other one.
@Suite struct TrackedDocumentTests {
    private let old = terms([
        "commercials.yaml": """
        investments:
          - {id: cars, party: acme, kind: equipment, amount: "EUR 9,000"}
          - {id: vans, party: bolt, kind: equipment, amount: "EUR 8,000"}
        """,
        "safeguards.yaml": """
        disputes:
          partners:
            steps:
              - {id: talk, kind: talk, within: 5 days}
              - {id: court, kind: court, within: 30 days}
        """,
        "clauses/law.md": """
        # Law

        The law of Austria applies. It always did. We like **it** here.

        1. First.
        2. Second thing.

        | Who | Days |
        | --- | ---: |
        | Acme | 30 |
        | Bolt | 20 |
        """,
        "clauses/gone.md": "# Gone\n\n> Quoted.\n\nLine one\\\nline two.\n\n```\ncode\n```\n",
    ])

    private let new = terms([
        "commercials.yaml": """
        investments:
          - {id: vans, party: bolt, kind: equipment, amount: "EUR 8,500"}
          - {id: tools, party: bolt, kind: software, description: "New tools. *Sharp*."}
        """,
        "safeguards.yaml": """
        disputes:
          partners:
            steps:
              - {id: talk, kind: talk, within: 10 days}
              - {id: mediation, kind: mediation, within: 60 days}
              - {id: court, kind: court, within: 30 days}
        """,
        "clauses/law.md": """
        # The law

        The law of Germany applies. Really. We like **it** here.

        1. Second thing.
        2. Third.

        | Who | Days |
        | --- | ---: |
        | Acme | 30 |
        | Carl | 10 |
        """,
    ])

    @Test func eachSideReadsAsItsOwnDocument() {
        for (before, after) in [(old, new), (new, old), (old, old), (template, example)] {
            let (left, right) = (document(before).text, document(after).text)
            let merged = BlockMerge.document(from: left, to: right)
            #expect(words(merged, without: .strikethrough) == words(right))
            #expect(words(merged, without: .underline) == words(left))
        }
    }

    @Test func whatStaysIsNotMarked() {
        let text = document(old).text
        #expect(BlockMerge.document(from: text, to: text) == text)
        let merged = BlockMerge.document(from: text, to: document(new).text)
        let marked = merged.filter { block in
            words([block], without: .strikethrough) != words([block])
                || words([block], without: .underline) != words([block])
        }
        #expect(marked.count < merged.count / 2)
    }

    @Test func wordsKeepTheirLooks() {
        var comparer = TextComparer()
        let before = StyledText("We like ") + StyledText("it", .bold) + StyledText(" much.")
        let after = StyledText("We love ") + StyledText("it", .bold) + StyledText(" much.")
        var moves = 0
        let merged = StyledText.redline(from: before, to: after, moves: &moves, &comparer)
        #expect(merged.spans.map(\.text) == ["We ", "like", "love", " ", "it", " much."])
        #expect(merged.spans[4].attributes == .bold)
    }

    @Test func markdownForPandoc() {
        let text = TrackedDocument(
            from: old, to: new,
            tracking: Tracking(author: "A \"B\" (C & D\u{301})", date: "2027-01-31T10:15:00Z")
        ).markdown()
        let attributes = "author=\"A _B_ (C & D\u{301})\" date=\"2027-01-31T10:15:00Z\"}"
        #expect(
            text.contains(
                "The law of [Austria]{.deletion \(attributes)[Germany]{.insertion \(attributes) "
                    + "applies."), "\(text)")
        #expect(
            text.contains(
                "\n| [Bolt]{.deletion \(attributes)[Carl]{.insertion \(attributes) | [20]{.deletion"
            ))
        #expect(text.contains("\n| [cars]{.deletion \(attributes) | [Acme Ltd]{.deletion"))
    }

    // MARK: Moves and authors

    /// Each move by its number: the words at its old place, and those at its new one.
    private func moves(in blocks: [Block]) -> [Int: (from: String, to: String)] {
        var moves: [Int: (from: String, to: String)] = [:]
        for block in blocks {
            _ = block.mapped { text in
                for span in text.spans {
                    guard let move = span.change?.move else { continue }
                    var ends = moves[move] ?? ("", "")
                    if span.attributes.contains(.strikethrough) { ends.from += span.text + "|" }
                    if span.attributes.contains(.underline) { ends.to += span.text + "|" }
                    moves[move] = ends
                }
                return text
            }
        }
        return moves
    }

    private func clause(_ text: String) -> [Block] {
        document(terms(["clauses/law.md": text])).text
    }

    @Test func whatStandsElsewhereHasMoved() {
        let choice = "## 1. Choice\n\nAustrian law applies. Nobody adds to it in speech.\n\n"
        let courts = "## 2. Courts\n\nVienna decides.\n\n- All of it goes there.\n\n"
        let costs = "## 3. Costs\n\nEach side bears its own.\n"
        let old = clause("# Law\n\n" + choice + courts + costs)
        let new = clause(
            "# Law\n\n" + choice + costs.replacing("3.", with: "2.") + "\n"
                + courts.replacing("2.", with: "3."))
        let merged = BlockMerge.document(from: old, to: new)
        // The section goes as one, with its number as what changed in it.
        let found = moves(in: merged)
        #expect(found.count == 1, "\(found)")
        let words = ". Costs|Each side bears its own.|"
        #expect(found[1].map { [$0.from, $0.to] } == [words, words], "\(found)")
        #expect(self.words(merged, without: .strikethrough) == self.words(new))
        #expect(self.words(merged, without: .underline) == self.words(old))
    }

    @Test func sentencesAndItemsMove() {
        let old = clause(
            "# L\n\nOne is said here. Two is said here.\n\n1. Talk.\n2. Mediate.\n3. Sue.\n")
        let new = clause(
            "# L\n\nTwo is said here. One is said here.\n\n1. Mediate.\n2. Sue.\n3. Talk.\n")
        let merged = BlockMerge.document(from: old, to: new)
        let found = moves(in: merged).values.map { "\($0.from)>\($0.to)" }.sorted()
        #expect(found == ["One is said here.|>One is said here.|", "Talk.|>Talk.|"])
        #expect(words(merged, without: .strikethrough) == words(new))
        #expect(words(merged, without: .underline) == words(old))
    }

    @Test func rowsAndTablesMove() {
        func table(_ rows: String...) -> String {
            "| Who | Days |\n| --- | ---: |\n" + rows.map { "| \($0) |\n" }.joined() + "\n"
        }
        let other = "| What | Why |\n| --- | --- |\n| Dogs | They are welcome here |\n\n"
        let rows = ["Acme pays at once | 30", "Bolt pays later | 20", "Carl never pays | 0"]
        let text = "What stands between two tables.\n\n"
        let old = clause("# L\n\n" + table(rows[0], rows[1], rows[2]) + text + other)
        for (state, wanted) in [
            (table(rows[1], rows[2], rows[0]) + text + other, ["Acme pays at once|30|"]),
            // Moved and edited are two facts.
            (
                table(rows[2].replacing("0", with: "5"), rows[0], rows[1]) + text + other,
                ["Carl never pays|"]
            ),
            (
                table(rows[2], rows[1], rows[0].replacing("30", with: "3")) + text + other,
                ["Acme pays at once|", "Bolt pays later|20|"]
            ),
            (other + text + table(rows[0], rows[1], rows[2]), [""]),
        ] {
            let new = clause("# L\n\n" + state)
            let merged = BlockMerge.document(from: old, to: new)
            let found = moves(in: merged).values
            #expect(!found.isEmpty && found.allSatisfy { $0.from == $0.to }, "\(found)")
            if wanted != [""] { #expect(found.map(\.to).sorted() == wanted) }
            #expect(words(merged, without: .strikethrough) == words(new))
            #expect(words(merged, without: .underline) == words(old))
        }
    }

    @Test func eachChangeNamesItsAuthor() {
        let (ada, bo) = (
            Tracking(author: "Ada", date: "2027-01-31T10:15:00Z"), Tracking(author: "Bo")
        )
        let text = TrackedDocument(
            from: old, to: new, tracking: Tracking(author: "Nobody"),
            authors: [
                TermPath(section: "clauses/law"): ada,
                TermPath(section: "clauses/gone"): bo,
                TermPath(section: "commercials").appending("investments").appending("cars"): bo,
            ]
        ).markdown()
        #expect(text.contains("[Austria]{.deletion author=\"Ada\" date=\"2027-01-31T10:15:00Z\"}"))
        #expect(text.contains("[Quoted.]{.deletion author=\"Bo\"}"))
        #expect(text.contains("| [cars]{.deletion author=\"Bo\"}"))
        #expect(
            text.contains("[**Who:**]{.insertion author=\"Bo\"}"))
        #expect(text.contains("[**5**]{.deletion author=\"Nobody\"}"), "\(text)")
    }

    @Test func eachSentenceNamesItsAuthor() {
        let text = TrackedDocument(
            from: terms([
                "clauses/law.md":
                    "# L\n\nAustrian **law** applies. Vienna decides. It ends.\n\nGone.\n"
            ]),
            to: terms([
                "clauses/law.md": "# L\n\nGerman **law** applies. Berlin decides.\n\nQuite new.\n"
            ]),
            tracking: Tracking(author: "Nobody"),
            authors: [TermPath(section: "clauses/law"): Tracking(author: "Cy")],
            sentences: [
                TermPath(section: "clauses/law"): [
                    (Tracking(author: "Ada"), ["German **law** applies.", "It ends."]),
                    (Tracking(author: "Bo"), ["Berlin decides.", "Quite new."]),
                ]
            ]
        ).markdown()
        for words in [
            "[Austrian]{.deletion author=\"Ada\"}[German]{.insertion author=\"Ada\"}",
            "[Vienna]{.deletion author=\"Bo\"}[Berlin]{.insertion author=\"Bo\"}",
            "[ It ends.]{.deletion author=\"Ada\"}", "new.]{.insertion author=\"Bo\"}",
        ] {
            #expect(text.contains(words), "\(words): \(text.suffix(600))")
        }
    }

    @Test func authorsOfPartsAreThoseOfTheWhole() {
        let (ada, bo) = (Tracking(author: "Ada"), Tracking(author: "Bo"))
        let place = TermPath(section: "purpose").appending("goals")
        let authors = ChangeAuthors([
            place.appending("a"): ada, place.appending("b").appending("text"): bo,
        ])
        func author(_ path: TermPath) -> String? { authors.tracking(at: Anchor(path))?.author }
        #expect(author(place.appending("a").appending("text")) == "Ada")
        #expect(author(place.appending("b")) == "Bo")
        #expect(author(place.appending("b").appending("kind")) == nil)
        #expect(author(place) == nil && author(TermPath(section: "framework")) == nil)
    }

    /// All words of some blocks but those with these looks, as lines; what is empty is left out.
    private func words(_ blocks: [Block], without looks: TextAttributes? = nil) -> [String] {
        blocks.filter { !$0.isForPages }.flatMap { block in
            block.mapped { text in
                StyledText(
                    spans: text.spans.filter { span in
                        looks.map { !span.attributes.contains($0) } ?? true
                    })
            }.content.split(separator: "\n").map { line in
                line.split(separator: " ").joined(separator: " ")
            }
        }.filter { !$0.isEmpty }
    }
}
