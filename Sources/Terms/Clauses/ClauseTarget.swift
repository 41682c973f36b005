/// Where a link in a clause leads: `[Names](branding.md#what-is-allowed)`.
struct ClauseTarget {
    /// The clause that it stands in.
    let clause: Clause
    /// What it leads to, as it is written.
    let target: String
    /// Where that stands.
    let place: String.Index

    /// The links in a clause that lead to files of the terms or to headings. Linear in its size.
    static func all(in clause: Clause) -> [ClauseTarget] {
        let text = clause.text
        var targets: [ClauseTarget] = []
        var rest = text[...]
        while let found = rest.following("](") {
            rest = found
            guard let end = rest.firstIndex(where: { $0 == ")" || $0.isWhitespace }) else { break }
            let target = rest[..<end]
            let path = target.prefix { $0 != "#" }
            let isOurs = path.isEmpty || path.hasSuffix(".md") || path.hasSuffix(".yaml")
            if !target.isEmpty, isOurs, !target.contains(":") {
                targets.append(
                    ClauseTarget(clause: clause, target: String(target), place: rest.startIndex))
            }
            rest = rest[end...]
        }
        return targets
    }

    /// The names of clauses that a text mentions as `clauses/<name>.md`.
    static func mentions(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let found = rest.following("clauses/") {
            rest = found
            let name = rest.prefix {
                $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
            }
            rest = rest[name.endIndex...]
            if rest.hasPrefix(".md"), Identifier.isValid(String(name)) {
                names.append(String(name))
            }
        }
        return names
    }

    /// What is wrong with it; nil where it leads somewhere.
    func problem(in terms: CheckedTerms) -> (message: String, suggestion: String)? {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = String(parts[0])
        while path.hasPrefix("./") { path.removeFirst(2) }
        if path.hasPrefix("../") { path.removeFirst(3) }
        guard let other = path.isEmpty ? clause : terms.clause(at: path) else {
            if SectionName(file: path).map({ terms.document.sections[$0] != nil }) ?? false {
                return nil
            }
            // A clause that can't be read is there all the same.
            if Clause.name(at: path).map(terms.clauseNames.contains) ?? false {
                return nil
            }
            let files = terms.clauseNames.map { "\($0).md" }.sorted()
            let nearest = Suggestion.nearest(to: path, in: files)
            return (
                "the link leads to `\(TextRules.visible(path))`, which is not there",
                nearest.map { "Did you mean `\($0)`?" } ?? "Correct the link"
            )
        }
        guard parts.count == 2, !parts[1].isEmpty, !other.anchors.contains(String(parts[1])) else {
            return nil
        }
        let nearest = Suggestion.nearest(to: String(parts[1]), in: other.anchors.sorted())
        return (
            "the link leads to a heading `#\(TextRules.visible(String(parts[1])))`, which "
                + "`\(other.file)` does not have",
            nearest.map { "Did you mean `#\($0)`?" } ?? "Correct the link"
        )
    }
}
