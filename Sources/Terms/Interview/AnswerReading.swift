/// Reads what a person says in an interview as what is written into the file: numbers and names for
/// choices, `60/40` for a split, `yes` for `true`.
enum AnswerReading {
    /// What to write for an answer.
    ///
    /// - Throws: ``Interview/Refusal`` where a choice is none of those that there are.
    static func value(
        of words: String, for question: Question
    ) throws(Interview.Refusal) -> String {
        let words = words.trimmed
        guard !words.isEmpty else {
            throw Interview.Refusal("there is no answer", next: "Say later to leave it open")
        }
        if !question.sharers.isEmpty { return try split(words, among: question.sharers) }
        if question.takesSeveral, !question.choices.isEmpty {
            return try several(words, of: question)
        }
        switch question.field.type {
        case .choice, .reference:
            return try choice(words, of: question).value
        case .boolean:
            return try isYes(words) ? "true" : "false"
        case .share:
            return words.allSatisfy(\.isNumber) ? words + "%" : words
        case .money:
            return money(words)
        default:
            return words
        }
    }

    /// Whether an answer is a yes; nothing is a no.
    ///
    /// - Throws: ``Interview/Refusal`` where it is neither.
    static func isYes(_ words: String) throws(Interview.Refusal) -> Bool {
        switch words.trimmed.lowercased() {
        case "y", "yes", "true": true
        case "n", "no", "false", "": false
        default: throw Interview.Refusal("please answer yes or no")
        }
    }

    /// The choice that words mean: its number, its value, its name, or the beginning of one.
    static func match(_ words: String, in choices: [Question.Choice]) -> Question.Choice? {
        let wanted = words.trimmed.lowercased()
        if let number = Int(wanted), number >= 1, number <= choices.count {
            return choices[number - 1]
        }
        if let exact = choices.first(where: {
            $0.value == wanted || $0.label.lowercased() == wanted
        }) {
            return exact
        }
        let begun = choices.filter {
            !wanted.isEmpty
                && ($0.value.hasPrefix(wanted) || $0.label.lowercased().hasPrefix(wanted))
        }
        return begun.count == 1 ? begun[0] : nil
    }

    private static func choice(
        _ words: String, of question: Question
    ) throws(Interview.Refusal) -> Question.Choice {
        if let found = match(words, in: question.choices) { return found }
        let values = question.choices.map(\.value)
        let nearest = Suggestion.nearest(to: words.lowercased(), in: values)
        throw Interview.Refusal(
            "`\(TextRules.visible(words))` is none of the choices"
                + (nearest.map { "; did you mean \($0)?" } ?? ""),
            next: "Say a number or a name: \(values.joined(separator: ", "))")
    }

    private static func several(
        _ words: String, of question: Question
    ) throws(Interview.Refusal) -> String {
        if words.lowercased() == "all" {
            return "[" + question.choices.map(\.value).joined(separator: ", ") + "]"
        }
        var values: [String] = []
        for part in words.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let value = try choice(String(part), of: question).value
            if !values.contains(value) { values.append(value) }
        }
        return "[" + values.joined(separator: ", ") + "]"
    }

    /// `60/40` in the order of the parties, or `northwind 60%, contoso 40%`.
    private static func split(
        _ words: String, among sharers: [Question.Choice]
    ) throws(Interview.Refusal) -> String {
        let parts = words.split { "/,;".contains($0) }.map { String($0).trimmed }
        var shares: [(party: String, share: String)] = []
        for (index, part) in parts.enumerated() {
            let pieces = part.split { $0 == " " || $0 == ":" || $0 == "=" }.map(String.init)
            guard let last = pieces.last else { continue }
            var party = index < sharers.count ? sharers[index] : nil
            if pieces.count > 1 {
                party = match(pieces.dropLast().joined(separator: " "), in: sharers)
            }
            guard let party else {
                throw Interview.Refusal(
                    "`\(TextRules.visible(part))` does not say whose share it is",
                    next: "Say it like " + example(sharers))
            }
            shares.append((party.value, last.hasSuffix("%") ? last : last + "%"))
        }
        return "{" + shares.map { "\($0.party): \($0.share)" }.joined(separator: ", ") + "}"
    }

    private static func example(_ sharers: [Question.Choice]) -> String {
        let part = 100 / max(sharers.count, 1)
        let rest = 100 - part * max(sharers.count - 1, 0)
        return sharers.enumerated().map { index, sharer in
            "\(sharer.value) \(index == 0 ? rest : part)%"
        }.joined(separator: ", ")
    }

    /// `25,000 EUR` as `EUR 25,000`.
    private static func money(_ words: String) -> String {
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 2, parts[1].count == 3, parts[1].allSatisfy(\.isLetter) else {
            return words
        }
        return "\(parts[1].uppercased()) \(parts[0])"
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
