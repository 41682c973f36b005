import Foundation
import TestSupport
import Testing

/// `hook ci`: the check of a host that runs no hooks, in the copies that automatic builds work in.
@Suite("An automatic build judges what a host took")
struct BuildHookTests {
    /// A host without hooks, and what it knows of a push.
    private func host() throws -> Hub {
        let hub = try Hub.founded()
        try hub.clone.shell("rm '\(hub.path)/hooks/pre-receive'")
        return hub
    }

    /// Builds a branch as GitHub does, or as GitLab does.
    private func build(
        _ branch: String, of hub: Hub, before: String, asGitLab: Bool = false,
        depth: String = ""
    ) throws -> Outcome {
        let setting =
            asGitLab
            ? "CI_COMMIT_BRANCH='\(branch)' CI_COMMIT_SHA=$now CI_COMMIT_BEFORE_SHA=\(before)"
            : "GITHUB_REF='refs/heads/\(branch)' GITHUB_SHA=$now"
        return try hub.sandbox.run(
            """
            place=$(mktemp -d '\(hub.sandbox.path)/tmp/XXXXXX')
            git clone -q \(depth) 'file://\(hub.path)' "$place" && cd "$place" || exit 9
            now=$(git rev-parse 'origin/\(branch)'); git checkout -q $now
            \(setting) entente hook ci \(asGitLab ? "" : "--before \(before)")
            """, as: .frida)
    }

    private func commit(_ name: String, in hub: Hub) throws -> String {
        try hub.clone.shell("git rev-parse '\(name)'").trimmingCharacters(in: .newlines)
    }

    private let none = String(repeating: "0", count: 40)

    @Test("what is right holds", arguments: [false, true])
    func honest(asGitLab: Bool) throws {
        let hub = try host()
        try hub.propose()
        try hub.take(hub.branch())
        let proposed = try build(hub.branch(), of: hub, before: none, asGitLab: asGitLab)
        #expect(proposed.code == 0 && proposed.output.contains("alliance v1"), "\(proposed)")
        let before = try commit("main", in: hub)
        try hub.sign()
        try hub.clone.must("agree", "notice")
        try hub.take("main")
        let agreed = try build("main", of: hub, before: before, asGitLab: asGitLab)
        #expect(agreed.code == 0 && agreed.output.contains("main holds: alliance v2"), "\(agreed)")
        let fresh = try build("main", of: hub, before: none, asGitLab: asGitLab)
        #expect(fresh.code == 0, "\(fresh)")
    }

    @Test("an unsigned change is named, on main and below a proposal")
    func unsigned() throws {
        let hub = try host()
        let before = try commit("main", in: hub)
        try hub.propose()
        try hub.clone.shell(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky")
        try hub.take("main \(hub.branch())")
        for (branch, before) in [("main", before), (hub.branch(), none)] {
            let outcome = try build(branch, of: hub, before: before)
            #expect(outcome.code == 1, "\(outcome)")
            #expect(outcome.output.contains("main is refused: the terms of alliance change"))
        }
    }

    @Test("a proposal that reaches too far is named")
    func outside() throws {
        let hub = try host()
        try hub.propose()
        try hub.clone.shell(
            "git switch -q \(hub.branch()); echo x > README.md; git add -A; git commit -q -m Stray")
        try hub.take(hub.branch())
        let outcome = try build(hub.branch(), of: hub, before: none)
        #expect(outcome.code == 1 && outcome.output.contains("it changes README.md"), "\(outcome)")
    }

    @Test("a history that was forced back is seen, whether its commits are gone or not")
    func forced() throws {
        let hub = try host()
        let before = try commit("main", in: hub)
        try hub.clone.shell("git branch first main~1")
        try hub.take("--force first:main")
        let gone = try build("main", of: hub, before: before)
        #expect(gone.code == 3 && gone.output.contains("was moved back"), "\(gone)")
        try hub.take("main:refs/heads/kept")
        let kept = try build("main", of: hub, before: before)
        #expect(kept.code == 3 && kept.output.contains("moved back: it leaves out"), "\(kept)")
        #expect(kept.output.contains("Put it back on the host"), "\(kept)")
    }

    @Test("a copy that is not whole can't judge")
    func shallow() throws {
        let hub = try host()
        let outcome = try build("main", of: hub, before: none, depth: "--depth 1")
        #expect(outcome.code == 2 && outcome.output.contains("git fetch --unshallow"), "\(outcome)")
    }
}
