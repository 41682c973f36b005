import TestSupport
import Testing

/// Advice that can be followed as it stands.
@Suite("advice of a step")
struct NextStepTests {
    @Test(
        "names a framework the way the command takes it",
        arguments: [
            "verify --founding \(String(repeating: "0", count: 64))", "records", "log", "show",
            "questions", "keys", "people",
            "audit", "obligations", "check --at in-force",
        ])
    func severalFrameworks(line: String) throws {
        let alliance = try Alliance.founded()
        try alliance.must("new", "second", "--template", "working-document")
        let words = line.split(separator: " ").map(String.init)
        let refused = try alliance.run(words + ["--json"])
        let next = try #require(JSON(refused.errors)?["next"].text, "\(refused)")
        #expect(next == "Name one: entente \(words[0]) alliance | second")
        let named = try alliance.run([words[0], "alliance"] + words.dropFirst())
        #expect(!named.errors.contains("several frameworks"), "\(named)")
        let option = try alliance.run(["status", "--framework", "alliance"])
        #expect(option.code == 0)
    }

    @Test("names the option where a command has it")
    func option() throws {
        let alliance = try Alliance.founded()
        try alliance.must("new", "second", "--template", "working-document")
        let refused = try alliance.run(["diff", "--json"])
        #expect(
            JSON(refused.errors)?["next"].text == "Name one with --framework: alliance, second")
    }

    @Test("after answers proposes a founding only where nothing is founded")
    func answers() throws {
        let alliance = try Alliance.founded()
        try alliance.shell("echo 2028-01-31 > ../answers")
        let outcome = try alliance.run(["questions", "--answers", "../answers"])
        #expect(outcome.errors.contains("entente propose <slug> --title"), "\(outcome)")
    }
}
