import Terms
import Testing

struct SubscriptionTermsTests {
    private func said(_ kind: String, _ rest: String) -> [String] {
        TermsTests.said("subscription-terms", .commercials, text(kind, rest))
    }

    private func text(_ kind: String, _ rest: String) -> String {
        """
        streams:
          - {id: a, kind: \(kind), base: net, shares: {contoso: 50%, northwind: 50%}\(rest)}

        """
    }

    private let clawback = ", clawback: {when: They leave., within: 3 months}"

    @Test func acceptsWhatIsComplete() {
        #expect(said("subscription", ", term: 3 years, renewal: tacit\(clawback)").isEmpty)
        #expect(said("services", "").isEmpty)
    }

    @Test func wantsAllThree() {
        #expect(
            said("subscription", "") == [
                "commercials.streams.a: the subscription `a` does not say how long it runs, what "
                    + "happens then and when money is given back"
            ])
        #expect(
            said("subscription", ", term: 3 years\(clawback)") == [
                "commercials.streams.a: the subscription `a` does not say what happens then"
            ])
    }

    @Test func letsAWorkingDocumentGrow() {
        let files = [
            "framework.yaml": Sample.workingDocument,
            "commercials.yaml": text("subscription", ""),
        ]
        func rules(_ files: [String: String]) -> [String] {
            TermsCheck(Sample.document(files)).findings.filter { $0.severity == .error }
                .map(\.rule)
        }
        #expect(rules(files).isEmpty)
        let binding = Sample.workingDocument + "binding: true\n"
        #expect(rules(files.merging(["framework.yaml": binding]) { $1 }) == ["subscription-terms"])
    }
}
