/// A figure that is measured: an amount of money, a percentage, or a number with a unit.
///
/// Written `EUR 2,000,000`, `98.5%`, `42 customers` or `4.5`.
public enum Quantity: Hashable, Sendable, CustomStringConvertible {
    /// An amount of money.
    case money(Money)
    /// A number and the unit that follows it: `%`, `customers`, or nothing.
    case number(DecimalNumber, unit: String)

    /// Reads a figure as people write it.
    public init(parsing text: String) throws(ScalarError) {
        if let prefix = text.split(separator: " ").first,
            Currency.minorDigits(of: String(prefix)) != nil
        {
            self = .money(try Money(parsing: text))
            return
        }
        let number = text.prefix { $0.isASCII && ($0.isNumber || "-,.".contains($0)) }
        let rest = text.dropFirst(number.count)
        let unit = rest == "%" ? "%" : String(rest.dropFirst())
        guard let value = DecimalNumber(grouped: String(number)),
            rest.isEmpty || rest == "%" || (rest.first == " " && Self.isUnit(unit))
        else {
            throw ScalarError(
                "`\(text)` is not a figure; write it like EUR 2,000,000, 98.5% or 42 customers")
        }
        self = .number(value, unit: unit)
    }

    /// Whether a text is words with one space between them.
    private static func isUnit(_ text: String) -> Bool {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
    }

    /// The figure as it is written in the terms.
    public var description: String {
        switch self {
        case .money(let money): money.description
        case .number(let number, let unit):
            unit == "%" || unit.isEmpty ? number.grouped + unit : "\(number.grouped) \(unit)"
        }
    }
}
