import Foundation
import Terms
import Testing

/// The terms with an advisor, for the rules about one.
enum Advised {
    static func found(
        _ rule: String, person: String = "frida", _ rest: String = "",
        registry: String = Sample.withAdvisor
    ) -> [Finding] {
        let advisor = "advisor: {person: \(person), appointed-by: [contoso, northwind]\(rest)}\n"
        return TermsTests.found(rule, in: [.governance: advisor, .parties: registry])
    }
}

struct AdvisorEmployedTests {
    @Test(arguments: ["", ", independence: {employer: Northwindows Consulting}"])
    func acceptsAnIndependentSide(rest: String) {
        #expect(Advised.found("advisor-employed", rest).isEmpty)
    }

    @Test func findsSomebodyOfACompany() {
        #expect(
            Advised.found("advisor-employed", person: "ben").map(\.said) == [
                "governance.advisor.person: Ben acts for Northwind and is not independent"
            ])
    }

    @Test(arguments: ["Northwind", "northwind, Dublin", "NORTHWIND (part-time)"])
    func findsAnEmployer(employer: String) {
        let found = Advised.found(
            "advisor-employed", ", independence: {employer: \"\(employer)\"}")
        #expect(
            found.map(\.said) == [
                "governance.advisor.independence.employer: the advisor is employed by Northwind"
            ])
    }
}

struct AdvisorPaidByOneTests {
    @Test func acceptsTwoPayers() {
        #expect(Advised.found("advisor-paid-by-one").isEmpty)
        #expect(
            Advised.found("advisor-paid-by-one", ", fee-split: {contoso: 90%, northwind: 10%}")
                .isEmpty)
    }

    @Test(arguments: ["contoso: 100%", "contoso: 100%, northwind: 0%"])
    func findsOne(split: String) {
        let found = Advised.found("advisor-paid-by-one", ", fee-split: {\(split)}")
        #expect(
            found.map(\.said) == ["governance.advisor.fee-split: Contoso alone pays the advisor"])
        #expect(found.first?.counted == split.replacingOccurrences(of: ":", with: ""))
    }
}

struct AdvisorSignatoryTests {
    @Test func acceptsWhoSignsNothing() {
        #expect(Advised.found("advisor-signatory").isEmpty)
    }

    @Test func findsWhoSigns() {
        let registry = Sample.withAdvisor.replacingOccurrences(
            of: "kind: independent",
            with: "kind: independent\n    signing: [{needs: 1, of: [frida]}]")
        let withKey = registry.replacingOccurrences(
            of: "    name: Frida\n", with: "    name: Frida\n    keys: [ssh-ed25519 AAAA9 frida]\n")
        let found = Advised.found("advisor-signatory", registry: withKey)
        #expect(
            found.map(\.said) == [
                "parties.parties.oversight.signing.1: Frida is the independent advisor and signs "
                    + "for Oversight"
            ])
        #expect(found.first?.file == "parties.yaml")
    }
}

struct AdvisorFeeUnevenTests {
    @Test(arguments: [
        "", ", fee-split: {contoso: 50%, northwind: 50%}",
        ", fee-split: {contoso: 49.99%, northwind: 50.01%}",
    ])
    func acceptsEqualParts(split: String) {
        let isEven = !split.contains("49.99")
        #expect(Advised.found("advisor-fee-uneven", split).isEmpty == isEven)
    }

    @Test func findsUnequalParts() {
        let found = Advised.found(
            "advisor-fee-uneven", ", fee-split: {contoso: 70%, northwind: 30%}")
        #expect(
            found.map(\.said) == [
                "governance.advisor.fee-split: the companies pay different parts of the advisor's fee"
            ])
        #expect(found.first?.counted == "contoso 70%, northwind 30%")
    }

    @Test func leavesAloneWhatOnePays() {
        #expect(Advised.found("advisor-fee-uneven", ", fee-split: {contoso: 100%}").isEmpty)
    }
}

struct AdvisorAppointedByOneTests {
    private func found(_ parties: String) -> [String] {
        TermsTests.found(
            "advisor-appointed-by-one",
            in: [
                .governance: "advisor: {person: frida, appointed-by: [\(parties)]}\n",
                .parties: Sample.withAdvisor,
            ]
        ).map(\.said)
    }

    @Test func acceptsAll() {
        #expect(found("contoso, northwind").isEmpty)
    }

    @Test func findsOne() {
        #expect(
            found("contoso") == [
                "governance.advisor.appointed-by: Northwind did not take part in appointing the "
                    + "advisor"
            ])
    }
}
