/// Files in one file, as every system opens them: a ZIP archive whose members are not compressed.
///
/// The same members make the same bytes: no times, no owners.
public enum ZipArchive {
    /// One file.
    public struct Member: Hashable, Sendable {
        /// The path, with "/" between its parts.
        public var path: String
        /// What is in it.
        public var bytes: [UInt8]

        /// A member from its parts.
        public init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Why bytes are no archive that can be read.
    public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as part of a sentence.
        public let description: String
    }

    private static let localHeader: UInt32 = 0x0403_4B50
    private static let centralHeader: UInt32 = 0x0201_4B50
    private static let end: UInt32 = 0x0605_4B50
    /// Names are UTF-8.
    private static let flags: UInt16 = 1 << 11
    /// The first of January 1980, where the format's time begins.
    private static let day: UInt16 = 1 << 5 | 1

    /// The archive. Linear in the size of the members, of which all together stay below 4 GB.
    ///
    /// - Throws: ``FormatError`` where they are too large.
    public static func bytes(of members: [Member]) throws(FormatError) -> [UInt8] {
        var result: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.path.utf8)
            guard let size = UInt32(exactly: member.bytes.count),
                let offset = UInt32(exactly: result.count), let length = UInt16(exactly: name.count)
            else { throw FormatError(description: "it would be larger than 4 GB") }
            var common: [UInt8] = []
            common.add(flags)
            common.add(0 as UInt16)
            common.add(0 as UInt16)
            common.add(day)
            common.add(CRC32.of(member.bytes))
            common.add(size)
            common.add(size)
            common.add(length)
            common.add(0 as UInt16)
            result.add(localHeader)
            result.add(20 as UInt16)
            result += common + name + member.bytes
            directory.add(centralHeader)
            directory.add(20 as UInt16)
            directory.add(20 as UInt16)
            directory += common
            directory += [UInt8](repeating: 0, count: 10)
            directory.add(offset)
            directory += name
        }
        guard let start = UInt32(exactly: result.count), let count = UInt16(exactly: members.count)
        else { throw FormatError(description: "it would be larger than 4 GB") }
        result += directory
        result.add(end)
        result.add(0 as UInt32)
        result.add(count)
        result.add(count)
        result.add(UInt32(directory.count))
        result.add(start)
        result.add(0 as UInt16)
        return result
    }

    /// Reads what ``bytes(of:)`` wrote, or another archive whose members are not compressed.
    ///
    /// Programs that unpack it go by its directory, and some take the first of two members with one
    /// name, some the last: so what is read here is what everybody reads, or nothing.
    ///
    /// - Throws: ``FormatError``, also where a member is not as it was written.
    public static func members(of bytes: [UInt8]) throws(FormatError) -> [Member] {
        var members: [Member] = []
        var places: [(start: Int, sum: UInt32)] = []
        var names: Set<String> = []
        var position = 0
        while bytes.number(at: position) == localHeader {
            guard let flags = bytes.short(at: position + 6), flags & 0b1001 == 0,
                bytes.short(at: position + 8) == 0
            else {
                throw FormatError(description: "something packed it anew, or made it secret")
            }
            guard let sum = bytes.number(at: position + 14),
                let size = bytes.number(at: position + 22),
                let length = bytes.short(at: position + 26),
                let extra = bytes.short(at: position + 28)
            else { throw FormatError(description: "it is cut off") }
            let name = position + 30
            let start = name + Int(length) + Int(extra)
            let next = start + Int(size)
            guard next <= bytes.count,
                let path = String(validating: bytes[name..<(name + Int(length))], as: UTF8.self)
            else { throw FormatError(description: "it is cut off") }
            let content = Array(bytes[start..<next])
            guard CRC32.of(content) == sum else {
                throw FormatError(description: "\(path) was damaged on the way")
            }
            // Not every file system tells capitals apart.
            guard names.insert(path.lowercased()).inserted else {
                throw FormatError(description: "it holds two files called \(path)")
            }
            members.append(Member(path, content))
            places.append((position, sum))
            position = next
        }
        guard !members.isEmpty, bytes.number(at: position) == centralHeader else {
            throw FormatError(description: "it is not an archive, or is cut off")
        }
        guard lists(zip(members, places), in: bytes, from: position) else {
            throw FormatError(description: "its directory lists something else than what is in it")
        }
        return members
    }

    /// Whether the directory that starts at a position lists these members, and nothing else.
    private static func lists(
        _ members: some Sequence<(Member, (start: Int, sum: UInt32))>, in bytes: [UInt8],
        from directory: Int
    ) -> Bool {
        var position = directory
        var count: UInt16 = 0
        for (member, place) in members {
            count += 1
            guard bytes.number(at: position) == centralHeader,
                bytes.short(at: position + 10) == 0,
                bytes.number(at: position + 16) == place.sum,
                bytes.number(at: position + 20) == UInt32(member.bytes.count),
                bytes.number(at: position + 24) == UInt32(member.bytes.count),
                bytes.number(at: position + 42) == UInt32(place.start),
                let length = bytes.short(at: position + 28),
                let extra = bytes.short(at: position + 30),
                let comment = bytes.short(at: position + 32)
            else { return false }
            let name = position + 46
            guard name + Int(length) <= bytes.count,
                bytes[name..<name + Int(length)].elementsEqual(member.path.utf8)
            else { return false }
            position = name + Int(length) + Int(extra) + Int(comment)
        }
        return bytes.number(at: position) == end
            && bytes.short(at: position + 10) == count
            && bytes.number(at: position + 16) == UInt32(directory)
            && bytes.count == position + 22
    }
}

/// The sum that the format guards its members with, against accidents and against nobody else.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ number: some FixedWidthInteger & UnsignedInteger) {
        for byte in 0..<(number.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
        }
    }

    fileprivate func short(at position: Int) -> UInt16? {
        guard position + 2 <= count else { return nil }
        return UInt16(self[position]) | UInt16(self[position + 1]) << 8
    }

    fileprivate func number(at position: Int) -> UInt32? {
        guard let low = short(at: position), let high = short(at: position + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }
}
