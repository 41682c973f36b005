internal import Terms

/// What belongs together when money is divided: one stream in one settlement period of one year
/// of the agreement, by years of customers' contracts where these count.
///
/// Lines are added up before anything is rounded, so that neither their order nor how an amount is
/// spread over lines makes a difference.
struct CellKey: Hashable, Comparable {
    let currency: String
    let period: Int
    let year: Int
    /// The place of the stream in the terms; behind all of them for what fits none.
    let stream: Int
    /// The place of the step among the years of the stream; 0 where years don't count.
    let step: Int

    static func < (left: CellKey, right: CellKey) -> Bool {
        (left.currency, left.period, left.year, left.stream, left.step)
            < (right.currency, right.period, right.year, right.stream, right.step)
    }
}

/// The sums of some lines.
struct Cell {
    /// An amount and how much of it is tax.
    struct Sum {
        var amount: Int64 = 0
        var tax: Int64 = 0

        func divided(_ base: StreamTerms.Base) -> Int64 { base == .gross ? amount : amount - tax }
    }

    /// What customers paid.
    var paid = Sum()
    /// Refunds that parts are given back for.
    var refunded = Sum()
    /// Refunds that nobody gives anything back for.
    var borne = Sum()
    /// What others charge.
    var costs: Int64 = 0

    /// What customers paid, refunds taken off.
    var amount: Int64 { paid.amount + refunded.amount + borne.amount }
    /// How much of it is tax.
    var tax: Int64 { paid.tax + refunded.tax + borne.tax }
}
