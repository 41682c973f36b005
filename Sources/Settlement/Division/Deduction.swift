internal import Terms

/// What is taken off the revenue of a cell before anything is paid out.
struct Deduction {
    let key: CellKey
    /// Tax, where the base is without it.
    var taxes: Int64 = 0
    /// Costs of others, where the base is without them.
    var costs: Int64 = 0
    /// Refunds that whoever invoices bears alone.
    var borne: Int64 = 0
    /// What is left to be paid out; negative where more is given back.
    var available: Int64 = 0
    /// Costs of others that a step of the order of payment may still pay.
    var openCosts: Int64 = 0
}

/// What a stream puts into a settlement period.
struct Source {
    let key: CellKey
    var amount: Int64
    var costs: Int64
}

extension CurrencyDivision {
    /// What is divided of a cell, by the base of its stream. What fits no stream is divided net.
    mutating func deduct(_ cell: Cell, _ key: CellKey) -> Deduction {
        let stream = key.stream < terms.streams.count ? terms.streams[key.stream] : nil
        let base = stream?.base ?? .net
        var result = Deduction(key: key)
        if base != .gross { result.taxes = cell.tax }
        let given = (stream?.clawback?.share.basisPoints).map(Int64.init) ?? 0
        let whole = Int64(Share.whole.basisPoints)
        let refunded = Apportionment.divide(
            cell.refunded.divided(base), by: [given, whole - given])
        result.borne = cell.borne.divided(base) + refunded[1]
        result.available = cell.paid.divided(base) + refunded[0]
        switch base {
        case .gross: ignoredCosts[key.stream, default: 0] += cell.costs
        case .net: result.openCosts = cell.costs
        case .margin:
            result.costs = min(cell.costs, max(0, result.available))
            result.available -= result.costs
            openCosts[key.stream, default: 0] += cell.costs - result.costs
        }
        return result
    }

    /// One line for each stream and kind of deduction.
    mutating func writeDeductions(_ deductions: [Deduction]) {
        let base = { (stream: StreamTerms) in stream.path.appending("base") }
        for index in Set(deductions.map(\.key.stream)).sorted() {
            let own = deductions.filter { $0.key.stream == index }
            let stream = index < terms.streams.count ? terms.streams[index] : nil
            let path = stream.map(base) ?? terms.finalShares?.path ?? Self.streams
            func line(_ rule: Line.Rule, _ path: TermPath, _ amount: Int64, _ to: Recipient) {
                write(
                    rule, path, .all, [Line.Source(stream: stream?.id, amount: amount)], amount,
                    [Part(to, amount)])
            }
            line(.taxes, path, own.reduce(0) { $0 + $1.taxes }, .taxes)
            line(.costs, path, own.reduce(0) { $0 + $1.costs }, .others)
            guard let bearer = terms.invoicedBy else { continue }
            line(
                .refund, stream?.clawback?.path ?? Self.settlement.appending("invoiced-by"),
                own.reduce(0) { $0 + $1.borne }, .party(bearer))
        }
    }

    private static let streams = TermPath(section: "commercials").appending("streams")
    private static let settlement = TermPath(section: "commercials").appending("settlement")
}
