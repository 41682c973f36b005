internal import Redline
internal import Reports
internal import Terms

/// What changes, file by file, in a few words for each.
struct ChangeCount: Encodable {
    /// The path from the workspace.
    let file: String
    /// Such as `3 changed, 1 added` or `formatting only`.
    let changes: String

    /// All files whose bytes differ, by path.
    static func all(_ comparing: Comparing) -> [ChangeCount] {
        let comparison = comparing.comparison
        let folder = "frameworks/\(comparing.report.header.framework)/terms/"
        return comparing.changedFiles.map { path in
            ChangeCount(file: folder + path, changes: words(path, comparison))
        }
    }

    private static func words(_ path: String, _ comparison: Comparison) -> String {
        if comparison.formattingOnly.contains(path) { return "formatting only" }
        if comparison.comparedAsText.contains(path) { return "compared as text" }
        let place =
            SectionName(file: path)?.rawValue
            ?? ClauseName(file: path).map { "clauses/\($0.name)" } ?? path
        let changes = comparison.changes.filter { $0.path.section == place }
        let sentences = changes.filter { $0.isClause && $0.kind == .changed }
            .reduce(0) { $0 + $1.count }
        let moved = changes.count { if case .moved = $0.kind { true } else { false } }
        let comments = comparison.comments.filter { $0.file == path }.reduce(0) { $0 + $1.count }
        let counts = [
            (changes.count { $0.kind == .changed && !$0.isClause }, "changed"),
            (changes.count { $0.kind == .added }, "added"),
            (changes.count { $0.kind == .removed }, "removed"), (moved, "moved"),
            (sentences, sentences == 1 ? "sentence" : "sentences"),
            (comments, comments == 1 ? "line of comments" : "lines of comments"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
