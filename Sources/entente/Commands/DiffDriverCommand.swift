internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Redline
internal import Reports
internal import Terms

/// `diff-driver`: what Git runs to compare files of the terms.
struct DiffDriverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff-driver",
        abstract: "What git diff, git log -p and git difftool run for terms.",
        discussion: """
            entente init and entente hooks install tell Git about it, in the repository's own \
            configuration. It takes the arguments that Git gives to an external diff, or with \
            --textconv a file, which it prints as one value or sentence a line. A file that is \
            no part of any terms is an error, and Git's own comparison is shown.

            Example: git diff; git log -p --ext-diff; git difftool -t entente
            """)

    @Flag(help: "Print one file as lines that can be compared.")
    var textconv = false

    @Argument(help: "What Git gives: a path, and files with their ids and modes.")
    var words: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Console(options, environment: ProcessInfo.processInfo.environment)
        if textconv {
            guard let file = words.first, words.count == 1 else { throw Self.usage }
            return try printLines(of: file)
        }
        // Of what a merge left open, Git gives the path alone; of a renamed file, two more words.
        guard words.count >= 7 else { throw Self.usage }
        let (old, new) = (Side(words[1...3]), Side(words[4...6]))
        let before = try TermsPlace(words[0])
        let after = words.count > 7 ? try TermsPlace(words[7]) : before
        let rename = before.file == after.file ? "" : ", was \(before.file)"
        let report = ComparisonReport(
            from: try old.document(as: after.file), to: try new.document(as: after.file),
            header: ComparisonHeader(
                framework: "\(after.framework), \(after.file)\(rename)", from: old.label,
                to: new.label))
        try OutputFile.write(report.text(style: console.style), to: nil, console: console)
    }

    /// Prints a file as Git compares it line by line; one that can't be read in full, as it is.
    private func printLines(of path: String) throws {
        let bytes = try Side.bytes(of: path)
        // Git gives a file on disk, or a copy whose name ends in the name of the file.
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let own = name.split(separator: "_").last.map(String.init) ?? name
        let lines = TermLines.lines(
            of: own.hasSuffix(".md") ? "clauses/\(own)" : own, bytes: bytes)
        let text = lines.map { $0.map { $0 + "\n" }.joined() }.map { Data($0.utf8) }
        Output.write(text ?? Data(bytes))
    }

    private static var usage: Problem {
        Problem(
            "usage", .unable, "this is what Git runs; it gives a path and two files",
            next: "entente diff compares terms by hand")
    }
}

/// One side of a comparison, as Git gives it: a file, its id and its mode.
private struct Side {
    let path: String
    let id: String
    let mode: String

    init(_ words: ArraySlice<String>) {
        let words = Array(words)
        (path, id, mode) = (words[0], words[1], words[2])
    }

    private var isMissing: Bool { path == "/dev/null" }

    /// What people call it.
    var label: String {
        if isMissing { return "nothing" }
        return id.allSatisfy { $0 == "0" || $0 == "." } ? "the file on disk" : String(id.prefix(7))
    }

    /// The one file as a document; nil where there is none.
    func document(as file: String) throws -> TermsDocument? {
        guard !isMissing else { return nil }
        guard mode.hasPrefix("100") else {
            throw Problem(
                "not-a-plain-file", .unable, "terms are plain files, and this is none",
                next: "git diff --no-ext-diff")
        }
        return TermsDocument(
            TermsFiles([TermsEntry(path: file, bytes: try Self.bytes(of: path))]))
    }

    static func bytes(of path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Problem(
                "not-read", .unable, "the file can't be read", at: path, next: "Check its name",
                detail: "\(error)")
        }
    }
}
