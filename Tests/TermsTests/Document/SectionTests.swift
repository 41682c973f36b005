import Terms
import Testing

/// Sections of small texts with what is found in them.
struct SectionCase: Sendable, CustomTestStringConvertible {
    var name: SectionName
    var text: String
    var findings: [String]

    init(_ name: SectionName, _ text: String, _ findings: String...) {
        (self.name, self.text, self.findings) = (name, text, findings)
    }

    var testDescription: String { "\(name) \(text.debugDescription.prefix(60))" }
}

struct SectionTests {
    static let cases: [SectionCase] = [
        // Typing by field: a text takes any word.
        SectionCase(.framework, Sample.framework + "binding: true\n"),
        SectionCase(.framework, Sample.framework + "binding: no\n", "bad-value 5:10"),
        SectionCase(.framework, Sample.framework + "binding: on\n", "bad-value 5:10"),
        SectionCase(.framework, Sample.framework + "binding: 12:30\n", "bad-value 5:10"),
        SectionCase(.framework, Sample.framework + "binding: \"true\"\n"),
        SectionCase(.framework, Sample.framework + "binding: ~\n"),
        SectionCase(.framework, Sample.framework + "binding:\n"),
        SectionCase(.framework, Sample.framework + "binding: ''\n", "bad-value 5:10"),
        SectionCase(.framework, Sample.framework + "languages: [no, on, 12:30, 0x10, 1e3]\n"),
        SectionCase(.framework, Sample.framework + "languages: [~]\n", "bad-value 5:13"),
        SectionCase(.framework, Sample.framework + "languages:\n  -\n", "bad-value 6:4"),
        SectionCase(.purpose, "why: no\n"),
        SectionCase(.purpose, "why: 0x10\n"),
        SectionCase(.purpose, "why: ~\n", "missing-field 1:1"),
        SectionCase(.purpose, "why: |\n\n", "missing-field 1:1"),
        SectionCase(.purpose, "why: ' '\n", "bad-value 1:6"),
        // Shapes.
        SectionCase(.purpose, "why: [x]\n", "wrong-shape 1:6"),
        SectionCase(.purpose, "why: {a: b}\n", "wrong-shape 1:6"),
        SectionCase(.purpose, "just a text\n", "wrong-shape 1:1"),
        SectionCase(.purpose, "- a\n- b\n", "wrong-shape 1:1"),
        SectionCase(.purpose, "", "missing-field 1:1"),
        SectionCase(.purpose, "# nothing yet\n", "missing-field 1:1"),
        SectionCase(.purpose, "why: x\ngoals: none\n", "wrong-shape 2:8"),
        SectionCase(.purpose, "why: x\ngoals: {a: b}\n", "wrong-shape 2:8"),
        SectionCase(.purpose, "why: x\ngoals: [a]\n", "wrong-shape 2:9"),
        SectionCase(.purpose, "why: x\nvision: grand\n", "wrong-shape 2:9"),
        SectionCase(.purpose, "why: x\nvision: {parties: [a]}\n", "wrong-shape 2:19"),
        SectionCase(.purpose, "why: x\nvision: {parties: []}\n"),
        SectionCase(.purpose, "why: x\nvision: {parties: {a: }}\n", "missing-field 2:20"),
        SectionCase(
            .purpose, "why: x\nvision: {parties: {A: {statement: x}}}\n", "bad-id 2:20"),
        SectionCase(.purpose, "why: x\ngoals: []\n"),
        SectionCase(.commercials, "pipeline: {target: [EUR 5]}\n", "wrong-shape 1:20"),
        // Items.
        SectionCase(
            .commercials, "advice:\n  - {id: a, who: x, on: 2027-01-12}\n  - {who: y}\n",
            "missing-field 3:5", "missing-field 3:5"),
        SectionCase(
            .commercials, "advice:\n  - {id: A, who: x, on: 2027-01-12}\n", "bad-value 2:10"),
        SectionCase(
            .commercials,
            "advice:\n  - {id: a, who: x, on: 2027-01-12}\n  - {id: a, who: y, on: 2027-01-12}\n",
            "duplicate-id 3:10"),
        SectionCase(
            .governance, "advisor:\n  person: a\n  appointed-by: [b, c, b]\n", "listed-twice 3:17"),
        // Sums.
        SectionCase(.commercials, "marketing: {budget-split: {a: 50%, b: 50%}}\n"),
        SectionCase(.commercials, "marketing: {budget-split: {a: 33.33%, b: 33.33%, c: 33.34%}}\n"),
        SectionCase(
            .commercials, "marketing: {budget-split: {a: 50%, b: 49.99%}}\n", "shares-sum 1:27"),
        SectionCase(
            .commercials, "marketing: {budget-split: {a: 50%, b: 50.01%}}\n", "shares-sum 1:27"),
        SectionCase(.commercials, "marketing: {budget-split: {a: 99%}}\n", "shares-sum 1:27"),
        SectionCase(.commercials, "marketing: {budget-split: {}}\n", "shares-sum 1:27"),
        SectionCase(.commercials, "marketing: {budget-split: []}\n", "shares-sum 1:27"),
        SectionCase(.commercials, "marketing: {budget-split: {a: 60%, b: x}}\n", "bad-value 1:39"),
    ]

    @Test(arguments: cases)
    func finds(expected: SectionCase) {
        #expect(findings(in: expected.name, expected.text) == expected.findings)
    }

