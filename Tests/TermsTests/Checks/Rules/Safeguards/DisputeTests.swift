import Terms
import Testing

/// The steps between the partners, and what a rule says about them.
private func said(_ rule: String, _ steps: String..., customers: String = "") -> [String] {
    said(
        rule, .safeguards,
        "disputes:\n  partners:\n    steps:\n"
            + steps.map { "      - {\($0)}\n" }.joined() + customers)
}

private let talk = "id: talk, step: talk, who: [ada, dora], within: 5 days"

struct DisputeActorTests {
    @Test func acceptsAnActor() { #expect(said("dispute-actor", talk).isEmpty) }

    @Test(arguments: ["", ", who: []"])
    func wantsAnActor(who: String) {
        #expect(
            said("dispute-actor", talk, "id: late, step: managers, within: 5 days\(who)") == [
                "safeguards.disputes.partners.steps.late: the step `late` does not say who acts"
            ])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("dispute-actor", talk, "id: late, step: managers, who: [adda]").isEmpty)
    }
}

struct DisputeLimitTests {
    @Test func acceptsALimit() { #expect(said("dispute-limit", talk).isEmpty) }

    @Test func wantsALimit() {
        #expect(
            said("dispute-limit", talk, "id: court, step: court, who: [ada]") == [
                "safeguards.disputes.partners.steps.court: the step `court` has no time limit"
            ])
    }
}

struct MediationFirstTests {
    private let mediation = "id: mediator, step: mediation, who: [ada], within: 1 month"
    private let judge = "id: judge, step: court, who: [ada], within: 1 year"

    @Test func acceptsMediationFirst() {
        #expect(said("mediation-first", talk, mediation, judge).isEmpty)
        #expect(said("mediation-first", talk).isEmpty)
    }

    @Test func wantsMediationFirst() {
        let place = "safeguards.disputes.partners.steps.judge: `judge` comes before any mediation"
        #expect(said("mediation-first", talk, judge) == [place])
        #expect(said("mediation-first", judge, mediation) == [place])
        #expect(
            said("mediation-first", judge.replacing("court", with: "arbitration")) == [place])
    }
}

struct CustomerLadderMissingTests {
    private let customers = """
          customers:
            steps:
              - {id: answer, step: talk, who: [ada], within: 1 day}

        """

    @Test func acceptsSteps() {
        #expect(said("customer-ladder-missing", talk, customers: customers).isEmpty)
    }

    @Test func wantsSteps() {
        let missing =
            "safeguards.disputes.customers: nothing says what happens when a customer complains"
        #expect(said("customer-ladder-missing", talk) == [missing])
        #expect(
            said("customer-ladder-missing", talk, customers: "  customers: {steps: []}\n") == [
                missing
            ])
    }

    @Test func isOpenWhereNothingIsSaid() {
        #expect(TermsTests.said("customer-ladder-missing", .safeguards, "disputes: {}\n").isEmpty)
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(
            said("customer-ladder-missing", talk, customers: "  customers: {step: []}\n").isEmpty)
    }
}
