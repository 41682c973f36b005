/// Terms that clauses write in capitals as if they had defined them, and have not.
///
/// Names look the same, so a term has to be made of words that are written small somewhere, in
/// these terms or in the schema; laws and the names of parties and people are left out. Nothing is
/// said where no clause defines anything.
struct UndefinedTerms {
    /// A term, where it stands first, and how often it is used.
    struct Use {
        let term: String
        let clause: Clause
        let place: String.Index
        var count = 1
        /// Whether it is spoken of as of something that there is more of, which no name is.
        var isCertain: Bool
    }

    /// The terms by the order in which they appear.
    let uses: [Use]

    /// Looks for them, on all cores. Linear in the size of the terms.
    init(_ checked: CheckedTerms) {
        let defined = DefinedTerms(checked.clauses)
        guard !defined.isEmpty else {
            uses = []
            return
        }
        let named = Self.named(in: checked)
        let candidates = checked.clauses.mapOnAllCores { clause in
            clause.paragraphs.flatMap(CapitalisedWords.all).compactMap { found in
                let rest = Self.unknown(in: found.words, defined: defined, named: named)
                return rest.isEmpty ? nil : (words: rest, clause: clause, found: found)
            }
        }.flatMap(\.self)
        guard !candidates.isEmpty else {
            uses = []
            return
        }
        // Few words come again and again.
        let wanted = Set(
            Set(candidates.lazy.flatMap(\.words))
                .flatMap { [$0.lowercased(), DefinedTerms.key($0)] })
        let small = Self.smallWords(in: checked, among: wanted)
        var uses: [String: Use] = [:]
        var order: [String] = []
        var verdicts: [[String]: Bool] = [:]
        for (words, clause, found) in candidates {
            // A single word without an article is most often a name.
            guard words.count > 1 || found.article != .none else { continue }
            let isTerm = verdicts[words] ?? Self.isTerm(words, small)
            verdicts[words] = isTerm
            guard isTerm else { continue }
            let term = found.words.joined(separator: " ")
            let key = DefinedTerms.key(term)
            if uses[key] == nil { order.append(key) }
            uses[
                key,
                default: Use(
                    term: term, clause: clause, place: found.place, count: 0, isCertain: false)
            ].count += 1
            if found.article == .one { uses[key]?.isCertain = true }
        }
        self.uses = order.compactMap { uses[$0] }
    }

    // MARK: Words

    private static let notTerms: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "section", "clause", "article", "paragraph", "annex", "exhibit",
        "schedule", "appendix", "chapter", "part", "page",
    ]
    /// The last words of what others have written or founded.
    private static let names: Set<String> = [
        "act", "law", "code", "regulation", "directive", "convention", "court", "union", "rules",
        "decree", "ordinance", "treaty", "republic", "states", "kingdom", "chamber", "street",
    ]

    private static func isTerm(_ words: [String], _ small: Set<String>) -> Bool {
        guard let last = words.last?.lowercased(), !names.contains(last) else { return false }
        return words.allSatisfy { word in
            let word = word.lowercased()
            return !notTerms.contains(word)
                && (small.contains(word) || small.contains(DefinedTerms.key(word)))
        }
    }

    /// What is left of some words without the terms and names in them, the longest ones first.
    private static func unknown(
        in words: [String], defined: DefinedTerms, named: Set<String>
    ) -> [String] {
        var left: [String] = []
        var index = 0
        outer: while index < words.count {
            for end in stride(from: min(words.count, index + 8), to: index, by: -1) {
                let term = words[index..<end].joined(separator: " ")
                if defined.contains(term) || named.contains(DefinedTerms.key(term)) {
                    index = end
                    continue outer
                }
            }
            left.append(words[index])
            index += 1
        }
        return left
    }

    /// What has a name in the terms or in the schema: parties, people, roles, texts.
    private static func named(in terms: CheckedTerms) -> Set<String> {
        let names =
            terms.parties.values.map(\.name) + terms.people.values.map(\.name)
            + (terms["parties.people"]?.members ?? []).compactMap { $0.term["title"]?.text }
            + terms.items("framework.standard-terms").compactMap { $0["name"]?.text }
            + [terms.document.title ?? ""]
        let words = names.flatMap { name in
            [name] + name.split { !$0.isLetter && $0 != "-" }.map(String.init)
        }
        return schemaNames.union(words.map(DefinedTerms.key))
    }

    /// What the schema has a name for, such as the executive sponsor.
    private static let schemaNames = Set(
        SectionName.allCases.flatMap { labels(of: .object($0.fields)) }
            .filter { $0.contains(" ") }.map(DefinedTerms.key))

    private static func labels(of type: FieldType) -> [String] {
        switch type {
        case .object(let fields): fields.flatMap { [$0.label] + labels(of: $0.type) }
        case .list(let type, _), .map(_, let type): labels(of: type)
        default: []
        }
    }

    /// Those of some words that are written small in the terms, or in the questions of the schema.
    private static func smallWords(
        in terms: CheckedTerms, among wanted: Set<String>
    ) -> Set<String> {
        let none = SmallWords(among: wanted)
        let sections = SectionName.allCases.map { name in
            { @Sendable (found: inout SmallWords) in
                for term in terms[name.rawValue]?.written ?? [] { found.read(term.text ?? "") }
                for text in questions(of: .object(name.fields)) { found.read(text) }
            }
        }
        let clauses = terms.clauses.map { clause in
            { @Sendable (found: inout SmallWords) in found.read(clause.text) }
        }
        return (sections + clauses).mapOnAllCores { read in
            var found = none
            read(&found)
            return found.words
        }.reduce(into: []) { $0.formUnion($1) }
    }

    private static func questions(of type: FieldType) -> [String] {
        switch type {
        case .object(let fields):
            fields.flatMap { [$0.question, $0.label.lowercased()] + questions(of: $0.type) }
        case .list(let type, _), .map(_, let type): questions(of: type)
        default: []
        }
    }
}
