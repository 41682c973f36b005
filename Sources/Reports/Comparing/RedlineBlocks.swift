internal import Redline

/// Writes redlines: `[-old-]` and `{+new+}`, readable without colour.
enum RedlineBlocks {
    /// The sentences of a prose that changed, each paragraph under its place.
    ///
    /// - Parameters:
    ///   - redline: The prose.
    ///   - inClause: Whether it is Markdown.
    ///   - inFull: Whether sentences and paragraphs that stay are there as well, paragraphs folded.
    /// - Returns: The parts, in reading order.
    static func blocks(
        of redline: ProseRedline, inClause: Bool, inFull: Bool = false
    ) -> [Block] {
        var blocks: [Block] = []
        var place: String?
        var same: [String] = []
        func fold() {
            guard inFull, !same.isEmpty else { return }
            let count = same.count == 1 ? "1 paragraph stays" : "\(same.count) paragraphs stay"
            blocks.append(.folded(StyledText("\(count) as before"), plain(same, inClause)))
            same = []
        }
        // What moved whole is told as a move, and here only what changed inside of it.
        for paragraph in redline.settled {
            let heading = inClause ? Self.heading(paragraph) : nil
            let shown = inClause ? (heading ?? paragraph).read : paragraph
            guard var text = text(of: shown, inFull: inFull) ?? Self.parting(paragraph)
            else {
                if case .unchanged(let text) = paragraph.change { same.append(text) }
                continue
            }
            fold()
            if heading != nil { text = "Heading: " + text }
            if let found = paragraph.place, found != place {
                blocks.append(.paragraph(StyledText("In “\(found)”:")))
            }
            place = paragraph.place
            blocks.append(.paragraph(text))
        }
        fold()
        return blocks
    }

    private static func plain(_ paragraphs: [String], _ isMarkdown: Bool) -> [Block] {
        isMarkdown
            ? ClauseBlocks.blocks(of: paragraphs.joined(separator: "\n\n"), level: 4)
            : paragraphs.map { .paragraph(StyledText($0)) }
    }

    /// A clause that is all old or all new.
    static func clause(_ redline: ProseRedline) -> [Block] {
        let paragraphs = redline.paragraphs.map { paragraph in
            switch paragraph.change {
            case .unchanged(let text), .added(let text), .removed(let text): text
            case .changed(let sentences):
                sentences.compactMap { $0.new ?? $0.old }.joined(separator: " ")
            }
        }
        return ClauseBlocks.blocks(of: paragraphs.joined(separator: "\n\n"), level: 4)
    }

    /// A heading of a clause without its marks; nil for any other paragraph, and where the marks
    /// themselves changed.
    private static func heading(_ paragraph: ParagraphRedline) -> ParagraphRedline? {
        var paragraph = paragraph
        switch paragraph.change {
        case .unchanged: return nil
        case .added(let text):
            guard let title = title(text) else { return nil }
            paragraph.change = .added(title)
        case .removed(let text):
            guard let title = title(text) else { return nil }
            paragraph.change = .removed(title)
        case .changed(var sentences):
            guard let first = sentences.first, let title = title(first) else { return nil }
            sentences[0] = title
            paragraph.change = .changed(sentences)
        }
        return paragraph
    }

    private static func title(_ text: String) -> String? {
        let rest = text.drop { $0 == "#" }
        guard rest.startIndex > text.startIndex, rest.first == " " else { return nil }
        return String(rest.dropFirst())
    }

    private static func title(_ sentence: SentenceRedline) -> SentenceRedline? {
        switch sentence {
        case .unchanged(let text): return title(text).map { .unchanged($0) }
        case .added(let text): return title(text).map { .added($0) }
        case .removed(let text): return title(text).map { .removed($0) }
        case .replaced(let old, let new):
            guard depth(old) == depth(new), let old = title(old), let new = title(new) else {
                return nil
            }
            return .replaced(old: old, new: new)
        case .changed(var runs):
            guard case .same(let start)? = runs.first, let rest = title(start) else { return nil }
            runs[0] = .same(rest)
            return .changed(runs)
        }
    }

    private static func depth(_ text: String) -> Int { text.prefix { $0 == "#" }.count }

    static func deleted(_ text: String) -> StyledText {
        signed("[-", StyledText(guarded(text), .deleted), "-]", .deleted)
    }

    static func inserted(_ text: String) -> StyledText {
        signed("{+", StyledText(guarded(text), .inserted), "+}", .inserted)
    }

    /// Where a paragraph begins, or no longer does; nil where it does as before.
    private static func parting(_ paragraph: ParagraphRedline) -> StyledText? {
        guard let kind = paragraph.paragraphBreak, let text = paragraph.new else { return nil }
        let words = text.split(separator: " ")
        let start = guarded(words.prefix(8).joined(separator: " "))
        return (kind == .inserted ? inserted("¶") : deleted("¶"))
            + StyledText(" " + start + (words.count > 8 ? " …" : ""))
    }

    private static func signed(
        _ start: String, _ text: StyledText, _ end: String, _ attributes: TextAttributes
    ) -> StyledText {
        let attributes = attributes.union(.sign)
        return StyledText(start, attributes) + text + StyledText(end, attributes)
    }

    private static func text(of paragraph: ParagraphRedline, inFull: Bool) -> StyledText? {
        switch paragraph.change {
        case .unchanged: return nil
        case .added(let text): return inserted(text)
        case .removed(let text): return deleted(text)
        case .changed(let sentences):
            var parts: [StyledText] = []
            var isGap = false
            for sentence in sentences {
                guard sentence.isChanged || inFull else {
                    isGap = true
                    continue
                }
                if isGap { parts.append(StyledText("…", .dim)) }
                isGap = false
                parts.append(text(of: sentence))
            }
            if isGap, !parts.isEmpty { parts.append(StyledText("…", .dim)) }
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        }
    }

    private static func text(of sentence: SentenceRedline) -> StyledText {
        switch sentence {
        case .unchanged(let text): StyledText(guarded(text))
        case .added(let text): inserted(text)
        case .removed(let text): deleted(text)
        case .replaced(let old, let new): deleted(old) + " " + inserted(new)
        case .changed(let runs): text(of: runs)
        }
    }

    static func text(of runs: [SentenceRedline.Run]) -> StyledText {
        runs.enumerated().reduce("") { text, entry in
            // A word in place of another one reads better with a space between them, which the
            // old text beside the new one does not have.
            let isSwap =
                if case .inserted = entry.element, entry.offset > 0,
                    case .deleted = runs[entry.offset - 1]
                { true } else { false }
            return text + (isSwap ? StyledText(" ", .newSide) : "")
                + self.text(of: entry.element)
        }
    }

    private static func text(of run: SentenceRedline.Run) -> StyledText {
        switch run {
        case .same(let text): StyledText(guarded(text))
        case .deleted(let text): deleted(text)
        case .inserted(let text): inserted(text)
        }
    }

    /// Text in which nothing looks like a mark of the redline.
    private static func guarded(_ text: String) -> String {
        text.replacing("[-", with: "[\\-").replacing("-]", with: "-\\]")
            .replacing("{+", with: "{\\+").replacing("+}", with: "+\\}")
    }
}
