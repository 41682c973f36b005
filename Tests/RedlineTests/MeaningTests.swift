import Redline
import Terms
import Testing

@Suite("References and defined terms")
struct MeaningTests {
    private let text = """
        ## 1. Fees

        Fees are due as Section 3.1 says, but for clause 2 (Law).

        ## 2. Law

        1. Austria.

        ## 3. Terms

        ## 3.1 Due dates

        Within 30 days.

        """

    private func told(_ old: String, _ new: String) -> [String] {
        compareClause(old, new).references.map {
            "\($0.text): \($0.old ?? "-") → \($0.new ?? "-"), now \($0.follows ?? "-")"
        }
    }

    @Test("A reference that leads elsewhere or nowhere is told, with where it should lead")
    func references() {
        #expect(told(text, text.replacing("30 days", with: "60 days")).isEmpty)
        #expect(
            told(text, text.replacing("## 3.1", with: "## 3.2")) == [
                "Section 3.1: 3.1 (Due dates) → -, now 3.2"
            ])
        let swapped = text.replacing("## 2. Law", with: "## 9. Law")
            .replacing("## 3. Terms", with: "## 2. Terms")
        #expect(
            told(text, swapped) == ["clause 2: 2 (Law) → 2 (Terms), now 9"])
        #expect(
            told(text, text.replacing("## 3.1 Due dates\n\nWithin 30 days.\n", with: "")) == [
                "Section 3.1: 3.1 (Due dates) → -, now -"
            ])
        #expect(
            told(text, text.replacing("Within", with: "As Section 7 says, within")) == [
                "Section 7: - → -, now -"
            ])
    }

    @Test("A reference that follows its section, or that was wrong before, is not told")
    func followed() {
        let renumbered = text.replacing("## 3.1", with: "## 3.2")
        #expect(told(text, renumbered.replacing("Section 3.1", with: "Section 3.2")).isEmpty)
        #expect(told(renumbered, text).isEmpty)
        #expect(told(renumbered, renumbered.replacing("Austria", with: "Germany")).isEmpty)
    }

    private let definitions = [
        "clauses/terms.md": """
        1. **"Fee"** means what a customer pays. It has no taxes in it.
        2. **"Joint Customer"** means a customer of both:
            a. since last year; or
            b. by contract.
        3. The sum of it all (the "Total") is due. It is final.
        """,
        "clauses/pay.md": "# Pay\n\n1. Each Fee is shared. The Total is split.\n",
        "clauses/who.md": "All Joint Customers are listed, and so are their fees.\n",
    ]

    private func changes(_ edits: [(String, String)]) -> [DefinedTermChange] {
        var new = definitions
        for (old, text) in edits {
            for file in new.keys { new[file]?.replace(old, with: text) }
        }
        return Comparison(from: terms(definitions), to: terms(new)).definedTerms
    }

    @Test("A term whose meaning changed is told, with every clause that uses it")
    func meanings() throws {
        let fee = try #require(changes([("no taxes", "all taxes")]).first)
        #expect(fee.term == "Fee")
        #expect(fee.path.description == "clauses/terms")
        #expect(fee.uses.map(\.path.description) == ["clauses/pay"])
        #expect(fee.uses.first?.places == ["1"])
        #expect(fee.new?.contains("all taxes") == true)
        let customer = changes([("since last year", "since this year")])
        #expect(customer.map(\.term) == ["Joint Customer"])
        #expect(customer.first?.uses.map(\.path.description) == ["clauses/who"])
        #expect(changes([("sum of it all", "sum of some")]).map(\.term) == ["Total"])
    }

    @Test("Words beside a definition, numbers and moves change no meaning")
    func unchanged() {
        #expect(changes([("It is final.", "It is not final.")]).isEmpty)
        #expect(changes([("3. The sum", "4. The sum")]).isEmpty)
        #expect(changes([("is shared", "is not shared")]).isEmpty)
        #expect(changes([("**\"Fee\"** means", "**\"Fee\"**\n   means")]).isEmpty)
    }

    @Test("A definition that goes is told where the term is still used")
    func removed() {
        let gone = changes([
            ("1. **\"Fee\"** means what a customer pays. It has no taxes in it.\n", "")
        ])
        #expect(gone.map(\.term) == ["Fee"])
        #expect(gone.first?.new == nil)
        #expect(
            changes([
                ("1. **\"Fee\"** means what a customer pays. It has no taxes in it.\n", ""),
                ("Each Fee", "All"),
            ]).isEmpty)
        #expect(changes([("2. **", "4. **\"Zeal\"** means haste.\n2. **")]).isEmpty)
    }
}
