internal import SSHSignature

extension Judgement {
    /// The keys with which a person still has to sign, in words: each new key that has not proven
    /// itself, and a key of the registry in force where only a new one has signed.
    public func keysToSign(of person: String) -> [String] {
        let unproven = newKeys.filter { $0.person == person && !$0.hasSigned }
        var keys = unproven.map { "the new key \($0.fingerprint)" }
        for standing in standings where !standing.isSatisfied && standing.eligible.contains(person)
        {
            let isInForce = standing.judge == .inForce
            // A new key that signs counts under the new rules.
            guard isInForce || unproven.isEmpty else { continue }
            let terms = isInForce ? candidate.inForce : candidate.proposed
            let held = terms?.registry?.person(person)?.keys.map(\.fingerprint) ?? []
            let words = "the key \(held.joined(separator: " or "))"
            if !held.isEmpty, !keys.contains(words) { keys.append(words) }
        }
        return keys
    }
}
