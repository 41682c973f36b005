import Foundation
import Terms
import Testing

struct TermsDocumentTests {
    private func document(_ name: String) throws -> TermsDocument {
        TermsDocument(TermsFiles(try Agreements.entries(name)))
    }

    @Test func findsOnlyMissingKeysInTheExample() throws {
        let example = try document(Agreements.example)
        #expect(
            example.findings.map(\.placed) == [
                "parties.yaml:11:9 rule-unsatisfiable", "parties.yaml:16:9 rule-unsatisfiable",
                "parties.yaml:31:9 rule-unsatisfiable",
            ])
        #expect(example.title == "Fieldwork Managed, Northwind and Contoso")
        #expect(example.uid == "5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914")
        #expect(Set(example.sections.keys) == Set(SectionName.allCases))
        #expect(
            example.clauses.keys.sorted() == [
                "branding", "confidentiality", "customer-conduct", "definitions", "general",
            ])
    }

    /// Keys are all that the reader of an example has to add.
    @Test func findsOnlyMissingKeysInEveryExample() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Agreements.root.appendingPathComponent("examples").path)
        #expect(names.count >= 2)
        for name in names {
            let example = try document("examples/\(name)/terms")
            #expect(Set(example.findings.map(\.rule)) == ["rule-unsatisfiable"], "\(name)")
            #expect(Completeness(example).sections.allSatisfy { $0.open.isEmpty }, "\(name)")
        }
    }

    @Test func findsWhatIsOpenInTheTemplate() throws {
        let template = try document(Agreements.template)
        let found = template.findings.map { "\($0.rule) \($0.path?.description ?? "")" }
        #expect(
            Set(found) == [
                "missing-field commercials.strategy.mode", "missing-field framework.term.starts",
                "missing-field purpose.why",
                "rule-unsatisfiable parties.parties.first-party.signing.1",
                "rule-unsatisfiable parties.parties.second-party.signing.1",
            ])
        #expect(found.count == 5)
    }

    @Test func answersByPath() throws {
        let example = try document(Agreements.example)
        func text(_ path: String) throws -> String? {
            example[try #require(TermPath(path))]?.text
        }
        #expect(try text("commercials.pipeline.target") == "EUR 600,000.00")
        #expect(try text("commercials.streams.subscription.years.second.shares.contoso") == "67.5%")
        #expect(try text("parties.people.ada.name") == "Ada Brennan")
        #expect(try text("parties.parties.northwind.signing.2.only.1") == "clauses/branding")
        #expect(try text("safeguards.disputes.partners.steps.talk.within") == "5 business days")
        #expect(try text("nowhere.at.all") == nil)
        #expect(try text("framework.titles") == nil)
        #expect(example[TermPath(section: "clauses/branding")] == nil)
    }

    @Test func readsAnythingInReadingOrder() {
        let found = Sample.document([
            "purpose.yaml": "why: x\nb: 1\na: 2\n", "clauses/a.md": "\u{200B}", "x.md": "",
        ]).findings
        #expect(
            found.map(\.placed) == [
                "clauses/a.md:1:1 forbidden-character", "purpose.yaml:2:1 unknown-key",
                "purpose.yaml:3:1 unknown-key", "x.md unknown-file",
            ])
    }

    @Test func readsNothing() {
        let nothing = TermsDocument(TermsFiles([]))
        #expect(nothing.sections.isEmpty)
        #expect(nothing.title == nil)
        #expect(nothing.uid == nil)
        #expect(nothing.findings.map(\.rule) == ["missing-file", "missing-file"])
    }
}
