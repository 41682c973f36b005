public import Git
public import SSHSignature
public import Terms

/// Who may sign for whom: the parties, their people and keys, and the signing rules, as
/// `parties.yaml` says them (format.md, "The registry").
public struct Registry: Sendable {
    /// A company or the independent side.
    public struct Party: Hashable, Sendable {
        /// Its id.
        public let id: String
        /// Its full name.
        public let name: String
        /// Its kind, such as `msp`.
        public let kind: String
        /// The signing rules in order; the first covers everything.
        public let rules: [SigningRule]

        /// Whether the party has to sign.
        public var signs: Bool { !rules.isEmpty }
    }

    /// A human being who acts for a party.
    public struct Person: Hashable, Sendable {
        /// The person's id.
        public let id: String
        /// The person's name.
        public let name: String
        /// The id of the party that the person acts for.
        public let party: String
        /// The person's role.
        public let title: String?
        /// The person's e-mail address.
        public let email: String?
        /// The keys that the person signs with.
        public let keys: [PublicKey]
    }

    /// The parties by id.
    public let parties: [Party]
    /// The people by id.
    public let people: [Person]
    /// The fingerprints of removed keys.
    public let retired: Set<String>
    private let owners: [PublicKey: Int]

    /// Reads the registry strictly: nil where anything about it is wrong.
    ///
    /// The findings hold what is wrong beyond the section's own findings: keys that can't be
    /// used, keys that were retired.
    public static func read(_ section: Section?) -> (registry: Registry?, findings: [Finding]) {
        guard let section, let (registry, findings) = written(in: section) else { return (nil, []) }
        let problems = findings + RegistryFindings.of(section)
        return (problems.hasErrors ? nil : registry, findings)
    }

    /// The registry as it is written, whatever is wrong with it: to be shown to people who put it
    /// right, and to be relied on for nothing. Nil where nothing can be read.
    public static func draft(_ section: Section) -> Registry? { written(in: section)?.registry }

    private static func written(
        in section: Section
    ) -> (registry: Registry, findings: [Finding])? {
        guard let value = section.value else { return nil }
        var findings: [Finding] = []
        let retired = Set((value["retired"]?.items ?? []).compactMap(\.value.text))
        var keys: [String: [PublicKey]] = [:]
        var twins: [PublicKey: String] = [:]
        for line in keyLines(in: section) {
            do {
                let key = try PublicKey.parse(line: line.text).key
                keys[line.person, default: []].append(key)
                if let owner = twins[key] {
                    findings.append(
                        finding(
                            "key-twice", line.path, section,
                            "a key of `\(line.person)` is one of `\(owner)` written as another kind",
                            next: "Make a new key with ssh-keygen"))
                }
                let forms = [key] + key.twins
                for twin in forms.dropFirst() { twins[twin] = line.person }
                guard forms.contains(where: { retired.contains($0.fingerprint) }) else { continue }
                findings.append(
                    finding(
                        "retired-key", line.path, section,
                        "a key of `\(line.person)` is retired (\(key.fingerprint)) and must "
                            + "never return", next: "Make a new key with ssh-keygen"))
            } catch {
                findings.append(
                    finding(
                        "bad-key", line.path, section,
                        "a key of `\(line.person)` can't be used: \(error.description)",
                        next: "Paste the one line of the person's .pub file"))
            }
        }
        let people = (value["people"]?.members ?? []).map { member in
            Person(
                id: member.key, name: member.registeredName,
                party: member.value["party"]?.text ?? "", title: member.value["title"]?.text,
                email: member.value["email"]?.text, keys: keys[member.key] ?? [])
        }
        let parties = (value["parties"]?.members ?? []).map { member in
            Party(
                id: member.key, name: member.registeredName,
                kind: member.value["kind"]?.text ?? "other",
                rules: (member.value["signing"]?.items ?? []).compactMap { SigningRule($0.value) })
        }
        return (Registry(parties: parties, people: people, retired: retired), findings)
    }

    /// The lines of all keys of all people, as they are written.
    static func keyLines(in section: Section?) -> [(
        person: String, path: TermPath, text: String
    )] {
        let path = TermPath(section: SectionName.parties.rawValue).appending("people")
        return (section?.value?["people"]?.members ?? []).flatMap { member in
            (member.value["keys"]?.items ?? []).enumerated().map { index, item in
                (
                    member.key,
                    path.appending(member.key).appending("keys").appending(String(index + 1)),
                    item.value.text ?? ""
                )
            }
        }
    }

    private init(parties: [Party], people: [Person], retired: Set<String>) {
        self.parties = parties
        self.people = people
        self.retired = retired
        var owners: [PublicKey: Int] = [:]
        for (index, person) in people.enumerated() {
            for key in person.keys { owners[key] = index }
        }
        self.owners = owners
    }

    /// The person whom a key belongs to, or nil. Constant time.
    public func owner(of key: PublicKey) -> Person? {
        owners[key].map { people[$0] }
    }

    /// The person with an id, or nil.
    public func person(_ id: String) -> Person? { people.first { $0.id == id } }

    /// The party with an id, or nil.
    public func party(_ id: String) -> Party? { parties.first { $0.id == id } }

    /// All keys of all people.
    public var keys: Set<PublicKey> { Set(owners.keys) }

    private static func finding(
        _ rule: String, _ path: TermPath, _ section: Section, _ message: String, next: String
    ) -> Finding {
        Finding(
            rule: rule, file: section.name.file, position: section.positions[path], path: path,
            message: message, next: next)
    }
}

extension Registry {
    /// The person with this address, or else with this name; nil where nobody has it.
    func person(behind identity: Identity) -> Person? {
        people.first { $0.email == identity.email } ?? people.first { $0.name == identity.name }
    }

    /// The name of the party of the person with this address, or else with this name; nil where nobody
    /// has it. Nobody signs either, so this is good for advice alone.
    public func likelyParty(of identity: Identity) -> String? {
        person(behind: identity).flatMap { party($0.party)?.name }
    }

    /// The name of the party of whoever has an address; nil where nobody has.
    public func partyName(of identity: Identity) -> String? {
        people.first { $0.email == identity.email }.flatMap { party($0.party)?.name }
    }
}
