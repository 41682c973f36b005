import Redline
import Testing

@testable import Merging

@Suite("What three texts do not have in common")
struct ChangedParagraphsTests {
    private static let base = [
        "# Fees", "One is due.", "Two is paid.", "# Other", "Three is kept.",
    ]

    private func changed(_ left: [String], _ right: [String]) -> ChangedParagraphs {
        func units(_ paragraphs: [String]) -> [ProseUnit] { text(paragraphs).paragraphs }
        let base = units(Self.base)
        var budget = Budget()
        func side(_ paragraphs: [String]) -> Stretches.Side {
            let units = units(paragraphs)
            let names = Naming.side(
                units.map(\.text), base: base.map(\.text), budget: &budget)
            return .init(names: names, units: units)
        }
        return ChangedParagraphs(
            .init(
                base: .init(names: Naming.base(base.count), units: base), left: side(left),
                right: side(right)))
    }

    private func text(_ paragraphs: [String]) -> ProseText {
        ProseText(paragraphs.joined(separator: "\n\n"))
    }

    private func edited(_ edit: (inout [String]) -> Void) -> [String] {
        var paragraphs = Self.base
        edit(&paragraphs)
        return paragraphs
    }

    @Test("are the paragraphs that one of them changed, removed or put elsewhere")
    func changes() {
        let left = edited { $0[1] = "One is due at once." }
        let changed = changed(left, edited { $0.swapAt(2, 4) })
        #expect(changed.base.map(\.unit.text) == ["One is due.", "Two is paid.", "Three is kept."])
        #expect(changed.left.map(\.unit.text).first == "One is due at once.")
        #expect(self.changed(Self.base, Self.base).base.isEmpty)
    }

    @Test("what all have is found where a merge loses it, says it twice or puts it elsewhere")
    func astray() {
        let left = edited { $0[1] = "One is due at once." }
        let changed = changed(left, Self.base)
        #expect(changed.changed(in: text(left)).astray.isEmpty)
        #expect(changed.changed(in: text(left)).paragraphs.map(\.unit.text) == [left[1]])
        let lost = text(left.filter { $0 != "Three is kept." })
        #expect(changed.changed(in: lost).astray == ["Three is kept."])
        let twice = text(left + ["Three is kept."])
        #expect(changed.changed(in: twice).astray == ["Three is kept."])
        let moved = text([left[0], left[1], left[3], left[2], left[4]])
        #expect(changed.changed(in: moved).astray == ["Two is paid."])
    }

    @Test("a paragraph that one of them has once more is none that all have")
    func repeated() {
        let changed = changed(Self.base + ["Two is paid."], Self.base)
        #expect(changed.base.map(\.unit.text) == ["Two is paid."])
        #expect(changed.left.map(\.unit.text) == ["Two is paid.", "Two is paid."])
    }
}
