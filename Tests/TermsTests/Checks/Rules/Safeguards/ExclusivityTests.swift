import Terms
import Testing

private func said(_ rule: String, _ exclusivity: String) -> [String] {
    said(rule, .safeguards, "exclusivity: {\(exclusivity)}\n")
}

struct ExclusivityScopeTests {
    @Test func acceptsAScope() {
        #expect(said("exclusivity-scope", "mode: none").isEmpty)
        #expect(said("exclusivity-scope", "mode: mutual, scope: All of it.").isEmpty)
    }

    @Test func wantsAScope() {
        #expect(
            said("exclusivity-scope", "mode: mutual, until: 2028-01-01") == [
                "safeguards.exclusivity: the exclusivity does not say what counts as similar"
            ])
    }
}

struct ExclusivityEndTests {
    @Test func acceptsAnEnd() {
        #expect(said("exclusivity-end", "mode: none").isEmpty)
        #expect(said("exclusivity-end", "mode: one-way, until: 2028-01-01").isEmpty)
    }

    @Test func wantsAnEnd() {
        #expect(
            said("exclusivity-end", "mode: one-way, scope: All.") == [
                "safeguards.exclusivity: the exclusivity has no end"
            ])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("exclusivity-end", "mode: one-way, until: soon").isEmpty)
    }
}

struct ExclusivityOneSidedTests {
    @Test func acceptsMutualExclusivity() {
        #expect(said("exclusivity-one-sided", "mode: mutual").isEmpty)
        #expect(said("exclusivity-one-sided", "mode: mutual, bound: [contoso, northwind]").isEmpty)
        #expect(said("exclusivity-one-sided", "mode: none, bound: [contoso]").isEmpty)
    }

    @Test(arguments: ["mutual", "one-way"])
    func findsWhoIsFree(mode: String) {
        #expect(
            said("exclusivity-one-sided", "mode: \(mode), bound: [contoso]") == [
                "safeguards.exclusivity: the exclusivity binds Contoso and leaves Northwind free"
            ])
    }

    @Test func wantsToKnowWhoIsBound() {
        #expect(
            said("exclusivity-one-sided", "mode: one-way") == [
                "safeguards.exclusivity: the exclusivity is one-way, and does not say who is bound"
            ])
    }
}

struct NonSolicitationOneSidedTests {
    private func said(_ rest: String) -> [String] {
        TermsTests.said(
            "non-solicitation-one-sided", .safeguards, "non-solicitation: {scope: S.\(rest)}\n")
    }

    @Test func acceptsAllOrNobody() {
        #expect(said("").isEmpty)
        #expect(said(", bound: []").isEmpty)
        #expect(said(", bound: [contoso, northwind]").isEmpty)
    }

    @Test func findsWhoIsFree() {
        #expect(
            said(", bound: [northwind]") == [
                "safeguards.non-solicitation.bound: Contoso may hire from the other side, and not "
                    + "the other way round"
            ])
    }
}

struct TerminationOneSidedTests {
    private func said(_ parties: String) -> [String] {
        TermsTests.said("termination-one-sided", .safeguards, "exit: {may-end: [\(parties)]}\n")
    }

    @Test func acceptsAllOrNothingSaid() {
        #expect(said("contoso, northwind").isEmpty)
        #expect(said("").isEmpty)
    }

    @Test func findsWhoCanNotLeave() {
        #expect(
            said("contoso") == [
                "safeguards.exit.may-end: Northwind can't end the agreement, and the other side can"
            ])
    }
}

struct AuditOneSidedTests {
    private func found(mayAudit: String = "", auditor: String = "ada") -> [String] {
        TermsTests.found(
            "audit-one-sided",
            in: [
                .commercials: "settlement: {frequency: 1 month, pay-within: 30 days\(mayAudit)}\n",
                .governance: "audit: {cadence: 1 year, auditor: \(auditor)}\n",
                .parties: Sample.withAdvisor,
            ]
        ).map(\.said)
    }

    @Test func acceptsSomebodyOutside() {
        #expect(found(auditor: "frida").isEmpty)
        #expect(found(auditor: "oversight").isEmpty)
        #expect(found(mayAudit: ", may-audit: [contoso, northwind]", auditor: "frida").isEmpty)
    }

    @Test func findsWhoMayNotLook() {
        #expect(
            found(mayAudit: ", may-audit: [northwind]", auditor: "frida") == [
                "commercials.settlement.may-audit: Contoso may not check the books, and the other "
                    + "side may"
            ])
    }

    @Test func findsAnAuditorOfOneSide() {
        #expect(
            found() == ["governance.audit.auditor: the auditor is one side's: Ada of Northwind"])
        #expect(
            found(auditor: "contoso") == [
                "governance.audit.auditor: the auditor is one side's: Contoso"
            ])
    }
}
