/// Strict base64 (RFC 4648 section 4): one text for every sequence of bytes.
///
/// Decoding refuses what section 3 leaves to the implementer: characters outside the alphabet,
/// line feeds, missing or surplus padding, and padding bits that are not zero. Without the last,
/// several texts would stand for the same bytes.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let notInAlphabet: UInt8 = 0xff

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: notInAlphabet, count: 256)
        for (value, character) in alphabet.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        return values
    }()

    private static let pad = UInt8(ascii: "=")

    /// The base64 text of `bytes`.
    static func encode(_ bytes: some Collection<UInt8>, padded: Bool = true) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> UInt32(bits) & 0x3f)])
            }
        }
        if bits > 0 {
            text.append(alphabet[Int(buffer << UInt32(6 - bits) & 0x3f)])
            while padded, text.count % 4 != 0 {
                text.append(pad)
            }
        }
        return text
    }

    /// The bytes that `text` stands for, or nil if `text` is not what ``encode(_:padded:)`` writes
    /// for any bytes.
    static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var digits = text[...]
        for _ in 0..<2 where digits.last == pad {
            digits.removeLast()
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var buffer: UInt32 = 0
        var bits = 0
        for character in digits {
            let value = values[Int(character)]
            guard value != notInAlphabet else { return nil }
            buffer = (buffer << 6 | UInt32(value)) & 0xffff
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        // The bits left over are padding; six of them would be a character that says nothing.
        guard bits < 6, buffer & ((1 << UInt32(bits)) - 1) == 0 else { return nil }
        return bytes
    }
}
