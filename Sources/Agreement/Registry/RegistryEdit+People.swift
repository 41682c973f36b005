internal import Terms

extension RegistryEdit {
    /// A person who is to come.
    public struct NewPerson: Sendable {
        /// The id.
        public var id: String
        /// The name.
        public var name: String
        /// The id of the party.
        public var party: String
        /// The role.
        public var title: String?
        /// The e-mail address.
        public var email: String?
        /// The first key.
        public var key: KeyLine?

        /// Describes a person.
        public init(
            id: String, name: String, party: String, title: String? = nil, email: String? = nil,
            key: KeyLine? = nil
        ) {
            self.id = id
            self.name = name
            self.party = party
            self.title = title
            self.email = email
            self.key = key
        }
    }

    /// Adds a person. No signing rule changes by that.
    ///
    /// - Throws: ``Problem`` where the id is taken or can't be one, there is no such party, or the
    ///   key can't be used.
    public func adding(_ person: NewPerson) throws -> RegistryEdit {
        guard Identifier.isValid(person.id) else {
            throw Problem(
                "bad-name", .unable, "`\(TextRules.visible(person.id))` can't be a person's id",
                next: "Use lower-case letters, digits and hyphens, starting with a letter")
        }
        guard !people.contains(where: { $0.key == person.id }) else {
            throw Problem(
                "person-exists", .no, "there is a person `\(person.id)` already",
                next: "entente keys add \(person.id) <file> adds a key; entente set changes the "
                    + "rest")
        }
        try requireParty(person.party)
        if let key = person.key { try requireUnused(key) }
        return try edited { edit in
            let fields = [
                ("name", person.name), ("party", person.party), ("title", person.title),
                ("email", person.email),
            ]
            for case (let field, let value?) in fields {
                edit.text = try YAMLEditor.set(
                    Self.path("people", person.id, field), to: value, in: edit.text)
            }
            edit.changes.append(
                Change(kind: .personAdded, party: person.party, person: person.id))
            if let key = person.key { try edit.append(key, to: person.id) }
        }
    }

    /// Removes a person, whose keys are listed as retired.
    ///
    /// - Parameters:
    ///   - id: The person.
    ///   - fromRules: Whether the person is taken out of the signing rules as well.
    /// - Returns: The edited text.
    /// - Throws: ``Problem`` where there is no such person, a signing rule names the person, or
    ///   could not be met any more.
    public func removingPerson(_ id: String, fromRules: Bool = false) throws -> RegistryEdit {
        try requirePerson(id)
        let party = party(of: id)
        let rules = self.rules(naming: id)
        if !fromRules, let rule = rules.first {
            throw Problem(
                "named-in-rule", .no,
                "signing rule \(rule.number) of \(rule.party) names \(id)",
                next: "Let another sign in \(id)'s place, or: entente people remove \(id) "
                    + "--from-rules")
        }
        do {
            return try edited { edit in
                for rule in rules {
                    edit.text = try YAMLEditor.remove(
                        id,
                        from: Self.path(
                            "parties", rule.party, "signing", String(rule.number), "of"),
                        in: edit.text)
                    edit.changes.append(
                        Change(
                            kind: .ruleChanged, party: rule.party, person: id, rule: rule.number))
                }
                try edit.removePerson(id)
            }
        } catch let problem as Problem where problem.code == "rule-unsatisfiable" {
            throw Problem(
                problem.code, .no, problem.message,
                next: "Change the rule first: entente set "
                    + "parties.parties.\(party).signing.\(rules.first?.number ?? 1) "
                    + "\"{needs: 1, of: [...]}\"")
        }
    }

    /// Removes a party with its people, whose keys are listed as retired.
    ///
    /// - Throws: ``Problem`` where there is no such party, or too few would be left.
    public func removingParty(_ id: String) throws -> RegistryEdit {
        try requireParty(id)
        return try edited { edit in
            for person in people where person.value["party"]?.text == id {
                try edit.removePerson(person.key)
            }
            edit.text = try YAMLEditor.removeEntry(at: Self.path("parties", id), in: edit.text)
            edit.changes.append(Change(kind: .partyRemoved, party: id))
        }
    }

    private mutating func removePerson(_ id: String) throws(YAMLEditor.EditError) {
        for key in keys where key.person == id { try listAsRetired(key) }
        let party = party(of: id)
        text = try YAMLEditor.removeEntry(at: Self.path("people", id), in: text)
        changes.append(Change(kind: .personRemoved, party: party, person: id))
    }

    private func rules(naming person: String) -> [(party: String, number: Int)] {
        parties.flatMap { party in
            (party.value["signing"]?.items ?? []).enumerated().filter { _, rule in
                (rule.value["of"]?.items ?? []).contains { $0.value.text == person }
            }.map { (party.key, $0.offset + 1) }
        }
    }

    private func requireParty(_ id: String) throws(Problem) {
        let known = parties.map(\.key)
        guard !known.contains(id) else { return }
        let nearest = Suggestion.nearest(to: id, in: known)
        throw Problem(
            "no-such-party", .unable,
            "there is no party `\(TextRules.visible(id))` in parties.yaml"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "Parties here: \(known.joined(separator: ", "))")
    }
}
