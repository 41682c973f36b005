internal import Crypto

/// A SHA-256 digest, written `sha256:` and 64 lower-case hexadecimal digits.
///
/// Ordered as its bytes are, which is also the order of its digits.
public struct Digest: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The 32 bytes, eight to a word, the most significant first.
    private let words: SIMD4<UInt64>

    private static let prefix = "sha256:"

    /// Reads `sha256:<64 hex>`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: Array(text.utf8)[...])
    }

    /// Reads the bytes of `sha256:<64 hex>`; nil for anything else.
    public init?(utf8 text: ArraySlice<UInt8>) {
        guard text.starts(with: Self.prefix.utf8) else { return nil }
        var words = SIMD4<UInt64>()
        var count = 0
        for digit in text.dropFirst(Self.prefix.utf8.count) {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            guard count < 64 else { return nil }
            words[count / 16] = words[count / 16] << 4 | UInt64(value)
            count += 1
        }
        guard count == 64 else { return nil }
        self.words = words
    }

    /// The digest of some bytes. Linear in their number.
    public init(of bytes: [UInt8]) {
        var words = SIMD4<UInt64>()
        for (index, byte) in Crypto.SHA256.hash(data: bytes).enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = words
    }

    /// The 64 hexadecimal digits alone, as `sha256sum` prints them.
    public var digits: String { text(prefix: "") }

    /// The first 12 digits, for people; never for a decision.
    public var short: String { String(digits.prefix(12)) }

    /// `sha256:` and 64 hexadecimal digits.
    public var description: String { text(prefix: Self.prefix) }

    /// By their bytes.
    public static func < (left: Digest, right: Digest) -> Bool {
        for index in 0..<4 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    private func text(prefix: String) -> String {
        String(unsafeUninitializedCapacity: prefix.utf8.count + 64) { buffer in
            var end = buffer.update(fromContentsOf: prefix.utf8)
            for index in 0..<4 {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let value = UInt8(words[index] >> UInt64(shift) & 15)
                    buffer[end] =
                        value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
                    end += 1
                }
            }
            return end
        }
    }
}
