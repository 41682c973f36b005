import Crypto
import Foundation

/// Git objects on their way into one pack, which `git index-pack` takes much faster than 100,000
/// files. Nothing is compressed; `git repack` does that afterwards.
struct Pack {
    private(set) var count: UInt32 = 0
    private var body: [UInt8] = []
    private var known: Set<String> = []

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
        var size = bytes.count
        var first = kind.rawValue << 4 | UInt8(size & 15)
        size >>= 4
        while size > 0 {
            body.append(first | 0x80)
            first = UInt8(size & 0x7f)
            size >>= 7
        }
        body.append(first)
        body += Self.stored(bytes)
        return id
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
