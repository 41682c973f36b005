/// The rules for what may lie in `terms/`: names, kinds and sizes (format.md).
enum FileRules {
    /// What is wrong with the entries, which are sorted by path.
    static func findings(for entries: [TermsEntry]) -> [Finding] {
        var findings: [Finding] = []
        if entries.count > Limits.fileCount {
            findings.append(
                Finding(
                    rule: "too-many-files", file: "terms",
                    message: "\(entries.count) files; at most \(Limits.fileCount) are allowed",
                    next: "Join clauses that belong together"))
        }
        // Sizes are what a file system says, and may be absurd.
        let total = entries.reduce(0) { total, entry in
            let (sum, overflow) = total.addingReportingOverflow(entry.size)
            return overflow ? .max : sum
        }
        if total > Limits.termsSize {
            findings.append(
                Finding(
                    rule: "terms-too-large", file: "terms",
                    message: "the terms have \(total) bytes; at most 32 MiB are allowed",
                    next: "Keep large annexes elsewhere, and their SHA-256 in the terms"))
        }
        var folded: [String: String] = [:]
        for entry in entries {
            findings += self.findings(for: entry)
            if let twin = folded.updateValue(entry.path, forKey: FoldedName.of(entry.path)) {
                findings.append(
                    Finding(
                        rule: "path-twins", file: entry.path,
                        message: "\(quoted(entry.path)) and \(quoted(twin)) are the same name "
                            + "on some computers",
                        next: "Rename one of them"))
            }
        }
        for required in [SectionName.framework, .parties]
        where !entries.contains(where: { $0.path == required.file }) {
            findings.append(
                Finding(
                    rule: "missing-file", file: required.file,
                    message: "\(required.file) is missing; every framework needs it",
                    next: "Copy it from a template: entente templates"))
        }
        return findings
    }

    private static func findings(for entry: TermsEntry) -> [Finding] {
        var findings: [Finding] = []
        if entry.kind != .file {
            let what =
                entry.kind == .executable ? "an executable file" : "a \(entry.kind.rawValue)"
            findings.append(
                Finding(
                    rule: "not-a-plain-file", file: entry.path,
                    message: "\(quoted(entry.path)) is \(what); terms are plain files only",
                    next: entry.kind == .executable
                        ? "chmod 644 it" : "Replace it with a copy of the text"))
        }
        if entry.size > Limits.fileSize {
            findings.append(
                Finding(
                    rule: "file-too-large", file: entry.path,
                    message: "\(quoted(entry.path)) has \(entry.size) bytes; "
                        + "at most 4 MiB are allowed",
                    next: "Split it, or keep it elsewhere and its SHA-256 in the terms"))
        }
        if SectionName(file: entry.path) == nil, ClauseName(file: entry.path) == nil {
            let sections = SectionName.allCases.map(\.file)
            let nearest = Suggestion.nearest(to: entry.path, in: sections)
            findings.append(
                Finding(
                    rule: "unknown-file", file: entry.path,
                    message: "\(quoted(entry.path)) is not a file that terms have"
                        + (nearest.map { "; did you mean \($0)?" } ?? ""),
                    next: "Terms are \(sections.joined(separator: ", ")) "
                        + "and clauses/<name>.md in lower case with hyphens"))
        }
        return findings
    }

    private static func quoted(_ path: String) -> String { "`\(TextRules.visible(path))`" }
}

/// The name of a prose clause: the file `clauses/<name>.md`.
public struct ClauseName: Hashable, Sendable {
    /// The name without folder and ending.
    public let name: String

    /// Reads the name from a path relative to `terms/`; nil for any other file.
    public init?(file: String) {
        guard file.hasPrefix("clauses/"), file.hasSuffix(".md") else { return nil }
        let name = String(file.dropFirst(8).dropLast(3))
        guard Identifier.isValid(name) else { return nil }
        self.name = name
    }

    /// The path relative to `terms/`.
    public var file: String { "clauses/\(name).md" }
}
