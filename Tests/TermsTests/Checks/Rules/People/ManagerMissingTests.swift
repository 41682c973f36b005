import Terms
import Testing

struct ManagerMissingTests {
    private func said(_ roles: String) -> [String] {
        TermsTests.said("manager-missing", .governance, "roles: {\(roles)}\n")
    }

    @Test func acceptsAManagerOnEachSide() {
        let northwind = "northwind: {partnership-manager: ben}"
        #expect(said("parties: {\(northwind), contoso: {partnership-manager: dora}}").isEmpty)
    }

    @Test func isOpenBeforeRolesAreGiven() {
        #expect(said("").isEmpty)
        #expect(said("parties: {northwind: {executive-sponsor: ada}}").isEmpty)
    }

    @Test(arguments: ["sales-lead: ada", "parties: {contoso: {partnership-manager: dora}}"])
    func wantsOneOnceRolesAreGiven(roles: String) {
        let missing =
            "governance.roles.parties.northwind.partnership-manager: Northwind does not say who "
            + "answers for the relationship"
        #expect(said(roles).last == missing)
        #expect(said(roles).count == (roles.contains("dora") ? 1 : 2))
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("sales-lead: ada, parties: {contoso: {partnership-manager: dorra}}").isEmpty)
    }

    @Test func pointsAtTheRoles() {
        let text = "# Who?\nroles:\n  sales-lead: ada\n  parties:\n    contoso: {deputy: dora}\n"
        let places = found("manager-missing", in: [.governance: text]).map(\.place)
        #expect(places == ["governance.yaml:5:5", "governance.yaml:5:14"])
    }
}
