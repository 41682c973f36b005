import Terms
import Testing

struct ReferenceTests {
    private func unresolved(_ name: SectionName, _ text: String) -> [Finding] {
        Sample.document([name.file: text, "clauses/branding.md": "# Names\n"]).findings
    }

    @Test func acceptsWhatExists() {
        #expect(Sample.document().findings.isEmpty)
        let purpose = """
            why: x
            goals:
              - {id: a, kind: material, holder: joint, statement: s}
              - {id: b, kind: material, holder: northwind, statement: s}
              - {id: c, kind: material, holder: ada, statement: s}

            """
        #expect(unresolved(.purpose, purpose).isEmpty)
        #expect(
            unresolved(.commercials, "marketing: {budget-split: {northwind: 50%, contoso: 50%}}\n")
                .isEmpty)
    }

    @Test func suggestsAPerson() {
        let found = unresolved(.commercials, "strategy:\n  mode: growth\n  sales-lead: bne\n")
        #expect(found.map(\.placed) == ["commercials.yaml:3:15 unresolved-reference"])
        #expect(found.first?.message == "there is no person `bne`; did you mean `ben`?")
        #expect(found.first?.next == nil)
        #expect(found.first?.path?.description == "commercials.strategy.sales-lead")
    }

    @Test func listsWhatIsKnown() {
        let found = unresolved(.commercials, "strategy:\n  mode: growth\n  sales-lead: nobody\n")
        #expect(found.first?.message == "there is no person `nobody`")
        #expect(found.first?.next == "Known: ada, ben, dora")
    }

    @Test func suggestsAParty() {
        let found = unresolved(.safeguards, "exclusivity:\n  mode: none\n  bound: [northwnd]\n")
        #expect(found.map(\.placed) == ["safeguards.yaml:3:11 unresolved-reference"])
        #expect(found.first?.message == "there is no party `northwnd`; did you mean `northwind`?")
    }

    @Test func namesAllThatWouldDo() {
        let purpose = "why: x\ngoals:\n  - {id: a, kind: material, holder: jont, statement: s}\n"
        let found = unresolved(.purpose, purpose)
        #expect(found.map(\.placed) == ["purpose.yaml:3:37 unresolved-reference"])
        #expect(
            found.first?.message
                == "there is no party or person or `joint` `jont`; did you mean `joint`?")
    }

    @Test func resolvesKeysOfMaps() {
        let split = "marketing:\n  budget-split:\n    northwind: 50%\n    contso: 50%\n"
        let found = unresolved(.commercials, split)
        #expect(found.map(\.rule) == ["unresolved-reference"])
        #expect(found.first?.position?.line == 4)
        #expect(found.first?.message == "there is no party `contso`; did you mean `contoso`?")
        #expect(
            unresolved(.purpose, "why: x\nvision: {parties: {ada: {statement: s}}}\n")
                .map(\.message) == ["there is no party `ada`"])
    }

    @Test(
        arguments: [
            ("purpose", nil), ("clauses/branding", nil), ("governance", nil),
            ("framework", "there is no section or clause `framework`"),
            ("parties", "there is no section or clause `parties`"),
            (
                "clauses/brandign",
                "there is no section or clause `clauses/brandign`; did you mean `clauses/branding`?"
            ),
            ("purposes", "there is no section or clause `purposes`; did you mean `purpose`?"),
        ] as [(String, String?)])
    func resolvesSectionsAndClauses(name: String, message: String?) {
        let rule = "  - needs: 1\n        of: [dora]\n        only: [\(name)]\n"
        let parties = Sample.parties.replacing("of: [dora]\n", with: "of: [dora]\n    \(rule)")
        let found = unresolved(.parties, parties)
        #expect(found.map(\.message) == (message.map { [$0] } ?? []))
        #expect(found.first?.position?.description == message.map { _ in "10:16" })
    }

    /// A set is compared in the order of its words and reported where they stand.
    @Test func placesAReferenceInASetWhereItStands() {
        let text = "exclusivity:\n  mode: none\n  bound:\n    - northwind\n    - contosso\n"
        #expect(
            unresolved(.safeguards, text).map(\.placed)
                == ["safeguards.yaml:5:7 unresolved-reference"])
    }

    @Test func placesAKeyWhereItStands() {
        let split = "marketing:\n  budget-split:\n    northwind: 50%\n    contso: 50%\n"
        #expect(
            unresolved(.commercials, split).map(\.placed)
                == ["commercials.yaml:4:5 unresolved-reference"])
    }

    /// One mistake in the registry is one finding, and not one for every name in the terms.
    @Test func staysSilentWithoutARegistry() throws {
        var entries = try Agreements.entries(Agreements.example)
        for index in entries.indices where entries[index].path == "parties.yaml" {
            entries[index].bytes = bytes("parties:\n\tx: 1\n")
        }
        let document = TermsDocument(TermsFiles(entries))
        #expect(document.findings.map(\.placed) == ["parties.yaml:2:1 yaml-tab"])
    }

    /// A party or an item that could not be read is there all the same.
    @Test func staysSilentAboutWhatCouldNotBeRead() {
        let parties = Sample.document([
            "parties.yaml": Sample.parties.replacing("  contoso:\n", with: "  Contoso:\n")
        ])
        #expect(parties.findings.map(\.rule) == ["bad-id"])
        let people = Sample.document([
            "parties.yaml": Sample.parties.replacing("  dora:\n", with: "  Dora:\n")
        ])
        #expect(people.findings.map(\.rule) == ["bad-id"])
    }

    @Test func placesReferencesOfManyPeople() {
        let names = (0..<2_000).map { "n\($0)" }.joined(separator: ", ")
        let found = unresolved(.safeguards, "exclusivity: {mode: none, bound: [\(names)]}\n")
        #expect(found.count == 2_000)
        #expect(found.last?.next == nil)
    }

    @Test func knowsAClauseThatCannotBeRead() {
        let rule = "  - needs: 1\n        of: [dora]\n        only: [clauses/branding]\n"
        let parties = Sample.parties.replacing("of: [dora]\n", with: "of: [dora]\n    \(rule)")
        let document = Sample.document([
            "parties.yaml": parties, "clauses/branding.md": "a\u{200B}\n",
        ])
        #expect(document.findings.map(\.placed) == ["clauses/branding.md:1:2 forbidden-character"])
    }
}
