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
}
