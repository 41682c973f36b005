import TestSupport
import Testing

extension Alliance {
    /// A workspace in which Dora's proposal `theirs` has been agreed after Ada wrote `ours`; each
    /// sets some values.
    static func crossed(ours: [String], theirs: [String]) throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "start", "--title", "A pipeline", "--why", "To plan.",
            "--set", "commercials.pipeline={target: EUR 100, cycle: 6 months}")
        try alliance.agree("start")
        try alliance.propose("ours", setting: ours)
        try alliance.must("sign", "ours", "--yes")
        try alliance.propose("theirs", setting: theirs, as: .dora)
        try alliance.agree("theirs")
        return alliance
    }

    /// Such a workspace of which Ada has begun the update of `ours`, on version 3, in which two amounts
    /// wait for decisions.
    static func undecided() throws -> Alliance {
        let alliance = try crossed(
            ours: ["commercials.pipeline={target: EUR 200, cycle: 9 months}"],
            theirs: ["commercials.pipeline={target: EUR 300, cycle: 12 months}"])
        #expect(try alliance.run(["update", "ours"]).code == 1)
        return alliance
    }

    /// Proposes some values.
    func propose(_ slug: String, setting values: [String], as person: Person = .ada) throws {
        let outcome = try run(
            ["propose", slug, "--title", slug, "--why", "Because."]
                + values.flatMap { ["--set", $0] }, as: person)
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    /// Signs a proposal for both parties, and puts it in force.
    func agree(_ slug: String) throws {
        try must("sign", slug, "--yes")
        try must("sign", slug, "--yes", as: .dora)
        try must("agree", slug)
    }
}
