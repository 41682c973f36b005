import Terms
import Testing

/// What the parties accept, tried on a finding that is made for it.
struct WaiverTests {
    private func check(_ waivers: String, _ found: [Finding]) -> [Finding] {
        let framework = Sample.framework + "waivers:\n" + waivers
        return TermsCheck(Sample.document(["framework.yaml": framework]), others: found).findings
    }

    private func finding(
        _ severity: Finding.Severity = .fairness, _ path: String = "commercials.streams.a.shares"
    ) -> Finding {
        Finding(
            severity, rule: "too-much", file: "commercials.yaml", path: TermPath(path),
            message: "it is too much")
    }

    @Test(arguments: ["", ", at: commercials", ", at: commercials.streams.a"])
    func accepts(at: String) {
        let found = check(
            "  - {id: a, finding: too-much\(at), reason: We want it so.}\n", [finding()])
        #expect(found.map(\.waiver) == ["We want it so."])
    }

    @Test(arguments: ["commercials.streams.b", "safeguards", "commercials.strategy"])
    func acceptsNothingElsewhere(at: String) {
        let found = check(
            "  - {id: a, finding: too-much, at: \(at), reason: We want it so.}\n", [finding()])
        #expect(found.map(\.rule) == ["too-much", "waiver-unused"])
        #expect(found.allSatisfy { !$0.isWaived })
        #expect(found[1].place == "framework.yaml:6:5")
        #expect(found[1].message == "nothing is found that the waiver `a` accepts")
    }

    @Test func takesTheNearest() {
        let found = check(
            """
              - {id: a, finding: too-much, reason: In general.}
              - {id: b, finding: too-much, at: commercials.streams.a, reason: Here.}

            """, [finding(), finding(.warning, "commercials.streams.b")])
        #expect(found.map(\.waiver) == ["Here.", "In general."])
    }

    @Test func neverAcceptsAnError() {
        let found = check(
            "  - {id: a, finding: too-much, reason: We want it so.}\n", [finding(.error)])
        #expect(found.allSatisfy { !$0.isWaived })
        #expect(found.map(\.rule) == ["too-much", "waiver-unused"])
        #expect(found[1].message == "`too-much` is an error, and an error can't be waived")
    }

    @Test func suggestsTheName() {
        let found = check(
            "  - {id: a, finding: to-much, reason: We want it so.}\n", [finding()])
        #expect(
            found.map(\.message) == [
                "it is too much", "no finding is called `to-much`; did you mean `too-much`?",
            ])
    }

    @Test func keepsQuietWhereSomethingCouldNotBeRead() {
        let found = check("  - {id: a, finding: too-little, reason: Y.}\n  - {id: b}\n", [])
        #expect(Set(found.map(\.rule)) == ["missing-field"])
    }
}
