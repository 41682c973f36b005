public import Terms

/// Who receives which part of an amount, and which term says so.
public struct Split: Hashable, Sendable {
    /// The term, such as `commercials.streams.subscription.shares`.
    public let path: TermPath
    /// The parties, sorted by id.
    public let parties: [String]
    /// The weight of each party: basis points, or what it has put in.
    let weights: [Int64]

    init(_ path: TermPath, _ weights: [String: Int64]) {
        self.path = path
        parties = weights.keys.sorted()
        self.weights = parties.map { weights[$0] ?? 0 }
    }

    /// Everything to one party.
    init(_ path: TermPath, all party: String) { self.init(path, [party: 1]) }

    /// The weight of a party; 0 where it receives nothing.
    func weight(of party: String) -> Int64 {
        parties.firstIndex(of: party).map { weights[$0] } ?? 0
    }

    /// The parts of an amount.
    func divide(_ amount: Int64) -> [Part] {
        zip(parties, Apportionment.divide(amount, by: weights)).map { Part(.party($0), $1) }
    }

    /// The same split without a party, or an equal one where nobody else has a share.
    func without(_ party: String, among all: [String]) -> Split {
        let others = all.filter { $0 != party }
        return Split(
            path,
            Dictionary(others.map { ($0, weight(of: $0)) }, uniquingKeysWith: { first, _ in first })
        )
    }
}
