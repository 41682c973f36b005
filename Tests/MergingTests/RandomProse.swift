import RandomTerms

/// A random text of sections, and what sides make of it: a model that knows nothing of files. Each
/// heading and each sentence has a number that stays when its words change.
struct RandomProse {
    /// A heading, which has no sentences, or a paragraph.
    struct Block: Equatable {
        var heading: String?
        var sentences: [String] = []
    }

    var random: Random
    private(set) var base: [Block] = []
    private var serial = 0

    init(seed: UInt64) {
        random = Random(state: seed)
        for _ in 0..<Int.random(in: 2...4, using: &random) {
            base.append(Block(heading: "Part \(number()) on \(word())"))
            for _ in 0..<Int.random(in: 1...3, using: &random) { base.append(paragraph()) }
        }
    }

    // MARK: Making

    private mutating func number() -> Int {
        serial += 1
        return serial
    }

    private mutating func word() -> String { Random.words.randomElement(using: &random) ?? "" }

    private mutating func sentence(_ number: Int) -> String {
        let words = (0..<7).map { _ in word() }
        return "Rule \(number) binds " + words.joined(separator: " ") + "."
    }

    private mutating func paragraph() -> Block {
        Block(
            sentences: (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence(number()) })
    }

    // MARK: What a side does

    /// The base with one to three changes.
    mutating func draft() -> [Block] {
        var blocks = base
        for _ in 0..<Int.random(in: 1...3, using: &random) { change(&blocks) }
        return blocks
    }

    private mutating func change(_ blocks: inout [Block]) {
        let headings = blocks.indices.filter { blocks[$0].heading != nil }
        let paragraphs = blocks.indices.filter { blocks[$0].heading == nil }
        guard let heading = headings.randomElement(using: &random),
            let index = paragraphs.randomElement(using: &random)
        else { return }
        let end = headings.first { $0 > heading } ?? blocks.count
        let section = Array(blocks[heading..<end])
        let place = Int.random(in: 0..<blocks[index].sentences.count, using: &random)
        switch Int.random(in: 0..<100, using: &random) {
        case ..<30: edit(&blocks[index].sentences[place])
        case ..<38 where blocks[index].sentences.count > 1:
            blocks[index].sentences.remove(at: place)
        case ..<46: blocks[index].sentences.insert(sentence(number()), at: place)
        case ..<54: blocks.remove(at: index)
        case ..<62: blocks.insert(paragraph(), at: index + Int.random(in: 0...1, using: &random))
        case ..<80:
            var block = blocks.remove(at: index)
            if Int.random(in: 0...1, using: &random) == 0 { edit(&block.sentences[place]) }
            blocks.insert(block, at: Int.random(in: 1...blocks.count, using: &random))
        case ..<88 where headings.count > 1: blocks.removeSubrange(heading..<end)
        case ..<94 where headings.count > 1:
            blocks.removeSubrange(heading..<end)
            let places = blocks.indices.filter { blocks[$0].heading != nil } + [blocks.count]
            blocks.insert(contentsOf: section, at: places.randomElement(using: &random) ?? 0)
        case ..<97 where blocks[index].sentences.count > 1 && place > 0:
            let rest = blocks[index].sentences.suffix(from: place)
            blocks[index].sentences.removeSubrange(place...)
            blocks.insert(Block(sentences: Array(rest)), at: index + 1)
        default:
            guard paragraphs.contains(index + 1) else { return }
            blocks[index].sentences += blocks.remove(at: index + 1).sentences
        }
    }

    /// Puts another word in the place of one, once: what has little in common with what was there
    /// before is another sentence.
    private mutating func edit(_ sentence: inout String) {
        guard !sentence.contains("new-") else { return }
        var words = sentence.dropLast().split(separator: " ").map(String.init)
        words[Int.random(in: 3..<words.count, using: &random)] = "new-\(number())-" + word()
        sentence = words.joined(separator: " ") + "."
    }

    // MARK: Text

    /// The blocks as a clause.
    static func text(_ blocks: [Block]) -> String {
        blocks.map { block in
            block.heading.map { "## " + $0 } ?? block.sentences.joined(separator: " ")
        }.joined(separator: "\n\n") + "\n"
    }

    /// The number of each sentence in reading order, with its words.
    static func sentences(in text: String) -> [(number: String, words: String)] {
        text.matches(of: /Rule (\d+)\s[^.]*\./).map { match in
            (
                String(match.output.1),
                match.output.0.split { " \n".contains($0) }.joined(separator: " ")
            )
        }
    }

    /// The number of the heading above each sentence, by the number of the sentence.
    static func headings(in text: String) -> [String: String] {
        var heading = ""
        var found: [String: String] = [:]
        for match in text.matches(of: /(Part|Rule) (\d+) (?:on|binds)/) {
            if match.output.1 == "Part" {
                heading = String(match.output.2)
            } else {
                found[String(match.output.2)] = heading
            }
        }
        return found
    }
}
