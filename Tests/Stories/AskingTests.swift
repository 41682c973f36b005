import Foundation
import TestSupport
import Testing

/// Answers that a command can't do without, on a terminal.
@Suite("an answer that is needed")
struct AskingTests {
    /// A text in one line.
    private func words(_ text: String) -> String { text.replacing(/\s+/, with: " ") }

    @Test("is asked for again where nothing was said, and what was said before is kept")
    func new() throws {
        let alliance = try Alliance.founded()
        let lines = ["Fabrikam AG", "", "Fabrikam BV", "Ada Brennan", "", "Emil Krause"]
        let shown = try words(
            alliance.typed(lines, into: "entente new page --template working-document"))
        #expect(shown.contains("It can't be left open (Ctrl-C stops)."), "\(shown)")
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
        let shown = try words(
            alliance.typed(["Fabrikam AG", "Tailspin BV"], into: "entente new page"))
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
        let proposed = try words(
            alliance.typed(
                ["Longer", "", "Because."],
                into: "entente propose longer --set 'framework.term.notice=6 months'"))
        #expect(proposed.contains("--why \"Because.\""), "\(proposed)")
        let recorded = try words(
            alliance.typed(
                ["much", "", "EUR 100"], into: "entente record deals invoiced lift --set number=1"))
        #expect(recorded.contains("`much` is not an amount of money"), "\(recorded)")
        #expect(recorded.contains("--set amount=\"EUR 100\""), "\(recorded)")
    }
}
