import Git
import Terms
import Testing

@testable import Agreement

/// Who made a text what it is, and what was said about it.
@Suite struct AttributionTests {
    private let why = TermPath(section: "purpose").appending("why")
    private let title = TermPath(section: "framework").appending("title")

    /// A commit on a proposal that changes its terms.
    private func revise(
        _ tip: ObjectID, to terms: TermsText, in shop: Workshop, onto main: ObjectID? = nil,
        _ message: String
    ) throws -> ObjectID {
        let root = try shop.root(
            of: main ?? tip, replacing: TermsStore.path(of: "alliance"),
            with: (.tree, shop.tree(of: terms)))
        return try shop.commit(root, [tip] + [main].compactMap(\.self), message)
    }

    private func reasons(
        _ tip: ObjectID, _ shop: Workshop, _ path: TermPath, moved: Bool = false
    ) throws -> [String] {
        let attribution = try shop.workspace().attribution(of: shop.proposal(tip))
        return attribution.steps(changing: moved ? [] : [path], moving: moved ? [path] : [])[
            path, default: []
        ].map(\.why)
    }

    @Test func aTermGoesBackToTheStepsThatChangedIt() throws {
        let shop = try Workshop.founded()
        var tip = try shop.propose(TermsText().amended("One."))
        tip = try shop.say(.comment, on: tip, by: .dora)
        tip = try revise(
            tip, to: TermsText().amended("One.").retitled(), in: shop,
            "Revise alliance change\n\nA better title.\n")
        tip = try revise(
            tip, to: TermsText().amended("Two.").retitled(), in: shop, "Say two\n\nBecause.\n")
        #expect(try reasons(tip, shop, why) == ["", "Say two\n\nBecause."])
        #expect(try reasons(tip, shop, title) == ["A better title."])
        #expect(try reasons(tip, shop, TermPath(section: "parties")) == [])
        let steps = try shop.workspace().attribution(of: shop.proposal(tip)).steps
        #expect(steps.count == 3 && steps.last?.commit == tip)
        #expect(steps.allSatisfy { $0.author?.name == "Mallory" })
    }

    @Test func newWhiteSpaceIsNoChangeOfATerm() throws {
        let shop = try Workshop.founded()
        var tip = try shop.propose(
            TermsText().with { $0.files["clauses/scope.md"] = "# Scope\n\nAll of it.\n" })
        tip = try revise(
            tip,
            to: TermsText().with {
                $0.files["clauses/scope.md"] = "# Scope\n\nAll of\nit.\n"
                $0.files["purpose.yaml"] = "why: To sell\n  together.\n"
            }, in: shop, "Wrap\n")
        #expect(try reasons(tip, shop, TermPath(section: "clauses/scope")) == [""])
        #expect(try reasons(tip, shop, why) == [])
    }

    @Test func anItemThatMovedGoesBackToTheStepThatMovedIt() throws {
        func goals(_ ids: String...) -> TermsText {
            TermsText().with { terms in
                terms.files["purpose.yaml"] =
                    "goals:\n"
                    + ids.map { "  - id: \($0)\n    kind: material\n    text: G \($0).\n" }
                    .joined()
            }
        }
        let shop = try Workshop.founded()
        var tip = try shop.propose(goals("a", "b", "c"))
        tip = try revise(tip, to: goals("c", "a", "b"), in: shop, "Move\n")
        tip = try revise(tip, to: goals("c", "d", "a", "b"), in: shop, "Insert\n")
        let list = TermPath(section: "purpose").appending("goals")
        #expect(try reasons(tip, shop, list.appending("c"), moved: true) == ["Move"])
        #expect(try reasons(tip, shop, list.appending("c")) == [""])
        #expect(try reasons(tip, shop, list.appending("d")) == ["Insert"])
    }

    @Test func whatWasAgreedMeanwhileIsNoStepOfTheProposal() throws {
        let shop = try Workshop.founded()
        let start = try shop.propose(TermsText().amended("Mine."))
        try shop.amend(TermsText().retitled("Theirs"), by: .ada, .dora)
        let tip = try revise(
            start, to: TermsText().amended("Mine.").retitled("Theirs"), in: shop, onto: shop.main,
            "Revise alliance change\n")
        #expect(try reasons(tip, shop, why) == [""])
        let proposal = try shop.proposal(tip)
        let attribution = try shop.workspace().attribution(of: proposal)
        #expect(attribution.steps.map(\.commit) == [start, tip])
        #expect(proposal.candidate.changedFiles == ["purpose.yaml"])
    }

    @Test func aMergeOfStatementsMadeApartIsNoStep() throws {
        let shop = try Workshop.founded()
        let start = try shop.propose(TermsText().amended("Mine."))
        let one = try shop.say(.comment, on: start, by: .ada)
        let two = try revise(start, to: TermsText().amended("Ours."), in: shop, "Ours\n")
        let joined = try shop.commit(shop.repository.commit(two).tree, [one, two], "Join\n")
        let attribution = try shop.workspace().attribution(of: shop.proposal(joined))
        #expect(attribution.steps.map(\.commit) == [start, two])
    }

    @Test func aStatementIsAboutItsPlaceAndWhatItBelongsTo() throws {
        let shop = try Workshop.founded()
        let tip = try shop.say(
            .comment, on: shop.propose(TermsText().amended()), by: .dora,
            changing: { $0.on = "purpose.goals" })
        let general = try shop.say(.comment, on: tip, by: .dora)
        let said = try shop.proposal(general).said.map(\.signed)
        let goals = TermPath(section: "purpose").appending("goals")
        #expect(said.map { $0.isAbout(goals.appending("a")) } == [true, false])
        #expect(said.map { $0.isAbout(TermPath(section: "purpose")) } == [true, false])
        #expect(said.map { $0.isAbout(why) } == [false, false])
    }

    @Test func aTermHasALifeOverAllVersions() throws {
        let shop = try Workshop.founded()
        var tip = try shop.propose(TermsText().amended("Two."), slug: "second")
        tip = try shop.say(.objection, on: tip, by: .dora, changing: { $0.on = "purpose.why" })
        tip = try shop.say(.comment, on: tip, by: .dora, changing: { $0.on = "framework" })
        tip = try revise(tip, to: TermsText().amended("Three."), in: shop, "Listen to Dora\n")
        try shop.merge(try shop.signOff(tip, by: .ada, .dora))
        try shop.amend(TermsText().amended("Three.").retitled(), by: .ada, .dora)
        let framework = try #require(try shop.history().frameworks["alliance"])
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        let workspace = try shop.workspace()

        let life = try workspace.life(of: why, in: framework)
        #expect(life.map(\.version.number) == [1, 2])
        #expect(life.map { $0.steps.map(\.why) } == [[""], ["", "Listen to Dora"]])
        #expect(life.map { $0.remarks.map(\.person.id) } == [[], ["dora"]])
        #expect(life.last?.remarks.first?.signed.statement.kind == .objection)
        #expect(life.first?.old == nil)
        let titles = try workspace.life(of: title, in: framework)
        #expect(titles.map(\.version.number) == [1, 3])
        #expect(try workspace.life(of: why.appending("nothing"), in: framework).isEmpty)
    }
}
