internal import Terms

/// How single values read in a document.
struct ScalarWording {
    let names: Names

    /// The value in words: choices by their label, people by name and role, everything else as it
    /// is written in the terms.
    func text(_ scalar: Scalar, _ type: FieldType?, withRole: Bool = false) -> String {
        let written = scalar.description
        switch (type, scalar) {
        case (_, .boolean(let value)): return value ? "yes" : "no"
        case (.choice(let choices), _):
            return choices.first { $0.value == written }?.label ?? written
        case (.reference(let targets), _):
            return reference(written, targets, withRole: withRole)
        default: return written
        }
    }

    private func reference(
        _ id: String, _ targets: [FieldType.ReferenceTarget], withRole: Bool
    ) -> String {
        for target in targets {
            switch target {
            case .party where names.knowsParty(id): return names.party(id)
            case .person where names.knowsPerson(id): return names.person(id, withRole: withRole)
            case .sectionOrClause:
                if let section = SectionName(rawValue: id) { return section.title }
            default: continue
            }
        }
        return id
    }
}
