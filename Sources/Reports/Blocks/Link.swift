/// Where a link leads: to a page, to a mailbox, or to a place in the same document; never to
/// anything that a browser would run.
struct Link: Hashable, Sendable {
    /// The address, of printable ASCII characters only.
    let address: String

    /// The address as people read it.
    var written: String {
        address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    }

    /// A place in the same document.
    init(to anchor: Anchor) { address = "#" + anchor.id }

    /// Takes what somebody wrote; nil for anything but `http`, `https`, `mailto` and `#`.
    init?(_ destination: String) {
        let start = destination.prefix { $0 != ":" && $0 != "/" && $0 != "#" }.lowercased()
        let rest = destination.dropFirst(start.count)
        switch start {
        case "http", "https": guard rest.hasPrefix("://"), rest.count > 3 else { return nil }
        case "mailto": guard rest.hasPrefix(":"), rest.count > 1 else { return nil }
        case "": guard rest.hasPrefix("#"), rest.count > 1 else { return nil }
        default: return nil
        }
        address = start + Self.encoded(rest)
    }

    /// Percent-encodes what can't stand in an address (RFC 3986, 2.1).
    private static func encoded(_ text: Substring) -> String {
        var result = ""
        for byte in text.utf8 {
            if (0x21...0x7E).contains(byte), !"\"<>\\^`{|}".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (byte < 0x10 ? "0" : "") + hex
            }
        }
        return result
    }
}
