/// Two states of a prose text, side by side: paragraphs, their sentences, and the words in them.
///
/// White space has no meaning. The words of every paragraph stand with single spaces between
/// them, and the sentences of a paragraph read on with a space between them.
public struct ProseRedline: Hashable, Sendable {
    /// The paragraphs in reading order; removed ones at their old place.
    public var paragraphs: [ParagraphRedline]

    /// The sections, paragraphs and sentences that stand elsewhere, by their old places.
    public var moves: [ProseMove]

    /// Makes a redline from its paragraphs.
    public init(paragraphs: [ParagraphRedline], moves: [ProseMove] = []) {
        self.paragraphs = paragraphs
        self.moves = moves
    }

    /// The sentences that changed, in order; those of added and removed paragraphs one by one.
    ///
    /// What merely stands elsewhere did not change; what changed inside of it comes last.
    public var changedSentences: [SentenceRedline] {
        let moved = Set(moves.compactMap(\.sentence))
        return settled.flatMap(\.changedSentences).filter { sentence in
            switch sentence {
            case .added(let text), .removed(let text): !moved.contains(text)
            default: true
            }
        }
    }

    /// The paragraphs that stand where they did, and behind them those inside of what moved, but
    /// for what moved out of there by itself.
    public var settled: [ParagraphRedline] {
        (paragraphs + moves.flatMap(\.edits)).filter { $0.move == nil }
    }

    /// The numbers that changed, in order, each at the highest heading or item that has another one.
    public var renumberings: [Renumbering] {
        (paragraphs + moves.flatMap(\.edits)).compactMap(\.renumbering)
    }

    /// The old text that this redline tells, its paragraphs parted by blank lines.
    public var oldText: String { paragraphs.compactMap(\.old).joined(separator: "\n\n") }

    /// The new text that this redline tells.
    public var newText: String { paragraphs.compactMap(\.new).joined(separator: "\n\n") }

    /// Whether both states say the same in the same order under the same numbers.
    public var isUnchanged: Bool {
        moves.isEmpty && renumberings.isEmpty && breaks == 0 && changedSentences.isEmpty
    }

    /// How many paragraphs begin in one state where the other reads on.
    public var breaks: Int {
        (paragraphs + moves.flatMap(\.edits)).count { $0.paragraphBreak != nil }
    }
}

/// A part of a text that stands elsewhere. What it says did not change, but for its edits.
public struct ProseMove: Hashable, Sendable {
    /// What it is called, or how it begins: `9 Limitation of Liability`.
    public var label: String
    /// Where it stood, such as `9`; nil where that is unknown.
    public var oldPlace: String?
    /// Where it stands now.
    public var newPlace: String?
    /// What it stands behind now, as it is called; nil at the beginning.
    public var after: String?
    /// The sentence that moved; nil for whole paragraphs and sections.
    public var sentence: String?
    /// Its paragraphs, with what happened inside; none for a sentence.
    public var edits: [ParagraphRedline]

    /// Makes a move.
    public init(
        label: String, oldPlace: String?, newPlace: String?, after: String?,
        sentence: String? = nil, edits: [ParagraphRedline] = []
    ) {
        self.label = label
        self.oldPlace = oldPlace
        self.newPlace = newPlace
        self.after = after
        self.sentence = sentence
        self.edits = edits
    }
}

/// A heading or an item with another number in front of the same words.
public struct Renumbering: Hashable, Sendable {
    /// The old number as it is written, such as `9.`.
    public var old: String
    /// The new number as it is written.
    public var new: String
    /// The old number in full, such as `9.3`; nil where it has none.
    public var oldNumber: String?
    /// The new number in full.
    public var newNumber: String?
    /// What is numbered: the title, or nothing.
    public var title: String

    /// Makes a renumbering.
    public init(
        old: String, new: String, oldNumber: String? = nil, newNumber: String? = nil,
        title: String = ""
    ) {
        self.old = old
        self.new = new
        self.oldNumber = oldNumber
        self.newNumber = newNumber
        self.title = title
    }
}

