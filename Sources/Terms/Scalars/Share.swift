/// A share of a whole in basis points: 62.5% is 6,250.
public struct Share: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Hundredths of a percent, 0 to 10,000.
    public let basisPoints: Int

    /// The whole: 100%.
    public static let whole = Share(unchecked: 10_000)

    private init(unchecked basisPoints: Int) { self.basisPoints = basisPoints }

    /// Makes a share; nil outside 0 to 10,000 basis points.
    public init?(basisPoints: Int) {
        guard (0...10_000).contains(basisPoints) else { return nil }
        self.basisPoints = basisPoints
    }

    /// Reads `62.5%`: at most two decimals, 0% to 100%.
    public init(parsing text: String) throws(ScalarError) {
        guard text.hasSuffix("%"), let number = DecimalNumber(grouped: String(text.dropLast()))
        else { throw ScalarError("`\(text)` is not a share; write it like 62.5%") }
        let points = number.units(scale: 2)
        guard points != nil || number.scale <= 2 else {
            throw ScalarError("`\(text)` has more than two decimals; the finest share is 0.01%")
        }
        guard let points, (0...10_000).contains(points) else {
            throw ScalarError("`\(text)` is not between 0% and 100%")
        }
        basisPoints = Int(points)
    }

    /// Smaller shares come first.
    public static func < (left: Share, right: Share) -> Bool {
        left.basisPoints < right.basisPoints
    }

    /// The share without needless zeros: `62.5%`.
    public var description: String { Share.percent(basisPoints) }

    /// Basis points as a percentage without needless zeros, also below 0 and above 10,000.
    public static func percent(_ basisPoints: Int) -> String {
        let magnitude = basisPoints.magnitude
        var text = String(magnitude / 100)
        let fraction = magnitude % 100
        if fraction % 10 != 0 {
            text += "." + (fraction < 10 ? "0" : "") + String(fraction)
        } else if fraction > 0 {
            text += "." + String(fraction / 10)
        }
        return (basisPoints < 0 ? "-" : "") + text + "%"
    }
}
