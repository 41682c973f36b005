import Terms
import Testing

/// Wherever lines end, a paragraph is the same, also where a line then begins with a number.
struct WrappedNumberTests {
    private static let text = """
        # Confidentiality

        All of it is governed by Section 12. What is said in Section 3. stays, as does (b) of it.

        4. **Permitted.** As protective as those in this Section 11. Recipient is responsible, and
           so is b. Affiliate under Section 9.) of it.
           12. Not a section: a line that was wrapped.

        5. Last.
        """

    private static func paragraphs(_ text: String) -> [String] {
        ClauseParagraph.all(in: text).map { "\($0.place ?? "") \($0.text)" }
    }

    @Test("a paragraph is wrapped at any width", arguments: 18...100)
    func anyWidth(width: Int) {
        var lines: [String] = []
        for block in Self.text.split(separator: "\n\n").map(String.init) {
            let indent = block.hasPrefix("4.") ? "   " : ""
            var line = ""
            for word in block.split(whereSeparator: \.isWhitespace) {
                if !line.isEmpty, line.count + word.count >= width {
                    lines.append(line)
                    line = indent + word
                } else {
                    line += (line.isEmpty ? "" : " ") + word
                }
            }
            lines += [line, ""]
        }
        #expect(Self.paragraphs(lines.joined(separator: "\n")) == Self.paragraphs(Self.text))
    }

    @Test(
        "what begins an item in the middle of a paragraph (CommonMark 0.29, 5.3)",
        arguments: [
            ("We pay\n1. fees\n2. taxes", ["We pay", "1. fees", "2. taxes"]),
            ("We pay\n- fees", ["We pay", "- fees"]), ("We pay\na. fees", ["We pay", "a. fees"]),
            ("See Section\n12. It holds.", ["See Section 12. It holds."]),
            ("3. See\n12. It holds.", ["3. See", "12. It holds."]),
            ("3. See\n   12. It holds.", ["3. See 12. It holds."]),
            ("3. See\n   1. It holds.", ["3. See", "1. It holds."]),
            ("3. See\n   1. One\n   2. Two\n4. Next", ["3. See", "1. One", "2. Two", "4. Next"]),
            ("We pay\n\n7. fees", ["We pay", "7. fees"]),
            ("b. See\n  c. More", ["b. See", "c. More"]),
            ("b. See\n   c. More", ["b. See c. More"]),
        ])
    func interrupting(text: String, paragraphs: [String]) {
        #expect(ClauseParagraph.all(in: text).map(\.text) == paragraphs)
    }
}
