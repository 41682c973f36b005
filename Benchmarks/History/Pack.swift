import Crypto
import Foundation

/// Git objects on their way into one pack, which `git index-pack` takes much faster than 100,000
/// files. Nothing is compressed; `git repack` does that afterwards. A large tree is told by its
/// difference from the one before it, as Git itself has it, in chains that are no longer than Git's.
struct Pack {
    private(set) var count: UInt32 = 0
    private var body: [UInt8] = []
    private var known: Set<String> = []
    /// The last large tree, and how many differences lead to it.
    private var last: (id: String, bytes: [UInt8], depth: Int)?

    private static let longestChain = 50
    private static let largeTree = 4_096

    /// The kinds of objects, as packs number them.
    enum Kind: UInt8 {
        case commit = 1
        case tree = 2
        case blob = 3

        var name: String { self == .commit ? "commit" : self == .tree ? "tree" : "blob" }
    }

    /// Adds an object, and returns its id in hexadecimal digits.
    mutating func add(_ kind: Kind, _ bytes: [UInt8]) -> String {
        var hash = Insecure.SHA1()
        hash.update(data: Data("\(kind.name) \(bytes.count)\0".utf8))
        hash.update(data: bytes)
        let id = hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
        guard known.insert(id).inserted else { return id }
        count += 1
        guard kind == .tree, bytes.count >= Self.largeTree else {
            begin(kind.rawValue, size: bytes.count)
            body += Self.stored(bytes)
            return id
        }
        if let last, last.depth < Self.longestChain {
            let difference = Self.difference(from: last.bytes, to: bytes)
            begin(Self.differenceKind, size: difference.count)
            body += Self.bytes(last.id) + Self.stored(difference)
            self.last = (id, bytes, last.depth + 1)
        } else {
            begin(kind.rawValue, size: bytes.count)
            body += Self.stored(bytes)
            last = (id, bytes, 0)
        }
        return id
    }

    /// An object that is told by its difference from another one, which is named by its id.
    private static let differenceKind: UInt8 = 7

    private mutating func begin(_ kind: UInt8, size: Int) {
        var size = size
        var first = kind << 4 | UInt8(size & 15)
        size >>= 4
        while size > 0 {
            body.append(first | 0x80)
            first = UInt8(size & 0x7f)
            size >>= 7
        }
        body.append(first)
    }

    /// What leads from one text to another one: the same beginning and end, and what is between.
    private static func difference(from old: [UInt8], to new: [UInt8]) -> [UInt8] {
        let shorter = min(old.count, new.count)
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.reversed(), new.reversed()).prefix(shorter - start).prefix { $0 == $1 }
            .count
        var steps = length(old.count) + length(new.count)
        steps += copy(0, start)
        var middle = new[start..<(new.count - end)]
        while !middle.isEmpty {
            let part = middle.prefix(0x7f)
            steps += [UInt8(part.count)] + part
            middle = middle.dropFirst(part.count)
        }
        return steps + copy(old.count - end, end)
    }

    private static func copy(_ offset: Int, _ size: Int) -> [UInt8] {
        guard size > 0 else { return [] }
        return [0xff] + [0, 8, 16, 24].map { UInt8(offset >> $0 & 0xff) }
            + [0, 8, 16].map { UInt8(size >> $0 & 0xff) }
    }

    private static func length(_ value: Int) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7f | 0x80)] + length(value >> 7)
    }

    /// The bytes of an id in hexadecimal digits.
    static func bytes(_ id: String) -> [UInt8] {
        let digits = Array(id.utf8).map { $0 < 58 ? $0 - 48 : $0 - 87 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The whole pack.
    func bytes() -> [UInt8] {
        let head = Array("PACK".utf8) + Self.bigEndian(2) + Self.bigEndian(count)
        return head + body + Array(Insecure.SHA1.hash(data: head + body))
    }

    /// A zlib stream of stored blocks.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(0xffff)
            rest = rest.dropFirst(0xffff)
            let length = UInt16(block.count)
            stream.append(rest.isEmpty ? 1 : 0)
            stream += [
                UInt8(length & 0xff), UInt8(length >> 8), UInt8(~length & 0xff),
                UInt8(~length >> 8),
            ]
            stream += block
        } while !rest.isEmpty
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + bigEndian(high << 16 | low)
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }
}
