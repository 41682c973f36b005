internal import Terms

extension Comparison {
    /// Everything in one paragraph (reports.md, "The review report"): "3 terms changed, 1 added,
    /// 1 removed; 2 amounts; 5 files re-wrapped without a change of meaning. Nothing else changed."
    public var summary: String {
        if isEmpty { return "Nothing changes." }
        let asText = Set(comparedAsText.map { Place(file: $0).path })
        let clauses = changes.filter { $0.isClause && !asText.contains($0.path) }
        let others = changes.filter { !$0.isClause && !asText.contains($0.path) }
        let terms = others.filter { !$0.path.inner.isEmpty }
        var parts = [
            Self.counts("term", of: terms),
            Self.count(terms.count(where: \.isAmount), "amount"),
            Self.counts("section", of: others.filter(\.path.inner.isEmpty)),
            Self.sentences(in: clauses.filter { $0.kind == .changed }),
            Self.counts(
                "clause", of: clauses.filter { $0.kind == .added || $0.kind == .removed }),
        ].compactMap(\.self)
        parts += [
            (structure.movedSections, "section", "moved"),
            (structure.movedParagraphs, "paragraph", "moved"),
            (structure.movedSentences, "sentence", "moved"),
            (structure.renumberings, "number", "changed without a change of wording"),
            (structure.breaks, "paragraph", "parted or joined"),
        ].compactMap { number, noun, what in Self.count(number, noun).map { "\($0) \(what)" } }
        parts += [
            Self.count(references.count, "reference").map { "\($0) broken or led elsewhere" },
            Self.count(definedTerms.count, "defined term").map { "\($0) changed" },
        ].compactMap(\.self)
        if let lines = Self.count(comments.reduce(0) { $0 + $1.count }, "line") {
            parts.append("\(lines) of comments, which are no terms")
        }
        if let files = Self.count(comparedAsText.count, "file") {
            parts.append("\(files) that can't be read in full, compared as text")
        }
        if let files = Self.count(formattingOnly.count, "file") {
            parts.append("\(files) re-wrapped without a change of meaning")
        }
        return parts.joined(separator: "; ") + ". Nothing else changed."
    }

    /// What happened to the clauses besides their wording.
    private var structure:
        (
            movedSections: Int, movedParagraphs: Int, movedSentences: Int, renumberings: Int,
            breaks: Int
        )
    {
        var counts = (0, 0, 0, 0, 0)
        for (_, redline) in clauseRedlines {
            counts.0 += redline.moves.count { $0.edits.count > 1 }
            counts.1 += redline.moves.count { $0.edits.count == 1 }
            counts.2 += redline.moves.count { $0.sentence != nil }
            counts.3 += redline.renumberings.count
            counts.4 += redline.breaks
        }
        return counts
    }

    /// "3 terms changed, 1 added"; nil where there is none.
    private static func counts(_ noun: String, of changes: [TermChange]) -> String? {
        let moved = changes.count { if case .moved = $0.kind { true } else { false } }
        let counts = [
            (changes.count { $0.kind == .changed }, "changed"),
            (changes.count { $0.kind == .added }, "added"),
            (changes.count { $0.kind == .removed }, "removed"), (moved, "moved"),
        ].filter { $0.0 > 0 }
        guard let first = counts.first, let start = count(first.0, noun) else { return nil }
        return (["\(start) \(first.1)"] + counts.dropFirst().map { "\($0.0) \($0.1)" })
            .joined(separator: ", ")
    }

    /// "2 sentences in 1 clause"; nil where there is none.
    private static func sentences(in clauses: [TermChange]) -> String? {
        let counts = clauses.map(\.count).filter { $0 > 0 }
        guard let sentences = count(counts.reduce(0, +), "sentence"),
            let places = count(counts.count, "clause")
        else { return nil }
        return "\(sentences) in \(places)"
    }

    private static func count(_ number: Int, _ noun: String) -> String? {
        number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
