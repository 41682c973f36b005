import Foundation
import TestSupport
import Testing

/// Terms with mistakes: `check` names each of them for programs, and changes nothing.
@Suite("Terms with mistakes")
struct BadTermsTests {
    /// A mistake, made by a line of shell in the folder of the terms, and what is found.
    struct Mistake {
        let name: String
        let edit: String
        let file: String
        var line: Int?
        let rule: String
        let message: String
    }

    private static let mistakes = [
        Mistake(
            name: "a key twice", edit: "echo 'title: Another' >> framework.yaml",
            file: "framework.yaml", rule: "duplicate-key", message: "`title` is given twice"),
        Mistake(
            name: "an anchor", edit: "sed -i 's/^title: .*/title: \\&name Title/' framework.yaml",
            file: "framework.yaml", rule: "yaml-anchor", message: "an anchor (&)"),
        Mistake(
            name: "a tab", edit: "printf 'success:\\n\\t- id: more\\n' >> purpose.yaml",
            file: "purpose.yaml", rule: "yaml-tab", message: "a tab"),
        Mistake(
            name: "an unknown key", edit: "sed -i 's/^  renewal: /  renewall: /' framework.yaml",
            file: "framework.yaml", rule: "unknown-key", message: "did you mean `renewal`?"),
        Mistake(
            name: "no such day", edit: "sed -i 's/2027-02-01/2027-02-30/' framework.yaml",
            file: "framework.yaml", rule: "bad-value", message: "there is no day `2027-02-30`"),
        Mistake(
            name: "shares that don't sum",
            edit: """
                sed -i 's/^streams:.*/streams:\\n  - {id: subscription, kind: subscription, \
                base: net, currency: EUR, shares: {northwind: 55%, contoso: 40%}}/' \
                commercials.yaml
                """,
            file: "commercials.yaml", rule: "shares-sum", message: "sum to 95%, not to 100%"),
        Mistake(
            name: "a person who does not exist",
            edit: "entente set governance.roles.sales-lead alda > /dev/null 2>&1",
            file: "governance.yaml", rule: "unresolved-reference",
            message: "there is no person `alda`; did you mean `ada`?"),
        Mistake(
            name: "arbitration before mediation",
            edit: "sed -i 's/step: mediation/step: expert/' safeguards.yaml",
            file: "safeguards.yaml", rule: "mediation-first",
            message: "comes before any mediation"),
        Mistake(
            name: "an end before the start",
            edit: "sed -i 's/^  ends:/  ends: 2026-01-31/' framework.yaml", file: "framework.yaml",
            rule: "term-dates", message: "before it has begun"),
        Mistake(
            name: "a clause that is not there", edit: "rm clauses/branding.md",
            file: "safeguards.yaml", rule: "clause-link",
            message: "there is no clause `clauses/branding.md`"),
        Mistake(
            name: "a bidirectional control",
            edit: "printf '# Pay\\n\\nPay \\342\\200\\256nothing.\\n' > clauses/payment.md",
            file: "clauses/payment.md", line: 3, rule: "forbidden-character",
            message: "U+202E"),
        Mistake(
            name: "a symbolic link", edit: "ln -s /etc/passwd clauses/passwords.md",
            file: "clauses/passwords.md", rule: "not-a-plain-file", message: "is a symbolic link"),
        Mistake(
            name: "an executable file", edit: "chmod +x clauses/branding.md",
            file: "clauses/branding.md", rule: "not-a-plain-file", message: "executable"),
        Mistake(
            name: "a file of another kind", edit: "touch notes.txt", file: "notes.txt",
            rule: "unknown-file", message: "is not a file that terms have"),
    ]

    @Test("each is found where it is")
    func mistakes() throws {
        let prepared = try Alliance.founded()
        for (index, mistake) in Self.mistakes.enumerated() {
            let alliance = try prepared.copy("mistake-\(index)")
            try alliance.shell("cd frameworks/alliance/terms; \(mistake.edit)")
            let state = try alliance.state()
            let outcome = try alliance.run(["check", "--json"])
            let findings = JSON(outcome.output)?[0]["findings"].list ?? []
            let comment: Comment = "\(mistake.name): \(outcome.errors)\(findings)"
            #expect(outcome.code == 1, comment)
            #expect(outcome.errors.isEmpty, comment)
            let found = findings.first { $0["rule"].text == mistake.rule }
            #expect(found?["file"].text == mistake.file, comment)
            #expect(found?["severity"].text == "error", comment)
            #expect(found?["message"].text?.contains(mistake.message) == true, comment)
            if let line = mistake.line { #expect(found?["line"].number == line, comment) }
            let isAboutText = mistake.rule != "not-a-plain-file" && mistake.rule != "unknown-file"
            #expect((found?["line"].number != nil) == isAboutText, comment)
            let changes = Alliance.changes(from: state, to: try alliance.state())
            #expect(changes.isEmpty, "\(mistake.name)")
            try alliance.delete()
        }
    }

    @Test("a file that is called like a section or a clause is told as what it is")
    func strays() throws {
        let alliance = try Alliance.founded(clauses: ["law.md": Data("# Law\n\nVienna.\n".utf8)])
        try alliance.shell(
            "cd frameworks/alliance/terms; echo One > purpose; echo Two > clauses/law")
        let outcome = try alliance.run(["diff", "--json"])
        #expect(outcome.code == 0, "\(outcome)")
        let changes = JSON(outcome.output)?["changes"].list ?? []
        #expect(changes.compactMap { $0["path"].text } == ["terms/clauses/law", "terms/purpose"])
    }
}
