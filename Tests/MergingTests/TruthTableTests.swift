import Merging
import Terms
import Testing

/// What a side does to the second of four things: the left side its way, the right side its own.
enum Act: String, CaseIterable {
    case keep, edit, delete, move, insert
}

/// One line of a table: what the sides do, and what has to come of it.
typealias Row = (left: Act, right: Act, result: String)

/// Every pair, written by hand. Capitals are edits: `B` by the left side, `β` by the right one;
/// the left side moves `b` to the end and the right one to the front; `x` and `y` are put in
/// behind `b`. An exclamation mark is a conflict.
let table: [Row] = [
    (.keep, .keep, "a b c d"),
    (.keep, .edit, "a β c d"),
    (.keep, .delete, "a c d"),
    (.keep, .move, "b a c d"),
    (.keep, .insert, "a b y c d"),
    (.edit, .keep, "a B c d"),
    (.edit, .edit, "!changed"),
    (.edit, .delete, "!removed"),
    (.edit, .move, "B a c d"),
    (.edit, .insert, "a B y c d"),
    (.delete, .keep, "a c d"),
    (.delete, .edit, "!removed"),
    (.delete, .delete, "a c d"),
    (.delete, .move, "a c d"),
    (.delete, .insert, "a y c d"),
    (.move, .keep, "a c d b"),
    (.move, .edit, "a c d β"),
    (.move, .delete, "a c d"),
    (.move, .move, "!moved"),
    (.move, .insert, "a y c d b"),
    (.insert, .keep, "a b x c d"),
    (.insert, .edit, "a β x c d"),
    (.insert, .delete, "a x c d"),
    (.insert, .move, "b a x c d"),
    (.insert, .insert, "!order"),
]

/// The things after what a side did.
func state(_ act: Act, isLeft: Bool) -> String {
    switch act {
    case .keep: "a b c d"
    case .edit: isLeft ? "a B c d" : "a β c d"
    case .delete: "a c d"
    case .move: isLeft ? "a c d b" : "b a c d"
    case .insert: isLeft ? "a b x c d" : "a b y c d"
    }
}

/// What came of a merge: the things, or the kinds of conflicts.
func outcome(_ merged: MergeResult, _ read: (MergeResult) -> String?) -> String {
    merged.conflicts.isEmpty
        ? read(merged) ?? "nothing"
        : merged.conflicts.map { "!" + $0.kind.rawValue }.joined(separator: " ")
}

@Suite struct TruthTableTests {
    @Test func theTableIsComplete() {
        #expect(Set(table.map { "\($0.left) \($0.right)" }).count == 25)
    }

    // MARK: Ordered lists

    private func stages(_ state: String) -> String {
        "pipeline:\n  stages:\n"
            + state.split(separator: " ").map { name in
                let id = name == "B" || name == "β" ? "b" : String(name)
                let chance = name == "B" ? "25%" : name == "β" ? "26%" : "20%"
                return "    # About \(id).\n    - id: \(id)\n      name: Stage \(id)\n"
                    + "      chance: \(chance)  # as of \(id)\n"
            }.joined(separator: "\n")
    }

    @Test(arguments: table) func orderedKeyedLists(row: Row) {
        let (base, left) = (stages("a b c d"), stages(state(row.left, isLeft: true)))
        let right = stages(state(row.right, isLeft: false))
        let merged = merge("commercials.yaml", base, left, right)
        let result = outcome(merged) { $0.text("commercials.yaml") }
        let wanted = row.result.hasPrefix("!") ? row.result : stages(row.result)
        // An entry that moved to the front or from there takes its blank line along.
        func flat(_ text: String) -> [Substring] { text.split(separator: "\n") }
        #expect(flat(result) == flat(wanted))
        let mirrored = merge("commercials.yaml", base, right, left)
        #expect(outcome(mirrored) { $0.text("commercials.yaml") } == result)
    }

