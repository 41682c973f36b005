internal import Terms

/// The first page: title, parties, state, digest, and who signed.
struct CoverBlocks {
    let document: TermsDocument
    let cover: DocumentCover

    var blocks: [Block] {
        var facts: [Block.Entry] = [.init("Framework", line: StyledText(cover.framework))]
        facts.append(.init("State", line: StyledText(cover.state)))
        if let version = cover.version, !cover.state.contains("version \(version)") {
            facts.append(.init("Version", line: StyledText("version \(version)")))
        }
        facts.append(.init("Digest", line: StyledText(cover.digest)))
        facts.append(.init("Signed by", signatures))
        var blocks: [Block] = [.heading(level: 1, StyledText(title))]
        if !parties.isEmpty { blocks.append(.bulleted(parties.map { [.paragraph($0)] })) }
        blocks.append(.grid(facts))
        blocks += cover.notes.map { .paragraph(StyledText($0, .yellow)) }
        return blocks
    }

    private var title: String { cover.title ?? document.title ?? cover.framework }

    /// The parties with what they are.
    private var parties: [StyledText] {
        let type = FieldType.at(TermPath(section: "parties").appending("parties"))
        guard case .map(_, let party)? = type else { return [] }
        let layout = ValueLayout(names: Names(document))
        let value = document.sections[.parties]?.value?["parties"]
        return (value?.members ?? []).map { member in
            let kind = member.value["kind"].flatMap { layout.line($0, party[path: ["kind"]]) }
            let name = StyledText(layout.names.party(member.key), .bold)
            return kind.map { name + ", " + $0 } ?? name
        }
    }

    private var signatures: [Block] {
        guard !cover.signatures.isEmpty else { return [.paragraph("nobody yet")] }
        return [
            .bulleted(
                cover.signatures.map { signature in
                    let name = StyledText(signature.person, .bold)
                    let role = signature.role.map { ", \($0)" } ?? ""
                    return [
                        .paragraph(
                            name
                                + StyledText(
                                    "\(role), for \(signature.party), \(signature.date)"))
                    ]
                })
        ]
    }
}
