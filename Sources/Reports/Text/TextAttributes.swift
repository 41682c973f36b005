/// How a stretch of text looks on a terminal with colour; without colour it says the same.
public struct TextAttributes: OptionSet, Hashable, Sendable {
    /// The attributes as bits.
    public let rawValue: Int

    /// Makes attributes from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Heavier.
    public static let bold = TextAttributes(rawValue: 1)
    /// Fainter.
    public static let dim = TextAttributes(rawValue: 2)
    /// Underlined.
    public static let underline = TextAttributes(rawValue: 4)
    /// Struck through.
    public static let strikethrough = TextAttributes(rawValue: 8)
    /// Red.
    public static let red = TextAttributes(rawValue: 16)
    /// Green.
    public static let green = TextAttributes(rawValue: 32)
    /// Yellow.
    public static let yellow = TextAttributes(rawValue: 64)

    /// Slanted, for emphasis.
    public static let italic = TextAttributes(rawValue: 256)
    /// Code, in letters of one width.
    static let code = TextAttributes(rawValue: 512)

    /// Spaces in it never end a line, as between a currency and its amount.
    public static let together = TextAttributes(rawValue: 128)
    /// A sign around text that is marked in another way where that is possible.
    static let sign = TextAttributes(rawValue: 1_024)
    /// What belongs to the new text, where the old one stands beside it.
    static let newSide = TextAttributes(rawValue: 2_048)
    /// Text that is no longer there.
    static let deleted: TextAttributes = [.red, .strikethrough]
    /// Text that is new.
    static let inserted: TextAttributes = [.green, .underline]

    /// The parameters of the escape sequence that switches them on (ECMA-48, 8.3.117 SGR).
    var codes: [String] {
        let all: [(TextAttributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.strikethrough, "9"),
            (.red, "31"),
            (.green, "32"), (.yellow, "33"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
