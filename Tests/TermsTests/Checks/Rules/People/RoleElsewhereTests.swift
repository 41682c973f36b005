import Terms
import Testing

struct RoleElsewhereTests {
    private func found(_ roles: String) -> [Finding] {
        TermsTests.found("role-elsewhere", in: [.governance: "roles: {parties: {\(roles)}}\n"])
    }

    @Test func acceptsOwnPeople() {
        #expect(found("northwind: {partnership-manager: ben, deputy: ada}").isEmpty)
    }

    @Test func findsPeopleOfAnotherParty() {
        let found = found("northwind: {partnership-manager: dora, executive-sponsor: ada}")
        #expect(
            found.map(\.said) == [
                "governance.roles.parties.northwind.partnership-manager: Dora acts for Contoso and "
                    + "can't be partnership-manager of Northwind"
            ])
        #expect(found.first?.place == "governance.yaml:1:52")
    }

    @Test func leavesAloneWhomNobodyKnows() {
        #expect(found("northwind: {partnership-manager: dorra}").isEmpty)
        #expect(found("northwnd: {partnership-manager: dora}").isEmpty)
    }
}
