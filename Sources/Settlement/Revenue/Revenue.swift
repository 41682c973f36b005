public import Terms

/// A line of revenue: what a customer paid, or was paid back.
public struct Revenue: Hashable, Sendable {
    /// The day that it counts for.
    public var date: CalendarDate
    /// The stream; nil for what fits none.
    public var stream: String?
    /// What the customer paid, tax included and discounts taken off; negative for a refund.
    public var money: Money
    /// How much of it is tax, in minor units; negative in a refund.
    public var tax: Int64
    /// What others charge for it, in minor units; never negative.
    public var costs: Int64
    /// The day on which the customer's contract began; the start of the agreement where it is nil.
    public var contractStart: CalendarDate?
    /// In a refund, the day that the money came in which is given back.
    public var refunds: CalendarDate?
    /// Where it stands in its file.
    public var position: SourcePosition?

    /// Makes a line.
    public init(
        date: CalendarDate, stream: String?, money: Money, tax: Int64 = 0, costs: Int64 = 0,
        contractStart: CalendarDate? = nil, refunds: CalendarDate? = nil,
        position: SourcePosition? = nil
    ) {
        self.date = date
        self.stream = stream
        self.money = money
        self.tax = tax
        self.costs = costs
        self.contractStart = contractStart
        self.refunds = refunds
        self.position = position
    }

    /// Whether a customer was paid back.
    public var isRefund: Bool { money.minorUnits < 0 }
}
