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
    /// The bounds that a year's revenue did not reach.
    var missed: Set<StreamTerms.Bound> = []

    /// What other versions of the terms have used, and this one.
    var shared = SharedFigures()
    /// What there is in each settlement period.
    private var pools: [Int: [Source]] = [:]
    /// What is left of it for each stream in each year.
    private var pots: [Pot: [Int: Int64]] = [:]

    init(terms: CommercialTerms, currency: String) {
        self.terms = terms
        self.currency = currency
    }

    /// Divides revenue under several versions of the terms, from the earliest on: period by period,
    /// then year by year, those of an earlier version first.
    static func divide(
        _ ledgers: [(terms: CommercialTerms, cells: [CellKey: Cell])], currency: String
    ) -> [CurrencyDivision] {
        var divisions = ledgers.map { CurrencyDivision(terms: $0.terms, currency: currency) }
        for place in divisions.indices { divisions[place].deduct(ledgers[place].cells) }
        var shared = SharedFigures()
        func take(_ place: Int, _ step: (inout CurrencyDivision) -> Void) {
            divisions[place].shared = shared
            step(&divisions[place])
            shared = divisions[place].shared
        }
        let periods = divisions.enumerated().flatMap { place, division in
            division.pools.keys.map { period in
                (first: division.terms.calendar.span(ofPeriod: period).first, place, period)
            }
        }
        for (_, place, period) in periods.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            take(place) { $0.payAll(in: period) }
        }
        let pots = divisions.enumerated().flatMap { place, division in
            division.pots.keys.map { (pot: $0, place: place) }
        }
        for (pot, place) in pots.sorted(by: { ($0.pot, $0.place) < ($1.pot, $1.place) }) {
            take(place) { $0.split($0.pots[pot] ?? [:], of: pot) }
        }
        for place in divisions.indices { divisions[place].shared = shared }
        return divisions
    }

    private mutating func deduct(_ cells: [CellKey: Cell]) {
        var deductions: [Deduction] = []
        for key in cells.keys.sorted() {
            guard let cell = cells[key] else { continue }
            let deduction = deduct(cell, key)
            deductions.append(deduction)
            pools[key.period, default: []].append(
                Source(key: key, amount: deduction.available, costs: deduction.openCosts))
        }
        writeDeductions(deductions)
    }

    private mutating func payAll(in period: Int) {
        for source in pay(pools[period] ?? [], in: period) {
            let pot = Pot(year: source.key.year, stream: source.key.stream)
            pots[pot, default: [:]][source.key.step, default: 0] += source.amount
        }
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
