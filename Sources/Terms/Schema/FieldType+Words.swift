extension FieldType {
    /// What a value is, as it goes on after "holds": `an amount of money`, `a list of parties`.
    public var inWords: String {
        switch self {
        case .text: "one line of text"
        case .prose: "prose"
        case .boolean: "true or false"
        case .integer(let range):
            range.lowerBound == range.upperBound
                ? "the number \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .money: "an amount of money"
        case .share: "a share of a whole"
        case .duration: "a length of time"
        case .date: "a date"
        case .quantity: "a figure with its unit"
        case .uuid: "a UUID"
        case .sha256: "the SHA-256 of a file"
        case .email: "an e-mail address"
        case .publicKey: "an OpenSSH public key"
        case .fingerprint: "the fingerprint of a key"
        case .identifier: "an id"
        case .term: "the path of a term"
        case .choice: "a word"
        case .reference(let targets): "the id of " + Self.alternatives(targets.map(\.inWords))
        case .object: "fields"
        case .list(.object, _): "a list of items"
        case .list(let item, let order):
            "a list\(order == .set ? " without order" : ""), each item \(item.inWords)"
        case .map(.shareOfParty, _): "for each party its share; together exactly 100%"
        case .map(.party, let values): "for each party \(values.inWords)"
        case .map(.identifier, let values): "for each id \(values.inWords)"
        }
    }

    /// The words that a choice accepts, with what each means where it does not say it itself:
    /// `none (it ends), express (renewed if all agree) or tacit`; nil for any other type.
    public var words: String? {
        guard case .choice(let choices) = self else { return nil }
        return Self.alternatives(
            choices.map { choice in
                choice.explanation.map { "\(choice.value) (\($0))" } ?? choice.value
            })
    }

    /// `a`, `a or b`, `a, b or c`.
    private static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension FieldType.Choice {
    /// What the word means, where it does not say it itself.
    public var explanation: String? {
        meaning
            ?? (label.lowercased() == FieldType.Choice(value).label.lowercased() ? nil : label)
    }
}

extension FieldType.ReferenceTarget {
    /// What it is, with its article: `a party`.
    var inWords: String {
        switch self {
        case .party: "a party"
        case .person: "a person"
        case .word(let word): "the word `\(word)`"
        case .sectionOrClause: "a section or clause"
        case .item(let list): "an item of \(list)"
        case .record(let kind): "one of the \(kind) on record"
        }
    }
}
