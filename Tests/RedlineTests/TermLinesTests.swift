import Redline
import Terms
import Testing

@Suite("Terms as lines, and changes of one term")
struct TermLinesTests {
    @Test("a value or a sentence stands in one line, whatever the file looks like")
    func sections() throws {
        let first = """
            # How money is divided.
            pipeline:
              target: EUR 5,000
            streams:
              - id: services
                kind: services
                shares: {contoso: 70%, northwind: 30%}
            """
        let second = """
            streams:
              - {id: services, kind: "services", shares: {northwind: 30%, contoso: 70%}}
            pipeline: {target: 'EUR 5000.00'}
            # How money is divided.
            """
        let lines = try #require(TermLines.lines(of: "commercials.yaml", bytes: Array(first.utf8)))
        #expect(TermLines.lines(of: "commercials.yaml", bytes: Array(second.utf8)) == lines)
        #expect(lines.contains { $0.hasSuffix("› services › Shares › contoso: 70%") }, "\(lines)")
        #expect(lines.last == "# How money is divided.")
    }

    @Test("wrapping a clause anew changes no line")
    func clauses() throws {
        let text = "# Names\n\nOne thing. Another\nthing.\n"
        let wrapped = "# Names\n\nOne\nthing. Another thing.\n"
        let lines = try #require(TermLines.lines(of: "clauses/a.md", bytes: Array(text.utf8)))
        #expect(lines.suffix(2) == ["  One thing.", "  Another thing."])
        #expect(TermLines.lines(of: "clauses/a.md", bytes: Array(wrapped.utf8)) == lines)
    }

    @Test("what can't be read in full is not made into lines")
    func unreadable() {
        #expect(TermLines.lines(of: "purpose.yaml", bytes: Array("wy: x\n".utf8)) == nil)
        #expect(TermLines.lines(of: "purpose.yaml", bytes: [0xFF]) == nil)
        #expect(TermLines.lines(of: "other.txt", bytes: Array("x".utf8)) == nil)
    }

    @Test("the changes of a term are those in it, or its part in a larger one")
    func part() throws {
        let stream = """
            streams:
              - id: services
                kind: services
                shares: {contoso: 70%, northwind: 30%}
            """
        func path(_ text: String) throws -> TermPath { try #require(TermPath(text)) }
        let changed = compare(
            "commercials.yaml", stream,
            stream.replacing("70%", with: "60%").replacing("30%", with: "40%"))
        let one = try path("commercials.streams.services.shares.contoso")
        #expect(changed.changes(in: one).map(\.path) == [one])
        #expect(try changed.changes(in: path("commercials.streams")).count == 2)
        #expect(try changed.changes(in: path("commercials.streams.services.kind")).isEmpty)
        let added = compare("commercials.yaml", "streams: []", stream)
        let part = try #require(added.changes(in: one).first)
        #expect(part.kind == .added && part.old == nil && part.new?.text == "70%")
        #expect(part.path == one)
        #expect(try added.changes(in: path("commercials.streams.other")).isEmpty)
    }
}
