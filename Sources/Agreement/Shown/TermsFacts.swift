internal import Git
internal import SSHSignature
public import Terms

/// Somebody who signs with a key, for screens.
public struct KeyHolder: Hashable, Sendable {
    /// The fingerprint of the key.
    public let fingerprint: String
    /// The person's id.
    public let person: String
    /// The person's name.
    public let name: String
    /// The name of the party that the person acts for.
    public let party: String
}

extension KeyHolder: Packed {
    package func pack(into writer: inout PackingWriter) {
        for text in [fingerprint, person, name, party] { writer.add(text) }
    }

    package init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        self.init(
            fingerprint: try reader.text(), person: try reader.text(), name: try reader.text(),
            party: try reader.text())
    }
}

extension Registry {
    /// Everybody who signs, with each key.
    public var holders: [KeyHolder] {
        people.flatMap { person in
            guard let party = party(person.party) else { return [KeyHolder]() }
            return person.keys.map {
                KeyHolder(
                    fingerprint: $0.fingerprint, person: person.id, name: person.name,
                    party: party.name)
            }
        }
    }
}

/// What a screen says about terms: what their tree alone decides.
public struct TermsFacts: Sendable {
    /// What the sections say at the places that were asked for.
    public let values: TermsValues
    /// Who signs with which key; nobody where the registry can't be relied on.
    public let holders: [KeyHolder]
    /// The fingerprints of the keys that nobody signs with any more, sorted.
    public let retired: [String]

    init(_ terms: StoredTerms, at places: [TermPath]) {
        values = TermsDocument(terms.files).values.only(places)
        holders = terms.registry?.holders ?? []
        retired = terms.registry?.retired.sorted() ?? []
    }

    func pack(into writer: inout PackingWriter) {
        writer.add(holders) { $1.pack(into: &$0) }
        writer.add(retired) { $0.add($1) }
        writer.add(SectionName.allCases.filter { values.sections[$0] != nil }) { writer, name in
            writer.add(name.rawValue)
            values.sections[name]?.pack(into: &writer)
        }
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        holders = try reader.list { reader throws(PackingReader.Damage) in
            try KeyHolder(from: &reader)
        }
        retired = try reader.list { reader throws(PackingReader.Damage) in try reader.text() }
        var sections: [SectionName: Value] = [:]
        _ = try reader.list { reader throws(PackingReader.Damage) in
            guard let name = SectionName(rawValue: try reader.text()) else {
                throw PackingReader.Damage()
            }
            sections[name] = try Value(from: &reader)
        }
        values = TermsValues(sections)
    }
}

extension Workspace {
    /// Makes something of what the terms in force of each framework say, such as a few lines for a
    /// screen. Terms that were looked at before are not read again. Linear in the size of all.
    ///
    /// - Parameters:
    ///   - frameworks: The names of the frameworks; those that are not founded are left out.
    ///   - places: The places that matter.
    ///   - history: The agreed history.
    ///   - make: What is made of the facts about a framework, on all cores.
    /// - Returns: What was made, by framework.
    /// - Throws: `GitError` where terms can't be read.
    public func facts<Made: Sendable>(
        of frameworks: [String], at places: [TermPath], history: History,
        _ make: @Sendable (String, TermsFacts) -> Made
    ) throws -> [String: Made] {
        let kept = shown?.load(.terms) ?? [:]
        let which = Array(places.map(\.description).joined(separator: " ").utf8)
        let wanted = frameworks.compactMap { name in
            history.frameworks[name].map { (name: name, tree: $0.inForce.tree) }
        }
        let entries = wanted.map { name, tree in
            (
                name: name, value: kept[tree.bytes],
                seal: shown?.seal(.terms, tree.bytes + which) ?? ""
            )
        }
        let read = entries.mapOnAllCores { entry -> Made? in
            guard let value = entry.value,
                var reader = try? PackingReader(value, sealedAs: entry.seal),
                let facts = try? TermsFacts(from: &reader)
            else { return nil }
            return make(entry.name, facts)
        }
        var made: [String: Made] = [:]
        var new: [(key: [UInt8], value: [UInt8])] = []
        for ((name, tree), (entry, read)) in zip(wanted, zip(entries, read)) {
            if let read {
                made[name] = read
                continue
            }
            let facts = TermsFacts(try store.terms(tree), at: places)
            made[name] = make(name, facts)
            var writer = PackingWriter()
            facts.pack(into: &writer)
            new.append((tree.bytes, writer.sealed(as: entry.seal)))
        }
        let inForce = Set(history.frameworks.values.map(\.inForce.tree.bytes))
        shown?.save(.terms, new, dropping: kept.keys.filter { !inForce.contains($0) })
        return made
    }
}
