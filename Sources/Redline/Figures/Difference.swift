public import Terms

/// By how much a figure changed, in its own unit. Integers throughout; no step can overflow.
public struct Difference: Hashable, Sendable {
    /// What a difference is counted in.
    public enum Unit: Hashable, Sendable {
        /// Money of this ISO 4217 currency.
        case money(currency: String)
        /// Percentage points.
        case percentagePoints
        /// Units of time.
        case time(CalendarDuration.Unit)
        /// Things of this kind, or plain numbers where it is empty.
        case count(of: String)
    }

    /// Whether the new figure is the larger one.
    public let isIncrease: Bool
    /// The difference without its sign, in units of 10^-``scale``.
    public let magnitude: UInt64
    /// How many digits of the magnitude stand after the decimal point.
    public let scale: Int
    /// What is counted.
    public let unit: Unit
    /// The change in tenths of a percent of the old figure, without its sign; nil where that says
    /// nothing, as from zero or from a debt.
    public let permille: UInt64?

    /// The difference of two values of one kind and unit; nil for anything that has none.
    public init?(from old: Scalar, to new: Scalar) {
        switch (old, new) {
        case (.money(let old), .money(let new)):
            self.init(from: old, to: new)
        case (.share(let old), .share(let new)):
            self.init(
                Int64(old.basisPoints), Int64(new.basisPoints), scale: 2, .percentagePoints)
        case (.duration(let old), .duration(let new)) where old.unit == new.unit:
            self.init(Int64(old.count), Int64(new.count), scale: 0, .time(old.unit))
        case (.date(let old), .date(let new)):
            self.init(Int64(old.dayNumber), Int64(new.dayNumber), scale: 0, .time(.day))
        case (.integer(let old), .integer(let new)):
            self.init(old, new, scale: 0, .count(of: ""))
        case (.quantity(.money(let old)), .quantity(.money(let new))):
            self.init(from: old, to: new)
        case (
            .quantity(.number(let old, let oldUnit)), .quantity(.number(let new, let newUnit))
        ) where oldUnit == newUnit:
            let scale = max(old.scale, new.scale)
            guard let before = old.units(scale: scale), let after = new.units(scale: scale) else {
                return nil
            }
            self.init(
                before, after, scale: scale,
                oldUnit == "%" ? .percentagePoints : .count(of: oldUnit))
        default:
            return nil
        }
    }

    private init?(from old: Money, to new: Money) {
        guard old.currency == new.currency else { return nil }
        self.init(
            old.minorUnits, new.minorUnits, scale: Currency.minorDigits(of: old.currency) ?? 2,
            .money(currency: old.currency))
    }

    private init(_ old: Int64, _ new: Int64, scale: Int, _ unit: Unit) {
        isIncrease = new > old
        // The true difference fits 64 bits without a sign, so wrapping gives exactly it.
        magnitude = UInt64(bitPattern: isIncrease ? new &- old : old &- new)
        self.scale = scale
        self.unit = unit
        switch unit {
        case .money, .count: permille = Self.permille(magnitude, of: old)
        case .percentagePoints, .time: permille = nil
        }
    }

    private static func permille(_ part: UInt64, of whole: Int64) -> UInt64? {
        guard whole > 0 else { return nil }
        let divisor = UInt64(whole)
        let product = part.multipliedFullWidth(by: 1_000)
        let (low, carry) = product.low.addingReportingOverflow(divisor / 2)
        let high = product.high + (carry ? 1 : 0)
        guard high < divisor else { return nil }
        return divisor.dividingFullWidth((high, low)).quotient
    }

    /// Whether the figures are the same, however they are written.
    public var isZero: Bool { magnitude == 0 }

    /// Whether it is a difference of money.
    public var isMoney: Bool {
        if case .money = unit { true } else { false }
    }

    /// The difference as people read it: `+EUR 5,000.00 (+25%)`, `-5 percentage points`,
    /// `+30 days`.
    public var text: String {
        let sign = isZero ? "" : isIncrease ? "+" : "-"
        let figure = Self.grouped(magnitude, scale: scale)
        let short = Self.withoutTrailingZeros(figure)
        let plural = short == "1" ? "" : "s"
        let body =
            switch unit {
            case .money(let currency): "\(currency) \(figure)"
            case .percentagePoints: "\(short) percentage point\(plural)"
            case .time(let unit): "\(short) \(unit.rawValue)\(plural)"
            case .count(let thing): thing.isEmpty ? figure : "\(figure) \(thing)"
            }
        guard let permille, permille > 0 else { return sign + body }
        let percent = Self.withoutTrailingZeros(Self.grouped(permille, scale: 1))
        return "\(sign)\(body) (\(sign)\(percent)%)"
    }

    private static func grouped(_ magnitude: UInt64, scale: Int) -> String {
        var digits = String(magnitude)
        if digits.utf8.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
        }
        let whole = digits.dropLast(scale)
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return scale > 0 ? text + "." + digits.suffix(scale) : text
    }

    private static func withoutTrailingZeros(_ figure: String) -> String {
        guard figure.contains(".") else { return figure }
        var text = Substring(figure)
        while text.hasSuffix("0") { text.removeLast() }
        return String(text.hasSuffix(".") ? text.dropLast() : text)
    }
}
