internal import Redline

extension ParagraphRedline {
    /// The paragraph as it is read: without marks that only say how text looks, wherever these are
    /// not what changed.
    var read: ParagraphRedline {
        var paragraph = self
        switch change {
        case .unchanged: break
        case .added(let text): paragraph.change = .added(FormattingMarks.read(text))
        case .removed(let text): paragraph.change = .removed(FormattingMarks.read(text))
        case .changed(let sentences): paragraph.change = .changed(sentences.map(\.read))
        }
        return paragraph
    }
}

extension SentenceRedline {
    fileprivate var read: SentenceRedline {
        switch self {
        case .unchanged(let text): return .unchanged(FormattingMarks.read(text))
        case .added(let text): return .added(FormattingMarks.read(text))
        case .removed(let text): return .removed(FormattingMarks.read(text))
        case .replaced(let old, let new):
            let (before, after) = (FormattingMarks(old), FormattingMarks(new))
            return before.marks == after.marks && before.text != after.text
                ? .replaced(old: before.text, new: after.text) : self
        case .changed(let runs):
            guard let old, let new, FormattingMarks(old).marks == FormattingMarks(new).marks else {
                return self
            }
            let read = runs.map { $0.read }
            let redline = SentenceRedline.changed(read)
            // Where a mark goes over several runs, or moved, all of them are shown.
            guard redline.old == FormattingMarks(old).text,
                redline.new == FormattingMarks(new).text,
                zip(read, runs).allSatisfy({ !$0.isEmpty || $1.isEmpty }),
                zip(read, read.dropFirst()).allSatisfy({ !$0.saysTheSame(as: $1) })
            else { return self }
            return redline
        }
    }
}

extension SentenceRedline.Run {
    fileprivate var read: Self {
        switch self {
        case .same(let text): .same(FormattingMarks(text).text)
        case .deleted(let text): .deleted(FormattingMarks(text).text)
        case .inserted(let text): .inserted(FormattingMarks(text).text)
        }
    }

    fileprivate var isEmpty: Bool { words.isEmpty }

    fileprivate func saysTheSame(as other: Self) -> Bool { words == other.words }

    private var words: [Substring] {
        switch self {
        case .same(let text), .deleted(let text), .inserted(let text):
            text.split(whereSeparator: \.isWhitespace)
        }
    }
}

extension FormattingMarks {
    /// A text without its marks; as it is where it has nothing else.
    fileprivate static func read(_ text: String) -> String {
        let plain = FormattingMarks(text).text
        return plain.allSatisfy(\.isWhitespace) ? text : plain
    }
}
