internal import SSHSignature
internal import Terms

/// Rule 5: a changed registry is also agreed by its own parties, under its own rules and keys;
/// every key that it adds has signed; every key that it removes is retired; nothing leaves
/// `retired`; every rule can be met. At the founding only the new registry judges.
///
/// That every rule can be met, and that no retired key is in use, is part of parsing the registry
/// strictly.
enum RegistryChangeRule {
    static func applies(to candidate: Candidate) -> Bool {
        candidate.changedFiles.contains(SectionName.parties.file)
    }

    static func newKeys(of candidate: Candidate) -> [Judgement.NewKey] {
        guard applies(to: candidate), let registry = candidate.proposed.registry else { return [] }
        let known = candidate.inForce?.registry?.keys ?? []
        let proven = Set(
            candidate.standingSignOffs(judgedBy: registry).map(\.signed.key))
        return registry.people.flatMap { person in
            person.keys.filter { !known.contains($0) }.map { key in
                Judgement.NewKey(
                    person: person.id, fingerprint: key.fingerprint,
                    hasSigned: proven.contains(key))
            }
        }
    }

    static func violations(
        of candidate: Candidate, standings: [PartyStanding], keys: [Judgement.NewKey]
    ) -> [Violation] {
        guard applies(to: candidate), let proposed = candidate.proposed.registry else { return [] }
        var violations = standings.filter { $0.judge == .proposed && !$0.isSatisfied }.map {
            Violation(.registryChange, $0.shortfall, party: $0.party.id)
        }
        for key in keys where !key.hasSigned {
            violations.append(
                Violation(
                    .registryChange,
                    "the new key of \(key.person) has not signed, so nobody knows that "
                        + "\(key.person) holds it (\(key.fingerprint))",
                    party: proposed.person(key.person)?.party))
        }
        guard let current = candidate.inForce?.registry else { return violations }
        let removed = current.keys.subtracting(proposed.keys).map(\.fingerprint).sorted()
        for fingerprint in removed where !proposed.retired.contains(fingerprint) {
            violations.append(
                Violation(
                    .registryChange, "the removed key \(fingerprint) is not under `retired`",
                    next: "Add it to `retired` in parties.yaml"))
        }
        for fingerprint in current.retired.subtracting(proposed.retired).sorted() {
            violations.append(
                Violation(
                    .registryChange, "\(fingerprint) was taken out of `retired`",
                    next: "Put it back in parties.yaml"))
        }
        return violations
    }
}
