import Terms
import Testing

/// What is answered, open, and asked of a partner.
struct AnswersTests {
    private func purpose(_ text: String, asked: String = "") -> Completeness.SectionAnswers? {
        let framework = Sample.framework + (asked.isEmpty ? "" : "asked: [\(asked)]\n")
        let document = Sample.document(["framework.yaml": framework, "purpose.yaml": text])
        return Completeness(document).sections.first { $0.name == .purpose }
    }

    private let whole = SectionName.purpose.fields.filter(\.presence.isWanted).map(\.name)

    @Test func countsWhatIsAnswered() {
        let answers = purpose("why: x\ngoals: []\nvision: {joint: {statement: S.}}\n")
        #expect(answers?.answered == 2)
        #expect(answers?.wanted == whole.count)
        #expect(
            answers?.open.map(\.name) == whole.filter { $0 != "why" && $0 != "vision" })
        #expect(answers?.asked.isEmpty == true)
    }

    @Test func namesWhoWasAsked() {
        let answers = purpose(
            "why: x\n",
            asked: """
                {id: a, at: purpose.goals, party: contoso}, \
                {id: b, at: purpose.vision.parties.contoso.intent, party: contoso}, \
                {id: c, at: purpose.why, party: northwind}
                """)
        #expect(
            answers?.asked.map { "\($0.path) \($0.party)" } == [
                "purpose.goals contoso", "purpose.vision.parties.contoso.intent contoso",
            ])
        #expect(answers?.answered == 1)
        #expect(
            answers?.open.map(\.name) == whole.filter { !["why", "goals", "vision"].contains($0) })
    }

    @Test func hasEverythingOpenWhereASectionIsMissing() {
        let sections = Completeness(Sample.document()).sections
        #expect(sections.map(\.name) == SectionName.allCases)
        #expect(sections.last?.answered == 0)
        #expect(sections.last?.open.count == sections.last?.wanted)
    }
}
