import Foundation
import TestSupport
import Testing

/// A host that people push to: a bare repository with the hook, and a clone in which everybody
/// works. The clone has no hooks, so that what reaches the host is what a hostile partner sends.
struct Hub {
    /// Who works with it, and with what.
    let sandbox: Sandbox
    /// The folder of the bare repository.
    let path: String
    /// The clone.
    let clone: Alliance

    /// A host that holds the founded framework `alliance`.
    static func founded() throws -> Hub {
        let alliance = try Alliance.founded()
        let hub = try Hub(sandbox: alliance.sandbox, beside: alliance)
        try alliance.shell("git push -q --no-verify '\(hub.path)' main")
        try hub.clone.shell(
            """
            git remote add origin '\(hub.path)'
            git config --add remote.origin.fetch 'refs/heads/proposals/*:refs/heads/proposals/*'
            git fetch -q && git switch -q -C main origin/main
            """)
        return hub
    }

    /// A host that holds nothing yet, and a clone that holds nothing either.
    static func empty() throws -> Hub {
        let sandbox = try Sandbox()
        return try Hub(sandbox: sandbox, beside: Alliance(sandbox: sandbox, path: sandbox.path))
    }

    private init(sandbox: Sandbox, beside alliance: Alliance) throws {
        self.sandbox = sandbox
        path = sandbox.path + "/hub.git"
        clone = Alliance(sandbox: sandbox, path: sandbox.path + "/clone")
        let made = try sandbox.run(
            "git init -q --bare ../hub.git && entente -C ../hub.git hooks install --server"
                + " && git init -q ../clone", as: .ada)
        guard made.code == 0 else { throw RunFailure(made.output) }
    }

    /// What the host holds.
    func references() throws -> String {
        try clone.shell(
            "git --git-dir='\(path)' for-each-ref --format='%(refname) %(objectname)'")
    }

    /// Pushes, and returns what became of it.
    func push(
        _ arguments: String, as person: Person = .ada, with variables: [String: String] = [:]
    ) throws -> Outcome {
        try sandbox.run(
            "cd '\(clone.path)' && git push '\(path)' \(arguments)", as: person,
            with: variables)
    }

    /// Pushes what has to be taken.
    func take(
        _ arguments: String, _ comment: String = "", location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try push(arguments)
        #expect(
            outcome.code == 0, "git push \(arguments): \(outcome.output)", sourceLocation: location)
    }

    /// Pushes what has to be refused, all of it, and expects each of these in what is said.
    func refuse(
        _ arguments: String, saying words: String..., with variables: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try references()
        let outcome = try push(arguments, with: variables)
        #expect(
            outcome.code != 0, "git push \(arguments): \(outcome.output)", sourceLocation: location)
        #expect(try references() == before, "\(outcome.output)", sourceLocation: location)
        for word in words {
            #expect(
                outcome.output.contains(word), "\(word) in \(outcome.output)",
                sourceLocation: location)
        }
    }

    /// Proposes a longer notice, unsigned.
    func propose(_ slug: String = "notice", notice: String = "6 months") throws {
        try clone.must(
            "propose", slug, "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=\(notice)")
    }

    /// The name of a proposal of the framework.
    func branch(_ slug: String = "notice") -> String { "proposals/alliance/\(slug)" }

    /// Signs for both parties.
    func sign(_ slug: String = "notice") throws {
        try clone.must("sign", slug, "--yes")
        try clone.must("sign", slug, "--yes", as: .dora)
    }
}
