internal import Redline

/// The sentences of texts, each of which is split once: three states of a text have most of their
/// paragraphs in common.
final class SentenceSplits {
    private var known: [String: [String]] = [:]

    /// The sentences of a paragraph. Linear in its size.
    func sentences(of text: String) -> [String] {
        if let sentences = known[text] { return sentences }
        let sentences = Sentences.split(text)
        known[text] = sentences
        return sentences
    }
}
