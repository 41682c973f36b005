import Terms
import Testing

struct YAMLNodeTests {
    /// The node in one line: `{a@1:1: x@1:4}`.
    private func shown(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, let style):
            let mark =
                switch style {
                case .plain: ""
                case .quoted: "'"
                case .block: "|"
                }
            return "\(mark)\(text.debugDescription.dropFirst().dropLast())\(mark)@\(node.position)"
        case .sequence(let items):
            return "[" + items.map(shown).joined(separator: ", ") + "]@\(node.position)"
        case .mapping(let entries):
            return "{"
                + entries.map { "\($0.key)@\($0.keyPosition): \(shown($0.value))" }
                .joined(separator: ", ") + "}@\(node.position)"
        }
    }

    @Test(arguments: [
        ("a: x\n", "{a@1:1: x@1:4}@1:1"),
        ("# c\na:\n  b: 'x'\n", "{a@2:1: {b@3:3: 'x'@3:6}@3:3}@2:1"),
        ("- x\n- y\n", "[x@1:3, y@2:3]@1:1"),
        ("é: ü\n🤝: x\n", "{é@1:1: ü@1:4, 🤝@2:1: x@2:4}@1:1"),
        ("a: |\n  x\n  y\n", "{a@1:1: |x\\ny\\n|@1:4}@1:1"),
        ("a: >\n  x\n  y\n", "{a@1:1: |x y\\n|@1:4}@1:1"),
        ("a: {b: [c]}\n", "{a@1:1: {b@1:5: [c@1:9]@1:8}@1:4}@1:1"),
        ("a:\n", "{a@1:1: @1:3}@1:1"),
        ("a: no\nb: 0x10\nc: 1e3\n", "{a@1:1: no@1:4, b@2:1: 0x10@2:4, c@3:1: 1e3@3:4}@1:1"),
        ("a: \"x\\ny\"\n", "{a@1:1: 'x\\ny'@1:4}@1:1"),
        ("--- x", "x@1:5"),
    ])
    func keepsTextStyleAndPlace(text: String, expected: String) throws {
        let (root, findings) = YAMLReader.read(text, file: "purpose.yaml")
        #expect(findings.isEmpty)
        #expect(shown(try #require(root)) == expected)
    }

    @Test(arguments: [
        ("", true), ("~", true), ("null", true), ("Null", true), ("NULL", true), ("nULL", false),
        ("''", false), ("\"~\"", false), ("'null'", false), ("|\n", true), ("|\n\n\n", true),
        ("|\n  x", false), ("[]", false), ("{}", false), ("no", false), ("0", false),
    ])
    func knowsWhetherAnythingIsWritten(text: String, isEmpty: Bool) throws {
        let (root, _) = YAMLReader.read("a: \(text)\n", file: "purpose.yaml")
        #expect(try #require(root?["a"]).isEmpty == isEmpty)
    }

    @Test func findsValuesByKey() throws {
        let (root, _) = YAMLReader.read("a: x\nb: [y]\n", file: "purpose.yaml")
        let node = try #require(root)
        #expect(node["c"] == nil)
        #expect(node["a"]?["x"] == nil)
        #expect(node["b"]?["y"] == nil)
    }
}
