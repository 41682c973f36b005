internal import CGit2

/// The name of a Git object: a SHA-1 of 20 bytes.
///
/// Ordered as its bytes are, which is also the order of the hexadecimal text.
public struct ObjectID: Hashable, Comparable, Codable, Sendable, LosslessStringConvertible {
    /// The number of bytes in an id.
    public static let byteCount = 20

    /// The id of no object, which Git uses to say "absent".
    public static let zero = ObjectID(high: 0, middle: 0, low: 0)

    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    private init(high: UInt64, middle: UInt64, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// An id from its raw bytes; nil unless there are exactly 20.
    public init?(bytes: some Sequence<UInt8>) {
        // Most are in one piece, which is read much faster than a byte after the other is asked for.
        let found = bytes.withContiguousStorageIfAvailable { ObjectID(piece: $0) }
        guard let id = found ?? Array(bytes).withUnsafeBufferPointer({ ObjectID(piece: $0) }) else {
            return nil
        }
        self = id
    }

    private init?(piece bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var high: UInt64 = 0
        var middle: UInt64 = 0
        var low: UInt32 = 0
        for byte in bytes[..<8] { high = high << 8 | UInt64(byte) }
        for byte in bytes[8..<16] { middle = middle << 8 | UInt64(byte) }
        for byte in bytes[16...] { low = low << 8 | UInt32(byte) }
        self.init(high: high, middle: middle, low: low)
    }

    /// An id from text; nil unless it is exactly 40 lowercase hexadecimal digits.
    public init?(_ description: String) {
        self.init(hexadecimal: description.utf8, acceptingUppercase: false)
    }

    /// An id from 40 hexadecimal digits.
    ///
    /// Git's own parser takes capitals, so the parser of commits has to.
    init?(hexadecimal digits: some Collection<UInt8>, acceptingUppercase: Bool) {
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var pending: UInt8?
        for digit in digits {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F") where acceptingUppercase:
                value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = pending {
                bytes.append(first << 4 | value)
                pending = nil
            } else {
                pending = value
            }
        }
        self.init(bytes: bytes)
    }

    /// The 20 raw bytes.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.byteCount)
        for shift in stride(from: 56, through: 0, by: -8) {
            result.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            result.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift)))
        }
        for shift in stride(from: 24, through: 0, by: -8) {
            result.append(UInt8(truncatingIfNeeded: low >> UInt32(shift)))
        }
        return result
    }

    /// The 40 lowercase hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * Self.byteCount)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first 12 digits, for people; not unique.
    public var short: String {
        String(description.prefix(12))
    }

    /// Its first bytes, which are as good as random: nobody can make many ids that share eight.
    public func hash(into hasher: inout Hasher) { hasher.combine(high) }

    /// Whether the left id's bytes come first.
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }
}

extension ObjectID {
    init(_ oid: git_oid) {
        self = withUnsafeBytes(of: oid) { ObjectID(bytes: $0.prefix(Self.byteCount)) ?? .zero }
    }

    var oid: git_oid {
        var result = git_oid()
        withUnsafeMutableBytes(of: &result) { $0.copyBytes(from: bytes) }
        return result
    }
}
