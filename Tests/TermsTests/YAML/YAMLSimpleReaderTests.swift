import Terms
import Testing

/// What is read without a parser is what the parser reads, places included.
@Suite struct YAMLSimpleReaderTests {
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
        "a:\n  b: c\n", "a:\n  b: c\n d: e\n", "a:\n  b: c\n    d: e\n", "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d: e\n  - f\n", "a:\n  - b\n  c: d\n", "- a\n- b: c\n", "-\n  a: b\n-\n",
        "- - a\n", "a:\n  b\n   c\n d\n\n\n e\nf: g\n", "a: b\n  # c\n", "a: b\n  # c\n  d\n",
        "a: b\n  - c\n  'd'\n", "a: |\n  b\n\n   c\n  d\n\n\n# e\nf: g\n", "a: |-\n  b\n\n",
        "a: |+\n  b\n\n",
        "a: >\n  b\n  c\n\n  d\n   e\n  f\n\n\n  g\n", "a: >-\n  b\n", "a: >+\n  b\n\n",
        "a: |\n  b",
        "a: |\n\n  b\n", "a: |\nb: c\n", "a: |2\n   b\n", "a: |\n    b\n  # c\nd: e\n",
        "a: |\n    b\n  c\n",
        "a: |\n  b\n   \n  \n c: d\n", "a: | # b\n  c\n", "a:\n  |\n  b\n", "a: 'b''c'\n",
        "a: \"b\\tc\"\n",
        "a: \"b\"\nc: ''\n", "a: 'b' # c\n", "a: 'b'# c\n", "a: 'b\n  c'\n", "a: 'b': c\n",
        "a: [b, 'c', \"d\"]\n", "a: [b, ]\n", "a: [, b]\n", "a: [b c ,d]\n", "a: [b: c]\n",
        "a: [\n  b]\n",
        "a: {b: c, d: 'e'}\n", "a: {b: c, b: d}\n", "a: {b:}\n", "a: {b}\n",
        "a: {}\nb: []\nc: [ ]\n",
        "a: [Ä, 'Ä', b]\n", "a: 'Ä\u{301}'\n", "a: \"\u{301}\"\n", "a: [b]]\n", "a: [b] # c\n",
        "a: [b]#c\n",
        "  a: b\n  c: d\n", "  a: b\nc: d\n", "a: b\n\n  \nc: d\n  ", "a: \u{FEFF}b\n",
        "- a\nb: c\n",
        "a:\n  b:\n\n  c:\n", "a: # b\n  c: d\n", "a: #b\n", "# a\n", "a: ~b\nc: +1\nd: (e)\n",
    ])
    func meansTheSame(_ text: String) { expectSame(text) }

    @Test func readsAllAgreementsByItself() throws {
        for agreement in try Self.agreements() {
            #expect(YAMLSimpleReader.read(agreement) != nil)
            expectSame(agreement)
        }
    }

    @Test func meansTheSameWhateverStandsInIt() {
        let letters = Array("ab-: #'\"[]{},&*!|>%@`?~.0\\\n\n  ".utf8)
        let starts = [
            "a: ", "- ", "a:\n  - ", "a:\n- ", "a: |\n  ", "a: >\n  ", "a: [", "a: {",
            "a:\n  b: c\n  d: ", "",
        ]
        var random = SeededGenerator(state: 7)
        for _ in 0..<20_000 {
            var text = Array(starts[random.below(starts.count)].utf8)
            for _ in 0...random.below(9) { text.append(letters[random.below(letters.count)]) }
            expectSame(String(decoding: text, as: UTF8.self))
        }
    }

    @Test func meansTheSameHoweverItIsDamaged() throws {
        let agreements = try Self.agreements()
        var random = SeededGenerator(state: 11)
        for _ in 0..<4_000 {
            let lines = agreements[random.below(agreements.count)].split(
                separator: "\n", omittingEmptySubsequences: false)
            let some = lines.dropFirst(random.below(lines.count)).prefix(12).joined(separator: "\n")
            let damaged = MutationTests.mutate(Array((some + "\n").utf8), &random)
            if let text = String(validating: damaged, as: UTF8.self) { expectSame(text) }
        }
    }

    private static func agreements() throws -> [String] {
        try Agreements.entries(".").filter { $0.path.hasSuffix(".yaml") }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Whether a text reads as the parser reads it. What isn't simple is the parser's anyway.
    private func expectSame(_ text: String) {
        guard let simple = YAMLSimpleReader.read(text) else { return }
        let parsed = YAMLReader.parse(text, file: "a.yaml")
        #expect(
            String(describing: Optional(simple)) == String(describing: parsed.root)
                && parsed.findings.isEmpty, "\(text.debugDescription)")
    }
}
