import TestSupport
import Testing

/// What `doctor` finds out about what connects a workspace with others and with Git.
@Suite("Doctor")
struct DoctorTests {
    private func points(_ alliance: Alliance) throws -> (code: Int32, all: [String: JSON]) {
        let outcome = try alliance.run(["doctor", "--json"])
        let points = try #require(JSON(outcome.output)?.list, "\(outcome)")
        return (
            outcome.code,
            Dictionary(points.map { ($0["what"].text ?? "", $0) }, uniquingKeysWith: { $1 })
        )
    }

    @Test("shows each remote, and whether sync can go there")
    func remotes() throws {
        let alliance = try Alliance.founded()
        let alone = try points(alliance)
        #expect(alone.code == 0)
        #expect(alone.all["remotes"]?["fix"].text?.contains("git remote add") == true)
        try alliance.shell(
            """
            git init -q --bare ../hub.git
            git remote add here ../hub.git
            git remote add far https://ada:secret@example.com/hub.git
            """)
        let reachable = try points(alliance)
        #expect(reachable.code == 0, "\(reachable)")
        #expect(reachable.all["remote here"]?["found"].text == "../hub.git")
        let far = try #require(reachable.all["remote far"]?["found"].text)
        #expect(far.hasPrefix("https://ada@example.com/hub.git"), "\(far)")
        try alliance.shell("git remote add old git://example.com/hub.git; rm -r ../hub.git")
        let broken = try points(alliance)
        #expect(broken.code == 1)
        for name in ["here", "old"] {
            #expect(
                broken.all["remote \(name)"]?["fix"].text == "git remote set-url \(name) <address>",
                "\(broken)")
        }
    }

    @Test("says which hooks and drivers are not installed, and how they are")
    func hooks() throws {
        let alliance = try Alliance.founded()
        #expect(try points(alliance).all["hooks"]?["found"].text == "installed")
        try alliance.must("hooks", "remove")
        let without = try points(alliance)
        #expect(without.code == 0)
        let found = without.all["hooks"]?["found"].text ?? ""
        for name in ["pre-commit", "pre-push", "post-merge", "git merge"] {
            #expect(found.contains(name), "\(found)")
        }
        #expect(without.all["hooks"]?["fix"].text == "entente hooks install")
        try alliance.must("hooks", "install")
        #expect(try points(alliance).all["hooks"]?["found"].text == "installed")
    }
}
