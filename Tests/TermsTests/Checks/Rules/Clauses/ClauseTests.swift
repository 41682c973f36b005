import Foundation
import Terms
import Testing

/// What a rule finds in a clause: `clauses/pay.md:3:9: there is no Section 4 in this clause`.
private func placed(_ rule: String, _ clause: String, and others: [String: String] = [:])
    -> [String]
{
    found(rule, in: [:], clauses: others.merging(["clauses/pay.md": clause]) { $1 })
        .map { "\($0.place): \($0.message)" }
}

private let numbered = """
    # Pay

    1. **Fees.** Each party pays: (a) fees; and (b) taxes.
       1. Late fees are paid.
           a. At once.
    2. <span class="header">Liability</span>
        1. Little.

    """

struct ClauseReferenceTests {
    @Test(arguments: [
        "Section 1 applies.", "See Sections 1, 1.1 and 2.1.", "Under clause 1(a), (b) and §2.",
        "Section 1.1(a)’s sum.", "(Section 2.1)", "Section 9 of the Companies Act applies.",
        "Article 28 GDPR applies.", "Section 2 (Liability) goes on.", "In sections 1 to 2.",
        "Section four.", "Section 2027-01-31", "Sections",
    ])
    func acceptsWhatIsThere(sentence: String) {
        #expect(placed("clause-reference", numbered + "\n\(sentence)\n").isEmpty)
    }

    @Test(arguments: [
        ("Section 3 applies.", "Section 3", 9), ("See Sections 1, 1.2 and 4.", "Sections 1.2", 17),
        ("Under clause 1(c), too.", "clause 1(c)", 14), ("§ 7", "§ 7", 3),
        ("Section 9 of this Agreement applies.", "Section 9", 9),
        ("Section 9 of the agreement applies.", "Section 9", 9),
        ("(Section 1.1(b))", "Section 1.1(b)", 10),
        ("Section 8 (Liability Caps) of these terms.", "Section 8", 9),
    ])
    func findsWhatIsNot(sentence: String, reference: String, column: Int) {
        let found = placed("clause-reference", numbered + "\n\(sentence)\n")
        #expect(
            found.first
                == "clauses/pay.md:9:\(column): there is no \(reference) in this clause")
        #expect(found.count == (sentence.hasPrefix("See") ? 2 : 1))
    }

    @Test func namesWhatIsNear() {
        func next(_ sentence: String) -> String? {
            found(
                "clause-reference", in: [:],
                clauses: ["clauses/pay.md": numbered + "\n\(sentence)\n"]
            ).first?.next
        }
        #expect(next("Section 7.") == "Near it: 1, 2")
        #expect(next("Section 2.4.") == "Near it: 2, 2.1")
        #expect(next("Section 1(d).") == "Near it: 1, 1.1, 1(a), 1(b)")
    }

    @Test func readsUnderlinedHeadings() {
        let text = "Pay\n===\n\n1\\. Fees\n---\n\nSee Section 2.\n\n2\\. Law and\ncourts\n---\n\n"
        #expect(placed("clause-reference", text + "Section 1 applies.\n").isEmpty)
        #expect(
            placed("clause-reference", text + "Section 3 applies.\n") == [
                "clauses/pay.md:13:9: there is no Section 3 in this clause"
            ])
        #expect(placed("clause-link", text + "See [it](#2-law-and-courts).\n").isEmpty)
    }

    @Test func looksElsewhereFromAClauseWithoutNumbers() {
        let other = ["clauses/law.md": "## 4. Law\n\n### 4.1 Courts\n\nVienna.\n"]
        #expect(placed("clause-reference", "Section 4.1 applies.\n", and: other).isEmpty)
        #expect(
            placed("clause-reference", "Section 5 applies.\n", and: other) == [
                "clauses/pay.md:1:9: there is no Section 5 in any clause"
            ])
    }

    @Test func leavesAloneNumbersThatNobodyCanTell() {
        let lazy = "1. One.\n1. Two.\n1. Three.\n\nSection 3 applies, and Section 4.\n"
        #expect(placed("clause-reference", lazy).isEmpty)
    }
}

struct ClauseTitleTests {
    @Test(arguments: [
        "Section 2 (Liability) applies.", "Section 2 (liability).", "Section 1 (Fees), and more.",
        "Section 2 (as it is).", "Section 2.1 (All of it) applies.",
    ])
    func acceptsTheTitle(sentence: String) {
        let isNamed = !sentence.contains("All of it")
        #expect(placed("clause-title", numbered + "\n\(sentence)\n").isEmpty == isNamed)
    }

    @Test func findsAnother() {
        #expect(
            placed("clause-title", numbered + "\nSection 2 (Limitation not Liability) applies.\n")
                == [
                    "clauses/pay.md:9:9: Section 2 is called “Liability”, and not "
                        + "“Limitation not Liability”"
                ])
    }
}

struct ClauseLinkTests {
    private let other = ["clauses/law.md": "# Law\n\n## Courts & costs\n\nVienna.\n"]

    @Test(arguments: [
        "[Law](law.md)", "[Law](./law.md#courts--costs)", "[Law](clauses/law.md)", "[Here](#pay)",
        "[Terms](../framework.yaml)", "[Web](https://example.com/x.md)", "[Web](example.com/x)",
        "[](law.md", "](", "[a](b c.md)",
    ])
    func acceptsWhatLeadsSomewhere(link: String) {
        #expect(placed("clause-link", "# Pay\n\nSee \(link).\n", and: other).isEmpty)
    }

    @Test(arguments: [
        ("[Law](lav.md)", "the link leads to `lav.md`, which is not there"),
        ("[Law](../purpose.yaml)", "the link leads to `purpose.yaml`, which is not there"),
        (
            "[Law](law.md#cost)",
            "the link leads to a heading `#cost`, which `clauses/law.md` does not have"
        ),
        (
            "[Here](#late)",
            "the link leads to a heading `#late`, which `clauses/pay.md` does not have"
        ),
    ])
    func findsWhatLeadsNowhere(link: String, message: String) {
        let found = placed("clause-link", "# Pay\n\nSee \(link).\n", and: other)
        let column =
            (link.firstIndex(of: "(").map { link.distance(from: link.startIndex, to: $0) } ?? 0) + 6
        #expect(found == ["clauses/pay.md:3:\(column): \(message)"])
    }

    @Test func readsWhatTheSectionsMention() {
        let text = "why: |\n  As clauses/law.md and clauses/lav.md say.\n"
        let found = TermsTests.found("clause-link", in: [.purpose: text], clauses: other)
        #expect(found.map(\.said) == ["purpose.why: there is no clause `clauses/lav.md`"])
        #expect(found.first?.place == "purpose.yaml:1:6")
        #expect(found.first?.next == "Did you mean `clauses/law.md`?")
    }

    /// A clause that can't be read is reported for that alone.
    @Test func leavesAloneWhatCouldNotBeRead() {
        let broken = ["clauses/law.md": "# Law\u{200B}\n"]
        #expect(placed("clause-link", "# Pay\n\n[Law](law.md#x)\n", and: broken).isEmpty)
    }
}