/// A paragraph in two states of a text.
public struct ParagraphRedline: Hashable, Sendable {
    /// What happened to a paragraph.
    public enum Change: Hashable, Sendable {
        /// The same words in both states.
        case unchanged(String)
        /// In the new state alone.
        case added(String)
        /// In the old state alone.
        case removed(String)
        /// In both states, with other words; all of its sentences in order.
        case changed([SentenceRedline])
    }

    /// Where it stands in a clause, such as `6.5` or `Payment › 2.1(a)`; nil where that is unknown.
    public var place: String?
    /// What happened to it. Numbers in it are the new ones.
    public var change: Change
    /// How its own number changed; nil where it did not.
    public var renumbering: Renumbering?
    /// The index of the move that took it here, where it is added, or away, where it is removed.
    public var move: Int?
    /// Whether it begins in one state only, while the other one reads on.
    public var paragraphBreak: Break?

    /// Where a paragraph begins in one state only.
    public enum Break: Hashable, Sendable {
        /// The old state reads on from the paragraph before.
        case inserted
        /// The new state reads on from the paragraph before.
        case removed
    }

    /// Makes a paragraph.
    public init(
        place: String?, change: Change, renumbering: Renumbering? = nil, move: Int? = nil,
        paragraphBreak: Break? = nil
    ) {
        self.place = place
        self.change = change
        self.renumbering = renumbering
        self.move = move
        self.paragraphBreak = paragraphBreak
    }

    /// Its words in the old state, with its old number; nil where it was not there.
    public var old: String? {
        let text: String
        switch change {
        case .unchanged(let same): text = same
        case .added: return nil
        case .removed(let gone): return gone
        case .changed(let sentences):
            text = sentences.compactMap(\.old).joined(separator: " ")
        }
        guard let renumbering, let range = text.firstRange(of: renumbering.new) else {
            return text
        }
        return text[..<range.lowerBound] + renumbering.old + text[range.upperBound...]
    }

    /// Its words in the new state; nil where it is no longer there.
    public var new: String? {
        switch change {
        case .unchanged(let text), .added(let text): text
        case .removed: nil
        case .changed(let sentences): sentences.compactMap(\.new).joined(separator: " ")
        }
    }

    /// Its sentences that changed, in order.
    public var changedSentences: [SentenceRedline] {
        switch change {
        case .unchanged: []
        case .added(let text): Sentences.split(text).map { .added($0) }
        case .removed(let text): Sentences.split(text).map { .removed($0) }
        case .changed(let sentences): sentences.filter(\.isChanged)
        }
    }
}

/// A sentence in two states of a paragraph.
public enum SentenceRedline: Hashable, Sendable {
    /// A stretch of words within a sentence. The runs that are not inserted read as the old
    /// sentence, those that are not deleted as the new one, spaces included.
    public enum Run: Hashable, Sendable {
        /// In both sentences.
        case same(String)
        /// In the old sentence alone.
        case deleted(String)
        /// In the new sentence alone.
        case inserted(String)
    }

    /// The same words in both states.
    case unchanged(String)
    /// In the new state alone.
    case added(String)
    /// In the old state alone.
    case removed(String)
    /// In both states, with few words changed.
    case changed([Run])
    /// So different that both stand whole.
    case replaced(old: String, new: String)

    /// Whether anything happened to the sentence.
    public var isChanged: Bool {
        if case .unchanged = self { false } else { true }
    }

    /// The old sentence, or nil where there is none.
    public var old: String? {
        switch self {
        case .unchanged(let text), .removed(let text), .replaced(let text, _): text
        case .added: nil
        case .changed(let runs): runs.map { $0.text(inOld: true) }.joined()
        }
    }

    /// The new sentence, or nil where there is none.
    public var new: String? {
        switch self {
        case .unchanged(let text), .added(let text), .replaced(_, let text): text
        case .removed: nil
        case .changed(let runs): runs.map { $0.text(inOld: false) }.joined()
        }
    }
}

extension SentenceRedline.Run {
    func text(inOld: Bool) -> String {
        switch self {
        case .same(let text): text
        case .deleted(let text): inOld ? text : ""
        case .inserted(let text): inOld ? "" : text
        }
    }
}
