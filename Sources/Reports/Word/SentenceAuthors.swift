/// Who changed which sentences of a clause. Sentences are found by their letters and figures, since
/// marks for emphasis and the like are gone where a clause is laid out.
struct SentenceAuthors {
    private let sentences: [(letters: [UInt8], tracking: Tracking)]

    init(_ parts: [(Tracking, [String])]) {
        sentences = parts.flatMap { tracking, sentences in
            sentences.map { (Self.letters(of: $0), tracking) }
        }.filter { !$0.letters.isEmpty }
    }

    /// A redline in which each change of a sentence that is known is its author's; moves and all
    /// other changes stay whoever's they were.
    func signed(_ redline: StyledText) -> StyledText {
        let old = ranges(in: redline, without: .underline)
        let new = ranges(in: redline, without: .strikethrough)
        var (before, after) = (0, 0)
        let spans = redline.spans.map { span in
            var span = span
            let count = Self.letters(of: span.text).count
            let (isGone, isNew) = (
                span.attributes.contains(.strikethrough), span.attributes.contains(.underline)
            )
            if span.change != nil, isGone || isNew {
                // What is gone in a sentence that stays is found where it would stand.
                let found =
                    isNew
                    ? new.first { $0.range.overlaps(after..<(after + max(1, count))) }
                    : old.first { $0.range.overlaps(before..<(before + max(1, count))) }
                        ?? new.first { $0.range.contains(after) }
                        ?? new.first { $0.range.upperBound == after }
                if let found { span.change?.tracking = found.tracking }
            }
            if !isNew { before += count }
            if !isGone { after += count }
            return span
        }
        return StyledText(spans: spans)
    }

    /// Where the sentences stand in one side of a redline, by letters.
    private func ranges(
        in redline: StyledText, without looks: TextAttributes
    ) -> [(range: Range<Int>, tracking: Tracking)] {
        let letters = Self.letters(
            of: redline.spans.filter { !$0.attributes.contains(looks) }.map(\.text).joined())
        return sentences.compactMap { sentence in
            letters.firstRange(of: sentence.letters).map { ($0, sentence.tracking) }
        }
    }

    private static func letters(of text: String) -> [UInt8] {
        Array(
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter {
                        $0.properties.isAlphabetic || $0.properties.numericType != nil
                    })
            ).utf8)
    }
}
