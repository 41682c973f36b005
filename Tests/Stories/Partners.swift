import Foundation
import TestSupport
import Testing

/// Partners who work apart: each with a clone, a home and a key of their own, and one bare
/// repository with the hook, to which they `sync`.
struct Partners {
    /// Who works with it, and with what.
    let sandbox: Sandbox
    /// The bare repository.
    let hub: String

    /// Partners for whom the framework `alliance` is in force, all in step.
    static func founded(_ people: [Person] = [.ada, .dora]) throws -> Partners {
        let alliance = try Alliance.founded()
        let partners = Partners(
            sandbox: alliance.sandbox, hub: alliance.sandbox.path + "/hub.git")
        try alliance.shell(
            """
            git init -q --bare --initial-branch=main '\(partners.hub)'
            entente -C '\(partners.hub)' hooks install --server
            git push -q --no-verify '\(partners.hub)' main
            """)
        for person in people { try partners.join(person) }
        return partners
    }

    /// The same, and Dora agreed to a proposal of Ada's, `notice`, which nobody else has heard of.
    static func ahead() throws -> Partners {
        let partners = try founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.dora, "agree", "notice")
        return partners
    }

    /// Gives somebody a clone.
    func join(_ person: Person) throws {
        try Alliance(sandbox: sandbox, path: sandbox.path).shell(
            "git clone -q '\(hub)' \(person.id)-copy && entente init \(person.id)-copy",
            as: person)
    }

    /// Somebody's clone.
    func copy(of person: Person) -> Alliance {
        Alliance(sandbox: sandbox, path: "\(sandbox.path)/\(person.id)-copy")
    }

    /// Runs a command in somebody's own clone.
    func run(_ person: Person, _ arguments: String...) throws -> Outcome {
        try copy(of: person).run(arguments, as: person)
    }

    /// Runs a command in somebody's own clone, which has to work.
    @discardableResult
    func must(
        _ person: Person, _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let outcome = try copy(of: person).run(arguments, as: person)
        #expect(
            outcome.code == 0,
            "\(person.id): entente \(arguments.joined(separator: " ")): \(outcome)",
            sourceLocation: location)
        return outcome
    }

    /// Brings somebody's clone and the hub together, and returns what the program says of it.
    @discardableResult
    func sync(
        _ person: Person, _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let outcome = try copy(of: person).run(["sync", "--json"] + arguments, as: person)
        #expect(outcome.code == 0, "\(person.id): \(outcome)", sourceLocation: location)
        return try #require(JSON(outcome.output), "\(outcome)", sourceLocation: location)
    }

    /// What `sync` is refused with.
    func refusal(
        _ person: Person, exit code: Int32, location: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let before = try copy(of: person).branches(as: person)
        let outcome = try copy(of: person).run(["sync", "--json"], as: person)
        #expect(outcome.code == code, "\(outcome)", sourceLocation: location)
        #expect(
            try copy(of: person).branches(as: person) == before, sourceLocation: location)
        return try #require(JSON(outcome.errors), "\(outcome)", sourceLocation: location)
    }

    /// Proposes another notice period, signed by whoever proposes it.
    func propose(_ person: Person, _ slug: String, notice: String) throws {
        try must(
            person, "propose", slug, "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=\(notice)")
        try must(person, "sign", slug, "--yes")
    }

    /// Ada and Dora found another framework.
    func found(_ framework: String) throws {
        let ada = copy(of: .ada)
        try ada.shell(
            """
            cp -R frameworks/alliance frameworks/\(framework)
            sed -i 's/^uid: .*/uid: 33333333-3333-4333-8333-333333333333/' \
                frameworks/\(framework)/terms/framework.yaml
            entente propose founding --framework \(framework) --title Pact --why So.
            entente sign founding --yes
            """)
        try ada.must("sign", "founding", "--yes", as: .dora)
        try must(.ada, "agree", "founding")
        for person in [Person.ada, .dora] { try sync(person) }
    }

    /// The branches of the hub.
    func hubBranches() throws -> String {
        try Alliance(sandbox: sandbox, path: hub).branches(as: .frida)
    }

    /// Expects that everybody and the hub hold the same branches, that all of it verifies, that
    /// nothing lies about, and that working files are those of the agreed history.
    func expectInStep(
        _ people: [Person] = [.ada, .dora], _ comment: Comment = "",
        location: SourceLocation = #_sourceLocation
    ) throws {
        let hub = try hubBranches()
        for person in people {
            let copy = copy(of: person)
            let difference = Alliance.changes(from: hub, to: try copy.branches(as: person))
            #expect(
                difference.isEmpty, "\(person.id): \(difference) \(comment)",
                sourceLocation: location)
            let verdict = try copy.run(["verify"], as: person)
            #expect(verdict.code == 0, "\(comment) \(verdict)", sourceLocation: location)
            let leftovers = try copy.leftovers()
            #expect(leftovers.isEmpty, comment, sourceLocation: location)
        }
    }
}

extension Alliance {
    /// The branches, with what they lead to.
    func branches(as person: Person) throws -> String {
        try shell(
            """
            export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
            git for-each-ref --format='%(refname) %(objectname)' refs/heads
            """, as: person)
    }
}
