import Merging
import Terms
import Testing

@Suite struct ConflictTests {
    private func steps(_ names: String) -> String {
        "pipeline:\n  stages:\n"
            + names.split(separator: " ").map { "    - id: \($0)\n      name: \($0)\n" }
            .joined(separator: "\n")
    }

    private let list = TermPath(section: "commercials").appending("pipeline").appending("stages")

    private func decided(
        _ merged: MergeResult, _ path: TermPath, _ choice: MergeChoice
    ) throws -> String {
        let terms = try #require(try merged.resolving(path, with: choice).terms)
        return TermsDocument(terms)[list]?.items.compactMap(\.id).joined(separator: " ") ?? ""
    }

    @Test func whoComesFirstInAGap() throws {
        let merged = merge("commercials.yaml", steps("a b"), steps("a x b"), steps("a y b"))
        #expect(
            merged.conflicts.map(\.sentence) == [
                "Northwind put `x` into \"Stages\" where Contoso put `y`."
            ])
        #expect(try decided(merged, list, .left) == "a x y b")
        #expect(try decided(merged, list, .right) == "a y x b")
        #expect(try decided(merged, list, .base) == "a b")
    }

    @Test("what is decided between marks leaves the lines around it", arguments: ["", "  "])
    func linesStay(indentation: String) throws {
        func text(_ who: String) -> String {
            let lines = [
                "Dogs may stay", "outside. \(who) feeds them. Each", "morning.", "",
                "Cats may come in. \(who)", "opens the door.", "\(who) closes it. At night.",
            ]
            return (indentation.isEmpty ? "" : "why: |\n")
                + lines.map { $0.isEmpty ? "\n" : "\(indentation)\($0)\n" }.joined()
        }
        let file = indentation.isEmpty ? "clauses/text.md" : "purpose.yaml"
        var merged = merge(file, text("Nobody"), text("Ada"), text("Dora"))
        #expect(merged.conflicts.count == 3)
        while let last = merged.conflicts.last {
            let marked = try #require(MergeResult(marksIn: file, of: merged.halfMerged))
            #expect(marked.conflicts.map(\.path) == merged.conflicts.map(\.path))
            merged = try marked.resolving(last.path, with: .left)
            guard merged.conflicts.count == 1 else { continue }
            // The only place that is left has no number.
            merged = try merged.resolving(merged.conflicts[0].path, with: .left)
        }
        #expect(merged.text(file) == text("Ada"))
    }

    @Test func namesInTheMidstOfASentence() {
        let merged = merge("commercials.yaml", steps("a b"), steps("a x b"), steps("a y b"))
        func told(_ names: MergeNames) -> [String] {
            merged.naming(names).conflicts.map(\.sentence)
        }
        #expect(
            told(MergeNames(left: "The text here", right: "The incoming text")) == [
                "The text here put `x` into \"Stages\" where the incoming text put `y`."
            ])
        #expect(
            told(MergeNames(left: "A", right: "The Body Shop")) == [
                "A put `x` into \"Stages\" where The Body Shop put `y`."
            ])
    }

    @Test func whereAnItemGoes() throws {
        let merged = merge(
            "commercials.yaml", steps("a b c d e"), steps("a c d b e"), steps("b a c d e"))
        let item = list.appending("b")
        #expect(
            merged.conflicts.map(\.sentence) == [
                "Northwind moved `b` behind `d`. Contoso moved it to the front. Before: behind `a`."
            ])
        #expect(try decided(merged, item, .left) == "a c d b e")
        #expect(try decided(merged, item, .right) == "b a c d e")
        #expect(try decided(merged, item, .base) == "a b c d e")
    }

    @Test func aDecidedPlaceKeepsTheOtherSidesEdit() throws {
        let merged = merge(
            "commercials.yaml", steps("a b c d e"), steps("a c d b e"),
            steps("b a c d e").replacing("name: b", with: "name: Second"))
        let text = try merged.resolving(list.appending("b"), with: .left).text("commercials.yaml")
        #expect(
            text.map { $0.split(separator: "\n") }
                == steps("a c d b e").replacing("name: b", with: "name: Second")
                .split(separator: "\n"))
    }

    @Test func whatBreaksTheSchemaOnlyTogether() throws {
        func split(_ shares: String) -> String {
            "marketing:\n  budget: EUR 10\n  budget-split:\n" + shares
        }
        let parties = """
            parties:
              a: {name: A, kind: msp}
              b: {name: B, kind: isv}
              c: {name: C, kind: isv}

            """
        func state(_ text: String) -> TermsFiles {
            files(["commercials.yaml": text, "parties.yaml": parties])
        }
        let merged = MergeResult(
            base: state(split("    a: 50%\n    b: 50%\n")),
            left: state(split("    a: 40%\n    b: 50%\n    c: 10%\n")),
            right: state(split("    a: 50%\n    b: 40%\n    c: 10%\n")), names: names)
        let conflict = try #require(merged.conflicts.first)
        #expect(merged.briefs == ["commercials.marketing.budget-split breach"])
        #expect(
            conflict.sentence == "What Northwind and Contoso changed does not go together: the "
                + "shares in `commercials.marketing.budget-split` sum to 90%, not to 100%.")
        let decided = try merged.resolving(
            conflict.path, with: .value("{a: 45%, b: 45%, c: 10%}"))
        #expect(decided.terms != nil)
    }

    @Test func checkPointsAtMarks() throws {
        let clause = merge(
            "clauses/text.md", "Dogs may stay outside.\n", "Dogs may stay upstairs.\n",
            "Dogs may stay downstairs.\n")
        let field = merge(
            "purpose.yaml", "why: |\n  Dogs may stay outside.\n",
            "why: |\n  Dogs may stay upstairs.\n", "why: |\n  Dogs may stay downstairs.\n")
        for merged in [clause, field] {
            let findings = TermsDocument(merged.halfMerged).findings
            let marks = findings.filter { $0.rule == "undecided" }
            #expect(marks.count == 1)
            #expect(marks.first?.message.contains("Northwind") == true)
            #expect(marks.first?.message.contains("Contoso") == true)
            #expect(findings.allSatisfy { !$0.rule.hasPrefix("yaml") })
        }
    }

    @Test func sentencesAreDecidedOneByOne() throws {
        func text(_ first: String, _ second: String) -> String {
            "Dogs may stay \(first). Cats are never fed by anybody.\n\nBirds leave \(second).\n"
        }
        let merged = merge(
            "clauses/text.md", text("outside", "early"), text("upstairs", "late"),
            text("downstairs", "at noon"))
        #expect(merged.briefs == ["clauses/text.1 changed", "clauses/text.2 changed"])
        let clause = TermPath(section: "clauses/text")
        let decided = try merged.resolving(clause.appending("1"), with: .left)
            .resolving(clause.appending("2"), with: .value("Birds leave."))
        #expect(
            decided.text("clauses/text.md")
                == "Dogs may stay upstairs. Cats are never fed by anybody.\n\nBirds leave.\n")
        #expect(
            try merged.resolving(clause, with: .right).text("clauses/text.md")
                == text("downstairs", "at noon"))
    }

    /// A value takes the place of the sentence that is contested, and of nothing else of a term.
    @Test func aSentenceOfATermTakesAValue() throws {
        func text(_ first: String, _ second: String) -> String {
            """
            why: |
              Dogs may stay \(first). Cats are never fed by anybody.

              Birds leave \(second).

            """
        }
        let file = "purpose.yaml"
        let path = try #require(TermPath("purpose.why"))
        let one = merge(
            file, text("outside", "early"), text("upstairs", "late"), text("downstairs", "early"))
        #expect(one.briefs == ["purpose.why changed"])
        let dogs = MergeChoice.value("Dogs stay at home.")
        #expect(
            try one.resolving(path, with: dogs).text(file)
                == text("outside", "late").replacing("may stay outside", with: "stay at home"))
        let two = merge(
            file, text("outside", "early"), text("upstairs", "late"), text("downstairs", "at noon"))
        let half = try two.resolving(path.appending("2"), with: .right)
        let again = try #require(MergeResult(marksIn: file, of: half.halfMerged))
        #expect(again.briefs == ["purpose.why changed"])
        let read = try #require(try again.resolving(path, with: dogs).document)
        #expect(
            read.values[path]?.text
                == "Dogs stay at home. Cats are never fed by anybody.\n\nBirds leave at noon.")
    }

    /// What is read again from between the marks is decided as what was read before.
    @Test func paragraphsAtOnePlaceStayApart() throws {
        let file = "clauses/text.md"
        let merged = merge(
            file, "Birds may leave.\n\nCats are never fed.\n",
            "Birds may leave.\n\nDogs stay upstairs.\n\nCats are never fed.\n",
            "Birds may leave.\n\nGoats eat at noon.\n\nCats are never fed.\n")
        #expect(merged.briefs == ["clauses/text order"])
        let decided =
            "Birds may leave.\n\nGoats eat at noon.\n\nDogs stay upstairs.\n\n"
            + "Cats are never fed.\n"
        let clause = TermPath(section: "clauses/text")
        #expect(try merged.resolving(clause, with: .right).text(file) == decided)
        let again = try #require(MergeResult(marksIn: file, of: merged.halfMerged))
        #expect(try again.resolving(clause, with: .right).text(file) == decided)
        #expect(merged.marked(file).contains(">>>>>>> Contoso\n\nCats"))
    }
}
