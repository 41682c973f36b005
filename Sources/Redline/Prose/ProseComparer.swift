internal import Terms

/// Compares two prose texts: paragraphs, then their sentences, then the words.
package enum ProseComparer {
    /// How far down texts are compared.
    enum Depth {
        /// Down to the words.
        case words
        /// Line by line, each as a whole.
        case lines
    }

    static func compare(_ old: Prose, _ new: Prose, budget: inout Budget) -> ProseRedline {
        compare(
            old.paragraphs.map { SourceParagraph(text: $0, place: nil) },
            new.paragraphs.map { SourceParagraph(text: $0, place: nil) }, budget: &budget)
    }

    static func compare(
        _ old: [SourceParagraph], _ new: [SourceParagraph], depth: Depth = .words,
        budget: inout Budget
    ) -> ProseRedline {
        let steps = align(old.map(\.text), new.map(\.text), &budget)
        var paragraphs: [ParagraphRedline] = []
        for step in steps {
            switch step {
            case .same(_, let j):
                paragraphs.append(.init(place: new[j].place, change: .unchanged(new[j].text)))
            case .removed(let i):
                paragraphs.append(.init(place: old[i].place, change: .removed(old[i].text)))
            case .added(let j):
                paragraphs.append(.init(place: new[j].place, change: .added(new[j].text)))
            case .pair(let i, let j):
                let sentences =
                    depth == .words
                    ? self.sentences(old[i].text, new[j].text, &budget)
                    : [.replaced(old: old[i].text, new: new[j].text)]
                paragraphs.append(.init(place: new[j].place, change: .changed(sentences)))
            }
        }
        return ProseRedline(paragraphs: paragraphs)
    }

    static func sentences(
        _ old: String, _ new: String, _ budget: inout Budget
    ) -> [SentenceRedline] {
        let (before, after) = (Sentences.split(old), Sentences.split(new))
        var sentences: [SentenceRedline] = []
        for step in align(before, after, &budget) {
            switch step {
            case .same(_, let j): sentences.append(.unchanged(after[j]))
            case .removed(let i): sentences.append(.removed(before[i]))
            case .added(let j): sentences.append(.added(after[j]))
            case .pair(let i, let j):
                sentences.append(WordRedline.sentence(before[i], after[j], budget: &budget))
            }
        }
        return sentences
    }

    /// How the units of two texts correspond: paragraphs, sentences or items.
    package static func align(
        _ old: [String], _ new: [String], _ budget: inout Budget
    ) -> [Alignment.Step] {
        var interner = Interner()
        return Alignment.steps(
            interner.numbers(of: old), interner.numbers(of: new),
            oldWords: { Token.words(of: old[$0]) }, newWords: { Token.words(of: new[$0]) },
            budget: &budget)
    }
}
