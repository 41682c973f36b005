import Terms
import Testing

struct SchemaTests {
    /// Every field of a section with its path, the fields of items included.
    static func fields(of name: SectionName) -> [(path: String, field: Field)] {
        var found: [(String, Field)] = []
        func visit(_ type: FieldType, _ path: String) {
            switch type {
            case .object(let fields):
                for field in fields {
                    found.append(("\(path).\(field.name)", field))
                    visit(field.type, "\(path).\(field.name)")
                }
            case .list(let item, _): visit(item, path + "[]")
            case .map(_, let value): visit(value, path + "{}")
            default: break
            }
        }
        visit(.object(name.fields), name.rawValue)
        return found
    }

    @Test(arguments: SectionName.allCases)
    func namesEachFieldOnce(name: SectionName) {
        let paths = Self.fields(of: name).map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(!name.title.isEmpty)
        #expect(!name.summary.isEmpty)
    }

    @Test(arguments: SectionName.allCases)
    func asksAQuestionForEachField(name: SectionName) {
        for (path, field) in Self.fields(of: name) {
            #expect(Identifier.isValid(field.name), "\(path)")
            #expect(field.label.first?.isUppercase == true, "\(path)")
            #expect(field.question.hasSuffix("?") || field.name == "id", "\(path)")
        }
    }

    @Test(arguments: SectionName.allCases)
    func matchesItemsById(name: SectionName) {
        for (path, field) in Self.fields(of: name) {
            guard case .list(let item, let order) = field.type else { continue }
            if case .object = item {
                #expect(item.hasIdentity || path.hasSuffix(".signing"), "\(path)")
                guard case .ordered = order else { Issue.record("\(path)"); continue }
            }
        }
        #expect(!FieldType.text.hasIdentity)
    }

    @Test func labelsChoices() {
        #expect(FieldType.Choice("working-document").label == "working document")
        #expect(FieldType.Choice("msp", "Provider").label == "Provider")
    }
}
