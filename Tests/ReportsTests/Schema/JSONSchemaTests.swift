import Foundation
import Reports
import Terms
import Testing

struct JSONSchemaTests {
    /// Every field is in the schema, with its label, its question and its reason, and nothing else is.
    @Test(arguments: SectionName.allCases)
    func holdsEveryField(section: SectionName) throws {
        let data = Data(try JSONSchema.text(of: section).utf8)
        let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["$id"] as? String == "urn:entente:schema:1:\(section)")
        #expect(schema["title"] as? String == section.title)
        var found: [String] = []
        func visit(_ schema: [String: Any], at path: String) throws {
            for (name, value) in schema["properties"] as? [String: [String: Any]] ?? [:] {
                let inner = "\(path).\(name)"
                found.append(inner)
                let declared = try #require(
                    section.allFields.first { $0.id.description == inner }, "\(inner)")
                let field = declared.field
                #expect(value["title"] as? String == field.label, "\(inner)")
                let said = try #require(value["description"] as? String, "\(inner)")
                #expect(said.hasPrefix("\(field.question)\n\n\(field.why ?? "")"), "\(inner)")
                let isRequired = (schema["required"] as? [String])?.contains(name) == true
                #expect(isRequired == (field.presence == .required), "\(inner)")
                #expect((value["examples"] != nil) == (field.example != nil), "\(inner)")
                try visit(value, at: inner)
            }
            #expect(schema["properties"] == nil || schema["additionalProperties"] as? Bool == false)
            for key in ["items", "additionalProperties"] {
                if let inner = schema[key] as? [String: Any] { try visit(inner, at: path) }
            }
        }
        try visit(schema, at: section.rawValue)
        #expect(found.sorted() == section.allFields.map(\.id.description).sorted())
    }

    @Test func holdsAllSectionsInOneDocument() throws {
        let data = Data(try JSONSchema.textOfAllSections().utf8)
        let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let sections = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(sections.keys) == Set(SectionName.allCases.map(\.rawValue)))
        #expect(schema["required"] as? [String] == ["framework", "parties"])
    }
}

/// What a validator says that knows nothing of Entente.
@Suite(
    .enabled(if: StockValidator.isPossible, "needs python3 with jsonschema (python3-jsonschema)"))
struct StockValidatorTests {
    private static let schemas = Result {
        try SectionName.allCases.reduce(into: [:]) { $0[$1] = try JSONSchema.text(of: $1) }
    }

    private static func validatorCase(
        _ section: SectionName, _ text: String
    ) throws -> StockValidator.Case {
        let (root, findings) = YAMLReader.read(text, file: section.file)
        #expect(findings == [])
        let instance = try JSONSerialization.data(
            withJSONObject: root?.json ?? NSNull(), options: [.fragmentsAllowed])
        return StockValidator.Case(
            schema: try #require(try schemas.get()[section]),
            instance: String(decoding: instance, as: UTF8.self))
    }

    /// The places of required answers that are open, as a validator names them.
    private static func open(_ section: SectionName, _ text: String) -> [String] {
        Section(section, bytes: Array(text.utf8)).findings.filter { $0.rule == "missing-field" }
            .compactMap { $0.path?.inner.joined(separator: ".") }.sorted()
    }

    /// Finished agreements pass; a template lacks what has to be answered, and nothing else.
    @Test func acceptsExamplesAndTemplates() throws {
        let folders = try ["examples", "templates"].flatMap { kind in
            try frameworkNames(in: kind).map { "\(kind)/\($0)" }
        }
        var cases: [StockValidator.Case] = []
        var wanted: [[String]] = []
        for folder in folders {
            let document = terms(in: folder)
            for section in SectionName.allCases {
                guard let text = document.sections[section]?.text else { continue }
                cases.append(try Self.validatorCase(section, text))
                wanted.append(Self.open(section, text))
                #expect(folder.hasPrefix("templates") || wanted.last == [], "\(folder)")
            }
        }
        #expect(cases.count >= 12)
        #expect(try StockValidator.problems(cases) == wanted)
    }

