internal import Agreement
internal import Reports

/// A proposal in a few lines, before they are fitted to a screen.
struct ProposalLines: Sendable {
    /// A stretch of a line that looks the same.
    struct Piece: Sendable {
        fileprivate let text: String
        fileprivate let looks: TextAttributes

        init(_ text: String, _ looks: TextAttributes = []) {
            self.text = text
            self.looks = looks
        }

        var styled: StyledText { StyledText(text, looks) }
    }

    /// One line.
    typealias Line = [Piece]

    let name: String
    let title: String
    let lines: [Line]

    /// The lines, with their looks.
    var styled: [StyledText] { lines.map { $0.reduce("") { $0 + $1.styled } } }

    /// The lines of a screen, with the command that comes next.
    func fitted(to style: TerminalStyle, indent: Int = 0, command: String? = nil) -> [String] {
        var texts = styled
        if let command { texts.append(StyledText("→ \(command)")) }
        let heading = StyledText(name, .bold) + StyledText("  \(title)")
        return
            ([style.wrap(heading, indent: indent, hanging: indent + 2)]
            + texts.map { style.wrap($0, indent: indent + 2, hanging: indent + 4) })
            .flatMap { $0.split(separator: "\n").map(String.init) }
    }
}

extension ProposalLines: Packed {
    func pack(into writer: inout PackingWriter) {
        writer.add(name)
        writer.add(title)
        writer.add(lines) { writer, line in
            writer.add(line) { writer, piece in
                writer.add(piece.text)
                writer.add(piece.looks.rawValue)
            }
        }
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        (name, title) = (try reader.text(), try reader.text())
        lines = try reader.list { reader throws(PackingReader.Damage) in
            try reader.list { reader throws(PackingReader.Damage) in
                Piece(try reader.text(), TextAttributes(rawValue: try reader.integer()))
            }
        }
    }
}
