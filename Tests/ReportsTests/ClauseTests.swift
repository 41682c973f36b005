import Reports
import Terms
import Testing

/// Whatever somebody writes into a clause, everybody sees every word of it, in every format.
@Suite struct ClauseTests {
    /// A sequence that is the same each time (SplitMix64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let marks = [
        "*", "**", "_", "`", "``", "~~~", "```", "# ", "## ", "> ", "- ", "1. ", "2) ", "|",
        "|-|-|",
        "[", "]", "](", ")", "]: ", "![", "<", ">", "<b>", "</b>", "<i title=\"", "\">", "<!-- ",
        " -->",
        "<script>", "<a href=\"", "&", "&lt;", "\\", "\"", "'", "===", "---", "    ", "\t", "\n",
        "\n\n",
        "<https://", "<![CDATA[", "<?", "?>", "(a) ", "javascript:", "#", "  \n", "<br>", "<div>",
    ]

    @Test(arguments: 0..<40)
    func noWordIsLost(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        var source = "# Title\n\n"
        var words: [String] = []
        for index in 0..<60 {
            for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                source += Self.marks.randomElement(using: &numbers) ?? ""
            }
            words.append("word\(index)x")
            source += "word\(index)x" + (Bool.random(using: &numbers) ? " " : "")
        }
        let document = document(terms(["clauses/a.md": source]))
        let html = document.html()
        let page = Page(html)
        #expect(page.faults == [], "\(source)")
        let links = page.elements.compactMap { $0.attributes["href"] }.joined(separator: " ")
        for shown in [
            page.text + links, document.markdown(),
            document.text(style: TerminalStyle(width: 20_000)),
        ] {
            #expect(words.filter { !shown.contains($0) } == [], "\(source)")
        }
    }
}
