internal import Foundation

// What is looked for in texts of megabytes, many bytes at a time.

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first such byte from an index on; nil where there is none.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The end of the line in which an index lies.
    func lineEnd(from start: Int) -> Int { firstIndex(of: 0x0A, from: start) ?? count }

    /// Whether every byte that is no printable ASCII is as wanted.
    func oddBytes(areAll isWanted: (UInt8) -> Bool) -> Bool {
        func isFine(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F || isWanted(byte) }
        var index = 0
        let raw = UnsafeRawBufferPointer(self)
        while index + 8 <= count {
            // A byte that isn't printable sets its highest bit in one of the three. What is carried
            // over from byte to byte may set others, which makes for a closer look and no more.
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let suspects = (word &- 0x2020_2020_2020_2020) | word | (word &+ 0x0101_0101_0101_0101)
            if suspects & 0x8080_8080_8080_8080 != 0,
                !(index..<(index + 8)).allSatisfy({ isFine(self[$0]) })
            {
                return false
            }
            index += 8
        }
        return (index..<count).allSatisfy { isFine(self[$0]) }
    }

    /// Whether a tab stands in it, or one space behind the other.
    var hasWideSpace: Bool {
        // The highest bits of those bytes of a word that are this one.
        func places(of byte: UInt64, in word: UInt64) -> UInt64 {
            let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            let other = word ^ (byte &* 0x0101_0101_0101_0101)
            return ~(((other & low) &+ low) | other | low)
        }
        let raw = UnsafeRawBufferPointer(self)
        var index = 0
        var before: UInt64 = 0
        while index + 8 <= count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let spaces = places(of: 0x20, in: word)
            if spaces & (spaces << 8 | before) != 0 || places(of: 0x09, in: word) != 0 {
                return true
            }
            before = spaces >> 56
            index += 8
        }
        return (index..<count).contains { index in
            self[index] == 0x09 || index > 0 && self[index] == 0x20 && self[index - 1] == 0x20
        }
    }
}

extension Substring {
    /// Whether both have the same bytes; Unicode calls more than that equal.
    package func isByteEqual(_ other: Substring) -> Bool {
        let isEqual = utf8.withContiguousStorageIfAvailable { mine in
            other.utf8.withContiguousStorageIfAvailable { theirs in
                guard mine.count == theirs.count else { return false }
                guard let one = mine.baseAddress, let two = theirs.baseAddress else { return true }
                return memcmp(one, two, mine.count) == 0
            }
        }
        return isEqual.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
    }
}
