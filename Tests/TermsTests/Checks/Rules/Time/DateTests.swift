import Terms
import Testing

struct TermDatesTests {
    private func said(_ term: String, _ rest: String = "") -> [String] {
        TermsTests.said(
            "term-dates", .framework, "term: {starts: 2027-02-01, \(term)}\n\(rest)")
    }

    @Test func acceptsATermInOrder() {
        #expect(said("renewal: tacit").isEmpty)
        #expect(
            said(
                "renewal: none, ends: 2028-01-31, notice: 3 months", "review-on: 2027-08-01\n"
            ).isEmpty)
        #expect(said("renewal: tacit, ends: 2028-01-31", "review-on: 2028-08-01\n").isEmpty)
    }

    @Test(arguments: ["2027-02-01", "2026-12-31"])
    func findsAnEndBeforeTheStart(ends: String) {
        #expect(
            said("renewal: none, ends: \(ends), notice: 3 months", "review-on: 2027-01-01\n") == [
                "framework.term.ends: the agreement ends on \(ends), before it has begun"
            ])
    }

    @Test func findsNoticeBeforeTheStart() {
        #expect(
            said("renewal: tacit, ends: 2027-04-30, notice: 6 months") == [
                "framework.term.notice: notice has to be given 6 months before the end, which is "
                    + "before the start"
            ])
    }

    @Test func findsAReviewOutside() {
        #expect(
            said("renewal: tacit", "review-on: 2027-01-01\n") == [
                "framework.review-on: the review is on 2027-01-01, before the agreement starts on "
                    + "2027-02-01"
            ])
        #expect(
            said("renewal: none, ends: 2028-01-31", "review-on: 2028-02-01\n") == [
                "framework.review-on: the review is on 2028-02-01, after the end"
            ])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("renewal: never, ends: 2026-01-01").isEmpty)
    }
}

struct DateBeforeStartTests {
    @Test func findsWhatIsDueBefore() {
        let found = TermsTests.found(
            "date-before-start",
            in: [
                .framework: "term: {starts: 2027-02-01, renewal: tacit}\n",
                .purpose: """
                why: x
                success:
                  - {id: s, party: joint, measure: M, target: 5, by: 2027-01-31}
                  - {id: t, party: joint, measure: M, target: 5, by: 2027-02-01}
                objectives:
                  - {id: o, statement: S., quadrant: strategic, owner: ada, by: 2026-01-31}

                """, .governance: "trial: {project: P., decide-by: 2026-05-01}\n",
                .safeguards: "exclusivity: {mode: mutual, scope: S., until: 2027-01-01}\n",
            ])
        let ends = "before the agreement starts on 2027-02-01"
        #expect(
            found.map(\.said) == [
                "governance.trial.decide-by: `trial` is due on 2026-05-01, \(ends)",
                "purpose.success.s.by: `s` is due on 2027-01-31, \(ends)",
                "purpose.objectives.o.by: `o` is due on 2026-01-31, \(ends)",
                "safeguards.exclusivity.until: `exclusivity` is due on 2027-01-01, \(ends)",
            ])
    }

    @Test func needsAStart() {
        let purpose =
            "why: x\nsuccess: [{id: s, party: joint, measure: M, target: 5, by: 1999-01-31}]\n"
        #expect(TermsTests.found("date-before-start", in: [.purpose: purpose]).isEmpty)
    }
}

struct DateAfterEndTests {
    private func said(_ renewal: String, by: String) -> [String] {
        TermsTests.found(
            "date-after-end",
            in: [
                .framework: "term: {starts: 2027-02-01, ends: 2028-01-31, renewal: \(renewal)}\n",
                .purpose:
                    "why: x\nsuccess: [{id: s, party: joint, measure: M, target: 5, by: \(by)}]\n",
            ]
        ).map(\.said)
    }

    @Test func acceptsWhatIsDueInTime() {
        #expect(said("none", by: "2028-01-31").isEmpty)
        #expect(said("tacit", by: "2030-01-31").isEmpty)
    }

    @Test func findsWhatIsDueAfter() {
        #expect(
            said("none", by: "2028-02-01") == [
                "purpose.success.s.by: `s` is due on 2028-02-01, after the agreement ends on "
                    + "2028-01-31"
            ])
    }
}

struct TrainingLateTests {
    private func found(_ by: String) -> [Finding] {
        TermsTests.found(
            "training-late",
            in: [
                .governance: "trial: {project: P., decide-by: 2027-09-15}\n",
                .commercials: "readiness: [{id: sales, team: contoso, course: C, by: \(by)}]\n",
            ])
    }

    @Test func acceptsTrainingInTime() { #expect(found("2027-09-15").isEmpty) }

    @Test func findsTrainingTooLate() {
        let found = found("2027-09-16")
        #expect(
            found.map(\.said) == [
                "commercials.readiness.sales.by: the training `sales` is due on 2027-09-16, and the "
                    + "trial project is decided on by 2027-09-15"
            ])
        #expect(found.first?.counted == "training 2027-09-16, first project over 2027-09-15")
    }
}
