import Foundation
import TestSupport
import Testing

/// Five parties on five clones and one bare repository with the hook: seeded random steps, with
/// `kill -9` and a host that goes away in the middle. `ENTENTE_STEPS=2000`, as `make stress` sets
/// it, for a long run; `ENTENTE_SEED` for another one.
@Suite("Five parties at random")
struct SimulationTests {
    private static let steps = SourceTree.number("ENTENTE_STEPS", default: 24)
    private static let seed = SourceTree.number("ENTENTE_SEED", default: 20_270_104)
    private static let round = 12

    @Test("all clones converge, all of it verifies, and nothing that was said is lost")
    func converging() throws {
        var simulation = try Simulation(seed: UInt64(Self.seed))
        var done = 0
        while done < Self.steps {
            let count = min(Self.round, Self.steps - done)
            for _ in 0..<count { try simulation.step() }
            done += count
            try simulation.converge("after \(done) steps")
        }
        let summary = simulation.summary
        #expect(simulation.made.count > done / 20, "\(summary)")
        if done >= 500 {
            #expect(simulation.versions > 3 && simulation.kills > 10, "\(summary)")
            print("simulation: \(done) steps, \(summary)")
        }
    }
}

/// The five, what they have done so far, and chance.
private struct Simulation {
    private let partners: Partners
    private let people: [Person] = [.ada, .ben, .dora, .emil, .frida]
    private var random: SplitMix
    private var serial = 0
    /// The statements that anybody made, by the ids of their commits.
    private(set) var made: Set<String> = []
    private var recorded: Set<String> = []
    private(set) var versions = 0
    private(set) var kills = 0
    private var outages = 0
    private var trace: [String] = []
    /// The proposal that all have in view.
    private var topic: String?
    /// How often somebody looked for it in vain.
    private var topicAge = 0
    /// What the last command said.
    private var said = ""

    init(seed: UInt64) throws {
        random = SplitMix(seed: seed)
        let sandbox = try Sandbox()
        partners = Partners(sandbox: sandbox, hub: sandbox.path + "/hub.git")
        let first = Alliance(sandbox: sandbox, path: sandbox.path + "/first")
        let begun = try sandbox.start(entente: ["init", first.path], as: .ada).wait()
        try #require(begun.code == 0, "\(begun)")
        try first.must(
            "new", "alliance", "--title", "Five together", "--party", "ada-firm=Ada Ltd",
            "--party", "ben-firm=Ben Ltd", "--person", "ada=Ada Brennan", "--person",
            "ben=Ben Okafor", "--set", "framework.term.starts=2027-02-01", "--set",
            "purpose.why=All lose bids.", "--set", "commercials.strategy.mode=growth")
        try Data(Self.registry(of: people, in: sandbox).utf8)
            .write(to: URL(fileURLWithPath: first.terms + "/parties.yaml"))
        try first.must("propose", "founding", "--title", "Founding", "--why", "To start.")
        for person in people { try first.must("sign", "founding", "--yes", as: person) }
        try first.must("agree", "founding")
        try first.shell(
            """
            git init -q --bare --initial-branch=main '\(partners.hub)'
            entente -C '\(partners.hub)' hooks install --server
            git push -q --no-verify '\(partners.hub)' main
            """)
        for person in people { try partners.join(person) }
    }

    /// Five companies, each with one person whose signature binds it.
    private static func registry(of people: [Person], in sandbox: Sandbox) throws -> String {
        var parties = "parties:\n"
        var persons = "people:\n"
        for person in people {
            let key = try String(
                contentsOfFile: sandbox.home(of: person) + "/.ssh/id_ed25519.pub", encoding: .utf8)
            parties += """
                  \(person.id)-firm:
                    name: \(person.name) Ltd
                    kind: other
                    signing:
                      - needs: 1
                        of: [\(person.id)]

                """
            persons += """
                  \(person.id):
                    name: \(person.name)
                    party: \(person.id)-firm
                    keys:
                      - \(key.trimmingCharacters(in: .newlines))

                """
        }
        return parties + persons + "retired: []\n"
    }

    var summary: String {
        "\(made.count) statements, \(recorded.count) records, \(versions) versions, \(kills) "
            + "kills, \(outages) outages; seed and last steps: \(trace.suffix(20))"
    }

    /// One random step of somebody's.
    mutating func step() throws {
        let person = people.randomElement(using: &random) ?? .ada
        serial += 1
        let number = serial
        switch Int.random(in: 0..<100, using: &random) {
        case ..<8: try propose(person)
        case ..<10:
            let change = change()
            try about(person) { ["revise", $0, "--set", change] }
        case ..<13:
            let way = [[], ["--continue"], ["--abandon"]].randomElement(using: &random) ?? []
            try about(person, inView: true) { ["update", $0] + way }
        case ..<43: try about(person, inView: true) { ["sign", $0, "--yes"] }
        case ..<45: try about(person) { ["withdraw", $0, "--reason", "Not yet."] }
        case ..<48: try about(person) { ["comment", $0, "--reason", "Said \(number)."] }
        case ..<50: try about(person) { ["object", $0, "--reason", "No \(number)."] }
        case ..<52: try about(person) { ["close", $0, "--reason", "Enough."] }
        case ..<63: try about(person, inView: true) { ["agree", $0] }
        case ..<68:
            try run(
                person,
                [
                    "record", "deals", "registered", "deal-\(serial)", "--set",
                    "customer=Customer \(serial)",
                ])
        case ..<71:
            _ = try partners.copy(of: person).shell(
                "echo \(serial) > NOTE-\(serial) && git add NOTE-\(serial) && git commit -q -m Note "
                    + "|| true", as: person)
        case ..<74: try loseHost(person)
        default: try run(person, ["sync"])
        }
    }

