import Reports
import Testing

@Suite("ZIP archives")
struct ZipArchiveTests {
    private let members = [
        ZipArchive.Member("read-me.html", Array("<p>Ä</p>".utf8)),
        ZipArchive.Member("folder/empty", []),
        ZipArchive.Member("bytes", (0...255).map { UInt8($0) }),
    ]

    @Test("hold what was put into them, the same bytes each time")
    func roundTrip() throws {
        let bytes = try ZipArchive.bytes(of: members)
        #expect(try ZipArchive.members(of: bytes) == members)
        #expect(try ZipArchive.bytes(of: members) == bytes)
    }

    @Test("are refused where a byte of a member was changed, or they are cut off anywhere")
    func damage() throws {
        let bytes = try ZipArchive.bytes(of: members)
        var changed = bytes
        changed[30 + "read-me.html".utf8.count] ^= 1
        #expect(throws: ZipArchive.FormatError.self) { try ZipArchive.members(of: changed) }
        let end = try #require(
            bytes.indices.dropLast(3).first { Array(bytes[$0..<($0 + 4)]) == [0x50, 0x4B, 1, 2] })
        for count in 0..<(end + 4) {
            #expect(throws: ZipArchive.FormatError.self) {
                try ZipArchive.members(of: Array(bytes[..<count]))
            }
        }
    }

    @Test("are refused where two members have one name, wherever the second lies")
    func twoOfOneName() throws {
        for name in ["bytes", "Bytes"] {
            for place in 0...members.count {
                var more = members
                more.insert(ZipArchive.Member(name, Array("evil".utf8)), at: place)
                let bytes = try ZipArchive.bytes(of: more)
                #expect(throws: ZipArchive.FormatError.self) { try ZipArchive.members(of: bytes) }
            }
        }
    }

    @Test("are refused where the directory, by which others unpack, says something else")
    func otherDirectory() throws {
        let bytes = try ZipArchive.bytes(of: members)
        let start = try #require(
            bytes.indices.dropLast(3).first { Array(bytes[$0..<($0 + 4)]) == [0x50, 0x4B, 1, 2] })
        // Method, sum, both sizes, place and name of the first member; count and place at the end.
        let fields = [10, 16, 20, 24, 42, 46].map { start + $0 }
        for index in fields + [bytes.count - 12, bytes.count - 6] {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: ZipArchive.FormatError.self, "\(index)") {
                try ZipArchive.members(of: changed)
            }
        }
        #expect(throws: ZipArchive.FormatError.self) { try ZipArchive.members(of: bytes + [0]) }
        // A second archive behind it, which is what many programs unpack.
        let other = try ZipArchive.bytes(of: [ZipArchive.Member("bytes", Array("evil".utf8))])
        #expect(throws: ZipArchive.FormatError.self) { try ZipArchive.members(of: bytes + other) }
    }
}
