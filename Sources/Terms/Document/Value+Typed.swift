/// What a value holds, by its type; nil where it holds something else.
extension Value {
    /// The amount of money.
    public var money: Money? { if case .money(let money)? = scalar { money } else { nil } }

    /// The share.
    public var share: Share? { if case .share(let share)? = scalar { share } else { nil } }

    /// The whole number.
    public var integer: Int64? { if case .integer(let number)? = scalar { number } else { nil } }

    /// The day.
    public var date: CalendarDate? { if case .date(let date)? = scalar { date } else { nil } }

    /// The length of time.
    public var duration: CalendarDuration? {
        if case .duration(let duration)? = scalar { duration } else { nil }
    }

    /// The figure.
    public var quantity: Quantity? {
        if case .quantity(let quantity)? = scalar { quantity } else { nil }
    }

    /// Whether nothing is written: a list without items or fields without values.
    public var isEmpty: Bool {
        switch self {
        case .scalar: false
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        }
    }
}
