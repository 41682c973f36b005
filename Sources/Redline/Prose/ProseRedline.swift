/// Two states of a prose text, side by side: paragraphs, their sentences, and the words in them.
///
/// White space has no meaning. The words of every paragraph stand with single spaces between
/// them, and the sentences of a paragraph read on with a space between them.
public struct ProseRedline: Hashable, Sendable {
    /// The paragraphs in reading order; removed ones at their old place.
    public var paragraphs: [ParagraphRedline]

    /// Makes a redline from its paragraphs.
    public init(paragraphs: [ParagraphRedline]) { self.paragraphs = paragraphs }

    /// The sentences that changed, in order; those of added and removed paragraphs one by one.
    public var changedSentences: [SentenceRedline] { paragraphs.flatMap(\.changedSentences) }
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
    /// What happened to it.
    public var change: Change

    /// Makes a paragraph.
    public init(place: String?, change: Change) {
        self.place = place
        self.change = change
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
