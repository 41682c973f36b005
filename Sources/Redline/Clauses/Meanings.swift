internal import Terms

/// What clauses say that terms mean, as far as they say something else than before.
struct Meanings: Sendable {
    /// A definition.
    private struct Definition {
        var term: String
        var path: TermPath
        var text: String
    }

    private var old: [String: [Definition]] = [:]
    private var new: [String: [Definition]] = [:]

    /// Reads the definitions in those paragraphs of a clause that changed, and in what they
    /// belong to.
    mutating func read(
        _ before: ([ClauseParagraph], [ClauseUnit]), _ after: ([ClauseParagraph], [ClauseUnit]),
        _ partners: Partners, at path: TermPath
    ) {
        Self.read(before.0, before.1, partners.changedOld, path, &old)
        Self.read(after.0, after.1, partners.changedNew, path, &new)
    }

    /// Takes over what other clauses say, which come after these.
    mutating func add(_ other: Meanings) {
        old.merge(other.old, uniquingKeysWith: +)
        new.merge(other.new, uniquingKeysWith: +)
    }

    private static func read(
        _ paragraphs: [ClauseParagraph], _ units: [ClauseUnit], _ changed: [Int],
        _ path: TermPath, _ found: inout [String: [Definition]]
    ) {
        var indices = Set(changed)
        for index in changed {
            var outer = units[index].parent
            while let index = outer, indices.insert(index).inserted { outer = units[index].parent }
        }
        for index in indices.sorted() {
            for definition in paragraphs[index].definitions {
                found[definition.key, default: []].append(
                    Definition(
                        term: definition.term, path: path,
                        text: meaning(of: definition, paragraphs[index], units, index)))
            }
        }
    }

    /// A paragraph that begins with its definition is one as a whole, with all that belongs to it;
    /// elsewhere it is a sentence.
    private static func meaning(
        of definition: TermDefinition, _ paragraph: ClauseParagraph, _ units: [ClauseUnit],
        _ index: Int
    ) -> String {
        let start = paragraph.labelIndex.map { $0 + 1 } ?? 0
        if definition.wordIndex == start {
            return (index..<units[index].end).map { units[$0].body }.joined(separator: "\n")
        }
        var end = 0
        for sentence in Sentences.split(paragraph.text) {
            end += sentence.utf8.count { $0 == 0x20 } + 1
            if end > definition.wordIndex { return sentence }
        }
        return units[index].body
    }

    /// The terms that mean something else, in alphabetical order, with the clauses that use them.
    ///
    /// A term that nobody used before has no other meaning now, and one that nobody uses any more
    /// has none.
    func changes(from before: TermsDocument?, to after: TermsDocument?) -> [DefinedTermChange] {
        var changes: [String: DefinedTermChange] = [:]
        for key in Set(old.keys).union(new.keys) {
            let (gone, come) = (old[key] ?? [], new[key] ?? [])
            guard Set(gone.map(\.text)) != Set(come.map(\.text)),
                let definition = come.first ?? gone.first
            else { continue }
            changes[key] = DefinedTermChange(
                term: definition.term, path: definition.path,
                old: gone.isEmpty ? nil : gone.map(\.text).joined(separator: "\n"),
                new: come.isEmpty ? nil : come.map(\.text).joined(separator: "\n"), uses: [])
        }
        guard !changes.isEmpty else { return [] }
        let terms = changes.mapValues(\.term)
        let uses = TermUses(of: terms, in: after)
        let isFresh = changes.values.contains { $0.old == nil }
        let usesBefore = isFresh ? TermUses(of: terms, in: before) : nil
        return changes.sorted { $0.key < $1.key }.compactMap { key, change in
            var change = change
            change.uses = uses[key]
            if change.new == nil, change.uses.isEmpty { return nil }
            if change.old == nil, usesBefore?[key].isEmpty ?? true { return nil }
            return change
        }
    }
}

/// Which clauses use some terms.
struct TermUses {
    private var uses: [String: [DefinedTermChange.Use]] = [:]

    /// The clauses that use a term, by name.
    subscript(key: String) -> [DefinedTermChange.Use] { uses[key] ?? [] }

    /// Looks for terms, by their keys, in all clauses. Linear in the size of the clauses.
    init(of terms: [String: String], in document: TermsDocument?) {
        var byFirst: [String: [(key: String, words: [String])]] = [:]
        for (key, term) in terms.sorted(by: { $0.key < $1.key }) {
            let words = term.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            for form in words.count == 1 ? Self.forms(first) : [first] {
                byFirst[form, default: []].append((key, words))
            }
        }
        for (name, text) in (document?.clauses ?? [:]).sorted(by: { $0.key < $1.key }) {
            var places: [String: [String]] = [:]
            for paragraph in ClauseParagraph.all(in: text) {
                for key in Self.used(paragraph, byFirst) {
                    let place = paragraph.place ?? ""
                    if places[key]?.last != place { places[key, default: []].append(place) }
                }
            }
            for (key, found) in places {
                uses[key, default: []].append(
                    .init(
                        path: TermPath(section: "clauses/\(name)"),
                        places: found.filter { !$0.isEmpty }))
            }
        }
    }

    private static func used(
        _ paragraph: ClauseParagraph, _ byFirst: [String: [(key: String, words: [String])]]
    ) -> Set<String> {
        var found: Set<String> = []
        let defined = Set(paragraph.definitions.map(\.key))
        let words = paragraph.words
        for index in words.indices {
            guard let candidates = byFirst[core(words[index])] else { continue }
            for (key, term) in candidates
            where index + term.count <= words.count && !defined.contains(key) {
                let isHere = term.indices.dropFirst().allSatisfy { offset in
                    let word = core(words[index + offset])
                    return offset == term.count - 1
                        ? forms(term[offset]).contains(word) : word == term[offset]
                }
                if isHere { found.insert(key) }
            }
        }
        return found
    }

    /// A word in the singular and the plural, whichever it is written in.
    private static func forms(_ word: String) -> [String] {
        var forms = [word, word + "s", word + "es"]
        if word.hasSuffix("y") { forms.append(word.dropLast() + "ies") }
        if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
        if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
        return forms
    }

    /// A word without tags, marks and the ending of a possessive.
    private static func core(_ word: Substring) -> String {
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return String(word) }
        var core = word
        if let end = core.dropLast().lastIndex(of: ">") { core = core[core.index(after: end)...] }
        if let start = core.firstIndex(of: "<") { core = core[..<start] }
        for ending in ["’s", "'s"] {
            if let range = core.firstRange(of: ending) { core = core[..<range.lowerBound] }
        }
        core = core.drop { !$0.isLetter && !$0.isNumber }
        while let last = core.last, !last.isLetter, !last.isNumber { core.removeLast() }
        return String(core)
    }
}
