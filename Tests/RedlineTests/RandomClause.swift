import RandomTerms

/// Makes clauses with headings, lists, tables and prose, and edits them.
struct RandomClause {
    var random: Random

    /// What is not white space, without bullets, the bars of tables and the marks of headings.
    static func words(_ text: String) -> [String] {
        text.split { " \n|".contains($0) }.map(String.init).filter {
            !["-", "*", "---", "====", "#", "##"].contains($0)
        }
    }

    private mutating func pick<T>(_ choices: [T]) -> T {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    private mutating func sentence() -> String {
        let words = [
            "each", "party", "pays", "EUR 5.00", "(a)", "“Fees”", "in", "Section 1.2", "30 days",
        ]
        let count = Int.random(in: 1...6, using: &random)
        return "We " + (0..<count).map { _ in pick(words) }.joined(separator: " ") + "."
    }

    private mutating func paragraph() -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence() }.joined(separator: " ")
    }

    private mutating func block(_ number: Int) -> String {
        switch Int.random(in: 0...7, using: &random) {
        case 7: "\(number)\\. Title \(pick(["One", "Two"]))\n\(pick(["---", "====", "-"]))"
        case 0: "# Part \(number)"
        case 1: "## \(number). Title \(pick(["One", "Two", "Three"]))"
        case 2: "\(number). \(paragraph())\n    a. \(paragraph())\n    b. \(paragraph())"
        case 3: "- \(paragraph())\n- \(paragraph())"
        case 4: "| A | B |\n|---|---|\n| \(number) | \(sentence()) |"
        default: paragraph()
        }
    }

    /// A clause of some blocks.
    mutating func text() -> String {
        (0..<Int.random(in: 1...12, using: &random)).map { block($0) }.joined(separator: "\n\n")
            + "\n"
    }

    /// The clause with some edits: blocks that come, go, move or are split, words that change,
    /// lines that break.
    mutating func edited(_ text: String) -> String {
        var blocks = text.split(separator: "\n\n").map(String.init)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let index = Int.random(in: 0..<max(1, blocks.count), using: &random)
            guard index < blocks.count else { continue }
            switch Int.random(in: 0...9, using: &random) {
            case 0: blocks.remove(at: index)
            case 1: blocks.insert(block(index), at: index)
            case 2:
                let moved = blocks.remove(at: index)
                blocks.insert(moved, at: Int.random(in: 0...blocks.count, using: &random))
            case 3: blocks[index].replace(". We", with: ".\n\nWe", maxReplacements: 1)
            case 4: blocks[index].replace("party", with: "side", maxReplacements: 1)
            case 5: blocks[index].replace("\(index).", with: "\(index + 1).", maxReplacements: 1)
            case 6: blocks[index].replace(" pays ", with: "\n   pays ")
            case 7: blocks[index].replace("## \(index). ", with: "## ")
            case 8: blocks[index].replace("- ", with: "1. ", maxReplacements: 1)
            default: blocks[index].replace("We ", with: "We each ", maxReplacements: 2)
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}
