import Foundation
import TestSupport
import Testing

/// Answers that a command can't do without, on a terminal.
@Suite("an answer that is needed")
struct AskingTests {
    /// What a terminal shows on which somebody types some lines, and the exit code.
    private func typed(
        _ lines: [String], _ command: String, in alliance: Alliance
    ) throws -> String {
        try Data(lines.map { $0 + "\n" }.joined().utf8)
            .write(to: URL(fileURLWithPath: alliance.sandbox.path + "/lines"))
        return try alliance.shell("typing ../lines entente \(command); echo exit $?")
            .replacing(/\s+/, with: " ")
    }

    @Test("is asked for again where nothing was said, and what was said before is kept")
    func new() throws {
        let alliance = try Alliance.founded()
        let lines = ["Fabrikam AG", "", "Fabrikam BV", "Ada Brennan", "", "Emil Krause"]
        let shown = try typed(lines, "new page --template working-document", in: alliance)
        #expect(shown.contains("It can't be left open."), "\(shown)")
        #expect(
            shown.contains(
                "--party \"fabrikam=Fabrikam AG\" --party \"fabrikam-2=Fabrikam BV\" "
                    + "--person \"ada=Ada Brennan\" --person \"emil=Emil Krause\""), "\(shown)")
        let text = try alliance.shell("cat frameworks/page/terms/parties.yaml")
        #expect(text.contains("Fabrikam BV") && text.contains("Emil Krause"), "\(text)")
    }

    @Test("is told as a flag, with what was said before, where the input ends")
    func end() throws {
        let alliance = try Alliance.founded()
        let shown = try typed(["Fabrikam AG", "Tailspin BV"], "new page", in: alliance)
        // Who asks is the one that signs, as Git knows, if nothing else is said.
        #expect(
            shown.contains(
                "Give it with --person id=\"Full name\", and what you said with --party"),
            "\(shown)")
        #expect(shown.contains("--party \"tailspin=Tailspin BV\" --person \"ada="), "\(shown)")
        #expect(shown.hasSuffix("exit 2 "), "\(shown)")
    }

    @Test("of a proposal and of a record is asked for again, also where it is none")
    func others() throws {
        let alliance = try Alliance.founded()
        let proposed = try typed(
            ["Longer", "", "Because."], "propose longer --set 'framework.term.notice=6 months'",
            in: alliance)
        #expect(proposed.contains("--why \"Because.\""), "\(proposed)")
        let recorded = try typed(
            ["much", "", "EUR 100"], "record deals invoiced lift --set number=1", in: alliance)
        #expect(recorded.contains("`much` is not an amount of money"), "\(recorded)")
        #expect(recorded.contains("--set amount=\"EUR 100\""), "\(recorded)")
    }
}
