public import Terms

/// Adds up revenue under several versions of the terms, each line under its own.
public struct VersionedLedger: Sendable {
    private var ledgers: [(version: Int, ledger: Ledger)]
    private var volume: Int64 = 0

    /// An empty ledger for some versions, in any order.
    public init(_ terms: [Int: CommercialTerms], file: String) {
        ledgers = terms.sorted { $0.key < $1.key }.map { ($0.key, Ledger($0.value, file: file)) }
    }

    /// Adds a line under a version that it was made for; a line of any other is left out.
    ///
    /// - Throws: as ``Ledger/add(_:)`` does.
    public mutating func add(_ line: Revenue, under version: Int) throws(Finding) {
        guard let place = ledgers.firstIndex(where: { $0.version == version }) else { return }
        let size = try ledgers[place].ledger.size(of: line, after: volume)
        try ledgers[place].ledger.add(line)
        volume = size
    }

    /// Who receives what under each version, from the earliest on.
    public func distributions() -> [(version: Int, distribution: Distribution)] {
        zip(ledgers, Ledger.distributions(ledgers.map(\.ledger))).map { ($0.version, $1) }
    }
}

extension Distribution {
    /// What was added to a distribution since an earlier one of less revenue under the same terms:
    /// line by line, without those that did not change.
    public func since(_ earlier: Distribution) -> Distribution {
        var before: [Line.Key: Line] = [:]
        for line in earlier.lines { before[line.key] = line }
        var lines: [Line] = []
        for line in self.lines {
            if let changed = line.since(before.removeValue(forKey: line.key)) {
                lines.append(changed)
            }
        }
        // What is not there any more was taken back.
        for line in earlier.lines where before[line.key] != nil {
            if let gone = line.opposite { lines.append(gone) }
        }
        let currencies = Set((totals + earlier.totals).map(\.currency)).sorted()
        return Distribution(
            totals: currencies.map { currency in
                let (new, old) = (total(in: currency), earlier.total(in: currency))
                return Total(
                    currency: currency, whole: (new?.whole ?? 0) - (old?.whole ?? 0),
                    parts: Line.difference(new?.parts ?? [], old?.parts ?? []))
            }, lines: lines, notes: notes, revenueLines: revenueLines - earlier.revenueLines,
            days: days)
    }

    private func total(in currency: String) -> Total? {
        totals.first { $0.currency == currency }
    }
}

extension Line {
    /// What tells it from all others of one distribution.
    fileprivate struct Key: Hashable {
        let currency: String
        let path: TermPath
        let time: Time
        let deduction: Int
        let stream: String?
    }

    fileprivate var key: Key {
        let isStep = limit != nil
        return Key(
            currency: currency, path: path, time: time, deduction: deduction,
            stream: isStep ? nil : sources.first?.stream)
    }

    /// What is taken off first may have one term for several lines.
    private var deduction: Int {
        switch rule {
        case .taxes: 1
        case .costs: 2
        case .refund: 3
        default: 0
        }
    }

    /// Nil where nothing changed.
    fileprivate func since(_ earlier: Line?) -> Line? {
        guard let earlier else { return self }
        let parts = Self.difference(parts, earlier.parts)
        guard !parts.isEmpty else { return nil }
        return Line(
            currency: currency, rule: rule, path: path, time: time, limit: limit,
            sources: Self.difference(sources, earlier.sources), amount: amount - earlier.amount,
            parts: parts)
    }

    fileprivate var opposite: Line? {
        let nothing = Line(
            currency: currency, rule: rule, path: path, time: time, limit: limit, sources: [],
            amount: 0, parts: [])
        return nothing.since(self)
    }

    fileprivate static func difference(_ new: [Part], _ old: [Part]) -> [Part] {
        var sums: [Recipient: Int64] = [:]
        for part in new { sums[part.recipient, default: 0] += part.amount }
        for part in old { sums[part.recipient, default: 0] -= part.amount }
        return sums.filter { $0.value != 0 }.map { Part($0.key, $0.value) }
            .sorted { $0.recipient < $1.recipient }
    }

    private static func difference(_ new: [Source], _ old: [Source]) -> [Source] {
        var order: [String?] = []
        var sums: [String?: Int64] = [:]
        for source in new + old where sums.updateValue(0, forKey: source.stream) == nil {
            order.append(source.stream)
        }
        for source in new { sums[source.stream, default: 0] += source.amount }
        for source in old { sums[source.stream, default: 0] -= source.amount }
        return order.compactMap { stream in
            sums[stream].flatMap { $0 == 0 ? nil : Source(stream: stream, amount: $0) }
        }
    }
}