    @Test func theSameOnBothSidesIsTakenOnce() {
        let base = stages("a b c d")
        for state in ["a B c d", "a c d", "a c d b", "a b x c d"] {
            let merged = merge("commercials.yaml", base, stages(state), stages(state) + "\n")
            #expect(merged.text("commercials.yaml")?.hasPrefix(stages(state)) == true)
        }
    }

    @Test func oneIdAddedWithDifferentContentIsAConflict() {
        let other = stages("a b c d x").replacing("Stage x", with: "Another stage")
        let merged = merge("commercials.yaml", stages("a b c d"), stages("a b c d x"), other)
        #expect(merged.briefs == ["commercials.pipeline.stages.x added"])
    }

    @Test func differentFieldsOfOneItemMerge() {
        let merged = merge(
            "commercials.yaml", stages("a b c d"), stages("a B c d"),
            stages("a b c d").replacing("Stage b", with: "Second"))
        #expect(
            merged.text("commercials.yaml")
                == stages("a B c d").replacing("Stage b", with: "Second"))
    }

    // MARK: Sets

    /// Sets have no order and no places, so that nothing can be in anybody's way.
    static let sets: [Row] = [
        (.keep, .keep, "a b c d"), (.keep, .edit, "a c d β"), (.keep, .delete, "a c d"),
        (.keep, .move, "a b c d"), (.keep, .insert, "a b c d y"),
        (.edit, .keep, "B a c d"), (.edit, .edit, "B a c d β"), (.edit, .delete, "B a c d"),
        (.edit, .move, "B a c d"), (.edit, .insert, "B a c d y"),
        (.delete, .keep, "a c d"), (.delete, .edit, "a c d β"), (.delete, .delete, "a c d"),
        (.delete, .move, "a c d"), (.delete, .insert, "a c d y"),
        (.move, .keep, "a b c d"), (.move, .edit, "a c d β"), (.move, .delete, "a c d"),
        (.move, .move, "a b c d"), (.move, .insert, "a b c d y"),
        (.insert, .keep, "a b c d x"), (.insert, .edit, "a c d x β"),
        (.insert, .delete, "a c d x"), (.insert, .move, "a b c d x"),
        (.insert, .insert, "a b c d x y"),
    ]

    @Test(arguments: sets, [true, false]) func setsMergeElementByElement(row: Row, inBrackets: Bool)
    {
        func text(_ state: String) -> String {
            let names = state.split(separator: " ")
            return inBrackets
                ? "strategy:\n  mode: growth\n  territory: [\(names.joined(separator: ", "))]\n"
                : "strategy:\n  mode: growth\n  territory:\n"
                    + names.map { "    - \($0)\n" }.joined()
        }
        let base = text("a b c d")
        let (left, right) = (
            text(state(row.left, isLeft: true)), text(state(row.right, isLeft: false))
        )
        let merged = merge("commercials.yaml", base, left, right)
        let result = outcome(merged) { merged in
            let value = merged.terms.map(TermsDocument.init)?[
                TermPath(section: "commercials").appending("strategy").appending("territory")]
            return value?.items.compactMap(\.value.text).joined(separator: " ")
        }
        #expect(result == row.result)
        let isStyleKept = merged.text("commercials.yaml")?.contains("[") == inBrackets
        #expect(isStyleKept)
        #expect(
            merge("commercials.yaml", base, right, left).text("commercials.yaml")
                == merged.text("commercials.yaml"))
    }

    // MARK: Scalars

    /// A single value has no place, so that moving it is nothing; to put it in, it has to be
    /// missing before.
    @Test(arguments: [
        (Act.keep, Act.keep, "20"), (.keep, .edit, "26"), (.keep, .delete, "none"),
        (.keep, .move, "20"), (.edit, .keep, "25"), (.edit, .edit, "!changed"),
        (.edit, .delete, "!removed"), (.edit, .move, "25"), (.delete, .keep, "none"),
        (.delete, .edit, "!removed"), (.delete, .delete, "none"), (.delete, .move, "none"),
        (.move, .keep, "20"), (.move, .edit, "26"), (.move, .delete, "none"),
        (.move, .move, "20"),
    ]) func scalars(left: Act, right: Act, result: String) {
        func text(_ act: Act, isLeft: Bool) -> String {
            let rest = "  approval-within: 3 days\n  branding: Two logos.\n"
            let fields =
                switch act {
                case .keep, .insert: "  budget: EUR 20\n" + rest
                case .edit: "  budget: EUR \(isLeft ? 25 : 26)\n" + rest
                case .delete: rest
                case .move: rest + "  budget: EUR 20\n"
                }
            return "marketing:\n" + fields
        }
        expectBudget(
            text(.keep, isLeft: true), text(left, isLeft: true), text(right, isLeft: false),
            result)
    }

    @Test(arguments: [
        ("", "", "none"), ("", "26", "26"), ("25", "", "25"), ("25", "25.00", "25"),
        ("25", "26", "!added"),
    ]) func scalarsThatAreNew(left: String, right: String, result: String) {
        func text(_ budget: String) -> String {
            "marketing:\n" + (budget.isEmpty ? "" : "  budget: EUR \(budget)\n")
                + "  branding: Two logos.\n"
        }
        expectBudget(text(""), text(left), text(right), result)
    }

    private func expectBudget(_ base: String, _ left: String, _ right: String, _ wanted: String) {
        let merged = merge("commercials.yaml", base, left, right)
        func budget(_ merged: MergeResult) -> String? {
            merged.terms.map(TermsDocument.init)?[
                TermPath(section: "commercials").appending("marketing").appending("budget")]?
                .money.map { String($0.minorUnits / 100) } ?? "none"
        }
        #expect(outcome(merged, budget) == wanted)
        #expect(outcome(merge("commercials.yaml", base, right, left), budget) == wanted)
    }

    // MARK: Prose

    static let words = [
        "a": "Northwind answers every customer within an hour.",
        "b": "Contoso repairs the software before the weekend starts.",
        "B": "Contoso repairs the software before the month starts.",
        "β": "Contoso repairs the software before the holiday starts.",
        "c": "Both sides publish their prices once a year.",
        "d": "Nobody hires people of the other company.",
        "x": "Invoices leave on Mondays.", "y": "Dogs are welcome in both offices.",
    ]

    private func expectProse(_ row: Row, text: (String) -> String, file: String) {
        let base = text("a b c d")
        let (left, right) = (
            text(state(row.left, isLeft: true)), text(state(row.right, isLeft: false))
        )
        let merged = merge(file, base, left, right)
        let result = outcome(merged) { $0.text(file) }
        let wanted = row.result.hasPrefix("!") ? row.result : text(row.result)
        #expect(result == wanted)
        #expect(outcome(merge(file, base, right, left)) { $0.text(file) } == result)
        let isBoth =
            merged.conflicts.isEmpty && row.left != .keep && row.right != .keep && left != right
        #expect(!merged.flags.isEmpty == isBoth)
    }

    @Test(arguments: table) func paragraphsOfClauses(row: Row) {
        expectProse(
            row,
            text: { state in
                state.split(separator: " ").map { Self.words[String($0)] ?? "" }
                    .joined(separator: "\n\n") + "\n"
            }, file: "clauses/text.md")
    }

    /// The left side moved `b` to the end and changed it on the way.
    @Test(arguments: [
        ("a b c d", "a c d B"), ("a c d", "!removed"), ("a β c d", "!changed"),
        ("b a c d", "!moved"), ("a c d B", "a c d B"), ("a b x c d", "a x c d B"),
    ]) func paragraphsThatMovedAndChanged(right: String, result: String) {
        func text(_ state: String) -> String {
            state.split(separator: " ").map { Self.words[String($0)] ?? "" }
                .joined(separator: "\n\n") + "\n"
        }
        let file = "clauses/text.md"
        let wanted = result.hasPrefix("!") ? result : text(result)
        let (base, left) = (text("a b c d"), text("a c d B"))
        #expect(outcome(merge(file, base, left, text(right))) { $0.text(file) } == wanted)
        #expect(outcome(merge(file, base, text(right), left)) { $0.text(file) } == wanted)
    }

    /// One side moved the first paragraph to the end, and the other one joined it with the next one
    /// or parted it: nothing may be left behind, or taken along.
    @Test(arguments: [
        "a a2 b b2 c c2", "a a2 b B2 c c2", "a a2 b b2 / c c2", "a / a2 / b b2 / c c2",
        "a / x a2 / b b2 / c c2",
    ]) func movedParagraphsThatWereJoinedOrParted(other: String) {
        func text(_ state: String) -> String {
            state.split(separator: "/").map { paragraph in
                paragraph.split(separator: " ").map { name in
                    Self.words[String(name)] ?? "The sentence \(name) follows here."
                }.joined(separator: " ")
            }.joined(separator: "\n\n") + "\n"
        }
        let file = "clauses/text.md"
        let (base, moved) = (text("a a2 / b b2 / c c2"), text("b b2 / c c2 / a a2"))
        for (left, right) in [(moved, text(other)), (text(other), moved)] {
            let merged = merge(file, base, left, right)
            guard merged.conflicts.isEmpty, let result = merged.text(file) else { continue }
            func order(_ names: [String]) -> [String.Index?] {
                names.map { name in
                    let words = Self.words[name] ?? "The sentence \(name) follows here."
                    return result.firstRange(of: words)?.lowerBound
                }
            }
            let places = order(["b", "c", "c2", "a", "a2"]).compactMap(\.self)
            #expect(places.count == 5 && places == places.sorted(), "\(result)")
        }
    }

    /// What comes of a paragraph in the place of the second one. Whoever puts something in beside
    /// it puts that into the same gap.
    @Test(arguments: [
        ("a x c d", "a b c d", "a x c d"), ("a x c d", "a b y c d", "!changed"),
        ("a x c d", "a y b c d", "!changed"), ("a x c d", "a b c y d", "a x c y d"),
        ("a x c d", "a b x c d", "!changed"), ("a x c d", "a β c d", "!changed"),
        ("a x c d", "b a c d", "x a c d"), ("a B c d", "a b y c d", "a B y c d"),
        ("a x", "a b c d y", "!order"),
    ]) func whatTakesThePlaceOfAnother(left: String, right: String, result: String) throws {
        func text(_ state: String) -> String {
            state.split(separator: " ").map { Self.words[String($0)] ?? "" }
                .joined(separator: "\n\n") + "\n"
        }
        let file = "clauses/text.md"
        let wanted = result.hasPrefix("!") ? result : text(result)
        for (one, other) in [(left, right), (right, left)] {
            let merged = merge(file, text("a b c d"), text(one), text(other))
            #expect(outcome(merged) { $0.text(file) } == wanted)
            guard result == "!changed" else { continue }
            let path = TermPath(section: "clauses/text")
            #expect(try merged.resolving(path, with: .left).text(file) == text(one))
            #expect(try merged.resolving(path, with: .right).text(file) == text(other))
            #expect(merged.marked(file).contains(Self.words["b"] ?? ""))
        }
    }

    @Test("a title may change while somebody puts a paragraph in below it")
    func titlesInThePlaceOfOthers() {
        let (base, new) = ("# Fees\n\nWe pay.\n", "# Charges\n\nWe pay.\n")
        let merged = merge("clauses/text.md", base, new, "# Fees\n\nYou pay.\n\nWe pay.\n")
        #expect(merged.text("clauses/text.md") == "# Charges\n\nYou pay.\n\nWe pay.\n")
    }

    @Test(arguments: table) func sentencesOfClauses(row: Row) {
        expectProse(
            row,
            text: { state in
                "# One clause\n\n"
                    + state.split(separator: " ").map { Self.words[String($0)] ?? "" }
                    .joined(separator: " ") + "\n"
            }, file: "clauses/text.md")
    }

    @Test(arguments: table) func paragraphsOfFields(row: Row) {
        expectProse(
            row,
            text: { state in
                "why: |\n"
                    + state.split(separator: " ").map { "  " + (Self.words[String($0)] ?? "") }
                    .joined(separator: "\n\n") + "\n"
            }, file: "purpose.yaml")
    }
}
