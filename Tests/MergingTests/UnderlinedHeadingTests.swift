import Merging
import Testing

/// A heading that Markdown underlines merges as one that begins with `#`.
@Suite struct UnderlinedHeadingTests {
    private let base = """
        Terms
        =====

        Fees
        ----

        Northwind pays once a month.

        Law
        ---

        The law of Austria applies.

        """

    private func merged(_ left: String, _ right: String) -> MergeResult {
        let result = merge("clauses/text.md", base, left, right)
        let mirrored = merge("clauses/text.md", base, right, left)
        #expect(result.text("clauses/text.md") == mirrored.text("clauses/text.md"))
        return result
    }

    @Test func keepsItsLine() {
        let left = base.replacing("Fees\n----", with: "Fees and costs\n--------------")
        let right = base.replacing("Law\n---\n\nThe", with: "### Law\n\nSince 2027, the")
        #expect(
            merged(left, right).text("clauses/text.md")
                == left.replacing("Law\n---\n\nThe", with: "### Law\n\nSince 2027, the"))
    }

    @Test func longerLineSaysNothing() {
        let left = base.replacing("Fees\n----", with: "Fees\n--------")
        let right = base.replacing("Fees\n----", with: "Costs\n----")
        #expect(merged(left, right).text("clauses/text.md") == right)
        #expect(merged(left, base).text("clauses/text.md") == left)
    }

    @Test func movesWithItsLine() {
        let fees = "Fees\n----\n\nNorthwind pays once a month.\n\n"
        let left = base.replacing(fees, with: "") + "\n" + fees
        let right = base.replacing("once a month", with: "twice a month")
        #expect(
            merged(left, right).text("clauses/text.md")
                == left.replacing("once a month", with: "twice a month"))
    }

    @Test func twoTitlesAreAConflict() {
        let result = merged(
            base.replacing("Law\n---", with: "Courts\n------"),
            base.replacing("Law\n---", with: "Judges\n------"))
        #expect(result.conflicts.count == 1)
        #expect(result.marked("clauses/text.md").contains("Judges\n------"))
    }
}
