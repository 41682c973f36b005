/// A part of a document, before it is written as text, as Markdown or as HTML.
indirect enum Block: Hashable, Sendable {
    /// A heading.
    case heading(Heading)
    /// A paragraph.
    case paragraph(StyledText)
    /// A paragraph whose line ends have a meaning.
    case lines([StyledText])
    /// A line that belongs to what follows right below it.
    case caption(StyledText)
    /// Labels with what stands behind them.
    case grid([Entry])
    /// Items with numbers.
    case numbered([Entry])
    /// Items without numbers.
    case bulleted([[Block]])
    /// Items of a clause, with the numbers that they have there.
    case ordered(start: Int, delimiter: Character, [[Block]])
    /// What a clause quotes.
    case quote([Block])
    /// A break between topics.
    case rule
    /// Columns.
    case table(TextTable)
    /// Bars, drawn where that is possible.
    case figure(BarChart)
    /// Steps that follow when the one before has not helped.
    case ladder([Rung])
    /// Lines exactly as they were written, whatever they are.
    case verbatim([String])
    /// Parts with a mark in front of each line.
    case marked(Mark, [Block])
    /// The old and the new state of something, for where both have room beside each other.
    case sides([Block], [Block])
    /// Parts that stand around what is shown, for where they can be opened.
    case folded(StyledText, [Block])

    /// A heading; level 1 is the title of the document.
    static func heading(level: Int, _ text: StyledText) -> Block {
        .heading(Heading(level: level, text: text))
    }

    /// The same, one level further down where it is a heading.
    var lowered: Block {
        guard case .heading(var heading) = self else { return self }
        heading.level += 1
        return .heading(heading)
    }

    /// Whether it is left out where nothing can be drawn or opened.
    var isForPages: Bool {
        switch self {
        case .figure, .folded: true
        default: false
        }
    }

    /// Whether it is a drawing of so many bars that nobody would look at them.
    var isTooLargeToSee: Bool {
        if case .figure(let chart) = self { chart.bars.count > 40 } else { false }
    }

    /// Whether it can stand behind a label rather than below it.
    var isFlat: Bool {
        switch self {
        case .paragraph, .lines, .bulleted: true
        case .numbered(let entries): entries.allSatisfy { $0.label.isEmpty }
        default: false
        }
    }

    /// A heading with its number and the place that it stands at.
    struct Heading: Hashable, Sendable {
        var level: Int
        /// Such as `2.` or `2.1`.
        var number: String?
        var text: StyledText
        var anchor: Anchor?

        /// The number and the text.
        var full: StyledText { number.map { StyledText("\($0) ") + text } ?? text }
    }

    /// A label, or the head of an item, with what belongs to it.
    struct Entry: Hashable, Sendable {
        var label: StyledText
        var blocks: [Block]
        var anchor: Anchor?

        init(_ label: StyledText, _ blocks: [Block], at anchor: Anchor? = nil) {
            self.label = label
            self.blocks = blocks
            self.anchor = anchor
        }

        init(_ label: StyledText, line: StyledText) {
            self.init(label, [.paragraph(line)])
        }
    }

    /// What happened to a whole part.
    enum Mark: Hashable, Sendable {
        case added
        case removed

        var sign: StyledText {
            switch self {
            case .added: StyledText("+", .green)
            case .removed: StyledText("-", .red)
            }
        }

        var word: String { self == .added ? "Added" : "Removed" }
    }
}
