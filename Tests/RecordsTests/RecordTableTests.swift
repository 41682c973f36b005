import Records
import Terms
import Testing

/// Tables of records.
@Suite struct RecordTableTests {
    private func read(_ text: String, as word: String? = "invoice") throws -> RecordTable {
        try RecordTable(Array(text.utf8), file: "a.csv", rowsAre: word)
    }

    @Test("the lines of several kinds")
    func kinds() throws {
        let table = try read(
            """
            kind,deal,customer,number,amount
            deal,lift,Lift AG,,
            invoice,lift,,7,"EUR 1,000.00"

            """, as: nil)
        #expect(table.findings.isEmpty)
        #expect(table.rows.map(\.event.name) == ["registered", "invoiced"])
        #expect(table.rows.map(\.subject) == ["lift", "lift"])
        #expect(table.rows[1].fields.text == "number: 7\namount: EUR 1,000.00\n")
        #expect(table.rows[1].positions["amount"] == SourcePosition(line: 3, column: 17))
    }

    @Test(
        "what is wrong with a line, at its place",
        arguments: [
            ("deal,number,amount\nlift,7\n", "row-length", 2, 1),
            ("deal,number,amount\nlift,7,EUR x\n", "bad-value", 2, 8),
            ("deal,number,amuont\nlift,7,EUR 1\n", "bad-value", 2, 8),
            ("deal,number,amount\n,7,EUR 1\n", "missing-field", 2, 1),
            ("kind,deal\ninvioce,lift\n", "unknown-kind", 2, 1),
        ])
    func line(text: String, rule: String, line: Int, column: Int) throws {
        let found = try read(text).findings
        #expect(found.map(\.rule) == [rule])
        #expect(found[0].position == SourcePosition(line: line, column: column))
    }

    @Test("what no line can be read of")
    func file() {
        #expect(throws: Finding.self) { try read("") }
        #expect(throws: Finding.self) { try read("deal,deal\n") }
        #expect(throws: Finding.self) { try read("deal,number\nlift,1\n", as: nil) }
        #expect(throws: Finding.self) { try read("deal\nlift\n", as: "meeting") }
    }
}
