internal import Terms

/// Divides the revenue of one currency: what is taken off first, then the order of payment in each
/// settlement period, then each stream in each year.
struct CurrencyDivision {
    let terms: CommercialTerms
    let currency: String
    private(set) var lines: [Line] = []
    /// Costs of streams that the terms take off nowhere, by the place of the stream.
    var ignoredCosts: [Int: Int64] = [:]
    /// Costs that were higher than the revenue they belong to, by the place of the stream.
    var openCosts: [Int: Int64] = [:]
    /// How much of each step's goal is paid back, by the place of the step.
    var recouped: [Int: Int64] = [:]
    /// What each step could not pay for want of money, by its place.
    var unpaid: [Int: Int64] = [:]
    /// The bounds that a year's revenue did not reach.
    var missed: Set<StreamTerms.Bound> = []

    init(terms: CommercialTerms, currency: String) {
        self.terms = terms
        self.currency = currency
    }

    mutating func divide(_ cells: [CellKey: Cell]) {
        let keys = cells.keys.sorted()
        var deductions: [Deduction] = []
        var pools: [Int: [Source]] = [:]
        for key in keys {
            guard let cell = cells[key] else { continue }
            let deduction = deduct(cell, key)
            deductions.append(deduction)
            pools[key.period, default: []].append(
                Source(key: key, amount: deduction.available, costs: deduction.openCosts))
        }
        writeDeductions(deductions)
        var pots: [Pot: [Int: Int64]] = [:]
        for period in pools.keys.sorted() {
            for source in pay(pools[period] ?? [], in: period) {
                let pot = Pot(year: source.key.year, stream: source.key.stream)
                pots[pot, default: [:]][source.key.step, default: 0] += source.amount
            }
        }
        for pot in pots.keys.sorted() { split(pots[pot] ?? [:], of: pot) }
    }

    mutating func write(
        _ rule: Line.Rule, _ path: TermPath, _ time: Line.Time, _ sources: [Line.Source],
        _ amount: Int64, _ parts: [Part], limit: Line.Limit? = nil
    ) {
        guard parts.contains(where: { $0.amount != 0 }) else { return }
        let parts = parts.sorted { $0.recipient < $1.recipient }
        lines.append(
            Line(
                currency: currency, rule: rule, path: path, time: time, limit: limit,
                sources: sources.filter { $0.amount != 0 || amount == 0 }, amount: amount,
                parts: parts))
    }

    /// The id of the stream at a place; nil for what fits none.
    func name(_ stream: Int) -> String? {
        stream < terms.streams.count ? terms.streams[stream].id : nil
    }
}
