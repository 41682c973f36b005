internal import SSHSignature
internal import Terms

/// The text of `parties.yaml` while people and keys are put in and taken out.
///
/// Every edit is a function from text to text: it keeps comments and all other bytes, and refuses
/// what would make an error that was not there before. Nothing is read or written but the text.
public struct RegistryEdit: Sendable {
    /// One thing that an edit did.
    public struct Change: Hashable, Sendable {
        /// What it did.
        public enum Kind: String, Hashable, Sendable {
            /// A person got a key.
            case keyAdded = "key-added"
            /// A person lost a key, and it is listed as retired.
            case keyRetired = "key-retired"
            /// A person came.
            case personAdded = "person-added"
            /// A person went.
            case personRemoved = "person-removed"
            /// A person was taken out of a signing rule.
            case ruleChanged = "rule-changed"
            /// A party went.
            case partyRemoved = "party-removed"
        }

        /// What it did.
        public let kind: Kind
        /// The party; that of the person, where it is about a person.
        public let party: String
        /// The person, where it is about one.
        public var person: String?
        /// The fingerprint of the key, where it is about one.
        public var fingerprint: String?
        /// The number of the signing rule, from 1, where it is about one.
        public var rule: Int?
    }

    /// The text.
    public internal(set) var text: String
    /// What was done to it, in order.
    public internal(set) var changes: [Change] = []

    /// Begins with a text.
    ///
    /// - Throws: ``Problem`` where it can't be read at all.
    public init(_ text: String) throws(Problem) {
        self.text = text
        let section = section
        guard section.value == nil else { return }
        let finding = section.findings.first
        throw Problem(
            "unreadable-registry", .no, finding?.message ?? "parties.yaml is empty",
            at: finding?.place, next: "entente check")
    }

    // MARK: What stands there

    var section: Section { Section(.parties, bytes: Array(text.utf8)) }

    /// The registry as it is now; nil where it has errors.
    public var registry: Registry? { Registry.read(section).registry }

    var people: [Value.Member] { section.value?["people"]?.members ?? [] }
    var parties: [Value.Member] { section.value?["parties"]?.members ?? [] }
    var retired: [String] { (section.value?["retired"]?.items ?? []).compactMap(\.value.text) }

    /// A key that stands in the text.
    struct HeldKey {
        let person: String
        let text: String
        let fingerprint: String
    }

    /// The keys that can be read, of everybody.
    var keys: [HeldKey] {
        Registry.keyLines(in: section).compactMap { line in
            (try? PublicKey.parse(line: line.text).key).map {
                HeldKey(person: line.person, text: line.text, fingerprint: $0.fingerprint)
            }
        }
    }

    func party(of person: String) -> String {
        people.first { $0.key == person }?.value["party"]?.text ?? ""
    }

    func requirePerson(_ id: String) throws(Problem) {
        let known = people.map(\.key)
        guard !known.contains(id) else { return }
        let nearest = Suggestion.nearest(to: id, in: known)
        throw Problem(
            "no-such-person", .unable,
            "there is no person `\(TextRules.visible(id))` in parties.yaml"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "entente people add <id> --name NAME --party PARTY adds one")
    }

    static func path(_ components: String...) -> TermPath {
        components.reduce(TermPath(section: SectionName.parties.rawValue)) { $0.appending($1) }
    }

    // MARK: Editing

    /// The same after some edits, or the reason why they can't be made.
    func edited(
        _ edit: (inout RegistryEdit) throws -> Void
    ) throws -> RegistryEdit {
        var result = self
        do {
            try edit(&result)
        } catch let error as YAMLEditor.EditError {
            throw Problem(
                "not-edited", .unable, error.message,
                at: error.position.map { "\(SectionName.parties.file):\($0)" }, next: error.next)
        }
        if let new = result.errors.butNot(errors).first {
            throw Problem(new.rule, .no, "that can't be: " + new.message, next: new.next)
        }
        return result
    }

    private var errors: [Finding] {
        let section = section
        return (RegistryFindings.of(section) + Registry.read(section).findings)
            .filter { $0.severity == .error }
    }
}

extension [Finding] {
    /// Those that were not there before: neither the same words, nor the same rule at the same
    /// place, which may speak of other numbers now.
    func butNot(_ before: [Finding]) -> [Finding] {
        filter { new in
            !before.contains { old in
                old.message == new.message || (old.rule == new.rule && old.path == new.path)
            }
        }
    }
}
