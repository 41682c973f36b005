/// What a field of a section holds. The type decides how YAML reads, how values compare, and how
/// they are shown.
public indirect enum FieldType: Sendable {
    /// One line of text.
    case text
    /// Prose of any length, in which white space has no meaning when compared.
    case prose
    /// `yes` or `no`, written `true` or `false`.
    case boolean
    /// A whole number within bounds.
    case integer(ClosedRange<Int64>)
    /// An amount of money.
    case money
    /// A share of a whole, 0% to 100%.
    case share
    /// A length of time.
    case duration
    /// A day of the calendar.
    case date
    /// A measured figure with its unit.
    case quantity
    /// A UUID in lower case.
    case uuid
    /// The SHA-256 of a file, 64 hexadecimal digits.
    case sha256
    /// An e-mail address.
    case email
    /// An OpenSSH public key in one line.
    case publicKey
    /// An OpenSSH key fingerprint, `SHA256:...`.
    case fingerprint
    /// The `id` of the item it stands in.
    case identifier
    /// One of some words.
    case choice([Choice])
    /// The address of a term or field, whether or not anything is written there yet.
    case term
    /// The id of something that exists elsewhere in the terms.
    case reference([ReferenceTarget])
    /// Fields.
    case object([Field])
    /// Items. Items that are objects with an `id` field are matched by it.
    case list(FieldType, ListOrder)
    /// Values by key: by party, by person, or by an id that is defined here.
    case map(MapKey, FieldType)

    /// A split among parties, whose shares sum to exactly 100%.
    public static let split = FieldType.map(.shareOfParty, .share)

    /// One word that a choice accepts, and how people say it.
    public struct Choice: Hashable, Sendable {
        /// The word in the file.
        public var value: String
        /// How it reads in a document.
        public var label: String
        /// What it means, where neither says it.
        public var meaning: String?

        /// A choice whose label is its value with spaces for hyphens, unless another is given.
        public init(_ value: String, _ label: String? = nil, meaning: String? = nil) {
            self.value = value
            self.label = label ?? value.split(separator: "-").joined(separator: " ")
            self.meaning = meaning
        }
    }

    /// What a reference may point to.
    public enum ReferenceTarget: Hashable, Sendable {
        /// A party of the registry.
        case party
        /// A person of the registry.
        case person
        /// A section, or a clause as `clauses/<name>`.
        case sectionOrClause
        /// An item of the list at this path, such as `purpose.objectives`.
        case item(of: String)
        /// Something on record, such as one of the `deals`.
        case record(of: String)
        /// This very word, such as `joint`.
        case word(String)
    }

    /// Whether the order of a list means something.
    public enum ListOrder: Sendable {
        /// The order is part of what is agreed.
        case ordered
        /// The same items in another order are the same.
        case set
    }

    /// What the keys of a map are.
    public enum MapKey: Sendable {
        /// Parties of the registry.
        case party
        /// Parties that share one whole: the values sum to 100%.
        case shareOfParty
        /// Ids that are defined by standing here.
        case identifier
    }

    /// A choice among words that read as they are written.
    public static func choice(_ words: String...) -> FieldType {
        .choice(words.map { Choice($0) })
    }

    /// A reference to a party.
    public static let party = FieldType.reference([.party])
    /// A reference to a person.
    public static let person = FieldType.reference([.person])
    /// A reference to a party or a person.
    public static let partyOrPerson = FieldType.reference([.party, .person])
    /// A reference to a party, or the word `joint`.
    public static let partyOrJoint = FieldType.reference([.party, .word("joint")])

    /// A list of items with these fields, whose order is part of what is agreed.
    public static func items(_ fields: [Field]) -> FieldType { .list(.object(fields), .ordered) }

    /// Whether the items of a list of this type are matched by an `id`.
    public var hasIdentity: Bool {
        guard case .object(let fields) = self else { return false }
        return fields.contains { $0.name == "id" }
    }
}
