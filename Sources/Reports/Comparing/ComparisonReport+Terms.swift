internal import Redline
internal import Terms

extension ComparisonReport {
    /// Each change by itself: where, what happened, and the redline.
    var terms: [Block] {
        let changes = comparison.changes.filter { change in
            if case .moved = change.kind { false } else { change.saysSomethingElse }
        }
        guard !changes.isEmpty else { return [] }
        return [.heading(level: 2, "Term by term")] + changes.flatMap(blocks)
    }

    private func blocks(of change: TermChange) -> [Block] {
        let isText = comparison.comparedAsText.contains { Self.path(ofFile: $0) == change.path }
        return [
            .heading(level: 3, StyledText(change.label)),
            .caption(
                StyledText("\(change.path) · \(Self.word(for: change))", .dim)
                    + (isText ? StyledText(" · compared as text", .yellow) : "")),
        ] + body(of: change, isText: isText)
    }

    static func word(for change: TermChange) -> String {
        switch change.kind {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        case .moved: "moved"
        }
    }

    /// The path under which the changes of a file stand.
    static func path(ofFile file: String) -> TermPath {
        if let section = SectionName(file: file) { return TermPath(section: section.rawValue) }
        return TermPath(
            section: ClauseName(file: file).map { "clauses/\($0.name)" } ?? file)
    }

    private func body(of change: TermChange, isText: Bool) -> [Block] {
        let type = FieldType.at(change.path)
        switch (change.kind, change.detail) {
        case (_, .prose(let redline)) where isText:
            return [.clauseLines(redline)]
        case (.added, .prose(let redline)):
            return [.marked(.added, RedlineBlocks.clause(redline))]
        case (.removed, .prose(let redline)):
            return [.marked(.removed, RedlineBlocks.clause(redline))]
        case (_, .prose(let redline)):
            return RedlineBlocks.blocks(of: redline, inClause: change.isClause)
        case (.added, _):
            return [.marked(.added, change.new.map { layout.blocks($0, type) } ?? [])]
        case (.removed, _):
            return [.marked(.removed, change.old.map { layout.blocks($0, type) } ?? [])]
        default: return changed(change, type)
        }
    }

    /// A value that became another one.
    private func changed(_ change: TermChange, _ type: FieldType?) -> [Block] {
        guard let old = change.old, let new = change.new else { return [] }
        if let elements = change.elements, case .list(let item, _)? = type {
            func line(_ value: Value) -> StyledText { layout.line(value, item) ?? "" }
            let texts =
                elements.removed.map { RedlineBlocks.deleted(line($0).plain) }
                + elements.added.map { RedlineBlocks.inserted(line($0).plain) }
            return [.paragraph(texts.joined(separator: " "))]
        }
        if let before = layout.line(old, type), let after = layout.line(new, type) {
            var text =
                RedlineBlocks.deleted(before.plain) + " " + RedlineBlocks.inserted(after.plain)
            if case .difference(let difference) = change.detail {
                text = text + StyledText(" · ") + StyledText(difference.text, .bold)
            }
            return [.paragraph(text)]
        }
        return [
            .marked(.removed, layout.blocks(old, type)), .marked(.added, layout.blocks(new, type)),
        ]
    }
}

extension Block {
    /// The lines that changed in a file that can't be read as terms.
    fileprivate static func clauseLines(_ redline: ProseRedline) -> Block {
        let lines = redline.changedSentences.flatMap { sentence in
            [sentence.old.map { "- \($0)" }, sentence.new.map { "+ \($0)" }].compactMap(\.self)
        }
        return .verbatim(lines)
    }
}
