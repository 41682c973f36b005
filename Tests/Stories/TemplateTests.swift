import Foundation
import TestSupport
import Testing

/// Whoever answers what a template leaves open has an agreement that can be signed.
@Suite("Templates")
struct TemplateTests {
    /// What two companies settle first, whatever the form.
    private static let answers = [
        "framework.term.starts=2027-02-01",
        "framework.term.ends=2030-01-31",
        "framework.review-on=2028-01-31",
        "purpose.why=Each of us loses bids for lack of what the other has.",
        "governance.roles.parties.northwind.partnership-manager=ada",
        "governance.roles.parties.contoso.partnership-manager=dora",
        "governance.roles.opportunity-lead=ada",
        "purpose.success.first={party: northwind, measure: Revenue, target: \"EUR 40,000\", "
            + "by: 2027-12-31, source: Invoices}",
        "purpose.success.second={party: contoso, measure: Customers, target: 4 customers, "
            + "by: 2027-12-31, source: Pipeline list}",
    ]

    /// What else each of them has to know.
    private static let more = [
        "business-plan": [],
        "contract": ["commercials.strategy.mode=growth"],
        "trial-project": [
            "governance.trial.project=A depot of Fabrikam.",
            "safeguards.exclusivity.until=2027-12-31",
        ],
        "working-document": ["governance.trial.project=A depot of Fabrikam."],
    ]

    @Test("each passes the check once its questions are answered", arguments: more.keys.sorted())
    func passes(template: String) throws {
        let sandbox = try Sandbox()
        let path = sandbox.path + "/partners"
        func entente(_ arguments: [String]) throws -> Outcome {
            try sandbox.start(entente: arguments, as: .ada).wait()
        }
        #expect(try entente(["init", path]).code == 0)
        let key = try String(
            contentsOfFile: sandbox.home(of: .dora) + "/.ssh/id_ed25519.pub", encoding: .utf8)
        let keys = "parties.people.dora.keys=\(key.trimmingCharacters(in: .newlines))"
        let sets = (Self.answers + (Self.more[template] ?? []) + [keys]).flatMap { ["--set", $0] }
        let made = try entente(
            [
                "-C", path, "new", "ours", "--template", template,
                "--party", "northwind=Northwind Ltd", "--party", "contoso=Contoso GmbH",
                "--person", "ada=Ada Brennan", "--person", "dora=Dora Winkler",
            ] + sets)
        #expect(made.code == 0, "\(made.errors)")
        let checked = try entente(["-C", path, "check", "--json"])
        #expect(checked.code == 0, "\(checked.output)")
        #expect(JSON(checked.output)?[0]["errors"].number == 0)
    }

    /// Who signs in each example.
    private static let signatories = [
        "northwind-contoso": ["ada", "ben", "dora", "emil"],
        "tailspin-litware": ["henrike", "tomas", "marco", "selin"],
    ]

    @Test("each example passes it once real keys are in", arguments: signatories.keys.sorted())
    func examplePasses(name: String) throws {
        let sandbox = try Sandbox()
        let path = sandbox.path + "/partners"
        func entente(_ arguments: [String]) throws -> Outcome {
            try sandbox.start(entente: arguments, as: .ada).wait()
        }
        #expect(try entente(["init", path]).code == 0)
        let people = zip(Self.signatories[name] ?? [], [Person.ada, .ben, .dora, .emil])
        let sets = try people.flatMap { id, person in
            let file = sandbox.home(of: person) + "/.ssh/id_ed25519.pub"
            let key = try String(contentsOfFile: file, encoding: .utf8)
            let line = key.trimmingCharacters(in: .newlines)
            return ["--set", "parties.people.\(id).keys=\(line)"]
        }
        let made = try entente(["-C", path, "new", "ours", "--example", name] + sets)
        #expect(made.code == 0, "\(made.errors)")
        let checked = try entente(["-C", path, "check", "--json"])
        #expect(checked.code == 0, "\(checked.output)")
    }

    @Test("each is listed with what it is for")
    func listed() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.start(entente: ["templates", "--json"], as: .ada).wait()
        let entries = try #require(JSON(outcome.output)).list
        let templates = entries.filter { $0["kind"].text == "template" }
        #expect(templates.compactMap { $0["name"].text } == Self.more.keys.sorted())
        let examples = entries.filter { $0["kind"].text == "example" }
        #expect(examples.compactMap { $0["name"].text } == Self.signatories.keys.sorted())
        #expect(
            entries.allSatisfy {
                ($0["summary"].text ?? "").hasPrefix("For ") || $0["kind"].text == "example"
            })
    }
}
