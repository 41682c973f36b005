import Terms
import Testing

struct SponsorMissingTests {
    private func said(_ roles: String) -> [String] {
        TermsTests.said("sponsor-missing", .governance, "roles: {\(roles)}\n")
    }

    @Test func acceptsASponsorOnEachSide() {
        let both = "northwind: {executive-sponsor: ada}, contoso: {executive-sponsor: dora}"
        #expect(said("sales-lead: ben, parties: {\(both)}").isEmpty)
    }

    @Test func isOpenBeforeRolesAreGiven() {
        #expect(said("").isEmpty)
        #expect(said("parties: {northwind: {executive-sponsor: ada}}").isEmpty)
    }

    @Test func wantsOneOnceRolesAreGiven() {
        #expect(
            said("sales-lead: ben, parties: {northwind: {executive-sponsor: ada}}") == [
                "governance.roles.parties.contoso.executive-sponsor: Contoso does not say who "
                    + "decides when it matters"
            ])
    }
}
