/// What each party has invested and does not get back first, in minor units of one currency.
struct Stakes {
    /// By party.
    let left: [String: Int]

    /// Nil where nothing is invested, or in more than one currency, or too much to be counted.
    init?(_ terms: CheckedTerms) {
        var left: [String: Int] = [:]
        var currencies: Set<String> = []
        for investment in terms.items("commercials.investments") {
            guard let party = investment["party"]?.text else { continue }
            let money = investment["amount"]?.money ?? investment["rate"]?.money
            let times = investment["amount"] == nil ? investment["hours"]?.integer ?? 0 : 1
            guard let money else { continue }
            guard (0...Self.most).contains(money.minorUnits) else { return nil }
            let (worth, overflow) = Int(money.minorUnits).multipliedReportingOverflow(
                by: Int(times))
            guard !overflow, worth <= Self.most else { return nil }
            left[party, default: 0] += worth
            guard left[party, default: 0] <= Self.most else { return nil }
            currencies.insert(money.currency)
        }
        for step in terms.items("commercials.waterfall") where step["step"]?.text == "recoup" {
            // Without an amount, all that was put in is paid back.
            guard let amount = step["amount"]?.money else { return nil }
            currencies.insert(amount.currency)
            guard (0...Self.most).contains(amount.minorUnits) else { return nil }
            let parts = step["shares"]?.split ?? step["party"]?.text.map { [($0, .whole)] } ?? []
            for (party, share) in parts {
                let back = Int(amount.minorUnits) * share.basisPoints / Share.whole.basisPoints
                left[party] = max(0, (left[party] ?? 0) - back)
            }
        }
        guard currencies.count == 1 else { return nil }
        self.left = left
    }

    /// The largest sum that is thought about: more would be a mistake, and could overflow.
    private static let most: Int64 = 100_000_000_000_000
}

/// What each party receives of the revenue on average: over the splits of a stream, then over the
/// streams; of the final split where there are no streams.
struct RevenueShares {
    /// Basis points by party.
    let basisPoints: [String: Int]

    /// Nil where nothing is divided.
    init?(_ terms: CheckedTerms) {
        let streams = terms.streams.map(\.splits).filter { !$0.isEmpty }
        let divided = streams.isEmpty ? terms.finalSplit.map { [[$0]] } ?? [] : streams
        guard !divided.isEmpty else { return nil }
        var sums: [String: Int] = [:]
        for splits in divided {
            for split in splits {
                for (party, share) in split.split {
                    sums[party, default: 0] += share.basisPoints * 1_000 / splits.count
                }
            }
        }
        basisPoints = sums.mapValues { $0 / divided.count / 1_000 }
    }
}
