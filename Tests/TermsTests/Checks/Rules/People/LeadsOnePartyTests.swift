import Terms
import Testing

struct LeadsOnePartyTests {
    private func found(_ roles: String) -> [Finding] {
        TermsTests.found("leads-one-party", in: [.governance: "roles: {\(roles)}\n"])
    }

    @Test func acceptsLeadsOnBothSides() {
        #expect(found("sales-lead: ben, opportunity-lead: dora").isEmpty)
        #expect(found("sales-lead: ben").isEmpty)
    }

    @Test func findsLeadsOnOneSide() {
        let found = found("sales-lead: ben, opportunity-lead: ada, metrics-owner: ben")
        #expect(
            found.map(\.said) == [
                "governance.roles: Northwind holds all 3 lead roles that are given"
            ])
        #expect(found.first?.counted == "opportunity-lead ada, sales-lead ben, metrics-owner ben")
        #expect(found.first?.severity == .fairness)
    }
}
