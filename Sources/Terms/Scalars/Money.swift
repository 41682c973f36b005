/// An amount of money: an ISO 4217 currency and an integer of its minor units.
///
/// Written `EUR 25,000.00` or `EUR 25000`. Never floating point (format.md, "Scalars people can
/// read").
public struct Money: Hashable, Sendable, CustomStringConvertible {
    /// The ISO 4217 code, such as `EUR`.
    public let currency: String
    /// The amount in the currency's minor units: cents for `EUR`, yen for `JPY`.
    public let minorUnits: Int64

    /// Makes an amount; nil where the currency is unknown.
    public init?(currency: String, minorUnits: Int64) {
        guard Currency.minorDigits(of: currency) != nil else { return nil }
        self.currency = currency
        self.minorUnits = minorUnits
    }

    /// Reads an amount as people write it.
    ///
    /// Commas group three digits, or are left out. Decimals are all there, or left out.
    public init(parsing text: String) throws(ScalarError) {
        let example = "write it like EUR 25,000.00"
        let parts = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 2 else {
            throw ScalarError("`\(text)` is not an amount of money; \(example)")
        }
        guard let digits = Currency.minorDigits(of: parts[0]) else {
            throw ScalarError("`\(parts[0])` is not an ISO 4217 currency; \(example)")
        }
        guard let number = DecimalNumber(grouped: parts[1]) else {
            throw ScalarError("`\(parts[1])` is not an amount; \(example)")
        }
        guard number.scale == 0 || number.scale == digits else {
            throw ScalarError(
                "\(parts[0]) has \(digits) decimal places, `\(parts[1])` has \(number.scale)")
        }
        guard let minor = number.units(scale: digits) else {
            throw ScalarError("`\(text)` is too large an amount")
        }
        currency = parts[0]
        minorUnits = minor
    }

    /// The amount as it is written in the terms: `EUR 25,000.00`.
    public var description: String {
        let digits = Currency.minorDigits(of: currency) ?? 2
        return "\(currency) \(DecimalNumber(mantissa: minorUnits, scale: digits).grouped)"
    }
}
