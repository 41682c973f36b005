import Terms
import Testing

/// A text with the one finding that it gives.
struct BadYAML: Sendable, CustomTestStringConvertible {
    var text: String
    var brief: String

    init(_ text: String, _ brief: String) { (self.text, self.brief) = (text, brief) }

    var testDescription: String { brief + " in " + text.debugDescription.prefix(60) }
}

struct YAMLReaderTests {
    private func read(_ text: String) -> (root: YAMLNode?, findings: [Finding]) {
        YAMLReader.read(text, file: "purpose.yaml")
    }

    static let refused: [BadYAML] = [
        // Anchors and aliases.
        BadYAML("a: &x 1\n", "yaml-anchor 1:4"),
        BadYAML("a:\n  b: &x\n    c: 1\n", "yaml-anchor 2:6"),
        BadYAML("a: [1, &x [2]]\n", "yaml-anchor 1:8"),
        BadYAML("&x a: 1\n", "yaml-anchor 1:1"),
        BadYAML("a: 1\n&x b: 2\n", "yaml-anchor 2:1"),
        BadYAML("a: &x\nb: 1\n", "yaml-anchor 1:4"),
        BadYAML("a: *x\n", "yaml-anchor 1:4"),
        BadYAML("a: &x !!str 1\n", "yaml-anchor 1:4"),
        // Tags.
        BadYAML("a: !!str 1\n", "yaml-tag 1:4"),
        BadYAML("a: 1\nb: !foo 1\n", "yaml-tag 2:4"),
        BadYAML("a: !foo\n  b: 1\n", "yaml-tag 1:4"),
        BadYAML("a: !!seq [1]\n", "yaml-tag 1:4"),
        BadYAML("a: ! 1\n", "yaml-tag 1:4"),
        BadYAML("a: !<tag:yaml.org,2002:str> 1\n", "yaml-tag 1:4"),
        BadYAML("!foo a: 1\n", "yaml-tag 1:1"),
        BadYAML("!!map\na: 1\n", "yaml-tag 1:1"),
        BadYAML("--- !!map\na: 1\n", "yaml-tag 1:5"),
        BadYAML("a: !!str &x 1\n", "yaml-tag 1:4"),
        BadYAML("a: !!str\n", "yaml-tag 1:4"),
        BadYAML("- !!null\n", "yaml-tag 1:3"),
        // Keys.
        BadYAML("<<: {a: 1}\n", "merge-key 1:1"),
        BadYAML("a:\n  <<: {b: 1}\n", "merge-key 2:3"),
        BadYAML("a: 1\nb: 2\na: 3\n", "duplicate-key 3:1"),
        BadYAML("x:\n  a: 1\n  a: 1\n", "duplicate-key 3:3"),
        BadYAML("x: {a: 1, \"a\": 2}\n", "duplicate-key 1:11"),
        BadYAML("a: 1\n'a': 2\n", "duplicate-key 2:1"),
        BadYAML("a: 1\n\"\\x61\": 2\n", "duplicate-key 2:1"),
        BadYAML("? [a]\n: 1\n", "complex-key 1:3"),
        BadYAML("? {a: 1}\n: 1\n", "complex-key 1:3"),
        BadYAML("? a\n: 1\n", "complex-key 1:3"),
        BadYAML("a: [? b]\n", "complex-key 1:7"),
        BadYAML("{[a]: 1}\n", "complex-key 1:2"),
        BadYAML("x:\n  - a: 1\n    b: 2\n  - a: 1\n    a: 2\n", "duplicate-key 5:5"),
        BadYAML("a: {x: 1, y: {x: 2}, x: 3}\n", "duplicate-key 1:22"),
        BadYAML("a: |\n  a: 1\nb: 2\na: 3\n", "duplicate-key 4:1"),
        BadYAML("é: 1\nb: [ü, {ö: 1, ö: 2}]\n", "duplicate-key 2:15"),
        BadYAML("[a, b]: 1\n", "complex-key 1:1"),
        BadYAML("{a: 1}: 1\n", "complex-key 1:1"),
        // Tabs, directives, documents.
        BadYAML("a:\n\tb: 1\n", "yaml-tab 2:1"),
        BadYAML("a: é\t1\n", "yaml-tab 1:5"),
        BadYAML("a: 1 #\tcomment\n", "yaml-tab 1:7"),
        BadYAML("%YAML 1.2\n---\na: 1\n", "yaml-directive 1:1"),
        BadYAML("# first\n%YAML 1.2\n---\na: 1\n", "yaml-directive 2:1"),
        BadYAML("\n%TAG ! tag:example.org,2000:\n---\na: 1\n", "yaml-directive 2:1"),
        BadYAML("a: 1\n...\n%TAG ! x\n---\nb: 2\n", "yaml-directive 3:1"),
        BadYAML("a: \"x\\ty\"\n", "yaml-tab 1:4"),
        BadYAML("a: 1\n---\nb: 2\n", "yaml 2:1"),
        BadYAML("---\na: 1\n...\n---\nb: 2\n", "yaml 4:1"),
        BadYAML("--- a\n--- b\n", "yaml 2:1"),
        // Syntax.
        BadYAML("a: \"b\n", "yaml 2:1"),
        BadYAML("a: 'b\n\nc: 1\n", "yaml 4:1"),
        BadYAML("a: b: c\n", "yaml 1:5"),
        BadYAML("a: [1, 2\n", "yaml 2:1"),
        BadYAML("a: 1\n b: 2\n", "yaml 2:3"),
        BadYAML("a: 1\nb\n", "yaml 3:1"),
        BadYAML("a: @b\n", "yaml 1:4"),
        BadYAML("a: `b`\n", "yaml 1:4"),
        BadYAML("a: \"\\q\"\n", "yaml 1:5"),
        BadYAML("a: \"\\uD800\"\n", "yaml 1:7"),
        BadYAML("a: - b\n", "yaml 1:4"),
    ]

