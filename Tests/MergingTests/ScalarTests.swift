import Merging
import Terms
import Testing

@Suite struct ScalarTests {
    static let base = """
        # What it costs.

        marketing:
          budget: EUR 20,000  # a year
          # Who may see it first.
          approval-within: 3 business days

        """

    private func merge(_ left: String, _ right: String) -> MergeResult {
        MergingTests.merge("commercials.yaml", Self.base, left, right)
    }

    @Test func oneSideIsTaken() {
        let changed = Self.base.replacing("20,000", with: "25,000")
        #expect(merge(changed, Self.base).text("commercials.yaml") == changed)
        #expect(merge(Self.base, changed).text("commercials.yaml") == changed)
    }

    @Test func fieldsThatSideSideBySideMerge() {
        let merged = merge(
            Self.base.replacing("20,000", with: "25,000"),
            Self.base.replacing("3 business", with: "5 business"))
        #expect(
            merged.text("commercials.yaml")
                == Self.base.replacing("20,000", with: "25,000")
                .replacing("3 business", with: "5 business"))
    }

    @Test func bothTheSameIsTakenOnce() {
        let merged = merge(
            Self.base.replacing("20,000", with: "25,000"),
            Self.base.replacing("20,000", with: "25000.00"))
        #expect(merged.conflicts.isEmpty)
    }

    @Test func bothDifferentIsAConflictThatTellsItself() throws {
        let merged = merge(
            Self.base.replacing("20,000", with: "25,000"),
            Self.base.replacing("20,000", with: "30,000"))
        let conflict = try #require(merged.conflicts.first)
        #expect(merged.conflicts.count == 1)
        #expect(merged.terms == nil)
        #expect(conflict.path == TermPath("commercials.marketing.budget"))
        #expect(conflict.label == "Money and effort › Marketing › Budget")
        #expect(
            conflict.sentence
                == "Northwind changed the budget to EUR 25,000.00. Contoso changed it to "
                + "EUR 30,000.00. Before: EUR 20,000.00.")
        #expect(
            merged.marked("commercials.yaml") == """
                # What it costs.

                marketing:
                <<<<<<< Northwind
                  budget: EUR 25,000  # a year
                ||||||| before
                  budget: EUR 20,000  # a year
                =======
                  budget: EUR 30,000  # a year
                >>>>>>> Contoso
                  # Who may see it first.
                  approval-within: 3 business days

                """)
    }

    @Test func aConflictIsDecided() throws {
        let left = Self.base.replacing("20,000", with: "25,000")
        let right = Self.base.replacing("20,000", with: "30,000")
        let path = try #require(TermPath("commercials.marketing.budget"))
        let merged = merge(left, right)
        func text(_ choice: MergeChoice) throws -> String? {
            try merged.resolving(path, with: choice).text("commercials.yaml")
        }
        #expect(try text(.left) == left)
        #expect(try text(.right) == right)
        #expect(try text(.base) == Self.base)
        #expect(
            try text(.value("EUR 27,000")) == Self.base.replacing("20,000", with: "27,000"))
        #expect(throws: MergeResult.ResolveError.self) { try text(.value("a lot")) }
        #expect(throws: MergeResult.ResolveError.self) {
            try merged.resolving(TermPath(section: "purpose"), with: .left)
        }
    }

    @Test func deletedAndEditedIsAConflict() {
        let merged = merge(
            Self.base.replacing("  budget: EUR 20,000  # a year\n", with: ""),
            Self.base.replacing("20,000", with: "30,000"))
        #expect(merged.briefs == ["commercials.marketing.budget removed"])
        #expect(
            merged.conflicts.first?.sentence
                == "Northwind removed the budget. Contoso changed it to EUR 30,000.00. Before: "
                + "EUR 20,000.00.")
    }

    @Test func styleOnOneSideAndMeaningOnTheOtherBothStay() {
        let merged = merge(
            Self.base.replacing("EUR 20,000  # a year", with: "EUR 20000  # per year"),
            Self.base.replacing("EUR 20,000", with: "\"EUR 30,000\""))
        #expect(
            merged.text("commercials.yaml")
                == Self.base.replacing(
                    "EUR 20,000  # a year", with: "\"EUR 30,000\"  # per year"))
    }

    @Test func commentsOfBothSidesStay() {
        let merged = merge(
            Self.base.replacing("# Who may see it first.", with: "# Who sees it.\n  # By mail."),
            Self.base.replacing("# Who may see it first.", with: "# Who looks at it."))
        let text = merged.text("commercials.yaml") ?? ""
        for comment in ["# Who sees it.", "# By mail.", "# Who looks at it."] {
            #expect(text.contains("  \(comment)\n"))
        }
    }
}
