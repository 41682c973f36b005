internal import Terms

extension AuditRule {
    static let acknowledgement = AuditRule(
        "acknowledgement", .purpose,
        "Who shares the values in force, of those who should."
    ) { past in
        guard let asked = past.current.value("purpose.acknowledgement") else { return [] }
        let shared = Dictionary(grouping: past.records("acknowledgements", "shared")) {
            $0.value["person"]?.text ?? ""
        }
        return (asked["who"]?.items.compactMap(\.value.text) ?? []).compactMap { who in
            let people = past.people(of: who)
            return people.isEmpty
                ? nil
                : Acknowledging(past: past, asked: asked, shared: shared)
                    .assessment(of: who, people: people)
        }
    }
}

/// Who of some people shares the values.
private struct Acknowledging {
    let past: Past
    let asked: Value
    let shared: [String: [PastRecord]]

    func assessment(of who: String, people: [String]) -> Assessment {
        var missing: [(person: String, due: CalendarDate?)] = []
        var evidence: [PastRecord] = []
        for person in people {
            let records = (shared[person] ?? []).filter(isOfTheseValues)
            evidence += records
            let last = records.counted.last?.day
            let renewal = asked["renewed-every"]?.duration
            if let last, renewal.map({ past.today <= last.due(within: $0) }) ?? true { continue }
            let due = last.flatMap { day in renewal.map { day.due(within: $0) } } ?? due(of: person)
            missing.append((person, due))
        }
        let late = missing.filter { $0.due.map { $0 < past.today } ?? false }
        let count = people.count - missing.count
        let within = asked["within"]?.duration.map { " within \($0)" } ?? ""
        let again = asked["renewed-every"]?.duration.map { ", again \(Words.every($0))" } ?? ""
        var found = Assessment(
            rule: "acknowledgement", path: Self.path, subject: who,
            label: "\(past.name(who)) shares the values", version: past.current.number,
            promised: "\(Words.counted(people.count, "person", "people"))\(within)\(again)",
            actual: "\(Words.counted(count, "person", "people"))",
            difference: missing.isEmpty ? nil : "\(missing.count) missing",
            status: .kept, reason: "Everybody shares the values that are in force",
            evidence: evidence.sorted { $0.day < $1.day }.evidence,
            measure: .init(
                promised: Figure(people.count, "people"), actual: Figure(count, "people")))
        guard !missing.isEmpty else { return found }
        let names = past.names(missing.map(\.person))
        found.status = late.isEmpty ? .notYetDue : count == 0 ? .broken : .drifting
        found.due = missing.compactMap(\.due).min()
        found.since = late.compactMap(\.due).min()
        found.reason =
            late.isEmpty
            ? "\(names) still \(missing.count == 1 ? "has" : "have") time"
            : "\(past.names(late.map(\.person))) should have said so by now"
        found.reason += evidence.contestedWords
        found.next = .init(
            who: missing.map(\.person),
            what: "read purpose.values, then: entente record acknowledgement")
        return found
    }

    private static let path = TermPath(section: "purpose").appending("acknowledgement")

    /// Whether what was shared then are the values of now.
    private func isOfTheseValues(_ record: PastRecord) -> Bool {
        let number = record.value["version"]?.integer
        guard let version = past.versions.first(where: { Int64($0.number) == number }) else {
            return false
        }
        return version.value("purpose.values") == past.current.value("purpose.values")
    }

    /// When a person has to have said it for the first time: counted from the day on which the
    /// values became these, or the person came.
    private func due(of person: String) -> CalendarDate? {
        guard let within = asked["within"]?.duration else { return nil }
        let values = past.current.value("purpose.values")
        let since =
            past.versions.reversed().prefix {
                $0.value("purpose.values") == values && $0.value("parties.people.\(person)") != nil
            }.last ?? past.current
        let from = since.number == past.versions[0].number ? past.start : since.from
        return from.due(within: within)
    }
}

extension Past {
    /// The people of a party, or the person with this id.
    func people(of id: String) -> [String] {
        let people = current.value("parties.people")?.members ?? []
        if people.contains(where: { $0.key == id }) { return [id] }
        return people.filter { $0.value["party"]?.text == id }.map(\.key)
    }
}
