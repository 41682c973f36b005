internal import Redline
internal import Terms

/// A paragraph or a sentence, as it stands in a text.
struct ProseUnit: Hashable {
    /// What stands between the unit before and this one.
    var lead: String
    /// The unit, byte by byte.
    var source: String
    /// Its words with single spaces between them.
    var text: String
    /// What a paragraph begins: `#` and its level for a heading, `-` for an item, nothing else.
    var role = ""

    /// The sentences of the unit. Linear.
    var sentences: [ProseUnit] {
        let words = source.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        var parts: [(source: Substring, text: String)] = []
        var rest = words[...]
        for sentence in Sentences.split(words.joined(separator: " ")) {
            let count = sentence.utf8.count { $0 == 0x20 } + 1
            guard let first = rest.first, let last = rest.prefix(count).last else { break }
            parts.append((source[first.startIndex..<last.endIndex], sentence))
            rest = rest.dropFirst(count)
        }
        return Self.units(of: source[...], parts: parts).units
    }

    /// Whether it is a heading.
    var isHeading: Bool { role.hasPrefix("#") }

    /// Whether it is what became of a paragraph: it has a sentence of it or half of its words in
    /// their order.
    func continues(_ base: ProseUnit, _ budget: inout Budget) -> Bool {
        let before = Set(Sentences.split(base.text))
        return Sentences.split(text).contains(where: before.contains)
            || !Likely.pairs(from: [base.text], to: [text], budget: &budget).isEmpty
    }

    fileprivate static func units(
        of text: Substring, parts: [(source: Substring, text: String)]
    ) -> (units: [ProseUnit], tail: String) {
        var units: [ProseUnit] = []
        var end = text.startIndex
        for part in parts {
            units.append(
                ProseUnit(
                    lead: String(text[end..<part.source.startIndex]),
                    source: String(part.source), text: part.text))
            end = part.source.endIndex
        }
        return (units, String(text[end...]))
    }
}

/// A text as its paragraphs.
struct ProseText {
    /// The text.
    let text: String
    /// Its paragraphs.
    let paragraphs: [ProseUnit]
    /// What stands behind the last one.
    let tail: String

    /// Takes a text. Linear in its size.
    init(_ text: String) {
        self.text = text
        let found = ClauseParagraph.all(in: text, splits: false)
        var (units, tail) = ProseUnit.units(
            of: text[...], parts: found.map { ($0.source, $0.text) })
        for (index, paragraph) in found.enumerated() {
            units[index].role =
                paragraph.headingLevel.map { "#\($0)" } ?? (paragraph.beginsItem ? "-" : "")
        }
        (paragraphs, self.tail) = (units, tail)
    }

    /// Whether it says the same as another one, however both are laid out.
    func says(_ other: ProseText) -> Bool {
        paragraphs.elementsEqual(other.paragraphs) { $0.text == $1.text }
    }
}

/// Gives names to things that have none, so that they can be matched on two sides: those that
/// stand for something in the base go by its number there, others by what they say.
enum Naming {
    /// The names of the texts of the base: their numbers from 1.
    static func base(_ count: Int) -> [String] { (0..<count).map { String($0 + 1) } }

    /// The names of the texts of a side. Compared `byPosition`, as many texts as stood between two
    /// that are the same still stand for those, however they differ.
    static func side(
        _ texts: [String], base: [String], byPosition: Bool = false, budget: inout Budget
    ) -> [String] {
        var names = [String?](repeating: nil, count: texts.count)
        var removed: [Int] = []
        var added: [Int] = []
        // What stands in the place of something else that it has little in common with.
        var unlike: [String: Int] = [:]
        let steps = ProseComparer.align(base, texts, &budget)
        for gap in steps.split(whereSeparator: { if case .same = $0 { true } else { false } }) {
            var (old, new): ([Int], [Int]) = ([], [])
            var pairs: [(Int, Int)] = []
            for step in gap {
                switch step {
                case .same: break
                case .pair(let i, let j): pairs.append((i, j))
                case .removed(let i): old.append(i)
                case .added(let j): new.append(j)
                }
            }
            if byPosition, old.count == new.count {
                pairs = Array(
                    zip((old + pairs.map(\.0)).sorted(), (new + pairs.map(\.1)).sorted()))
            } else {
                removed += old
                added += new
            }
            for (i, j) in pairs {
                names[j] = String(i + 1)
                if !byPosition,
                    Likely.pairs(from: [base[i]], to: [texts[j]], budget: &budget).isEmpty
                {
                    removed.append(i)
                    added.append(j)
                    unlike[String(i + 1)] = j
                }
            }
        }
        for case .same(let i, let j) in steps { names[j] = String(i + 1) }
        // What is gone here and came there has moved; prose also where it was changed on the way.
        let moved = Likely.pairs(
            from: removed.map { base[$0] }, to: added.map { texts[$0] }, budget: &budget)
        for pair in moved where pair.isSame || !byPosition {
            let name = String(removed[pair.old] + 1)
            if let other = unlike[name], names[other] == name { names[other] = nil }
            names[added[pair.new]] = name
        }
        return unique(zip(texts, names).map { $1 ?? "+" + $0 })
    }

    /// The names, with a number behind those that come again.
    static func unique(_ names: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return names.map { name in
            counts[name, default: 0] += 1
            let count = counts[name] ?? 1
            return count == 1 ? name : "\(name)#\(count)"
        }
    }
}
