internal import SSHSignature
internal import Terms

extension RegistryEdit {
    /// Gives a person one more key.
    ///
    /// - Throws: ``Problem`` where there is no such person, somebody has the key already, or it is
    ///   retired.
    public func addingKey(_ key: KeyLine, to person: String) throws -> RegistryEdit {
        try requirePerson(person)
        try requireUnused(key)
        return try edited { edit in
            try edit.append(key, to: person)
        }
    }

    /// Puts a new key in the place of a person's old one, which is listed as retired.
    ///
    /// - Throws: ``Problem`` as ``addingKey(_:to:)``, and where it is not clear which key is old.
    public func rotatingKey(
        of person: String, to new: KeyLine, old fingerprint: String? = nil
    ) throws -> RegistryEdit {
        try requirePerson(person)
        try requireUnused(new)
        let old = try key(of: person, fingerprint: fingerprint)
        return try edited { edit in
            edit.text = try YAMLEditor.replace(
                old.text, by: new.text, in: Self.path("people", person, "keys"), of: edit.text)
            let party = party(of: person)
            edit.changes.append(
                Change(
                    kind: .keyAdded, party: party, person: person,
                    fingerprint: new.key.fingerprint))
            try edit.listAsRetired(old)
        }
    }

    /// Takes a key away from its owner and lists it as retired.
    ///
    /// - Parameter word: The fingerprint, or the person, where it is the person's one key.
    /// - Returns: The edited text.
    /// - Throws: ``Problem`` where nobody has the key, or a signing rule could not be met any more.
    public func retiringKey(_ word: String) throws -> RegistryEdit {
        let old = try self.key(named: word)
        do {
            return try edited { edit in try edit.retire(old) }
        } catch let problem as Problem where problem.code == "rule-unsatisfiable" {
            throw Problem(
                problem.code, .no, problem.message,
                next: "entente keys rotate \(old.person) <new key> puts a new key in its place")
        }
    }

    mutating func append(_ key: KeyLine, to person: String) throws(YAMLEditor.EditError) {
        text = try YAMLEditor.append(
            key.text, to: Self.path("people", person, "keys"), in: text)
        changes.append(
            Change(
                kind: .keyAdded, party: party(of: person), person: person,
                fingerprint: key.key.fingerprint))
    }

    mutating func retire(_ old: HeldKey) throws(YAMLEditor.EditError) {
        text = try YAMLEditor.remove(
            old.text, from: Self.path("people", old.person, "keys"), in: text)
        try listAsRetired(old)
    }

    mutating func listAsRetired(_ old: HeldKey) throws(YAMLEditor.EditError) {
        if !retired.contains(old.fingerprint) {
            text = try YAMLEditor.append(old.fingerprint, to: Self.path("retired"), in: text)
        }
        changes.append(
            Change(
                kind: .keyRetired, party: party(of: old.person), person: old.person,
                fingerprint: old.fingerprint))
    }

    func requireUnused(_ key: KeyLine) throws(Problem) {
        let fingerprint = key.key.fingerprint
        if let owner = keys.first(where: { $0.fingerprint == fingerprint })?.person {
            throw Problem(
                "key-twice", .no, "\(owner) has this key already (\(fingerprint))",
                next: "A key belongs to one person; make another: ssh-keygen -t ed25519")
        }
        guard retired.contains(fingerprint) else { return }
        throw Problem(
            "retired-key", .no, "this key is retired and must never return (\(fingerprint))",
            next: "Make a new key: ssh-keygen -t ed25519")
    }

    private func key(named word: String) throws(Problem) -> HeldKey {
        if people.contains(where: { $0.key == word }) { return try key(of: word, fingerprint: nil) }
        if let key = keys.first(where: { Self.isSame($0.fingerprint, word) }) { return key }
        if let fingerprint = retired.first(where: { Self.isSame($0, word) }) {
            throw Problem(
                "retired-already", .no, "the key \(fingerprint) is retired already",
                next: "entente keys --at working")
        }
        throw Problem(
            "no-such-key", .unable,
            "`\(TextRules.visible(word))` is neither a person nor the "
                + "fingerprint of a key in parties.yaml", next: "entente keys --at working")
    }

    private func key(of person: String, fingerprint: String?) throws(Problem) -> HeldKey {
        let own = keys.filter { $0.person == person }
        if let fingerprint {
            if let key = own.first(where: { Self.isSame($0.fingerprint, fingerprint) }) {
                return key
            }
            throw Problem(
                "no-such-key", .unable,
                "\(person) has no key \(TextRules.visible(fingerprint))",
                next: "entente keys --at working")
        }
        guard let key = own.first else {
            throw Problem(
                "no-such-key", .unable, "\(person) has no key in parties.yaml",
                next: "entente keys add \(person) <file> adds one")
        }
        guard own.count == 1 else {
            throw Problem(
                "which-key", .unable, "\(person) has \(own.count) keys",
                next: "Name the old one by its fingerprint: "
                    + own.map(\.fingerprint).joined(separator: " or "))
        }
        return key
    }

    private static func isSame(_ fingerprint: String, _ word: String) -> Bool {
        fingerprint == word || fingerprint == "SHA256:" + word
    }
}
