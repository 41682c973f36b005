import Foundation
import TestSupport
import Testing

/// What somebody else wrote reaches a terminal without the marks that would steer it, whichever
/// command shows it.
@Suite("Hostile text on a terminal")
struct TerminalTests {
    /// Title of the window, clearing of the screen, a text turned round, a line of its own.
    private static let evil = "\u{1B}]0;x\u{7}\u{1B}[2J\u{202E}evil\u{9B}31m\u{200B}\r"

    private func expectHarmless(_ outcome: Outcome, _ command: String) {
        expectHarmless(outcome.output, "\(command), output")
        expectHarmless(outcome.errors, "\(command), errors")
    }

    private func expectHarmless(_ text: String, _ place: String) {
        let found = text.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
                || [0x200B, 0x202E, 0xFEFF].contains(scalar.value)
        }
        #expect(found.isEmpty, "\(place): \(text.debugDescription)")
        #expect(!text.contains("\nentente: all is well"), "\(place): \(text)")
    }

    private func hostile() throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        // Somebody who knows Git makes the same proposal with other words, and a statement that is
        // none; both name a committer who is called like nobody.
        let name = "M\(Self.evil)"
        try alliance.shell(
            """
            name=\(quoted(name))
            export GIT_AUTHOR_NAME="$name" GIT_COMMITTER_NAME="$name"
            tree=$(git rev-parse proposals/alliance/notice^{tree})
            tip=$(printf '%s\\n\\n%s\\n\\nEntente-Proposal: 1\\nFramework: alliance\\nProposal: evil\\n' \\
                \(quoted("Title \(Self.evil)")) \(quoted("Why \(Self.evil)\nentente: all is well")) \\
                | git commit-tree -p main $tree)
            tip=$(printf '%s\\n\\nEntente-Sign-Off: 1\\n' \(quoted("Sign \(Self.evil)")) \\
                | git commit-tree -p $tip $tree)
            git update-ref refs/heads/proposals/alliance/evil $tip
            """)
        return alliance
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }

    @Test("of a proposal and what is said on it")
    func proposals() throws {
        let alliance = try hostile()
        let commands = [
            ["status"], ["proposals"], ["status", "--verbose"], ["proposals", "--verbose"],
            ["diff", "evil"], ["show", "--at", "evil"], ["log"], ["verify"], ["agree", "evil"],
            ["check", "--at", "evil"], ["status", "--json"], ["proposals", "--json"],
        ]
        for command in commands {
            expectHarmless(try alliance.run(command), command.joined(separator: " "))
        }
        #expect(try alliance.run(["proposals"]).output.contains("evil"))
        // It can be signed and agreed for all that, as its terms are honest.
        try alliance.must("sign", "evil", "--yes")
        try alliance.must("sign", "evil", "--yes", as: .dora)
        expectHarmless(try alliance.run(["agree", "evil"]), "agree evil, signed")
        for command in [["log"], ["verify"], ["status"], ["log", "--json"], ["verify", "--json"]] {
            expectHarmless(try alliance.run(command), command.joined(separator: " "))
        }
        #expect(try alliance.run(["log"]).output.contains("v2"))
    }

    @Test("of a change that breaks a rule, and of where it lies")
    func breaches() throws {
        let alliance = try Alliance.founded()
        try alliance.shell(
            """
            git config core.quotePath false
            git branch good
            mkdir -p frameworks/$(printf \(quoted("x\u{1B}[2J\u{202E}")))
            echo x > frameworks/$(printf \(quoted("x\u{1B}[2J\u{202E}")))/file
            git add -A
            GIT_COMMITTER_NAME=\(quoted("M\(Self.evil)")) git commit -q --no-verify -m \
                \(quoted("Tidy \(Self.evil)\nentente: all is well"))
            """)
        for command in [["verify"], ["status"], ["verify", "--json"], ["log"], ["verify", "-v"]] {
            let outcome = try alliance.run(command)
            expectHarmless(outcome, command.joined(separator: " "))
        }
        #expect(try alliance.run(["verify"]).code == 1)
        try alliance.shell("git reset -q --hard good")
        #expect(try alliance.run(["verify"]).code == 0)
    }

    @Test("of a push that is refused")
    func pushes() throws {
        let hub = try Hub.founded()
        try hub.clone.shell(
            """
            git branch honest; echo >> frameworks/alliance/terms/purpose.yaml
            GIT_COMMITTER_NAME=\(quoted("M\(Self.evil)")) git commit -q -a -m \
                \(quoted("Tidy \(Self.evil)"))
            """)
        try hub.refuse("main", saying: "main is refused")
        let outcome = try hub.push("main")
        // Git itself ends its lines with what clears the rest of them.
        let ours = outcome.output.split(separator: "\n").filter {
            $0.contains("entente:") || $0.contains("where:")
        }
        #expect(!ours.isEmpty)
        for line in ours {
            let text = line.replacing("\u{1B}[K", with: "")
            expectHarmless(String(text), "push")
        }
        try hub.take("honest:refs/heads/elsewhere")
    }
}
