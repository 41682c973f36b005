import Foundation
import TestSupport
import Testing

/// The five, what they have done so far, and chance.
struct Simulation {
    let partners: Partners
    let people: [Person] = [.ada, .ben, .dora, .emil, .frida]
    var random: SplitMix
    var serial = 0
    /// The proposals that all have in view, two at most, and how often somebody turned to them.
    var topics: [(slug: String, looks: Int)] = []
    /// What the last command said.
    private(set) var said = ""

    /// The statements that anybody made, by the ids of their commits.
    private(set) var made: Set<String> = []
    private var recorded: Set<String> = []
    private(set) var versions = 0
    /// How often two agreed different things without knowing of each other.
    private(set) var crossings = 0
    private(set) var kills = 0
    private(set) var outages = 0
    private var trace: [String] = []

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
        "\(made.count) statements, \(recorded.count) records, \(versions) versions, "
            + "\(crossings) crossings, \(kills) kills, \(outages) outages; last steps: \(trace.suffix(20))"
    }

    /// Runs a command, and kills it in the middle, one time in eight.
    mutating func run(_ person: Person, _ arguments: [String]) throws {
        let running = try partners.copy(of: person).start(arguments, as: person)
        let isKilled = Int.random(in: 0..<8, using: &random) == 0
        if isKilled {
            usleep(UInt32.random(in: 0..<150_000, using: &random))
            running.kill()
            kills += 1
        }
        let outcome = try running.wait()
        hear(outcome)
        // What can't be reached is worth its reason.
        let reason = outcome.code == 2 ? " \(outcome.errors)" : ""
        trace.append(
            "\(person.id) \(arguments.prefix(3)) \(outcome.code)\(isKilled ? "!" : "")\(reason)")
        if !isKilled { #expect(outcome.code < 3, "\(person.id) \(arguments): \(outcome)") }
    }

    private mutating func hear(_ outcome: Outcome) {
        said = outcome.output + outcome.errors
        if said.contains("is open again") { crossings += 1 }
    }

    /// The host goes away while somebody talks to it.
    mutating func loseHost(_ person: Person) throws {
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
                hear(outcome)
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
        var held = Set(kept.split(separator: "\n").map(String.init))
        for person in people { held.formUnion(try leftBehind(by: person)) }
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

    /// What was said of proposals that stood on agreements that gave way, and is kept where they did.
    private func leftBehind(by person: Person) throws -> [String] {
        try partners.copy(of: person).shell(
            """
            tips=$(git for-each-ref --format='%(refname)' refs/entente/kept)
            test -z "$tips" && exit
            agreed=$(git rev-list --grep '^Entente-Agreement: 1' $tips --not main)
            git rev-list $tips --not main $agreed
            """, as: person
        ).split(separator: "\n").map(String.init)
    }

    /// How many versions came from a proposal that another agreement had overtaken, and that took
    /// up the terms in force then.
    func overtaken() throws -> Int {
        try partners.copy(of: .ada).shell(
            """
            git rev-list --first-parent main > ../main-line
            for version in $(git rev-list --first-parent --min-parents=2 main); do
                git rev-list --parents --min-parents=2 "$version^1..$version^2" |
                    cut -d' ' -f3 | grep -qxFf ../main-line && echo "$version"
            done
            true
            """
        ).split(separator: "\n").count
    }
}
