import Terms
import Testing

struct SchemaTests {
    @Test(arguments: SectionName.allCases)
    func namesEachFieldOnce(name: SectionName) {
        let ids = name.allFields.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(!name.title.isEmpty)
        #expect(!name.summary.isEmpty)
    }

    @Test(arguments: SectionName.allCases)
    func asksAQuestionForEachField(name: SectionName) {
        for declared in name.allFields {
            let (id, field) = (declared.id, declared.field)
            #expect(Identifier.isValid(field.name), "\(id)")
            #expect(field.label.first?.isUppercase == true, "\(id)")
            #expect(field.question.hasSuffix("?") || field.name == "id", "\(id)")
        }
    }

    /// A reason is a sentence or two, and says something that the question does not.
    @Test(arguments: SectionName.allCases)
    func saysWhyItAsks(name: SectionName) throws {
        for declared in name.allFields {
            let why = try #require(declared.field.why, "\(declared.id)")
            #expect(why.hasSuffix(".") || why.hasSuffix("?"), "\(declared.id)")
            #expect(why.first?.isUppercase == true, "\(declared.id)")
            #expect(why.count <= 180, "\(declared.id)")
            #expect(!why.contains(declared.field.question), "\(declared.id)")
        }
    }

    /// "Commonly seen:" goes on with it.
    @Test(arguments: SectionName.allCases)
    func saysWhatIsCommonAsAPhrase(name: SectionName) {
        for declared in name.allFields {
            guard let commonly = declared.field.commonly else { continue }
            #expect(commonly.first?.isUppercase == false, "\(declared.id)")
            #expect(commonly.last?.isPunctuation == false, "\(declared.id)")
        }
    }

    /// Whoever looks for money, time or risk finds it.
    @Test func tagsWhatItIsAbout() throws {
        let all = SectionName.allCases.flatMap(\.allFields)
        for tag in Field.Tag.allCases {
            #expect(all.contains { $0.tags.contains(tag) }, "\(tag)")
        }
        let steps = try #require(all.first { $0.id.description == "safeguards.disputes.partners" })
        #expect(steps.tags == [.remedy])
        let fee = try #require(all.first { $0.id.description == "governance.advisor.fee" })
        #expect(fee.tags == [.money, .control])
    }

    @Test(arguments: SectionName.allCases)
    func matchesItemsById(name: SectionName) {
        for declared in name.allFields {
            guard case .list(let item, let order) = declared.field.type else { continue }
            if case .object = item {
                #expect(item.hasIdentity || declared.id.last == "signing", "\(declared.id)")
                guard case .ordered = order else { Issue.record("\(declared.id)"); continue }
            }
        }
        #expect(!FieldType.text.hasIdentity)
    }

    @Test func labelsChoices() {
        #expect(FieldType.Choice("working-document").label == "working document")
        #expect(FieldType.Choice("msp", "Provider").label == "Provider")
    }

    @Test(arguments: [
        ("commercials.streams", "commercials.streams", [Field.Tag]()),
        ("commercials.streams.platform", "commercials.streams", []),
        (
            "commercials.streams.platform.shares.northwind", "commercials.streams.shares", [.money]
        ),
        ("framework.term.notice", "framework.term.notice", [.time]),
        (
            "safeguards.disputes.partners.steps.talk.within",
            "safeguards.disputes.partners.steps.within", [.time]
        ),
    ])
    func findsTheFieldOfATerm(path: String, id: String, tags: [Field.Tag]) throws {
        let term = try #require(TermPath(path))
        let declared = try #require(Schema.field(at: term))
        #expect(declared.id.description == id)
        #expect(declared.field.name == declared.id.last)
        #expect(declared.tags.isSuperset(of: tags))
    }

    @Test(arguments: ["purpose", "purposes.why", "purpose.whim", "purpose.why.not"])
    func findsNoFieldWhereNoneIs(path: String) throws {
        let term = try #require(TermPath(path))
        #expect(Schema.field(at: term) == nil)
    }

    @Test(arguments: SectionName.allCases)
    func findsEachFieldOfASection(name: SectionName) {
        for declared in name.allFields {
            #expect(declared.id.section == name.rawValue)
            #expect(declared.tags.isSuperset(of: declared.field.tags), "\(declared.id)")
        }
        #expect(name.allFields.count > name.fields.count)
    }

    /// What is given as an example is what the field, or an item of it, accepts.
    @Test(arguments: SectionName.allCases)
    func givesExamplesThatRead(name: SectionName) throws {
        for declared in name.allFields {
            guard let example = declared.field.example else { continue }
            var type = declared.field.type
            if case .list(let item, _) = type { type = item }
            #expect(throws: Never.self, "\(declared.id)") {
                try ScalarReader.read(example, as: type)
            }
        }
    }
}
