internal import Redline
internal import Terms

extension ComparisonReport {
    /// Each change by itself: where, what happened, and the redline.
    func terms(inFull: Bool) -> [Block] {
        let changes = comparison.changes.filter { change in
            if case .moved = change.kind { false } else { change.saysSomethingElse }
        }
        guard !changes.isEmpty else { return [] }
        return [Self.heading("Term by term", at: "terms")]
            + changes.flatMap { blocks(of: $0, inFull: inFull) }
    }

    private func blocks(of change: TermChange, inFull: Bool) -> [Block] {
        let isText = comparison.comparedAsText.contains { Self.path(ofFile: $0) == change.path }
        return [
            .heading(
                .init(level: 3, text: StyledText(change.label), anchor: Anchor(change.path))),
            .caption(
                StyledText("\(change.path) · \(Self.word(for: change))", .dim)
                    + (isText ? StyledText(" · compared as text", .yellow) : "")),
        ] + body(of: change, isText: isText, inFull: inFull) + origin(of: change)
    }

    /// Each change under its path, moves included, without headings; a change that is alone needs
    /// no path.
    func parts(isAlone: (TermChange) -> Bool) -> [Block] {
        comparison.changes.flatMap { change in
            let caption = Block.caption(
                StyledText("\(change.path) · \(Self.word(for: change))", .dim))
            if case .moved(let neighbour) = change.kind {
                let place = neighbour.map { "behind \($0)" } ?? "in the first place"
                return [caption, .paragraph(StyledText("It stands \(place) now."))]
            }
            return (isAlone(change) ? [] : [caption])
                + body(of: change, isText: false, inFull: false)
        }
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

    private func body(of change: TermChange, isText: Bool, inFull: Bool) -> [Block] {
        let type = FieldType.at(change.path)
        switch (change.kind, change.detail) {
        case (_, .prose(let redline)) where isText:
            return [.clauseLines(redline)]
        case (.added, .prose(let redline)):
            return [.marked(.added, clause(change, of: clauses.new, redline))]
        case (.removed, .prose(let redline)):
            return [.marked(.removed, clause(change, of: clauses.old, redline))]
        case (_, .prose(let redline)):
            return RedlineBlocks.blocks(of: redline, inClause: change.isClause, inFull: inFull)
        case (.added, _):
            return [.marked(.added, change.new.map { layout.blocks($0, type) } ?? [])]
        case (.removed, _):
            return [.marked(.removed, change.old.map { layout.blocks($0, type) } ?? [])]
        default: return changed(change, type)
        }
    }

    /// A clause that is all old or all new, as it is laid out by itself.
    private func clause(
        _ change: TermChange, of sources: [String: String], _ redline: ProseRedline
    ) -> [Block] {
        ClauseName(file: change.path.section + ".md").flatMap { sources[$0.name] }
            .map { ClauseBlocks.blocks(of: $0, level: 4) } ?? RedlineBlocks.clause(redline)
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
                text =
                    text + StyledText(" · ", .newSide)
                    + StyledText(difference.text, [.bold, .newSide])
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