    @Test(arguments: refused)
    func refuses(bad: BadYAML) {
        let (root, findings) = read(bad.text)
        #expect(root == nil || findings.isEmpty)
        #expect(findings.map(\.brief) == [bad.brief])
        #expect(findings.first?.file == "purpose.yaml")
    }

    @Test(arguments: [
        ("a: &x 1\n", "an anchor (&); anchors and aliases are not accepted"),
        ("a: *x\n", "an alias (*); anchors and aliases are not accepted"),
        (
            "a: &x 1\nb: *x\n",
            "`*x` refers to text elsewhere; anchors and aliases are not accepted"
        ),
        ("a: !!str 1\n", "a tag (!); tags are not accepted"),
        ("<<: {a: 1}\n", "a merge key (<<); write the fields out instead"),
        ("b: 1\nb: 2\n", "`b` is given twice"),
        ("? [a]\n: 1\n", "a key that is not a plain word"),
        ("\ta: 1\n", "a tab; YAML is indented with spaces"),
        ("%YAML 1.2\n---\na: 1\n", "a YAML directive (%); they are not accepted"),
        (
            "a: 1\n---\nb: 2\n",
            "a second document (---); one file holds one (YAML: but found another document)"
        ),
        ("a: \"b\n", "a quote that is never closed (YAML: found unexpected end of stream)"),
        (
            "a: b: c\n",
            "a colon inside a text that has no quotes (YAML: mapping values are not allowed in "
                + "this context)"
        ),
        (
            "a: @b\n",
            "a text that starts with a special character and has no quotes (YAML: found character "
                + "that cannot start any token)"
        ),
    ])
    func explains(text: String, message: String) {
        #expect(read(text).findings.map(\.message) == [message])
    }

    @Test func placesAnAliasInItsLine() {
        #expect(read("a: &x 1\nb:\n  - *x\n").findings.map(\.brief) == ["yaml-anchor 3:5"])
    }

