import Records
import Terms
import Testing

/// The declaration of the kinds.
@Suite struct RecordKindTests {
    @Test("the kinds are those of the format")
    func kinds() {
        #expect(
            RecordKind.all.map(\.name) == [
                "acknowledgements", "projects", "deals", "investments", "measures", "meetings",
                "reviews", "health", "disputes", "notices",
            ])
    }

    @Test("every event has a day, a reason for every question, and a name that no answer has")
    func events() {
        for kind in RecordKind.all {
            for event in kind.events {
                #expect(event.fields.first?.name == "on", "\(kind.name) \(event.name)")
                #expect(RecordAnswer(rawValue: event.name) == nil)
                #expect(Set(event.fields.map(\.name)).count == event.fields.count)
                #expect(event.fields.allSatisfy { $0.why != nil }, "\(kind.name) \(event.name)")
                for field in event.fields {
                    guard let example = field.example else { continue }
                    #expect(throws: Never.self, "\(kind.name) \(event.name) \(field.name)") {
                        try ScalarReader.read(example, as: field.type)
                    }
                }
            }
        }
    }

    @Test("a subject that a field names is required there")
    func subjects() {
        for kind in RecordKind.all {
            guard case .field(let name) = kind.subject else { continue }
            for event in kind.events {
                let field = event.fields.first { $0.name == name }
                #expect(field?.presence == .required, "\(kind.name) \(event.name)")
            }
        }
    }
}
