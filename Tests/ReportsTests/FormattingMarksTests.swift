import Testing

@testable import Reports

/// What only says how text looks is left out of a redline, unless it is what changed.
@Suite struct FormattingMarksTests {
    @Test(
        "the marks of a sentence",
        arguments: [
            (#"5. <span class="h">Survival.</span> It lasts."#, "5. Survival. It lasts.", 2),
            (#"2. **"Affiliate"** means a <b>firm</b>."#, #"2. "Affiliate" means a firm."#, 4),
            ("2**3 and 4 ** 5", "2**3 and 4 ** 5", 0), ("**open", "**open", 0),
            ("***both***", "***both***", 0), (#"a \<b> c"#, #"a \<b> c"#, 0),
            ("`<b>`", "`<b>`", 0), ("a < b, c > d", "a < b, c > d", 0),
            (#"<a href="x">y</a>"#, #"<a href="x">y"#, 1),
            ("shall <s>not</s> pay", "shall <s>not</s> pay", 0),
            ("1<sup>2</sup>0 and 5<li>6", "1<sup>2</sup>0 and 5<li>6", 0),
            ("<!-- no --><script>x", "<!-- no --><script>x", 0), ("", "", 0),
        ])
    func marks(_ source: String, _ text: String, _ count: Int) {
        let found = FormattingMarks(source)
        #expect(found.text == text)
        #expect(found.marks.count == count)
    }

    @Test(
        "a redline has no marks that stay, and all marks that change",
        arguments: [
            (
                "<b>Name.</b> We pay 5 euros.", "<b>Name.</b> We pay 6 euros.",
                "… We pay [-5-] {+6+} euros."
            ),
            (
                #"The <i>old</i> **"Fee"** is due."#, #"The <i>new</i> **"Fee"** is due."#,
                #"The [-old-] {+new+} "Fee" is due."#
            ),
            ("Pay the **fee** now.", "Pay the fee now.", "Pay the [-**fee**-] {+fee+} now."),
            (
                "Pay the **fee** now or never.", "Pay **the** fee now or never.",
                "Pay [-the **fee**-] {+**the** fee+} now or never."
            ),
            (
                "Pay <b>the fee</b> now.", "Pay <b>the late fee</b> now.",
                "Pay the {+late +}fee now."
            ),
            ("We pay 2**3 now.", "We pay 2**4 now.", "We pay [-2**3-] {+2**4+} now."),
        ])
    func redlines(_ old: String, _ new: String, _ expected: String) {
        let report = ComparisonReport(
            from: terms(["clauses/a.md": "# A\n\n\(old)\n"]),
            to: terms(["clauses/a.md": "# A\n\n\(new)\n"]),
            header: ComparisonHeader(framework: "f", from: "v1", to: "v2"))
        let text = report.text(style: TerminalStyle(width: 80))
        #expect(text.contains("\n  \(expected)\n"), "\(text)")
    }
}