    /// Nine levels of nine aliases are 387 million items.
    @Test(arguments: ["[%]", "\n  - %", "{k: %}"])
    func refusesAnAliasBombAtOnce(shape: String) {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9)
            let joined =
                shape == "[%]"
                ? "[" + aliases.joined(separator: ",") + "]"
                : shape == "{k: %}"
                    ? "{" + aliases.enumerated().map { "k\($0): \($1)" }.joined(separator: ", ")
                        + "}" : aliases.map { "\n  - " + $0 }.joined()
            text += "a\(level): &a\(level) \(joined)\n"
        }
        #expect(read(text).findings.map(\.rule) == ["yaml-anchor"])
    }

    /// A bomb as a key, which would be hashed.
    @Test func refusesAnAliasBombInAKey() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...64 { text += "a\(level): &a\(level) [*a\(level - 1),*a\(level - 1)]\n" }
        text += "? *a64\n: 1\n"
        #expect(read(text).findings.map(\.rule) == ["yaml-anchor"])
    }

    @Test(arguments: [
        "a: Smith & Sons, 2 * 3\n", "a: b & c * d\n", "# x & y * z\na: 1\n",
        "a: |\n  R&D and *emphasis* & more *stars*\n", "a: \"&x and *x\"\n",
        "a: b\n  *c and &d\n", "a: >-\n  x\n\n    *y\n  &z\nb: 1\n", "- 'x\n  *y'\n",
        "a: |2\n   *x\n  &y\n", "a:\n  - b\n    *c\n", "a: [b\n *c, d]\n", "a: |  # &x\n  *b\n",
        "a:\n- |\n *x\n- b: >\n\n   &y\n   *y\n  c: 1\n", "a: b # &c\nd: '*'\n",
    ])
    func letsProseUseAmpersandsAndStars(text: String) {
        #expect(read(text).findings.isEmpty)
    }

    @Test(arguments: [
        "a: \"!important\"\n", "a: wow! &c\n", "a: '&x'\n", "a: b!c\n", "a: \"*x\"\n",
    ])
    func letsTextUseMarks(text: String) {
        #expect(read(text).findings.isEmpty)
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "---\n...\n", "~\n", "null"])
    func findsNothingInAnEmptyDocument(text: String) {
        let (root, findings) = read(text)
        #expect(findings.isEmpty)
        #expect(root.map(\.isEmpty) ?? true)
    }

    @Test func nestsAsDeepAsAllowed() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth - 1) + "x"
                + String(repeating: "]", count: depth - 1)
        }
        #expect(read(nested(64)).findings.isEmpty)
        #expect(read(nested(65)).findings.map(\.brief) == ["yaml-nesting 1:65"])
        #expect(
            read(nested(65)).findings.map(\.message) == ["nested more than 64 levels deep"])
        let block = (0..<70).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
        #expect(read(block).findings.map(\.brief) == ["yaml-nesting 65:65"])
    }

    @Test(arguments: ["[", "{", "- ", "? ", "[{", "a: {", "[[]"])
    func survivesDeepBombs(piece: String) {
        let (root, findings) = read(String(repeating: piece, count: 100_000))
        #expect(root == nil)
        #expect(findings.count == 1)
        #expect(findings.allSatisfy { ["yaml", "yaml-nesting", "complex-key"].contains($0.rule) })
        #expect(findings.first?.position?.line == 1)
    }

    @Test func survivesDeepBombsOffTheMainThread() async {
        let findings = await Task.detached {
            YAMLReader.read(String(repeating: "[", count: 999), file: "purpose.yaml").findings
        }.value
        #expect(findings.count == 1)
    }

    @Test(arguments: ["a: \u{FFFE}\n", "a: \u{FFFF}\n"])
    func placesWhatTheParserCannotRead(text: String) {
        let findings = read(text).findings
        #expect(findings.map(\.rule) == ["yaml"])
        #expect(findings.first?.position?.line == 1)
    }
}
