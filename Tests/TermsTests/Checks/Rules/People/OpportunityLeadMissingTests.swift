import Terms
import Testing

struct OpportunityLeadMissingTests {
    private func said(_ roles: String) -> [String] {
        TermsTests.said("opportunity-lead-missing", .governance, "roles: {\(roles)}\n")
    }

    @Test func acceptsOne() {
        #expect(said("opportunity-lead: ben").isEmpty)
    }

    @Test func isOpenBeforeRolesAreGiven() {
        #expect(said("parties: {northwind: {executive-sponsor: ada}}").isEmpty)
    }

    @Test func wantsOneOnceRolesAreGiven() {
        #expect(
            said("sales-lead: ben") == [
                "governance.roles.opportunity-lead: nobody is the one lead on opportunities"
            ])
    }

    /// Two leads are no single value, which is one finding and no second one.
    @Test(arguments: ["opportunity-lead: [ben, dora]", "opportunity-lead: ben and dora"])
    func refusesTwo(roles: String) {
        let document = Sample.document(["governance.yaml": "roles: {sales-lead: ben, \(roles)}\n"])
        let errors = TermsCheck(document).findings.filter { $0.severity == .error }
        #expect(errors.map { $0.path?.last } == ["opportunity-lead"])
    }
}
