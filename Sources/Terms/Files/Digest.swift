internal import Crypto

/// A SHA-256 digest, written `sha256:` and 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let hex: String

    /// Reads `sha256:<64 hex>`; nil for anything else.
    public init?(_ text: String) {
        let prefix = "sha256:"
        guard text.utf8.count == 71, text.utf8.starts(with: prefix.utf8),
            text.utf8.dropFirst(7).allSatisfy(Self.isHexDigit)
        else { return nil }
        hex = String(text.dropFirst(7))
    }

    /// The digest of some bytes. Linear in their number.
    public init(of bytes: [UInt8]) {
        let digits: [Character] = Array("0123456789abcdef")
        var hex = ""
        hex.reserveCapacity(64)
        for byte in Crypto.SHA256.hash(data: bytes) {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        self.hex = hex
    }

    /// The 64 hexadecimal digits alone, as `sha256sum` prints them.
    public var digits: String { hex }

    /// The first 12 digits, for people; never for a decision.
    public var short: String { String(hex.prefix(12)) }

    /// `sha256:` and 64 hexadecimal digits.
    public var description: String { "sha256:" + hex }

    /// By their digits.
    public static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
