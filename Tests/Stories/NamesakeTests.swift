import TestSupport
import Testing

/// Proposals that have the name and the text of one that was agreed.
@Suite("a proposal with the name and text of an earlier one")
struct NamesakeTests {
    @Test("is open until it is agreed, whatever was merged")
    func staysOpen() throws {
        let alliance = try Alliance.founded()
        for (slug, why) in [("change", "One."), ("back", "Two.")] {
            try alliance.propose(slug, setting: ["purpose.why=\(why)"])
            try alliance.agree(slug)
        }
        try alliance.propose("change", setting: ["purpose.why=One."])
        try alliance.must("sign", "change", "--yes")
        try alliance.shell("git merge -q -s ours -m Merged proposals/alliance/change")
        let listed = try #require(JSON(try alliance.run(["proposals", "--json"]).output))
        #expect(listed.list.map(\.["proposal"].text) == ["change"], "\(listed)")
    }
}

/// Proposals whose commits an agreement took along.
@Suite("a proposal that is part of the history")
struct ContainedProposalTests {
    private func open(_ alliance: Alliance) throws -> [String?] {
        let listed = try #require(JSON(try alliance.run(["proposals", "--json"]).output))
        return listed.list.map(\.["proposal"].text)
    }

    @Test(
        "stays open and keeps its name where one that was built on it was agreed",
        arguments: ["entente agree more", "git merge -q --no-edit --no-ff proposals/alliance/more"])
    func builtOn(agreeing: String) throws {
        let alliance = try Alliance.founded()
        try alliance.propose("base", setting: ["purpose.why=One."])
        try alliance.shell("git branch -q proposals/alliance/more proposals/alliance/base")
        try alliance.must("revise", "more", "--set", "framework.term.notice=6 months")
        for person in [Person.ada, .dora] { try alliance.must("sign", "more", "--yes", as: person) }
        try alliance.shell(agreeing)
        #expect(try open(alliance) == ["base"])
        try alliance.shell("git init -q --bare --initial-branch=main ../hub.git")
        for _ in 0..<2 {
            try alliance.must("sync", "../hub.git")
            #expect(try open(alliance) == ["base"])
        }
        let hub = try alliance.shell("git -C ../hub.git for-each-ref refs/heads/proposals")
        #expect(hub.contains("alliance/base") && !hub.contains("more"), "\(hub)")
    }

    @Test(
        "leaves the one that was built on it a name and whoever built it", arguments: [true, false])
    func builtOnAgreed(byProgram: Bool) throws {
        let alliance = try Alliance.founded()
        try alliance.propose("base", setting: ["purpose.why=One."])
        try alliance.shell("git branch -q proposals/alliance/more proposals/alliance/base")
        try alliance.must("revise", "more", "--set", "framework.term.notice=6 months", as: .dora)
        try alliance.agree("base")
        func more() throws -> JSON {
            try #require(JSON(try alliance.run(["proposals", "--json"]).output))[0]
        }
        let name = try alliance.shell("git config user.name", as: .dora).dropLast()
        #expect(try more()["title"].text == "more")
        #expect(try more()["proposer"].text == String(name))
        try alliance.must("update", "more")
        for person in [Person.ada, .dora] { try alliance.must("sign", "more", "--yes", as: person) }
        try alliance.shell(
            byProgram ? "entente agree more" : "git merge -q --no-edit proposals/alliance/more")
        let log = try #require(JSON(try alliance.run(["log", "--json"]).output)).list.last
        #expect(log?["proposal"].text == "more", "\(log)")
        #expect(log?["proposer"].text == String(name), "\(log)")
    }

    @Test("is agreed where a later text of it was, also under a number of sync's")
    func revisedSince() throws {
        let alliance = try Alliance.founded()
        try alliance.propose("notice", setting: ["framework.term.notice=6 months"])
        let earlier = try alliance.shell("git rev-parse proposals/alliance/notice")
        try alliance.must("revise", "notice", "--set", "framework.term.notice=7 months")
        try alliance.agree("notice")
        for slug in ["notice", "notice-2"] {
            try alliance.shell("git branch proposals/alliance/\(slug) \(earlier)")
            #expect(try open(alliance) == [])
            try alliance.shell("git init -q --bare --initial-branch=main ../\(slug).git")
            try alliance.must("sync", "../\(slug).git")
            #expect(try alliance.shell("git for-each-ref refs/heads/proposals") == "")
        }
    }
}
