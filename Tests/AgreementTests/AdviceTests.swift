import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// What `check` looks for advises those who are about to sign. It judges no history.
@Suite struct AdviceTests {
    private static let sound = TermsText().with { $0.files["clauses/branding.md"] = "# Names\n" }

    /// A court before any mediation.
    private let court = sound.with {
        $0.files["safeguards.yaml"] = """
            disputes:
              partners:
                steps: [{id: judge, step: court, who: [ada], within: 1 year}]
              customers:
                steps: [{id: answer, step: talk, who: [ada], within: 1 day}]

            """
    }

    private func errors(in terms: TermsText) throws -> [String] {
        TermsDocument(try files(terms)).signingFindings().filter { $0.severity == .error }
            .map(\.rule)
    }

    private func files(_ terms: TermsText) throws -> TermsFiles {
        TermsFiles(
            try terms.contents().map { TermsEntry(path: $0, bytes: Array($1.utf8)) })
    }

    private func propose(_ terms: TermsText, in shop: Workshop) throws -> String? {
        do {
            _ = try shop.workspace().propose(
                .files(try files(terms)), framework: "alliance", slug: "next", title: "Next",
                why: "To see.")
            return nil
        } catch let problem as Problem {
            return problem.code
        }
    }

    @Test func makesNoAgreementVoid() throws {
        let found = try errors(in: court)
        #expect(found == ["mediation-first"])
        let shop = try Workshop.founded()
        try shop.amend(court, by: .ada, .dora)
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.frameworks["alliance"]?.inForce.number == 2)
    }

    @Test func keepsPeopleFromProposing() throws {
        let shop = try Workshop.founded()
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        #expect(try propose(court, in: shop) == "mediation-first")
        #expect(try propose(Self.sound.amended(), in: shop) == nil)
    }

    @Test func letsWhatIsInForceStand() throws {
        let shop = try Workshop.founded()
        try shop.amend(court, by: .ada, .dora)
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        let worse = court.with {
            $0.files["safeguards.yaml"]? += "exclusivity: {mode: mutual, scope: S.}\n"
        }
        #expect(try propose(worse, in: shop) == "exclusivity-end")
        #expect(try propose(court.amended(), in: shop) == nil)
    }
}
