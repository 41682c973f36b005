/// Writes stretches of tokens as runs of text, so that the runs read exactly as the sentences,
/// and spaces stand outside of what changed as far as they can.
struct RunWriter {
    private let old: [Token]
    private let new: [Token]
    private var runs: [SentenceRedline.Run] = []
    private var same = ""

    init(_ old: [Token], _ new: [Token]) {
        self.old = old
        self.new = new
    }

    /// The runs of a sentence.
    func runs(_ blocks: [Block]) -> [SentenceRedline.Run] {
        var writer = self
        for (index, block) in blocks.enumerated() {
            if block.isSame {
                let isSpaced = index == 0 ? false : writer.needsSpace(before: block)
                writer.same +=
                    (isSpaced ? " " : "") + writer.text(of: writer.new[block.new], isSpaced: false)
            } else {
                writer.write(block, next: index + 1 < blocks.count ? blocks[index + 1] : nil)
            }
        }
        writer.flush()
        return writer.runs
    }

    /// Whether the space before a stretch that is the same belongs to it: where it is in both
    /// sentences and was not written before.
    private func needsSpace(before block: Block) -> Bool {
        guard !new[block.new.lowerBound].isGlued, block.old.lowerBound > 0,
            block.new.lowerBound > 0
        else { return false }
        return !isRotated
    }

    private var isRotated = false

    private mutating func write(_ block: Block, next: Block?) {
        isRotated = false
        var deleted = text(of: old[block.old], isSpaced: block.old.lowerBound > 0)
        var inserted = text(of: new[block.new], isSpaced: block.new.lowerBound > 0)
        let nextIsSpaced = next.map { !new[$0.new.lowerBound].isGlued } ?? false
        if deleted.utf8.first == 0x20, inserted.utf8.first == 0x20 {
            deleted.removeFirst()
            inserted.removeFirst()
            same += " "
        } else if nextIsSpaced, let next, next.old.lowerBound > 0, next.new.lowerBound > 0,
            deleted.isEmpty || inserted.isEmpty, (deleted + inserted).utf8.first == 0x20
        {
            // "a[- b-] c" reads better as "a [-b -]c".
            same += " "
            if deleted.isEmpty {
                inserted = inserted.dropFirst() + " "
            } else {
                deleted = deleted.dropFirst() + " "
            }
            isRotated = true
        } else if nextIsSpaced, let next {
            if next.new.lowerBound == 0 { deleted += " " }
            if next.old.lowerBound == 0 { inserted += " " }
        }
        flush()
        if !deleted.isEmpty { runs.append(.deleted(deleted)) }
        if !inserted.isEmpty { runs.append(.inserted(inserted)) }
    }

    private mutating func flush() {
        if !same.isEmpty { runs.append(.same(same)) }
        same = ""
    }

    private func text(of tokens: ArraySlice<Token>, isSpaced: Bool) -> String {
        var text = ""
        for token in tokens {
            if !token.isGlued, isSpaced || !text.isEmpty { text += " " }
            text += token.text
        }
        return text
    }
}
