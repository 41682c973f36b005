internal import Redline

extension StyledText {
    /// The text that became another one: what both have looks as in the new one.
    static func redline(
        from old: StyledText, to new: StyledText, _ comparer: inout TextComparer
    ) -> StyledText {
        var text: StyledText = ""
        var before = old.spans[...]
        var after = new.spans[...]
        for run in comparer.runs(old.plain, new.plain) {
            switch run {
            case .same(let words):
                _ = take(words.count, from: &before)
                text.append(take(words.count, from: &after))
            case .deleted(let words):
                text.append(take(words.count, from: &before).with(.deleted))
            case .inserted(let words):
                text.append(take(words.count, from: &after).with(.inserted))
            }
        }
        return text
    }

    /// The first so many characters of some spans, which lose them.
    private static func take(_ count: Int, from spans: inout ArraySlice<Span>) -> StyledText {
        var text: StyledText = ""
        var left = count
        while left > 0, let span = spans.first {
            let part = span.text.prefix(left)
            text.append(safe: String(part), span.attributes, span.link)
            left -= part.count
            spans.removeFirst()
            if part.count < span.text.count {
                var rest = span
                rest.text = String(span.text.dropFirst(part.count))
                spans.insert(rest, at: spans.startIndex)
            }
        }
        return text
    }
}
