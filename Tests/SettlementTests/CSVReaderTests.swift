import Settlement
import Terms
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] {
        var reader = try CSVReader(Array(text.utf8), file: "a.csv")
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.fields.map(\.text)) }
        return rows
    }

    @Test(
        "what RFC 4180 allows",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("\"a\"\"b\",\"c,d\"\n", [["a\"b", "c,d"]]),
            ("\"a\r\nb\",c\n", [["a\nb", "c"]]),
            ("\"a\"", [["a"]]),
            ("\"\",\n", [["", ""]]),
            (",\n,", [["", ""], ["", ""]]),
            ("\n\na\n\n", [["a"]]),
            ("é,ß\n", [["é", "ß"]]),
            ("", []),
        ] as [(String, [[String]])])
    func allowed(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(
        "what it does not allow has a place",
        arguments: [
            ("a,b\nc,d\"e\n", "a.csv:2:4"),
            ("a\n\"b\"c\n", "a.csv:2:4"),
            ("a\n\"b\nc\n", "a.csv:2:1"),
            ("\"a\"\"", "a.csv:1:1"),
            ("\"a\n\nb\",\"c", "a.csv:3:4"),
        ])
    func refused(text: String, place: String) throws {
        #expect {
            try rows(text)
        } throws: { error in
            (error as? Finding)?.place == place && (error as? Finding)?.rule == "bad-csv"
        }
    }

    @Test("bytes that are no text")
    func bytes() {
        #expect {
            try CSVReader([0x61, 0xFF], file: "a.csv")
        } throws: { ($0 as? Finding)?.rule == "not-utf-8" }
    }

    @Test("lines are counted through quoted fields and empty lines")
    func lines() throws {
        var reader = try CSVReader(Array("a\r\n\r\n\"b\n\nc\"\nd\n".utf8), file: "a.csv")
        var lines: [Int] = []
        while let row = try reader.next() { lines.append(row.line) }
        #expect(lines == [1, 3, 6])
    }
}
