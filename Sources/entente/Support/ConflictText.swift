internal import Agreement
internal import Merging
internal import Reports
internal import Terms

/// What is undecided, in the parties' words, with the commands that settle it.
struct ConflictText {
    let framework: String
    let console: Console

    func print(_ conflicts: [MergeConflict], registry: Registry?) {
        for conflict in conflicts.inOrderOfSettling {
            console.print("")
            console.print(
                line: StyledText(TextRules.visible(conflict.label), .bold), indent: 0, hanging: 2)
            for line in lines(of: conflict) { console.print(line) }
            console.print(
                line: StyledText("→ " + next(for: conflict, registry: registry)), indent: 2,
                hanging: 4)
        }
    }

    /// What happened: in a sentence, or of long texts what each side did to them.
    private func lines(of conflict: MergeConflict) -> [String] {
        let style = console.style
        guard conflict.kind == .changed, let base = conflict.base.line,
            let left = conflict.left.line, let right = conflict.right.line,
            max(base.count, left.count, right.count) > Self.longest
        else { return [style.wrap(TextRules.visible(conflict.sentence), indent: 2)] }
        return [(conflict.names.left, left), (conflict.names.right, right)].map { name, text in
            style.wrap(
                StyledText("\(name): ") + .marked(from: base, to: text), indent: 2, hanging: 4)
        }
    }

    /// The longest text that a sentence can tell, in characters.
    private static let longest = 100

    /// What settles it. Each side is right by itself where both together break a rule, so none of
    /// them can be taken.
    private func next(for conflict: MergeConflict, registry: Registry?) -> String {
        guard conflict.kind != .breach else {
            let file = SectionName(rawValue: conflict.path.section)?.file
            return "edit \(TermsStore.path(of: framework))"
                + (file.map { "/\($0)" } ?? "")
                + ", or entente set \(conflict.path) <value>; entente check says what is left"
        }
        let sides = ConflictSides(conflict.names, registry: registry)
        let choices = [sides.left, sides.right, "base"].joined(separator: "|")
        return "entente resolve \(conflict.path) --take \(choices)"
    }

    func print(json conflicts: [MergeConflict], registry: Registry?) throws {
        try console.print(json: conflicts.map { Answer($0, registry: registry) })
    }

    private struct Answer: Encodable {
        let base: String?
        let kind: String
        let label: String
        let path: String
        let sentence: String
        let sides: [Side]

        struct Side: Encodable {
            let name: String
            let take: String
            let text: String?
        }

        init(_ conflict: MergeConflict, registry: Registry?) {
            let sides = ConflictSides(conflict.names, registry: registry)
            base = conflict.base.text
            kind = conflict.kind.rawValue
            label = conflict.label
            path = conflict.path.description
            sentence = conflict.sentence
            self.sides = [
                Side(name: conflict.names.left, take: sides.left, text: conflict.left.text),
                Side(name: conflict.names.right, take: sides.right, text: conflict.right.text),
            ]
        }
    }
}

extension [MergeConflict] {
    /// The same, but the places of one text from its end, as they have to be settled.
    var inOrderOfSettling: [MergeConflict] {
        var rest = self[...]
        var sorted: [MergeConflict] = []
        while let first = rest.first {
            let places = rest.prefix {
                $0.isInText && Int($0.path.last) != nil && $0.path.parent == first.path.parent
            }
            let next = places.isEmpty ? rest.prefix(1) : places
            sorted += next.reversed()
            rest = rest.dropFirst(next.count)
        }
        return sorted
    }
}

/// What the two sides are called on the command line: a party by its id, others by their name.
struct ConflictSides {
    let left: String
    let right: String

    init(_ names: MergeNames, registry: Registry?) {
        func word(_ name: String) -> String {
            if let party = registry?.parties.first(where: { $0.name == name }) { return party.id }
            let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
            return words.drop { $0 == "the" }.joined(separator: "-")
        }
        (left, right) = (word(names.left), word(names.right))
    }

    /// The choice that a word means.
    ///
    /// - Throws: `Problem` where it means none.
    func choice(_ word: String) throws -> MergeChoice {
        switch word {
        case left: return .left
        case right: return .right
        case "base": return .base
        default:
            throw Problem(
                "no-such-side", .unable, "`\(TextRules.visible(word))` is no side of this",
                next: "Use --take with \(left), \(right) or base")
        }
    }
}
