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
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let halves = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        let groups = halves[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let fraction = halves.count == 2 ? halves[1] : ""[...].utf8
        guard groups.contains(where: { !$0.isEmpty }),
            halves.count == 1 || (1...9).contains(fraction.count),
            let digits = Self.number(of: groups + [fraction])
        else { return nil }
        mantissa = isNegative ? -digits : digits
        scale = fraction.count
    }

    /// The number that some digits make together; nil where there is anything else among them, or
    /// it does not fit.
    private static func number(of parts: [Substring.UTF8View]) -> Int64? {
        var number: Int64 = 0
        for byte in parts.joined() {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(byte - 0x30))
            guard !overflow, !carry else { return nil }
            number = sum
        }
        return number
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
