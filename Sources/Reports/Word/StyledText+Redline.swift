internal import Redline

extension StyledText {
    /// The text that became another one: what both have looks as in the new one. Sentences that
    /// stand elsewhere in it are moves, numbered behind `moves`, which becomes the last number.
    static func redline(
        from old: StyledText, to new: StyledText, by tracking: Tracking? = nil,
        moves: inout Int, _ comparer: inout TextComparer
    ) -> StyledText {
        let runs = comparer.runs(old.plain, new.plain)
        let numbers = moved(in: runs, &moves)
        func change(_ index: Int) -> TrackedSpan {
            TrackedSpan(tracking: tracking, move: numbers[index])
        }
        var text: StyledText = ""
        var before = old.spans[...]
        var after = new.spans[...]
        for (index, run) in runs.enumerated() {
            switch run {
            case .same(let words):
                _ = take(words.count, from: &before)
                text.append(take(words.count, from: &after))
            case .deleted(let words):
                text.append(take(words.count, from: &before).tracked(.deleted, change(index)))
            case .inserted(let words):
                text.append(take(words.count, from: &after).tracked(.inserted, change(index)))
            }
        }
        return text
    }

    /// The numbers of the moves that take runs away or here, by the indices of the runs. Fewer than
    /// four words are no sentence.
    private static func moved(
        in runs: [SentenceRedline.Run], _ moves: inout Int
    ) -> [Int: Int] {
        var gone: [String: [Int]] = [:]
        for case (let index, .deleted(let text)) in runs.enumerated().reversed()
        where text.split(separator: " ").count > 3 {
            gone[text, default: []].append(index)
        }
        var numbers: [Int: Int] = [:]
        for case (let index, .inserted(let text)) in runs.enumerated() {
            guard let origin = gone[text]?.popLast() else { continue }
            moves += 1
            numbers[index] = moves
            numbers[origin] = moves
        }
        return numbers
    }

    /// The first so many characters of some spans, which lose them.
    private static func take(_ count: Int, from spans: inout ArraySlice<Span>) -> StyledText {
        var text: StyledText = ""
        var left = count
        while left > 0, let span = spans.first {
            let part = span.text.prefix(left)
            text.append(safe: String(part), span.attributes, span.link, span.change)
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
