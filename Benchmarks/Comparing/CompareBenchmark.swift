import Foundation
import Redline
import Terms

/// Makes what `compare.sh` measures, two states of large terms, and times comparing them alone.
@main struct CompareBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("make", 5):
            var terms = LargeTerms(clauses: Int(arguments[2]) ?? 100)
            try write(terms.files, to: arguments[3])
            terms.edit()
            try write(terms.files, to: arguments[4])
        case ("time", 4):
            try time(arguments[2], arguments[3])
        case ("read", 5):
            let files = try arguments.dropFirst(2).map(read)
            print(median { _ = files.map { TermsDocument($0) } })
        case ("hostile", 2):
            try hostile()
        default:
            print("usage: CompareBenchmark make <clauses> <old> <new> | time <old> <new> | "
                    + "read <old> <ours> <theirs> | hostile")
        }
    }

    private static func write(_ files: [String: String], to folder: String) throws {
        for (path, text) in files {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    private static func read(_ folder: String) throws -> TermsFiles {
        let root = URL(fileURLWithPath: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return TermsFiles(
            try paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }.map {
                TermsEntry(
                    path: $0, bytes: Array(try Data(contentsOf: root.appendingPathComponent($0))))
            })
    }

    /// Prints the middle of several times, in milliseconds: reading, comparing, and looking for gaps.
    private static func time(_ old: String, _ new: String) throws {
        let files = (try read(old), try read(new))
        var documents = (TermsDocument(files.0), TermsDocument(files.1))
        let reading = median {
            documents = (TermsDocument(files.0), TermsDocument(files.1))
        }
        var comparison = Comparison(from: documents.0, to: documents.1)
        let comparing = median { comparison = Comparison(from: documents.0, to: documents.1) }
        var gaps: [String] = []
        let looking = median { gaps = comparison.gaps(from: documents.0, to: documents.1) }
        print(comparing, reading, looking)
        FileHandle.standardError.write(
            Data("\(comparison.summary)\n\(gaps.joined(separator: "\n"))".utf8))
    }

    /// Prints what prose takes that has nothing to hold on to, and whether the report says so.
    private static func hostile() throws {
        let words = (0..<80_000).map(String.init)
        let one = String(repeating: "word ", count: 200_000)
        let texts = [
            (
                "no common words",
                words.map { "a" + $0 }.joined(separator: " "),
                words.map { "b" + $0 }.joined(separator: " ")
            ),
            ("one repeated word", one + "end", "word " + one + "end, word"),
            (
                "two repeated words", String(repeating: "one other ", count: 100_000),
                String(repeating: "other one one ", count: 70_000)
            ),
            (
                "a paragraph of 1 MB", words.map { "We pay \($0)." }.joined(separator: " "),
                words.reversed().map { "We pay \($0)." }.joined(separator: " ")
            ),
        ]
        for (name, old, new) in texts {
            let documents = [old, new].map { text in
                TermsDocument(
                    TermsFiles([TermsEntry(path: "clauses/a.md", bytes: Array(text.utf8))]))
            }
            var notes = 0
            let time = median(of: 3) {
                notes = Comparison(from: documents[0], to: documents[1]).notes.count
            }
            print("\(name):\(time):\(notes == 0 ? "in full" : "says so")")
        }
    }

    private static func median(of runs: Int = 7, _ work: () -> Void) -> String {
        let times = (0..<runs).map { _ in ContinuousClock().measure(work) }.sorted()
        return String(format: "%.1f", times[runs / 2] / .milliseconds(1))
    }
}