    @Test(
        arguments: [
            ("whyy: x\n", "unknown key `whyy`; did you mean `why`?", nil),
            ("objectivs: x\n", "unknown key `objectivs`; did you mean `objectives`?", nil),
            (
                "zzz: x\n", "unknown key `zzz`",
                """
                Known here: why, goals, values, acknowledgement, principles, vision, success, \
                objectives
                """
            ),
            (
                "\"a\\u202Eb\": x\n", "unknown key `a<U+202E>b`",
                """
                Known here: why, goals, values, acknowledgement, principles, vision, success, \
                objectives
                """
            ),
            ("Why: x\n", "unknown key `Why`; did you mean `why`?", nil),
        ] as [(String, String, String?)])
    func suggestsKeys(text: String, message: String, next: String?) {
        let found = section(.purpose, "why: x\n" + text).findings.filter {
            $0.rule == "unknown-key"
        }
        #expect(found.map(\.brief) == ["unknown-key 2:1"])
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.next) == [next])
    }

    @Test func placesUnknownKeysOfItems() {
        let text = "why: x\nvision:\n  joint:\n    statement: y\n    intend: grow\n"
        let found = section(.purpose, text).findings
        #expect(found.map(\.brief) == ["unknown-key 5:5"])
        #expect(found.first?.message == "unknown key `intend`; did you mean `intent`?")
        #expect(found.first?.path?.description == "purpose.vision.joint.intend")
    }

    @Test func saysWhatIsMissing() {
        let found = section(.framework, "schema: 1\ntitle:\n").findings
        #expect(
            found.map(\.brief) == ["missing-field 1:1", "missing-field 2:1", "missing-field 1:1"])
        #expect(
            found.map(\.message) == [
                "`uid` is missing in `framework`: What identifies this framework for ever?",
                "`title` is missing in `framework`: What do we call this agreement?",
                "`form` is missing in `framework`: What kind of document is this?",
            ])
        #expect(
            found.map { $0.path?.description } == [
                "framework.uid", "framework.title", "framework.form",
            ])
    }

    @Test func saysHowSharesMissTheWhole() {
        func found(_ split: String) -> Finding? {
            section(.commercials, "marketing:\n  budget-split: \(split)\n").findings.first
        }
        let under = found("{a: 50%, b: 40.5%}")
        #expect(
            under?.message
                == "the shares in `commercials.marketing.budget-split` sum to 90.5%, not to 100%")
        #expect(under?.next == "9.5% is given to nobody")
        let over = found("{a: 50%, b: 50.01%}")
        #expect(
            over?.message
                == "the shares in `commercials.marketing.budget-split` sum to 100.01%, not to 100%")
        #expect(over?.next == "0.01% is given twice")
    }

    @Test func saysWhichIdIsUsedTwice() {
        let text = """
            why: x
            values:
              - id: craft
                statement: a
              - id: craft
                statement: b
              - id: craft
                statement: c

            """
        let found = section(.purpose, text).findings
        #expect(found.map(\.brief) == ["duplicate-id 5:9", "duplicate-id 7:9"])
        #expect(found.first?.message == "the id `craft` is used twice; first in line 3")
        #expect(found.first?.next == "Give this item an id of its own")
        #expect(found.first?.path?.description == "purpose.values.craft")
    }

    @Test func saysWhatIsListedTwice() {
        let text = "advisor:\n  person: a\n  appointed-by:\n    - b\n    - c\n    - b\n"
        let found = section(.governance, text).findings
        #expect(found.map(\.brief) == ["listed-twice 4:5"])
        #expect(found.first?.message == "`b` is listed twice in `governance.advisor.appointed-by`")
    }

    @Test func sortsSetsAndMaps() throws {
        let value = section(
            .governance, "advisor: {person: a, appointed-by: [d, b, c], fee-split: {z: 1%, y: 99%}}"
        ).value
        let advisor = try #require(value?["advisor"])
        #expect(advisor["appointed-by"]?.items.map(\.value.text) == ["b", "c", "d"])
        #expect(advisor["fee-split"]?.members.map(\.key) == ["y", "z"])
    }

    @Test func leavesOutWhatIsWrong() {
        let read = section(.framework, Sample.framework + "binding: no\nreview-on: 2027-01-31\n")
        #expect(read.value?["binding"] == nil)
        #expect(read.value?["review-on"]?.text == "2027-01-31")
        #expect(
            read.positions[TermPath("framework.review-on") ?? TermPath(section: "x")]?.line == 6)
    }

    @Test func hasNoValueWithoutYAML() {
        for text in ["a: [", "- x\n", "\ta: 1\n", "a: \u{200B}\n"] {
            let read = section(.purpose, text)
            #expect(read.value == nil)
            #expect(read.findings.count == 1)
        }
        #expect(section(.purpose, "a: \u{200B}\n").text == nil)
    }

    /// An escape in double quotes is as invisible to readers as the character itself.
    @Test(arguments: [
        "\\u202E", "\\u200B", "\\e", "\\0", "\\r", "\\a", "\\x7F", "\\uFEFF", "\\L", "\\P", "\\N",
        "\\U000E0041", "\\u2066",
    ])
    func refusesForbiddenCharactersInEscapes(escape: String) {
        let text = Sample.framework.replacing("Sample", with: "\"A\(escape)B\"")
        #expect(findings(in: .framework, text) == ["forbidden-character 3:8"])
    }

    @Test func wantsEscapesComposed() {
        let text = Sample.framework.replacing("Sample", with: "\"Caf\\x65\\u0301\"")
        #expect(findings(in: .framework, text) == ["not-normalised 3:8"])
    }

    @Test func reportsEachOfManyUnknownKeys() {
        let text = "why: x\n" + (0..<2_000).map { "objective-\($0): x\n" }.joined()
        #expect(section(.purpose, text).findings.count == 2_000)
    }
}
