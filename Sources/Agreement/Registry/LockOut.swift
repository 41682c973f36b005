internal import Terms

/// A party that one lost key could lock out: without it, none of its signing rules that cover
/// everything could be met, so nobody could sign for it, not even for a new key.
public struct LockOut: Hashable, Sendable {
    /// The party.
    public let party: Registry.Party
    /// The people whose one key it is that must not be lost, in the order of the rule.
    public let people: [Registry.Person]

    /// What would happen, as one sentence without a final full stop.
    public var message: String {
        let names = people.map { "of \($0.id)" }.joined(separator: " or ")
        return "one lost key could lock out \(party.name): without that \(names), nobody can sign "
            + "for it, not even for a new key"
    }

    /// What helps.
    public var next: String {
        let person = people.first?.id ?? "<person>"
        return "Name one more person in the signing rule, or add a second key, kept elsewhere: "
            + "entente keys add \(person) <file>"
    }
}

extension Registry {
    /// The parties that one lost key could lock out, by id. Linear in parties, rules and people.
    ///
    /// A party whose rules can't be met as they are is not among them; that is an error already.
    public var lockOuts: [LockOut] {
        let byID = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        return parties.compactMap { party in
            // For each rule that can be met now, the people without whose one key it can't be.
            let critical = party.rules.filter { $0.only == nil }.compactMap { rule in
                let able = Set(rule.of).compactMap { byID[$0] }.filter { !$0.keys.isEmpty }
                guard able.count >= rule.needs else { return nil as Set<String>? }
                guard able.count == rule.needs else { return [] }
                return Set(able.filter { $0.keys.count == 1 }.map(\.id))
            }
            guard let first = critical.first else { return nil }
            let shared = critical.dropFirst().reduce(first) { $0.intersection($1) }
            guard !shared.isEmpty else { return nil }
            let order = party.rules.flatMap(\.of).firstAppearances.filter(shared.contains)
            return LockOut(party: party, people: order.compactMap { byID[$0] })
        }
    }
}

extension TermsDocument {
    /// A warning for each party that one lost key could lock out. It keeps nobody from signing.
    var lockOutFindings: [Finding] {
        guard let section = sections[.parties],
            let registry = Registry.read(section).registry
        else { return [] }
        return registry.lockOuts.map { lockOut in
            let path = TermPath(section: SectionName.parties.rawValue).appending("parties")
                .appending(lockOut.party.id)
            return Finding(
                .warning, rule: "one-key-lock-out", file: SectionName.parties.file,
                position: section.positions[path.appending("signing")]
                    ?? section.positions[path], path: path.appending("signing"),
                message: lockOut.message, next: lockOut.next)
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in the order in which they appear.
    var firstAppearances: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
