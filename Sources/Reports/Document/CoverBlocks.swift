internal import Terms

/// The first page: title, parties, state, digest, and who signed.
struct CoverBlocks {
    let document: TermsDocument
    let cover: DocumentCover

    var blocks: [Block] {
        var blocks: [Block] = [.heading(level: 1, StyledText(title))]
        let parties = self.parties.map { name, details in
            details.isEmpty ? name : name + ", " + details
        }
        if !parties.isEmpty { blocks.append(.bulleted(parties.map { [.paragraph($0)] })) }
        return blocks + [.grid(facts + [.init("Signed by", signatures)])] + notes
    }

    /// What a reader has to know first.
    var notes: [Block] { cover.notes.map { .paragraph(StyledText($0, .yellow)) } }

    /// Where the text stands.
    var facts: [Block.Entry] {
        var facts: [Block.Entry] = [.init("Framework", line: StyledText(cover.framework))]
        facts.append(.init("State", line: StyledText(cover.state)))
        if let version = cover.version, !cover.state.contains("version \(version)") {
            facts.append(.init("Version", line: StyledText("version \(version)")))
        }
        if let agreed = cover.agreed { facts.append(.init("Agreed", line: StyledText(agreed))) }
        facts.append(.init("Digest", line: StyledText(cover.digest)))
        return facts
    }

    private var title: String { cover.title ?? document.title ?? cover.framework }

    /// The parties with what they are.
    var parties: [(name: StyledText, details: StyledText)] {
        let type = FieldType.at(TermPath(section: "parties").appending("parties"))
        guard case .map(_, let party)? = type else { return [] }
        let layout = ValueLayout(names: Names(document))
        let value = document.sections[.parties]?.value?["parties"]
        return (value?.members ?? []).map { member in
            let kind = member.value["kind"].flatMap { layout.line($0, party[path: ["kind"]]) }
            let name = StyledText(layout.names.party(member.key), .bold)
            return (name, kind ?? "")
        }
    }

    /// How many questions are open, as a link to them; nil where none is.
    var open: Block.Entry? {
        let count = SectionName.allCases.reduce(0) {
            $0 + OpenFields.lines(of: $1, in: document).count
        }
        guard count > 0 else { return nil }
        let questions = StyledText(count == 1 ? "1 question" : "\(count) questions")
        return .init(
            "Still open", line: questions.linked(to: Link(to: Anchor(OpenFields.place))))
    }

    /// What kind of document it is.
    var kind: String {
        let form = document.sections[.framework]?.value?["form"]?.scalar
        let type = FieldType.at(TermPath(section: "framework").appending("form"))
        return form.map { ScalarWording(names: Names()).text($0, type) } ?? "Agreement"
    }

    private var signatures: [Block] {
        guard !cover.signatures.isEmpty else { return [.paragraph("nobody yet")] }
        return [
            .bulleted(
                cover.signatures.map { signature in
                    let name = StyledText(signature.person, .bold)
                    let role = signature.role.map { ", \($0)" } ?? ""
                    let key = StyledText(signature.fingerprint.map { ", with \($0)" } ?? "")
                    return [
                        .paragraph(
                            name
                                + StyledText(
                                    "\(role), for \(signature.party), \(signature.date)")
                                + key)
                    ]
                })
        ]
    }
}
