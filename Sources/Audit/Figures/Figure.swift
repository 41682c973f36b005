public import Terms

/// A figure that can be added and compared with others of its unit, without rounding.
///
/// Wider than what the terms and records can hold, so that no sum of them overflows.
public struct Figure: Hashable, Sendable, CustomStringConvertible {
    /// What is counted.
    public enum Unit: Hashable, Sendable {
        /// Money of this ISO 4217 currency.
        case money(String)
        /// Things of this kind, percent where it is `%`, or plain numbers where it is empty.
        case count(String)
    }

    /// The number in billionths of the unit, or of the currency.
    let billionths: Int128
    /// What is counted.
    public let unit: Unit

    init(billionths: Int128, unit: Unit) {
        self.billionths = billionths
        self.unit = unit
    }

    /// A number of things.
    public init(_ number: some BinaryInteger, _ unit: String) {
        self.init(billionths: Int128(number) * Self.one, unit: .count(unit))
    }

    /// An amount of money.
    public init(_ money: Money) {
        let digits = Currency.minorDigits(of: money.currency) ?? 2
        self.init(
            billionths: Int128(money.minorUnits) * Self.power(9 - digits),
            unit: .money(money.currency))
    }

    /// A figure as the terms write it.
    public init(_ quantity: Quantity) {
        switch quantity {
        case .money(let money): self.init(money)
        case .number(let number, let unit):
            self.init(
                billionths: Int128(number.mantissa) * Self.power(9 - number.scale),
                unit: .count(unit))
        }
    }

    /// Whether both count the same: `1 contract` and `5 contracts` do.
    public func fits(_ other: Figure) -> Bool {
        switch (unit, other.unit) {
        case (.money(let left), .money(let right)): left == right
        case (.count(let left), .count(let right)):
            left == right || left + "s" == right || left == right + "s"
        default: false
        }
    }

    /// The part of a whole in thousandths, from 0 to a million; 0 of nothing.
    public func permille(of whole: Figure) -> Int {
        guard whole.billionths > 0 else { return 0 }
        return Int(min(max(billionths * 1_000 / whole.billionths, 0), 1_000_000))
    }

    /// How far it is from one figure to another, in thousandths; 0 where the two are one.
    public func permille(from low: Figure, to high: Figure) -> Int {
        (self - low).permille(of: high - low)
    }

    /// As the terms write it, with two decimals at the most where it is no money: `98.5%`.
    public var description: String {
        switch unit {
        case .money(let currency):
            let digits = Currency.minorDigits(of: currency) ?? 2
            return "\(currency) \(number(digits: digits))"
        case .count(let unit):
            let hundredths = billionths / Self.power(7)
            let digits = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2
            let text = number(digits: digits)
            if unit.isEmpty || unit == "%" { return text + unit }
            let isOne = billionths == Self.one
            return "\(text) \(isOne && unit.hasSuffix("s") ? String(unit.dropLast()) : unit)"
        }
    }

    /// As ``description`` without its sign.
    public var magnitude: Figure { billionths < 0 ? self * -1 : self }

    private func number(digits: Int) -> String {
        DecimalNumber(
            mantissa: Int64(clamping: billionths / Self.power(9 - digits)), scale: digits
        ).grouped
    }

    private static let one = power(9)

    private static func power(_ exponent: Int) -> Int128 {
        (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
    }
}

/// Arithmetic of figures that count the same, in the unit of the left one.
extension Figure {
    static func + (left: Figure, right: Figure) -> Figure {
        Figure(billionths: left.billionths + right.billionths, unit: left.unit)
    }

    static func - (left: Figure, right: Figure) -> Figure {
        Figure(billionths: left.billionths - right.billionths, unit: left.unit)
    }

    static func * (figure: Figure, factor: Int) -> Figure {
        Figure(billionths: figure.billionths * Int128(factor), unit: figure.unit)
    }

    static func / (figure: Figure, divisor: Int) -> Figure {
        Figure(billionths: figure.billionths / Int128(max(1, divisor)), unit: figure.unit)
    }

    /// Whether one is less than the other.
    public static func < (left: Figure, right: Figure) -> Bool {
        left.billionths < right.billionths
    }

    static func <= (left: Figure, right: Figure) -> Bool { !(right < left) }

    /// Nothing of the same unit.
    var zero: Figure { Figure(billionths: 0, unit: unit) }

    /// Whether it is nothing.
    var isZero: Bool { billionths == 0 }
}
