import RandomTerms
import Redline
import Terms
import Testing

/// Headings that Markdown underlines (CommonMark 0.29, 4.3) are headings as those behind `#` are.
@Suite("Underlined headings")
struct UnderlinedHeadingTests {
    private let text = """
        Agreement
        =========

        1\\. Fees
        -------

        The fee is EUR 100 a month. See Section 2.

        2\\. Law and what
        is left
        ---

        The law of Austria applies.

        3\\. End
        ------

        Either side may end this in writing.
        """

    private func paragraphs(_ text: String) -> [String] {
        ClauseParagraph.all(in: text).map {
            [$0.headingLevel.map { "h\($0)" } ?? "p", $0.place ?? "", $0.text]
                .joined(separator: "|")
        }
    }

    @Test("They have levels, numbers and titles, and what follows stands below them")
    func structure() {
        #expect(
            paragraphs(text) == [
                "h1||# Agreement", "h2||## 1\\. Fees",
                "p|1. Fees|The fee is EUR 100 a month. See Section 2.",
                "h2||## 2\\. Law and what is left",
                "p|2. Law and what is left|The law of Austria applies.", "h2||## 3\\. End",
                "p|3. End|Either side may end this in writing.",
            ])
        let found = ClauseParagraph.all(in: text)
        let numbers = ClauseNumbers(found)
        #expect(numbers.titles == ["1": "Fees", "2": "Law and what is left", "3": "End"])
        #expect(found[3].title == "Law and what is left" && found[3].labelIndex == 1)
        #expect(
            paragraphs("A\n=\n\nB\n-\n\n   C\n  ===  \nD") == [
                "h1||# A", "h2||## B", "h1||# C", "p||D",
            ])
    }

    @Test(
        "Lines of dashes and signs under anything else are none",
        arguments: [
            "- Item\n---", "1. Item\n---", "> Quoted\n---", "| a |\n---", "\n---", "# A\n---",
            "A\n\n---", "A\n\n===", "A\n= =", "A\n- - -", "A\n===x", "A\n-x", "A\n    ---",
            "A\n***", "```\nA\n---\n```", "~~~\nA\n===\n~~~", "- Item\ngoes on\n---",
        ])
    func others(text: String) {
        let found = ClauseParagraph.all(in: text).filter { $0.headingLevel != nil }
        #expect(found.map(\.text) == (text.hasPrefix("#") ? ["# A"] : []))
    }

    @Test("What happens to them is told as of other headings")
    func told() throws {
        func told(_ edit: (inout String) -> Void) throws -> [String] {
            var edited = text
            edit(&edited)
            return try clauseRedline(text, edited).told
        }
        #expect(
            try told { $0.replace("3\\. End", with: "4\\. End") } == ["3 became 4 End"])
        #expect(
            try told { $0.replace("2\\. Law and what\nis left\n---", with: "2\\. Law\n---") } == [
                "Law[- and what is left-]"
            ])
        #expect(try told { $0.replace("=========", with: "-----") }.first?.hasPrefix("[-") == true)
        let fees = "1\\. Fees\n-------\n\nThe fee is EUR 100 a month. See Section 2.\n\n"
        #expect(
            try told {
                $0.replace(fees, with: "")
                $0 += "\n\n" + fees
            } == ["1 Fees moved behind 3 End"])
        let renumbered = text.replacing("2\\. Law", with: "3\\. Law").replacing(
            "3\\. End", with: "2\\. End")
        let references = compareClause(text, renumbered).references
        #expect(references.map(\.follows) == ["3"] && references.map(\.new) == ["2 (End)"])
    }

    @Test("Writing them with # is formatting, and what makes one is told")
    func formatting() {
        let atx = text.replacing("Agreement\n=========", with: "# Agreement")
            .replacing("2\\. Law and what\nis left\n---", with: "## 2\\. Law and what is left")
            .replacing("------", with: "-")
        for (old, new) in [(text, atx), (atx, text)] {
            let comparison = compareClause(old, new)
            #expect(comparison.formattingOnly == ["clauses/text.md"])
            let states = (terms(["clauses/text.md": old]), terms(["clauses/text.md": new]))
            #expect(comparison.gaps(from: states.0, to: states.1).isEmpty)
        }
        // A line of dashes below a blank line is a rule, and below a paragraph makes a heading.
        for (old, new) in [("A b\n\n---\n", "A b\n---\n"), ("A b\n", "A b\n===\n")] {
            let comparison = compareClause(old, new)
            #expect(comparison.formattingOnly.isEmpty && !comparison.changes.isEmpty)
            let states = (terms(["clauses/text.md": old]), terms(["clauses/text.md": new]))
            #expect(comparison.gaps(from: states.0, to: states.1).isEmpty)
            var silent = comparison
            silent.changes = []
            silent.formattingOnly = ["clauses/text.md"]
            #expect(silent.gaps(from: states.0, to: states.1).count == 1)
        }
    }

    @Test("Random texts of marks: everything is told, there and back", arguments: 0..<200)
    func random(seed: Int) throws {
        var random = Random(state: UInt64(seed) &+ 70_000)
        let parts = [
            "A", "b c.", "1\\. D", "- e", "1. f", "> g", "| h |", "===", "=", "---", "-", "--- ",
            "  ===", "    ---", "# I", "## ", "```", "~~~", "", "", "= =", "a. j", "***", "\t---",
            "  k", "|---|", ">", "[l]: m",
        ]
        func text() -> String {
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }.joined(separator: "\n") + "\n"
        }
        for _ in 0..<20 {
            let (before, after) = (text(), text())
            let (old, new) = (
                terms(["clauses/text.md": before]), terms(["clauses/text.md": after])
            )
            let comparison = Comparison(from: old, to: new)
            #expect(comparison.gaps(from: old, to: new) == [], "\(before)\n→\n\(after)")
            #expect(try comparison.apply(to: old.files).digest == new.files.digest)
            #expect(try comparison.revert(new.files).digest == old.files.digest)
        }
    }
}
