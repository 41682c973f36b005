/// A part of a document, before it is written as text or as Markdown.
indirect enum Block: Hashable, Sendable {
    /// A heading; level 1 is the title of the document.
    case heading(level: Int, StyledText)
    /// A paragraph.
    case paragraph(StyledText)
    /// A line that belongs to what follows right below it.
    case caption(StyledText)
    /// Labels with what stands behind them.
    case grid([Entry])
    /// Items with numbers.
    case numbered([Entry])
    /// Items without numbers.
    case bulleted([[Block]])
    /// Items of a clause, each behind the mark that it has there.
    case items([Entry])
    /// Columns.
    case table(TextTable)
    /// Lines exactly as they were written, whatever they are.
    case verbatim([String])
    /// The Markdown of a clause, whose first level of headings is this one.
    case clause(String, level: Int)
    /// Parts with a mark in front of each line.
    case marked(Mark, [Block])

    /// A label, or the head of an item, with what belongs to it.
    struct Entry: Hashable, Sendable {
        var label: StyledText
        var blocks: [Block]

        init(_ label: StyledText, _ blocks: [Block]) {
            self.label = label
            self.blocks = blocks
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
