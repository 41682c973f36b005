import Terms
import Testing

@Suite("What a change of the terms does to what is found in them")
struct FindingsChangeTests {
    private func finding(
        _ rule: String, _ severity: Finding.Severity = .warning, at path: String = "purpose.why",
        message: String = "It is so", waiver: String? = nil
    ) -> Finding {
        var finding = Finding(
            severity, rule: rule, file: "purpose.yaml", path: TermPath(path), message: message)
        finding.waiver = waiver
        return finding
    }

    @Test("what is new comes up, what is gone is cured, and figures play no part")
    func change() {
        let change = FindingsChange(
            from: [finding("stays", message: "80%"), finding("goes")],
            to: [
                finding("stays", message: "85%"), finding("comes", .fairness),
                finding("comes", at: "purpose.vision"), finding("fails", .error),
            ])
        #expect(change.introduced.map(\.rule) == ["fails", "comes", "comes"])
        #expect(change.introduced.map(\.severity) == [.error, .warning, .fairness])
        #expect(change.cured.map(\.rule) == ["goes"])
    }

    @Test("a second finding of one rule at one place is new")
    func counted() {
        let change = FindingsChange(from: [finding("a")], to: [finding("a"), finding("a")])
        #expect(change.introduced.count == 1 && change.cured.isEmpty)
    }

    @Test("what the parties accept is found no longer")
    func waived() {
        let (plain, waived) = (finding("a"), finding("a", waiver: "We know."))
        #expect(FindingsChange(from: [plain], to: [waived]).cured.count == 1)
        #expect(FindingsChange(from: [waived], to: [plain]).introduced.count == 1)
        #expect(FindingsChange(from: [waived], to: [waived]).introduced.isEmpty)
    }
}
