import Terms
import Testing

struct PipelineShortTests {
    private func found(_ pipeline: String, term: String = "") -> [Finding] {
        TermsTests.found(
            "pipeline-short",
            in: [.commercials: "pipeline: {\(pipeline)}\n", .framework: term])
    }

    private let stages =
        "stages: [{id: a, name: A, chance: 20%}, {id: b, name: B, chance: 40%}, {id: c, name: C, chance: 100%}]"

    @Test func acceptsWhatCanBeReached() {
        #expect(found("target: EUR 500, coverage: 3 times, cycle: 5 months, \(stages)").isEmpty)
        #expect(found("target: EUR 500, coverage: 300%, cycle: 5 months, \(stages)").isEmpty)
        #expect(found("target: EUR 500, cycle: 5 months, \(stages)").isEmpty)
        #expect(found("target: EUR 500, coverage: 3 times, cycle: 5 months").isEmpty)
    }

    @Test func findsAShortfall() {
        let found = found("target: EUR 500, coverage: 2, cycle: 9 months, \(stages)")
        // Twice the target, 30% of it signed, 365 / 273 times a year.
        #expect(
            found.map(\.said) == [
                "commercials.pipeline.target: with this coverage and cycle, a year brings about 80% "
                    + "of the target"
            ])
        #expect(
            found.first?.counted == "target EUR 500.00, coverage 2, mean chance 30%, cycle 9 months"
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func comparesTheCycleWithTheTerm() {
        let term = "term: {starts: 2027-01-01, ends: 2027-06-30, renewal: none}\n"
        #expect(found("cycle: 5 months", term: term).isEmpty)
        #expect(
            found("cycle: 7 months", term: term).map(\.said) == [
                "commercials.pipeline.cycle: a deal takes 7 months, which is longer than the "
                    + "agreement lasts"
            ])
    }

    @Test(arguments: ["0 days", "1 hour"])
    func takesNoCycleForNothing(cycle: String) {
        #expect(found("target: EUR 500, coverage: 1, cycle: \(cycle), \(stages)").isEmpty)
    }
}
