/// Compares texts that are laid out side by side, in a budget of its own: which of them stand for
/// each other, and the words that differ between two.
public struct TextComparer {
    /// One step through two lists of texts, in reading order.
    public enum Step: Equatable, Sendable {
        /// The same text on both sides.
        case same(Int, Int)
        /// Two texts that stand for each other, with changes.
        case pair(Int, Int)
        /// A text of the old list alone.
        case removed(Int)
        /// A text of the new list alone.
        case added(Int)
    }

    private var budget = Budget()

    /// Makes a comparer that has compared nothing yet.
    public init() {}

    /// How two lists of texts correspond. Every text takes part in exactly one step.
    public mutating func steps(_ old: [String], _ new: [String]) -> [Step] {
        var interner = Interner()
        return Alignment.steps(
            interner.numbers(of: old), interner.numbers(of: new),
            oldWords: { Token.words(of: old[$0]) }, newWords: { Token.words(of: new[$0]) },
            budget: &budget
        ).map { step in
            switch step {
            case .same(let i, let j): .same(i, j)
            case .pair(let i, let j): .pair(i, j)
            case .removed(let i): .removed(i)
            case .added(let j): .added(j)
            }
        }
    }

    /// How one text became the other: the runs that are not inserted read as the old text, and
    /// those that are not deleted as the new one, exactly.
    public mutating func runs(_ old: String, _ new: String) -> [SentenceRedline.Run] {
        if old == new { return old.isEmpty ? [] : [.same(old)] }
        let redline = ProseComparer.compare(
            [SourceParagraph(text: old)], [SourceParagraph(text: new)], budget: &budget)
        let runs = redline.paragraphs.flatMap(Self.runs)
        let before = runs.map { $0.text(inOld: true) }.joined()
        let after = runs.map { $0.text(inOld: false) }.joined()
        guard before == old, after == new else {
            return (old.isEmpty ? [] : [.deleted(old)]) + (new.isEmpty ? [] : [.inserted(new)])
        }
        return runs
    }

    private static func runs(of paragraph: ParagraphRedline) -> [SentenceRedline.Run] {
        switch paragraph.change {
        case .unchanged(let text): return [.same(text)]
        case .added(let text): return [.inserted(text)]
        case .removed(let text): return [.deleted(text)]
        case .changed(let sentences): return runs(of: sentences)
        }
    }

    /// The sentences with the spaces between them, each of which belongs to the old text, to the
    /// new one, or to both.
    private static func runs(of sentences: [SentenceRedline]) -> [SentenceRedline.Run] {
        var runs: [SentenceRedline.Run] = []
        var (hasOld, hasNew) = (false, false)
        for sentence in sentences {
            let gapInOld = hasOld && sentence.old != nil
            let gapInNew = hasNew && sentence.new != nil
            switch (gapInOld, gapInNew) {
            case (true, true): runs.append(.same(" "))
            case (true, false): runs.append(.deleted(" "))
            case (false, true): runs.append(.inserted(" "))
            case (false, false): break
            }
            hasOld = hasOld || sentence.old != nil
            hasNew = hasNew || sentence.new != nil
            switch sentence {
            case .unchanged(let text): runs.append(.same(text))
            case .added(let text): runs.append(.inserted(text))
            case .removed(let text): runs.append(.deleted(text))
            case .changed(let inner): runs += inner
            case .replaced(let old, let new): runs += [.deleted(old), .inserted(new)]
            }
        }
        return runs
    }
}
