internal import Reports
internal import Terms

/// The terms for programs: the typed values by section, and the clauses.
struct TermsJSON: Encodable {
    struct Signature: Encodable {
        let date: String
        let fingerprint: String?
        let party: String
        let person: String
    }

    let agreed: String?
    let clauses: [String: String]
    let digest: String
    let framework: String
    let sections: [String: ValueJSON]
    let signatures: [Signature]
    let state: String
    let title: String?
    let version: Int?

    init(_ document: TermsDocument, cover: DocumentCover) {
        agreed = cover.agreed
        clauses = document.clauses
        digest = cover.digest
        framework = cover.framework
        state = cover.state
        title = cover.title
        version = cover.version
        signatures = cover.signatures.map {
            Signature(
                date: $0.date, fingerprint: $0.fingerprint, party: $0.party, person: $0.person)
        }
        var sections: [String: ValueJSON] = [:]
        for (name, section) in document.sections {
            if let value = section.value { sections[name.rawValue] = ValueJSON(value) }
        }
        self.sections = sections
    }
}

/// A typed value as JSON: amounts, shares, dates and durations as they are written.
enum ValueJSON: Encodable {
    case text(String)
    case integer(Int64)
    case boolean(Bool)
    case list([ValueJSON])
    case object([String: ValueJSON])

    init(_ value: Value) {
        switch value {
        case .scalar(.integer(let number)): self = .integer(number)
        case .scalar(.boolean(let flag)): self = .boolean(flag)
        case .scalar(let scalar): self = .text(scalar.description)
        case .list(let items): self = .list(items.map { ValueJSON($0.value) })
        case .object(let members):
            self = .object(
                Dictionary(
                    members.map { ($0.key, ValueJSON($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .boolean(let flag): try container.encode(flag)
        case .list(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }
}
