/// A decimal number without rounding: `mantissa` × 10^-`scale`.
public struct DecimalNumber: Hashable, Sendable, CustomStringConvertible {
    /// The digits, as an integer.
    public let mantissa: Int64
    /// How many of the digits stand after the decimal point, 0 to 9.
    public let scale: Int

    /// Makes a number from its digits and the place of the point.
    public init(mantissa: Int64, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads `-1,234.50`: an optional sign, digits, optionally grouped in threes by commas,
    /// optionally a point and digits. Nil for anything else and for what does not fit 64 bits.
    /// Nil for `0,050` too: where a zero leads, the comma is meant as a decimal point.
    public init?(grouped text: String) {
        var rest = Substring(text)
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let whole = groups.joined()
        let fraction = halves.count == 2 ? String(halves[1]) : ""
        guard !whole.isEmpty, halves.count == 1 || (1...9).contains(fraction.utf8.count),
            (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let digits = Int64(whole + fraction)
        else { return nil }
        mantissa = isNegative ? -digits : digits
        scale = fraction.utf8.count
    }

    /// The number in units of 10^-`scale`, or nil where that loses digits or does not fit.
    public func units(scale target: Int) -> Int64? {
        var value = mantissa
        var current = scale
        while current < target {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            (value, current) = (product, current + 1)
        }
        while current > target {
            guard value % 10 == 0 else { return nil }
            (value, current) = (value / 10, current - 1)
        }
        return value
    }

    /// The number with commas between groups of three digits: `25,000.00`.
    public var grouped: String {
        var digits = String(mantissa.magnitude)
        if digits.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
        }
        let whole = digits.dropLast(scale)
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        if scale > 0 { text += "." + digits.suffix(scale) }
        return (mantissa < 0 ? "-" : "") + text
    }

    /// The same as ``grouped``.
    public var description: String { grouped }
}
