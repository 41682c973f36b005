import RandomTerms
import Redline
import Terms
import Testing

@Suite("The structure of clauses")
struct ClauseStructureTests {
    private let text = """
        # Agreement

        ## 1. Fees

        The fee is EUR 100 a month. It is due at once.

        - **Late.** Interest runs from day one.
        - **Early.** Nothing is given back.

        ## 2. Law

        The law of Austria applies.

        1. Talks come first.
        2. Then comes a mediator.
        3. Then comes a court in Vienna.

        ## 3. End

        Either side may end this in writing.
        """

    private func told(_ edit: (inout String) -> Void) throws -> [String] {
        var edited = text
        edit(&edited)
        return try clauseRedline(text, edited).told
    }

    /// The text with its sections in another order, under these numbers.
    private func sections(_ order: [Int], numbered: Bool) -> String {
        let parts = text.split(separator: "\n## ").map(String.init)
        return parts[0]
            + order.enumerated().map { place, section in
                "\n## \(numbered ? place + 1 : section)" + parts[section].dropFirst() + "\n"
            }.joined()
    }

    @Test("A section that moved whole is one move")
    func moved() throws {
        #expect(
            try clauseRedline(text, sections([3, 1, 2], numbered: false)).told
                == ["3 End moved behind nothing"])
        #expect(
            try clauseRedline(text, sections([3, 1, 2], numbered: true)).told == [
                "3 End moved behind nothing", "1 became 2 Fees", "2 became 3 Law",
                "3 became 1 End",
            ])
        let redline = try clauseRedline(text, sections([3, 1, 2], numbered: true))
        #expect(redline.paragraphs.filter { $0.move == 0 }.count == 4)
        #expect(redline.moves.first?.oldPlace == "3")
    }

    @Test("What moved inside of what moved is no change of wording")
    func movedInside() throws {
        let law = "## Law\n\nThe law of Austria applies here.\n\n"
        let items = [
            "First come the managers of both.", "Then comes a mediator from outside.",
            "Then comes the court itself.",
        ]
        func courts(_ order: [Int]) -> String {
            "## Courts\n\nVienna decides all of it.\n\n"
                + order.map { "- \(items[$0])\n" }.joined() + "\n"
        }
        let end = "## End\n\nIt ends with a notice by one side.\n\n"
        let redline = try clauseRedline(
            courts([0, 1, 2]) + law + end, law + end + courts([1, 2, 0]))
        #expect(redline.moves.count == 2)
        #expect(redline.changedSentences == [] && redline.settled.allSatisfy { $0.move == nil })
    }

    @Test("Moved and edited are two facts")
    func movedAndEdited() throws {
        let edited = sections([2, 1, 3], numbered: false).replacing("Austria", with: "Germany")
        #expect(
            try clauseRedline(text, edited).told.sorted() == [
                "1 Fees moved behind 2 Law", "The law of [-Austria-]{+Germany+} applies.",
            ])
        let inside = sections([2, 1, 3], numbered: false).replacing("EUR 100", with: "EUR 200")
        #expect(
            try clauseRedline(text, inside).told.sorted() == [
                "1 Fees moved behind 2 Law",
                "The fee is [-EUR 100-]{+EUR 200+} a month.",
            ])
    }

    @Test("Another number in front of the same words is no change of wording")
    func renumbered() throws {
        #expect(try told { $0.replace("## 3.", with: "## 4.") } == ["3 became 4 End"])
        #expect(
            try told {
                $0.replace("2. Then comes a mediator.\n3.", with: "2.")
            } == ["[-2. Then comes a mediator.-]", "3 became 2 Then comes a court in Vienna"])
        let both = try told { $0.replace("3. Then comes a court", with: "4. Then sits a court") }
        #expect(
            both == [
                "4. Then [-comes-]{+sits+} a court in Vienna.",
                "3 became 4 Then sits a court in Vienna",
            ])
    }

    @Test("Items, paragraphs and sentences move, too")
    func smallMoves() throws {
        #expect(
            try told {
                $0.replace(
                    "1. Talks come first.\n2. Then comes a mediator.",
                    with: "1. Then comes a mediator.\n2. Talks come first.")
            }.first == "1 Talks come first moved behind 1 Then comes a mediator")
        #expect(
            try told {
                $0.replace("month. It is due at once.", with: "month.")
                $0.replace("in writing.", with: "in writing. It is due at once.")
            } == ["“It is due at once.” moved behind nothing"])
        #expect(
            try told {
                $0.replace("\nThe law of Austria applies.\n", with: "")
                $0 += "\n\nThe law of Austria applies.\n"
            } == [
                "“The law of Austria applies.” moved behind “Either side may end this in writing.”"
            ])
    }

    @Test("A section below another heading is one move, whatever its depth")
    func deeper() throws {
        let redline = try clauseRedline(
            text.replacing("## 3. End", with: "### 3. End"), text)
        #expect(redline.moves.map(\.label) == ["3 End"])
        #expect(redline.moves.first?.edits.first?.changedSentences.count == 1)
        #expect(redline.changedSentences.count == 1)
    }

    @Test("A paragraph that is parted or joined keeps its words")
    func parted() throws {
        let parted = text.replacing("month. It is", with: "month.\n\nIt is")
        #expect(try clauseRedline(text, parted).told == ["1 breaks"])
        #expect(try clauseRedline(parted, text).told == ["1 breaks"])
        let breaks = try clauseRedline(text, parted).paragraphs.compactMap(\.paragraphBreak)
        #expect(breaks == [.inserted])
        #expect(
            try clauseRedline(parted, text).paragraphs.contains { $0.paragraphBreak == .removed })
    }

    @Test("How wide the cells of a table are and which mark a bullet has says nothing")
    func tables() {
        let comparison = compareClause(
            "- one two\n\n| A | B |\n|---|--:|\n| x | y z |\n",
            "* one two\n\n|A     |B |\n| :--|:-----: |\n|x|y   z|\n")
        #expect(comparison.changes.map(\.count) == [1])
        let same = compareClause(
            "- one two\n\n| A | B |\n|---|--:|\n| x | y z |\n",
            "* one two\n\n|A     |B |\n|:---|-----: |\n|x|y   z|\n")
        #expect(same.changes.map(\.count) == [1])
        let wide = compareClause(
            "| A | B |\n|---|--:|\n| x | y z |\n", "|A   |B |\n|---------|-----: |\n|x|y   z|\n")
        #expect(wide.formattingOnly == ["clauses/text.md"])
    }

    @Test("A row goes by its first cell, and moves with what changed in it")
    func rows() throws {
        func table(_ rows: String...) -> String {
            "## Fees\n\n| Who | Days |\n|---|--:|\n" + rows.map { "| \($0) |\n" }.joined()
        }
        let old = table("Acme | 30", "Bolt | 20", "Carl | 10")
        #expect(
            try clauseRedline(old, table("Bolt | 20", "Carl | 10", "Acme | 30")).told
                == ["row “Acme” moved behind row “Carl”"])
        #expect(
            try clauseRedline(old, table("Carl | 15", "Acme | 30", "Bolt | 20")).told.sorted() == [
                "row “Carl” moved behind row “Who”", "| Carl | [-10-]{+15+} |",
            ])
        // Two rows of one name, and those without one, go by all that they say.
        let twins = table("Acme | 30", "Acme | 20", " | over a month", "Bolt | 20")
        #expect(
            try clauseRedline(
                twins, table("Acme | 30", "Acme | 20", "Bolt | 20", " | over a month")
            )
            .told == ["“| | over a month |” moved behind row “Bolt”"])
        #expect(
            try clauseRedline(twins, table("Acme | 30", " | over a month", "Bolt | 20")).told
                == ["[-| Acme | 20 |-]"])
        // So do they where they move, or something moves behind them.
        #expect(
            try clauseRedline(
                table("Acme | 30", "Acme | 20", "Bolt | 20", "Carl | 10"),
                table("Acme | 20", "Bolt | 20", "Acme | 30", "Carl | 10")
            ).told == ["“| Acme | 30 |” moved behind row “Bolt”"])
    }

    @Test("Every redline reads as the old and as the new text", arguments: 0..<100)
    func readsBack(seed: Int) {
        var maker = RandomClause(random: Random(state: UInt64(seed)))
        let old = maker.text()
        let new = maker.edited(old)
        let comparison = compareClause(old, new)
        guard case .prose(let redline)? = comparison.changes.first?.detail else {
            #expect(comparison.changes.isEmpty)
            return
        }
        #expect(RandomClause.words(redline.oldText) == RandomClause.words(old), "\(old)\n→\n\(new)")
        #expect(RandomClause.words(redline.newText) == RandomClause.words(new), "\(old)\n→\n\(new)")
    }
}
