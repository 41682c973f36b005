/// Numbers for paragraphs and for what belongs to them, so that parts compare as integers.
struct UnitKeys {
    private var wholes: [Int] = []
    private var owns: [Int] = []
    private var titles: [Int] = []

    /// Numbers the paragraphs of a clause. Linear in their size.
    init(_ units: [ClauseUnit], _ interner: inout UnitInterner) {
        owns = units.map { interner.number(of: $0.body, $0.kind) }
        // A heading is never a row, whatever they are called.
        titles = units.map {
            $0.title.isEmpty
                ? 0 : interner.number(of: $0.title, $0.kind == .row ? .some(.row) : nil)
        }
        wholes = owns
        for index in units.indices.reversed() {
            var child = index + 1
            while child < units[index].end {
                wholes[index] = interner.number(of: wholes[index], wholes[child])
                child = units[child].end
            }
        }
    }

    /// The number of all words of a part; of its first paragraph alone where that is the part.
    subscript(part: Range<Int>) -> Int {
        part.count == 1 ? owns[part.lowerBound] : wholes[part.lowerBound]
    }

    /// The number of a part's first paragraph.
    func own(_ part: Range<Int>) -> Int { owns[part.lowerBound] }

    /// The number of what a part is called; 0 where it has no title.
    func title(_ part: Range<Int>) -> Int { titles[part.lowerBound] }
}

/// Gives numbers from 1 on: the same to what is the same.
struct UnitInterner {
    private struct Text: Hashable {
        var text: String
        var kind: ClauseUnit.Kind?
    }

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    private var texts: [Text: Int] = [:]
    private var pairs: [Pair: Int] = [:]
    private var count = 0

    mutating func number(of text: String, _ kind: ClauseUnit.Kind?) -> Int {
        Self.number(&texts[Text(text: text, kind: kind), default: 0], &count)
    }

    mutating func number(of first: Int, _ second: Int) -> Int {
        Self.number(&pairs[Pair(first: first, second: second), default: 0], &count)
    }

    /// The number that is known, or the next one from now on.
    private static func number(_ known: inout Int, _ count: inout Int) -> Int {
        if known == 0 {
            count += 1
            known = count
        }
        return known
    }
}
