import Terms
import Testing

/// An edit with the text before and after it.
struct EditCase: Sendable, CustomTestStringConvertible {
    var before: String
    var path: String
    var value: String
    var after: String

    init(_ before: String, _ path: String, _ value: String, _ after: String) {
        (self.before, self.path, self.value, self.after) = (before, path, value, after)
    }

    var testDescription: String { "\(path)=\(value) in \(before.debugDescription.prefix(60))" }
}

struct YAMLEditorTests {
    private func set(_ path: String, _ value: String, in text: String) throws -> String {
        try YAMLEditor.set(try #require(TermPath(path)), to: value, in: text)
    }

    static let cases: [EditCase] = [
        EditCase("why: old # note\n", "purpose.why", "new", "why: new # note\n"),
        EditCase("why: \"old\" # note\n", "purpose.why", "new", "why: \"new\" # note\n"),
        EditCase("why: 'it''s' # note\n", "purpose.why", "new", "why: new # note\n"),
        EditCase("why:   # open\n", "purpose.why", "new", "why: new   # open\n"),
        EditCase("why: ~\n", "purpose.why", "new", "why: new\n"),
        EditCase(
            "why: |\n  old\n  text\n\n# end\n", "purpose.why", "new", "why: |\n  new\n\n# end\n"),
        EditCase("# all open\n", "purpose.why", "new", "# all open\nwhy: new\n"),
        EditCase("", "purpose.why", "a: b", "why: \"a: b\"\n"),
        EditCase("why: old", "purpose.why", "new", "why: new\n"),
        EditCase(
            "marketing: {budget-split: {a: 50%, b: 50%}} # half\n",
            "commercials.marketing.budget-split",
            "{a: 60%, b: 40%}", "marketing: {budget-split: {a: 60%, b: 40%}} # half\n"),
        EditCase(
            "marketing: {budget: EUR 5}\n", "commercials.marketing.approval-within", "5 days",
            "marketing: {budget: EUR 5, approval-within: 5 days}\n"),
        EditCase(
            "exclusivity:\n  mode: none\n  bound:\n    - northwind\n",
            "safeguards.exclusivity.bound",
            "[contoso, northwind]",
            "exclusivity:\n  mode: none\n  bound:\n    - contoso\n    - northwind\n"),
        EditCase(
            "exclusivity:\n  mode: none # é\n", "safeguards.exclusivity.bound", "contoso",
            "exclusivity:\n  mode: none # é\n  bound:\n    - contoso\n"),
        // A comment inside of what is replaced moves above it.
        EditCase(
            "exclusivity:\n  mode: none\n  bound: # who?\n    # why b?\n    - b # b\n",
            "safeguards.exclusivity.bound", "c",
            "exclusivity:\n  mode: none\n  # who?\n  # why b?\n  # b\n  bound:\n    - c\n"),
        EditCase(
            "goals: []\n", "purpose.goals.first.statement", "be # 1",
            "goals: [{id: first, statement: \"be # 1\"}]\n"),
        EditCase(
            "why: x\n", "purpose.goals.first", "{kind: joint, holder: joint, statement: s}", ""),
        EditCase(
            "why: x\n", "purpose.goals.first", "{kind: material, holder: joint, statement: s}",
            "why: x\ngoals:\n  - id: first\n    kind: material\n    holder: joint\n    statement: s\n"
        ),
    ]

    @Test(arguments: cases)
    func edits(edit: EditCase) throws {
        guard !edit.after.isEmpty else {
            #expect(throws: YAMLEditor.EditError.self) {
                try set(edit.path, edit.value, in: edit.before)
            }
            return
        }
        #expect(try set(edit.path, edit.value, in: edit.before) == edit.after)
    }

    /// What a text says already in other words is not written again.
    @Test(arguments: [
        ("pipeline: {target:   EUR 25000}", "commercials.pipeline.target", "EUR 25,000.00"),
        ("exclusivity: {mode: none, bound: [b, a]}\n", "safeguards.exclusivity.bound", "[a, b]"),
        ("why: >\n  some\n  words\n", "purpose.why", "some words"),
        ("why: 'x'\n", "purpose.why", "x"),
    ])
    func leavesWhatIsSaidAlready(text: String, path: String, value: String) throws {
        #expect(try set(path, value, in: text) == text)
    }

    @Test(arguments: [
        (
            "why: x\r\n", "purpose.why",
            "the file has Windows line ends (CRLF); lines end in LF alone"
        ),
        ("why: &a x\n", "purpose.why", "an anchor (&); anchors and aliases are not accepted"),
        ("why: x\n", "purpose.wy", "there is no field `wy` in `purpose`; did you mean `why`?"),
        ("why: x\n", "purpose.why.more", "`purpose.why` is a single value and has no `more`"),
        ("why: x\n", "purpos.why", "there is no section `purpos`; did you mean `purpose`?"),
        ("why: x\n", "purpose.goals.A.statement", "`A` can't be an id"),
        (
            "exclusivity: {mode: none, bound: [b, a]}\n", "safeguards.exclusivity.bound.1",
            "the order of `safeguards.exclusivity.bound` means nothing, so its items have no numbers"
        ),
        (
            Sample.parties, "parties.parties.contoso.signing.-9223372036854775808.needs",
            "there is no item `-9223372036854775808`; there are 1"
        ),
        (
            Sample.parties, "parties.parties.contoso.signing.9223372036854775807.needs",
            "there is no item `9223372036854775807`; there are 1"
        ),
    ])
    func refuses(text: String, path: String, message: String) throws {
        let error = #expect(throws: YAMLEditor.EditError.self) { try set(path, "1", in: text) }
        #expect(error?.message == message)
    }

    @Test func refusesAnotherId() throws {
        let error = #expect(throws: YAMLEditor.EditError.self) {
            try set("purpose.goals.first", "{id: second, statement: s}", in: "why: x\n")
        }
        #expect(
            error?.message
                == "the item at `purpose.goals.first` can't have another id; the path names it")
    }
}
