/// The sections of the terms: one YAML file each (format.md, "Layout of a workspace").
public enum SectionName: String, CaseIterable, Hashable, Sendable {
    /// What this agreement is.
    case framework
    /// The registry.
    case parties
    /// Why.
    case purpose
    /// Who.
    case governance
    /// Money and effort.
    case commercials
    /// Disputes, exclusivity, information, exit.
    case safeguards

    /// The file, relative to `terms/`.
    public var file: String { rawValue + ".yaml" }

    /// The files of terms as people read them: sections in their order, then the others as bytes.
    public static func inOrder(_ paths: some Collection<String>) -> [String] {
        let (known, sections) = (Set(paths), allCases.map(\.file))
        return sections.filter(known.contains)
            + known.subtracting(sections).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
    }

    /// The section that a file holds, or nil.
    public init?(file: String) {
        guard file.hasSuffix(".yaml") else { return nil }
        self.init(rawValue: String(file.dropLast(5)))
    }

    /// The title that people read above it.
    public var title: String {
        switch self {
        case .framework: "This agreement"
        case .parties: "Parties and people"
        case .purpose: "Purpose"
        case .governance: "Governance"
        case .commercials: "Money and effort"
        case .safeguards: "Safeguards"
        }
    }

    /// What the section answers, in one line.
    public var summary: String {
        switch self {
        case .framework: "What this agreement is, how long it lasts and how it changes"
        case .parties: "Who the parties are, who may sign for them and with which keys"
        case .purpose: "Why the parties work together and how they will know that it worked"
        case .governance: "Who answers for what, who meets when, who advises"
        case .commercials: "What each side puts in and how what comes out is divided"
        case .safeguards: "What happens when things do not go as planned"
        }
    }

    /// The one declaration of the section's fields.
    public var fields: [Field] {
        switch self {
        case .framework: Schema.framework
        case .parties: Schema.parties
        case .purpose: Schema.purpose
        case .governance: Schema.governance
        case .commercials: Schema.commercials
        case .safeguards: Schema.safeguards
        }
    }
}

/// The schema of the terms, declared once: parsing, checking, comparing, showing and editing are
/// derived from it.
public enum Schema {}
