/// The characters that open and close, and those that are punctuation behind a word.
enum Characters {
    static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", "[", "{", "\"", "'", "\u{201C}", "\u{2018}", "\u{201E}", "\u{201A}", "\u{AB}":
            true
        default: false
        }
    }

    static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ")", "]", "}", "\"", "'", "\u{201D}", "\u{2019}", "\u{201C}", "\u{2018}", "\u{BB}":
            true
        default: false
        }
    }

    /// Whether a mark behind a word is a token of its own.
    static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", ",", ";", ":", "?", "!": true
        default: isCloser(scalar)
        }
    }

    static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
                || ("A"..."Z").contains(scalar)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
