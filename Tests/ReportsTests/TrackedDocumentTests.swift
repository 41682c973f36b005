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
        let merged = StyledText.redline(from: before, to: after, &comparer)
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
