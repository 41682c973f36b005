import Redline
import Terms
import Testing

@Suite("Hostile prose")
struct HostileProseTests {
    @Test("A megabyte without a common word stands whole, and the note says why")
    func nothingInCommon() {
        let old = (0..<80_000).map { "old\($0)" }.joined(separator: " ")
        let new = (0..<80_000).map { "new\($0)" }.joined(separator: " ")
        let comparison = compareClause(old, new)
        #expect(comparison.changes.first?.sentences == [.replaced(old: old, new: new)])
        #expect(comparison.notes.count == 1)
    }

    @Test("One word a hundred thousand times")
    func oneWord() {
        let old = String(repeating: "word ", count: 100_000) + "end"
        let comparison = compareClause(old, "word " + old)
        #expect(comparison.changes.first?.count == 1)
        let mixed = String(repeating: "word other ", count: 50_000) + "end"
        let reverse = compareClause(mixed, String(repeating: "other word word ", count: 30_000))
        #expect(reverse.changes.first?.count == 1)
        #expect(reverse.notes.count == 1)
    }

    @Test("Many paragraphs, each a little different")
    func manyParagraphs() {
        let old = (0..<3_000).map { "- item \($0) costs EUR \($0).00 a month" }
        let new = (0..<3_000).map { "- item \($0) costs EUR \($0).00 a year" }
        let comparison = compareClause(
            old.joined(separator: "\n"), new.joined(separator: "\n"))
        #expect(comparison.changes.first?.count == 3_000)
    }

    @Test("A word that changes in every paragraph changes nothing else")
    func everyParagraph() {
        let words = (0..<60).map { "word\($0)" }.joined(separator: " ")
        let old = (0..<200).map { "Clause \($0) binds the Disclosing Party: \(words)." }
        let new = old.map { $0.replacing("Disclosing Party", with: "Discloser") }
        let comparison = compareClause(
            old.joined(separator: "\n\n"),
            "Here we begin.\n\n" + new.joined(separator: "\n\n"))
        #expect(comparison.changes.first?.count == 201)
    }

    @Test("Brackets, tags and dots without an end")
    func unclosed() {
        for piece in ["<a", "(", ".", "<a ", "\"", "> ", "</", ". ", "- ", "a. ", "1.\n- "] {
            let old = String(repeating: piece, count: 30_000)
            #expect(!compareClause(old, "x " + old + "y").isEmpty)
        }
    }

    @Test("Few edits in a large clause are found, and nothing else")
    func largeClause() {
        let old = (0..<5_000).map { "\($0 % 7). Each party \($0) keeps its own records. Always.\n" }
        var new = old
        new[2_500] = new[2_500].replacing("keeps", with: "burns")
        #expect(
            redline(old.joined(), new.joined()) == [
                "1. Each party 2500 [-keeps-]{+burns+} its own records."
            ])
    }
}
