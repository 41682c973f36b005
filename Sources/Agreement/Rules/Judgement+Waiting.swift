extension Judgement {
    /// Whom the proposal waits for, party by party: `Contoso GmbH (1 of dora, emil)`. A party that
    /// both registries ask is named once.
    public var waitingFor: [String] {
        var lines: [String] = []
        for standing in standings where !standing.isSatisfied {
            let people = standing.eligible.joined(separator: ", ")
            let line = "\(standing.party.name) (\(standing.missing) of \(people))"
            if !lines.contains(line) { lines.append(line) }
        }
        let asked = Set(standings.filter { !$0.isSatisfied }.flatMap(\.eligible))
        for key in newKeys where !key.hasSigned && !asked.contains(key.person) {
            lines.append("a sign-off with the new key of \(key.person) (\(key.fingerprint))")
        }
        return lines
    }

    /// The ids of the people who may still sign.
    public var waitingPeople: Set<String> {
        var people = Set(standings.filter { !$0.isSatisfied }.flatMap(\.eligible))
        for key in newKeys where !key.hasSigned { people.insert(key.person) }
        return people
    }
}