    /// The worked example with one thing wrong in it.
    struct Damage: CustomStringConvertible {
        let section: SectionName
        let old: String
        let new: String
        /// Where the validator finds it.
        let place: String

        init(_ section: SectionName, _ old: String, _ new: String, at place: String) {
            (self.section, self.old, self.new, self.place) = (section, old, new, place)
        }

        var description: String { "\(section): \(new)" }

        func text() throws -> String {
            let text = try #require(example.sections[section]?.text)
            let range = try #require(text.range(of: old), "\(self)")
            return text.replacingCharacters(in: range, with: new)
        }
    }

    private static let visible = [
        Damage(.framework, "schema: 1", "schema: 2", at: "schema"),
        Damage(.framework, "form: contract", "form: contrakt", at: "form"),
        Damage(.framework, "binding: true", "binding: yes", at: "binding"),
        Damage(.framework, "uid: 5f0c", "uid: 5F0C", at: "uid"),
        Damage(.framework, "title: ", "tittle: ", at: ""),
        Damage(.framework, "starts: 2027-02-01", "starts: 01.02.2027", at: "term.starts"),
        Damage(.framework, "notice: 6 months", "notice: half a year", at: "term.notice"),
        Damage(.framework, "renewal: tacit", "renewal:", at: "term.renewal"),
        Damage(.parties, "kind: msp", "kind: company", at: "parties.northwind.kind"),
        Damage(.parties, "northwind:", "Northwind:", at: "parties"),
        Damage(
            .parties, "email: ada@northwind.example", "email: ada at northwind",
            at: "people.ada.email"),
        Damage(.parties, "retired: []", "retired: [MD5:ab]", at: "retired.0"),
        Damage(.purpose, "kind: emotional", "kind: romantic", at: "goals."),
        Damage(.purpose, "principles:", "principals:", at: ""),
        Damage(.purpose, "we-do:", "we-done:", at: "values."),
        Damage(.governance, "cadence: 2 weeks", "cadence: fortnightly", at: "customer-projects."),
        Damage(.governance, "layer: steering", "layer: top", at: "meetings."),
        Damage(
            .commercials, "amount: EUR 36,000", "amount: 36,000 EUR", at: "investments.0.amount"),
        Damage(
            .commercials, "amount: EUR 36,000", "amount: EUR 36.000", at: "investments.0.amount"),
        Damage(
            .commercials, "amount: EUR 36,000", "amount: EUX 36,000", at: "investments.0.amount"),
        Damage(.commercials, "hours: 480", "hours: 480.5", at: "investments.1.hours"),
        Damage(.commercials, "northwind: 50%", "northwind: 50", at: "marketing.budget-split."),
        Damage(.commercials, "base: net", "base: nett", at: "streams."),
        Damage(.safeguards, "step: talk", "step: shout", at: "disputes."),
        Damage(.safeguards, "within: ", "within: soon # ", at: "disputes."),
    ]

    /// What one file alone shows is refused by both.
    @Test func refusesWhatItCanSee() throws {
        let cases = try Self.visible.map { try Self.validatorCase($0.section, try $0.text()) }
        for (damage, problems) in zip(Self.visible, try StockValidator.problems(cases)) {
            #expect(problems.contains { $0.hasPrefix(damage.place) }, "\(damage): \(problems)")
            let read = Section(damage.section, bytes: Array(try damage.text().utf8))
            #expect(!read.findings.isEmpty, "\(damage)")
        }
    }

    /// What only the check can see, so that nobody relies on the schema for it.
    private static let invisible = [
        Damage(.framework, "starts: 2027-02-01", "starts: 2027-02-30", at: ""),
        Damage(.commercials, "northwind: 50%", "northwind: 45%", at: ""),
        Damage(.safeguards, "id: managers", "id: talk", at: ""),
    ]

    @Test func leavesTheRestToTheCheck() throws {
        let cases = try Self.invisible.map { try Self.validatorCase($0.section, try $0.text()) }
        #expect(try StockValidator.problems(cases) == Self.invisible.map { _ in [] })
        for damage in Self.invisible {
            let read = Section(damage.section, bytes: Array(try damage.text().utf8))
            #expect(!read.findings.isEmpty, "\(damage)")
        }
    }
}
