/// The words of two sentences that stand for each other.
enum WordRedline {
    /// The most places in which a sentence may change before it stands whole.
    static let alternations = 3

    /// How one sentence became the other.
    static func sentence(_ old: String, _ new: String, budget: inout Budget) -> SentenceRedline {
        if old == new { return .unchanged(new) }
        let (before, after) = (Token.tokens(of: old), Token.tokens(of: new))
        var numbers: [Token: Int] = [:]
        func number(_ token: Token) -> Int {
            if let number = numbers[token] { return number }
            numbers[token] = numbers.count
            return numbers.count - 1
        }
        let matches = CommonSubsequence.matches(
            before.map(number), after.map(number), budget: &budget)
        let blocks = Blocks(before, after, matches).cleaned()
        guard blocks.edits <= alternations, blocks.likeness >= Alignment.alike else {
            return .replaced(old: old, new: new)
        }
        let runs = RunWriter(before, after).runs(blocks.blocks)
        let redline = SentenceRedline.changed(runs)
        // A sentence with spaces that are not single does not read back; it stands whole.
        guard redline.old == old, redline.new == new else {
            return .replaced(old: old, new: new)
        }
        return redline
    }
}

/// A stretch of tokens that are the same, or that take each other's place.
struct Block {
    var isSame: Bool
    var old: Range<Int>
    var new: Range<Int>
}

/// The stretches of two sentences, in order: same and changed ones in turn.
struct Blocks {
    private(set) var blocks: [Block] = []
    private let old: [Token]
    private let new: [Token]

    init(_ old: [Token], _ new: [Token], _ matches: [CommonSubsequence.Match]) {
        self.old = old
        self.new = new
        var start = (old: 0, new: 0)
        for match in matches + [(old.count, new.count)] {
            let gap = Block(
                isSame: false, old: start.old..<match.old, new: start.new..<match.new)
            append(gap)
            if match.old < old.count {
                append(
                    Block(
                        isSame: true, old: match.old..<(match.old + 1),
                        new: match.new..<(match.new + 1)))
            }
            start = (match.old + 1, match.new + 1)
        }
    }

    private mutating func append(_ block: Block) {
        guard !block.old.isEmpty || !block.new.isEmpty else { return }
        guard let last = blocks.last, last.isSame == block.isSame else {
            blocks.append(block)
            return
        }
        blocks[blocks.count - 1].old = last.old.lowerBound..<block.old.upperBound
        blocks[blocks.count - 1].new = last.new.lowerBound..<block.new.upperBound
    }

    /// The stretches with chance matches between two changes given up: a match no longer than
    /// the changes on both of its sides hinders reading more than it helps. Linear.
    func cleaned() -> Blocks {
        var result = self
        result.blocks = []
        for block in blocks {
            result.append(block)
            while result.blocks.count >= 3, result.isChance(at: result.blocks.count - 2) {
                let tail = result.blocks.suffix(3)
                result.blocks.removeLast(3)
                for var block in tail {
                    block.isSame = false
                    result.append(block)
                }
            }
        }
        return result
    }

    private func isChance(at index: Int) -> Bool {
        guard blocks[index].isSame, index > 0, index + 1 < blocks.count else { return false }
        guard new[blocks[index].new].contains(where: \.isWord) else { return true }
        let length = size(of: new[blocks[index].new])
        return [index - 1, index + 1].allSatisfy { side in
            length <= max(size(of: old[blocks[side].old]), size(of: new[blocks[side].new]))
        }
    }

    private func size(of tokens: ArraySlice<Token>) -> Int {
        tokens.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// In how many places the sentences differ.
    var edits: Int { blocks.count { !$0.isSame } }

    /// How many thousandths of their words the sentences share.
    var likeness: Int {
        let common = blocks.filter(\.isSame).reduce(0) { $0 + new[$1.new].count(where: \.isWord) }
        return common * 2_000 / max(1, old.count(where: \.isWord) + new.count(where: \.isWord))
    }
}
