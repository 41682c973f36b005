public import Terms

/// Adds up lines of revenue for one state of the terms, and refuses lines that the terms can't
/// divide.
public struct Ledger: Sendable {
    let terms: CommercialTerms
    /// What the lines are from, for messages.
    let file: String
    private(set) var cells: [CellKey: Cell] = [:]
    /// How many lines lie behind the end of the agreement.
    private(set) var lateLines = 0
    private var volume: Int64 = 0
    let indices: [String: Int]

    /// How many lines there are.
    public private(set) var count = 0
    /// The first and the last day; nil without a line.
    public private(set) var days: SettlementCalendar.Span?

    /// An empty ledger for lines from a file, or from whatever the word says.
    public init(_ terms: CommercialTerms, file: String) {
        self.terms = terms
        self.file = file
        indices = Dictionary(
            terms.streams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds lines, and returns what is wrong with those that the terms can't divide. Linear.
    public mutating func add(_ lines: [Revenue]) -> [Finding] {
        var findings: [Finding] = []
        for line in lines {
            do throws(Finding) {
                try add(line)
            } catch {
                findings.append(error)
            }
        }
        return findings
    }

    /// Adds a line. Constant time.
    ///
    /// - Throws: A finding at the line's place, where the terms can't divide it; then nothing of
    ///   it is added.
    public mutating func add(_ line: Revenue) throws(Finding) {
        let index = try stream(of: line)
        let stream = index.map { terms.streams[$0] }
        try check(line, in: stream)
        let size = try size(of: line, after: volume)
        let key = CellKey(
            currency: line.money.currency, period: terms.calendar.period(of: line.date),
            year: terms.calendar.year(of: line.date), stream: index ?? terms.streams.count,
            step: try step(of: line, in: stream))
        let sum = Cell.Sum(amount: line.money.minorUnits, tax: line.tax)
        let place: WritableKeyPath<Cell, Cell.Sum> =
            try !line.isRefund ? \.paid : isGivenBack(line, in: stream) ? \.refunded : \.borne
        volume = size
        cells[key, default: Cell()][keyPath: place].amount += sum.amount
        cells[key, default: Cell()][keyPath: place].tax += sum.tax
        cells[key, default: Cell()].costs += line.costs
        count += 1
        if let ends = terms.ends, line.date > ends { lateLines += 1 }
        days = SettlementCalendar.Span(
            first: min(days?.first ?? line.date, line.date),
            last: max(days?.last ?? line.date, line.date))
    }
}
