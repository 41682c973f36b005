import TestSupport
import Testing

/// What was written on an agreement that nobody else had heard of, when others agreed something else.
@Suite("what stands on an agreement that gives way")
struct GivenWayTests {
    @Test("a proposal made from another one has its own title, reason and author")
    func ownOrigin() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "target", notice: "6 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.copy(of: .dora).shell(
            """
            git checkout -q -b proposals/alliance/rev proposals/alliance/target
            sed -i 's/^  notice: .*/  notice: 7 months/' frameworks/alliance/terms/framework.yaml
            git commit -q -a --no-verify -F - <<-END
            	Rev

            	Longer.

            	Entente-Proposal: 1
            	Framework: alliance
            	Proposal: rev
            	END
            git checkout -q main
            """, as: .dora)
        let listed = try #require(JSON(try partners.run(.dora, "proposals", "--json").output))
        #expect(listed.list.map(\.["title"].text) == ["Rev", "Notice"], "\(listed)")
        #expect(listed[0]["why"].text == "Longer.", "\(listed)")
    }

    @Test("a proposal that can't be sent is over when it is closed")
    func closing() throws {
        let partners = try Partners.founded()
        try partners.propose(.dora, "rev", notice: "6 months")
        try partners.copy(of: .dora).shell(
            """
            git checkout -q proposals/alliance/rev
            echo stray > stray.txt && git add stray.txt && git commit -q --no-verify -m Stray
            git checkout -q main
            """, as: .dora)
        let refused = try partners.run(.dora, "sync")
        #expect(refused.code == 1 && refused.errors.contains("it changes stray.txt"), "\(refused)")
        try partners.must(.dora, "close", "rev", "--reason", "It can't be sent.")
        try partners.sync(.dora)
        #expect(try !partners.hubBranches().contains("rev"))
    }
}
