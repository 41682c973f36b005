import Terms
import Testing

/// What is read without a parser is what the parser reads, places included.
@Suite struct YAMLPlainLinesTests {
    @Test(arguments: [
        "on: 2027-05-12\nnumber: 2027-1\namount: EUR 1,190.00\n", "a: b", "a: b\n\n", "a:  b\n",
        "a: b \n", "a: b # c\n", "a: b #c\n", "a: b#c\n", "a: b: c\n", "a: b:c\n", "a: b:\n",
        "a: ~\n", "a: null\n", "a: no\n", "a: 12:30\n", "a: |\n  b\n", "a: [b]\n", "a: b]\n",
        "a: b, {c}\n", "a: 'b'\n", "a: b 'c'\n", "a: b\"c\"\n", "a:\n", "a: \n", "a\n", "a:b\n",
        "a: b\na: c\n", "a: b\n c\n", "a: b\n  c: d\n", "- a: b\n", "a: - b\n", "---\na: b\n",
        "a: b\n---\n", "a: b\n...\n", "a: b --- c\n", "a: *b\n", "a: b *c &d !e\n", "a: %b\n",
        "a: b % c\n", "a: @b\n", "a: b@c\n", "a: `b`\n", "a: b`\n", "a: Ä\n", "a: b\u{2028}c\n",
        "a: b\r\n", "a: b\n# c\n", "#a: b\n", "a: ? b\n", "? a: b\n", "a b: c\n", "A: b\n",
        "1: b\n",
        "a: -1\n", "a: .5\n", "a: 1.5\n", "a: b \\ c\n", "a: b  c\n", "a: b?\nc-d: e! f\n", "",
        "\n", " a: b\n", "a: 0x1F\n", "a: b\u{0}c\n", "a: b\u{7F}\n", "a: b\u{85}c\n", "<<: b\n",
    ])
    func meansTheSame(_ text: String) {
        let (fast, slow) = (
            YAMLReader.read(text, file: "a.yaml"), YAMLReader.parse(text, file: "a.yaml")
        )
        #expect(String(describing: fast.root) == String(describing: slow.root))
        #expect(fast.findings == slow.findings)
    }

    @Test func meansTheSameWhateverStandsInIt() {
        let letters = Array("ab-: #'\"[]{},&*!|>%@`?~.0\\\n".unicodeScalars)
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            var text = "a: "
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(letters[Int(state >> 33) % letters.count])
            }
            let fast = YAMLReader.read(text, file: "a")
            let slow = YAMLReader.parse(text, file: "a")
            #expect(
                String(describing: fast.root) == String(describing: slow.root)
                    && fast.findings == slow.findings, "\(text.debugDescription)")
        }
    }
}
