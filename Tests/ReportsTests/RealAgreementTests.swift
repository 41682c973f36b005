import Redline
import Reports
import Terms
import Testing

/// What holds for agreements as people write them.
@Suite struct RealAgreementTests {
    @Test(arguments: [40, 80, 120])
    func noLineIsTooWide(width: Int) {
        let style = TerminalStyle(width: width)
        for text in [
            document(example).text(style: style), document(template).text(style: style),
            report(template, example).text(style: style), report(nil, example).text(style: style),
        ] {
            let bad = text.split(separator: "\n").filter { columns($0) > width || $0.last == " " }
            #expect(bad.isEmpty)
        }
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let first = report(template, example)
        let second = report(
            terms(in: "templates/contract"), terms(in: "examples/northwind-contoso"))
        #expect(try first.json() == second.json())
        #expect(first.markdown() == second.markdown())
        #expect(document(example).markdown() == document(example).markdown())
        let style = TerminalStyle(width: 80, usesColour: true)
        #expect(first.text(style: style) == second.text(style: style))
        #expect(document(example).text(style: style) == document(example).text(style: style))
        #expect(
            document(example).html() == document(terms(in: "examples/northwind-contoso")).html())
    }

    @Test func noFieldIsLost() {
        let text = Self.folded(document(example).text(style: TerminalStyle(width: 20_000)))
        let markdown = Self.folded(Self.unescaped(document(example).markdown()))
        let html = Self.folded(Page(document(example).html()).text)
        var expected: [String] = []
        for name in SectionName.allCases {
            guard let value = example.sections[name]?.value else { continue }
            expected += Self.words(value, .object(name.fields))
            expected += name.fields.filter { value[$0.name] != nil }.map(\.label)
        }
        // A step of a ladder begins with a capital letter.
        expected = expected.map { $0.lowercased() }
        #expect(expected.count > 500)
        #expect(Set(expected).filter { !text.contains($0) } == [])
        #expect(Set(expected).filter { !markdown.contains($0) } == [])
        #expect(Set(expected).filter { !html.contains($0) } == [])
        let clauses = Set(
            example.clauses.values.flatMap {
                $0.lowercased().split(whereSeparator: { " ,\n*#".contains($0) })
            })
        #expect(clauses.subtracting(Self.words(in: text)) == [])
        #expect(clauses.subtracting(Self.words(in: markdown)) == [])
        #expect(clauses.subtracting(Self.words(in: html)) == [])
    }

    @Test func wordsThatPeopleDoNotUseAreNotUsed() {
        let said = Self.words(in: report(template, example).text(style: TerminalStyle(width: 80)))
        let unwanted: Set<Substring> = [
            "hunk", "HEAD", "ours", "theirs", "commit", "branch", "merge",
        ]
        #expect(said.intersection(unwanted).subtracting(Self.words(in: written)) == [])
    }

    /// What the parties wrote themselves.
    private var written: String {
        example.clauses.values.joined(separator: " ")
            + (Array(example.sections.values) + Array(template.sections.values))
            .compactMap(\.text).joined(separator: " ")
    }

    private static func words(in text: String) -> Set<Substring> {
        Set(text.split(whereSeparator: { " ,\n*#".contains($0) }))
    }

    /// Every single value as it should read, found without the code under test.
    private static func words(_ value: Value, _ type: FieldType) -> [String] {
        switch (type, value) {
        case (.object(let fields), .object(let members)):
            return members.flatMap { member in
                fields.first { $0.name == member.key }
                    .map { words(member.value, $0.type) } ?? [member.key]
            }
        case (.map(let keys, let inner), .object(let members)):
            return members.flatMap { member in
                [keys == .identifier ? member.key : name(member.key)] + words(member.value, inner)
            }
        case (.list(let inner, _), .list(let items)):
            return items.flatMap { words($0.value, inner) }
        case (_, .scalar(.prose(let prose))): return prose.paragraphs
        case (_, .scalar(.boolean(let flag))): return [flag ? "yes" : "no"]
        case (.choice(let choices), .scalar(let scalar)):
            return choices.filter { $0.value == scalar.description }.map(\.label)
        case (.reference, .scalar(let scalar)): return [name(scalar.description)]
        case (_, .scalar(let scalar)): return [scalar.description]
        default: return ["the type does not fit"]
        }
    }

    private static func name(_ id: String) -> String {
        let registry = example.sections[.parties]?.value
        return registry?["parties"]?[id]?["name"]?.text ?? registry?["people"]?[id]?["name"]?.text
            ?? id
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
            .lowercased()
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("\\", with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}
