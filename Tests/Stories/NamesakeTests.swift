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
