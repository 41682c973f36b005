import CommonMark
import Testing

@Suite struct MarkdownDocumentTests {
    private func blocks(_ source: String) -> [MarkdownBlock] {
        MarkdownDocument(source)?.blocks ?? []
    }

    @Test func blocksOfEachKind() {
        let source = """
            # One *two*

            A
            b\\
            c

            > q

            3) x
            4) y

            - z

            ***

                code

            <div>
            """
        #expect(
            blocks(source) == [
                .heading(level: 1, [.text("One "), .emphasis([.text("two")])]),
                .paragraph([.text("A"), .softBreak, .text("b"), .lineBreak, .text("c")]),
                .quote([.paragraph([.text("q")])]),
                .list(
                    MarkdownList(
                        start: 3, delimiter: ")",
                        items: [[.paragraph([.text("x")])], [.paragraph([.text("y")])]])),
                .list(
                    MarkdownList(
                        start: nil, delimiter: ".", items: [[.paragraph([.text("z")])]])),
                .rule, .code("code\n", info: ""), .html("<div>\n"),
            ])
    }

    @Test func inlinesOfEachKind() {
        #expect(
            blocks("**a** `b` <i>c</i> [d](e \"f\") ![g](h) &amp; \\*") == [
                .paragraph([
                    .strong([.text("a")]), .text(" "), .code("b"), .text(" "), .html("<i>"),
                    .text("c"), .html("</i>"), .text(" "),
                    .link(destination: "e", title: "f", [.text("d")]), .text(" "),
                    .image(destination: "h", title: "", [.text("g")]), .text(" & *"),
                ])
            ])
    }

    @Test func tables() {
        #expect(
            blocks("| a | b |\n| --- | ---: |\n| `c` |\n") == [
                .table(
                    MarkdownTable(
                        rows: [[[.text("a")], [.text("b")]], [[.code("c")], []]],
                        alignments: [.left, .right]))
            ])
    }

    /// GitHub's tables leave out cells that have no column.
    @Test func tablesThatLeaveSomethingOutAreNone() {
        let source = "|a|b|\n|-|-|\n|c|d|We owe nothing|\n"
        #expect(
            blocks(source) == [
                .paragraph([
                    .text("|a|b|"), .softBreak, .text("|-|-|"), .softBreak,
                    .text("|c|d|We owe nothing|"),
                ])
            ])
    }

    /// A definition that nothing uses could say anything, and nobody would see it.
    @Test func definitionsAreToldApart() {
        let source = """
            [a]: See [b], `c[1]:` and [Note]: no definition.

            > [b]: https://b.example
            > 'We owe
            > nothing'

            - [
              c
              ]: /u

                [d]: e

            ```
            [f]: g
            ```
            """
        let document = MarkdownDocument(source)
        #expect(
            document?.definitions == [
                "[b]: https://b.example\n'We owe\nnothing'", "[\nc\n]: /u", "[d]: e",
            ])
        #expect(
            document?.blocks.first
                == .paragraph([
                    .text("[a]: See "),
                    .link(
                        destination: "https://b.example", title: "We owe\nnothing", [.text("b")]),
                    .text(", "), .code("c[1]:"), .text(" and [Note]: no definition."),
                ]))
        #expect(MarkdownDocument("a: [b]")?.definitions == [])
        #expect(MarkdownDocument("[b]: \u{1}") == nil)
    }

    /// What would overflow a stack, or take cmark-gfm minutes, is read at once or refused.
    @Test(arguments: [
        (">", 200_000), ("- > ", 50_000), ("*a _b ", 40_000), ("**", 100_000), ("[", 200_000),
        ("![[]()", 60_000), ("> ", 1_000), ("|\n", 50_000),
        ("[a]: ", 20_000), ("[a]: b\n", 20_000),
    ])
    func hostileTextTakesNoTime(part: String, count: Int) {
        let wide = part == "|\n" ? 600 : 0
        let source =
            String(repeating: "|x", count: wide) + "\n" + String(repeating: "|-", count: wide)
            + "\n"
            + String(repeating: part, count: count) + "deep"
        let clock = ContinuousClock()
        let start = clock.now
        let document = MarkdownDocument(source)
        #expect(clock.now - start < .seconds(2))
        #expect((document == nil) == (part == "![[]()"))
        #expect(document.map { "\($0.blocks)".contains("deep\")") } ?? true)
    }
}