    private mutating func change() -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: "framework.term.notice=\(Int.random(in: 1...24, using: &random)) months"
        case 1: "purpose.why=Reason \(serial)."
        default: "framework.term.starts=2027-03-\(Int.random(in: 10...28, using: &random))"
        }
    }

    private mutating func propose(_ person: Person) throws {
        // Two may choose one name without knowing of each other.
        let slug = "idea-\(serial / 3)"
        if Bool.random(using: &random) {
            try run(person, ["set"] + change().split(separator: "=", maxSplits: 1).map(String.init))
            try run(person, ["propose", slug, "--title", "Idea \(serial)", "--why", "Because."])
        } else {
            try run(
                person,
                [
                    "propose", slug, "--title", "Idea \(serial)", "--why", "Because.", "--set",
                    change(),
                ])
        }
    }

    /// Something about one of the proposals that a person has; mostly, where asked, about the one
    /// that all have in view now, or else hardly any would ever get everybody's signature.
    private mutating func about(
        _ person: Person, inView: Bool = false, _ command: (String) -> [String]
    ) throws {
        let listed = try partners.copy(of: person).shell(
            "git for-each-ref --format='%(refname:lstrip=4)' refs/heads/proposals", as: person)
        let slugs = listed.split(separator: "\n").map(String.init)
        guard let slug = slugs.randomElement(using: &random) else { return }
        guard inView, Int.random(in: 0..<4, using: &random) > 0 else {
            return try run(person, command(slug))
        }
        let viewed = topic ?? slug
        topic = viewed
        guard slugs.contains(viewed) else {
            topicAge += 1
            if topicAge > 30 { topic = nil }
            return try run(person, ["sync"])
        }
        topicAge = 0
        try run(person, command(viewed))
        // What is closed or agreed is no topic any more.
        let isOver = ["closed", "is in force", "agreed as version"].contains { said.contains($0) }
        if isOver { topic = nil }
    }

    /// Runs a command, and kills it in the middle, one time in eight.
    private mutating func run(_ person: Person, _ arguments: [String]) throws {
        let running = try partners.copy(of: person).start(arguments, as: person)
        let isKilled = Int.random(in: 0..<8, using: &random) == 0
        if isKilled {
            usleep(UInt32.random(in: 0..<150_000, using: &random))
            running.kill()
            kills += 1
        }
        let outcome = try running.wait()
        said = outcome.output + outcome.errors
        trace.append("\(person.id) \(arguments.prefix(3)) \(outcome.code)\(isKilled ? "!" : "")")
        if !isKilled { #expect(outcome.code < 3, "\(person.id) \(arguments): \(outcome)") }
    }

    /// The host goes away while somebody talks to it.
    private mutating func loseHost(_ person: Person) throws {
        outages += 1
        let running = try partners.copy(of: person).start(["sync"], as: person)
        usleep(UInt32.random(in: 0..<100_000, using: &random))
        let away = partners.hub + ".away"
        try FileManager.default.moveItem(atPath: partners.hub, toPath: away)
        let outcome = try running.wait()
        try FileManager.default.moveItem(atPath: away, toPath: partners.hub)
        trace.append("\(person.id) outage \(outcome.code)")
        #expect(outcome.code < 3, "\(person.id) sync without a host: \(outcome)")
    }

    /// Everybody syncs, and then all hold the same, which verifies and has everything.
    mutating func converge(_ comment: Comment) throws {
        for person in people {
            let said = try partners.copy(of: person).shell(
                """
                git log --branches --format=%H --grep '^Entente-Sign-Off: 1' \
                    --grep '^Entente-Objection: 1' --grep '^Entente-Withdrawal: 1' \
                    --grep '^Entente-Comment: 1' --grep '^Entente-Closing: 1'
                """, as: person)
            made.formUnion(said.split(separator: "\n").map(String.init))
            let records = try partners.copy(of: person).shell(
                "git ls-tree -r --name-only main frameworks/alliance/records", as: person)
            recorded.formUnion(records.split(separator: "\n").map(String.init))
        }
        for _ in 0..<2 {
            for person in people {
                let outcome = try partners.copy(of: person).run(["sync"], as: person)
                #expect(
                    outcome.code == 0, "\(comment): \(person.id): \(outcome) \(trace.suffix(30))")
            }
        }
        try partners.expectInStep(people, "\(comment) \(trace.suffix(30))")
        let host = Alliance(sandbox: partners.sandbox, path: partners.hub)
        let kept = try host.shell(
            """
            export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
            git fsck --strict --no-dangling && git rev-list --branches
            git ls-tree -r --name-only main frameworks/alliance/records
            """)
        let held = Set(kept.split(separator: "\n").map(String.init))
        #expect(
            made.isSubset(of: held), "\(comment): \(made.subtracting(held)) \(trace.suffix(30))")
        #expect(recorded.isSubset(of: held), "\(comment): \(recorded.subtracting(held))")
        // No agreement without the signatures of all, whatever `verify` thinks.
        let verdict = try #require(
            JSON(try partners.run(.ada, "verify", "--full", "--json").output))
        let list = verdict["frameworks"][0]["versions"].list
        versions = list.count
        for version in list {
            let parties = Set(version["signatures"].list.compactMap(\.["party"].text))
            #expect(parties.count == people.count, "\(comment): \(version)")
        }
    }
}
