import Terms
import Testing

struct FindingTests {
    private func finding(
        _ file: String, _ line: Int?, _ rule: String, _ severity: Finding.Severity = .error
    ) -> Finding {
        Finding(
            severity, rule: rule, file: file,
            position: line.map { SourcePosition(line: $0, column: 1) }, message: "m")
    }

    @Test func sortsByFileThenPlaceThenRule() {
        let ordered = [
            finding("a", nil, "z"), finding("a", 2, "b"), finding("a", 2, "c"),
            finding("a", 10, "a"), finding("b", 1, "a"),
        ]
        #expect(ordered.reversed().inReadingOrder() == ordered)
    }

    @Test func saysWhere() {
        #expect(finding("a.yaml", 3, "r").place == "a.yaml:3:1")
        #expect(finding("a.yaml", nil, "r").place == "a.yaml")
        #expect(SourcePosition(line: 12, column: 7).description == "12:7")
        #expect(SourcePosition(line: 2, column: 9) < SourcePosition(line: 10, column: 1))
        #expect(SourcePosition(line: 2, column: 1) < SourcePosition(line: 2, column: 2))
    }

    @Test func tellsErrorsFromWarnings() {
        #expect([finding("a", 1, "r")].hasErrors)
        #expect(![finding("a", 1, "r", .warning)].hasErrors)
        #expect(![Finding]().hasErrors)
    }
}
