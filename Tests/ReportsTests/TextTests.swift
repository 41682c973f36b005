import Reports
import Testing

@Suite struct TextTests {
    @Test func widthOfLatinMarksAndWideCharacters() {
        #expect(DisplayWidth.of("Straße") == 6)
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.of("株式会社") == 8)
        #expect(DisplayWidth.of("🤝") == 2)
        #expect(DisplayWidth.of("") == 0)
    }

    @Test func paragraphsHang() {
        let style = TerminalStyle(width: 20)
        #expect(
            style.paragraph("one two  three four five", first: "- ", indent: 2)
                == ["  - one two three", "    four five"])
        #expect(style.paragraph("") == [""])
    }

    @Test func longAndWideWordsAreCut() {
        let style = TerminalStyle(width: 20)
        let long = style.paragraph(StyledText(String(repeating: "x", count: 45)))
        #expect(long.map(\.count) == [20, 20, 5])
        let wide = style.paragraph(StyledText(String(repeating: "漢", count: 11)), first: "1. ")
        #expect(wide == ["1. 漢漢漢漢漢漢漢漢", "   漢漢漢"])
    }

    @Test func colourIsOnlyWhereItIsWanted() {
        let plain = TerminalStyle(width: 80, usesColour: false)
        let colour = TerminalStyle(width: 80, usesColour: true)
        #expect(plain.bold("a") + plain.dim("b") + plain.red("c") == "abc")
        #expect(plain.green("a") + plain.yellow("b") + plain.underline("c") == "abc")
        #expect(plain.strikethrough("a") == "a")
        #expect(colour.bold("a") == "\u{1B}[1ma\u{1B}[0m")
        #expect(colour.render(StyledText("a", [.red, .strikethrough])) == "\u{1B}[9;31ma\u{1B}[0m")
    }

    @Test func nothingThatATerminalObeysGetsThrough() {
        let style = TerminalStyle(width: 80, usesColour: true)
        let hostile = "a\u{1B}[2Jb\u{202E}c\u{9B}d\re\nf\tg"
        #expect(style.render(StyledText(hostile)) == "a<U+001B>[2Jb<U+202E>c<U+009B>d<U+000D>e f g")
        #expect(style.bold(hostile).unicodeScalars.count { $0 == "\u{1B}" } == 2)
    }

    @Test func tablesAlign() {
        let table = TextTable(
            rows: [["Apples", "EUR 5.00"], ["Kiwis", "EUR 12.00"]], header: ["Fruit", "Price"],
            alignments: [.left, .right])
        #expect(
            table.lines(style: TerminalStyle(width: 80), indent: 2) == [
                "  Fruit       Price", "  ──────  ─────────", "  Apples   EUR 5.00",
                "  Kiwis   EUR 12.00",
            ])
    }

    @Test func tablesWrapAndThenStack() {
        let table = TextTable(
            rows: [["a", "some words that wrap", "x"], ["b", "", "y"]],
            header: ["Id", "What", "Who"])
        #expect(
            table.lines(style: TerminalStyle(width: 20)) == [
                "Id  What         Who", "──  ───────────  ───", "a   some words   x",
                "    that wrap", "b                y",
            ])
        let wide = TextTable(
            rows: [["unbreakable-one", "unbreakable-two"]], header: ["First", "Second"])
        #expect(
            wide.lines(style: TerminalStyle(width: 24)) == [
                "First: unbreakable-one", "  Second:", "  unbreakable-two",
            ])
    }
}
