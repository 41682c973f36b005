internal import Reports

/// A proposal in a few lines, before they are fitted to a screen.
struct ProposalLines: Codable, Sendable {
    /// A stretch of a line that looks the same.
    struct Piece: Codable, Sendable {
        private let text: String
        private let looks: Int?

        init(_ text: String, _ looks: TextAttributes = []) {
            self.text = text
            self.looks = looks.isEmpty ? nil : looks.rawValue
        }

        var styled: StyledText { StyledText(text, TextAttributes(rawValue: looks ?? 0)) }
    }

    /// One line.
    typealias Line = [Piece]

    let name: String
    let title: String
    let lines: [Line]

    /// The lines of a screen, with the command that comes next.
    func fitted(to style: TerminalStyle, indent: Int = 0, command: String? = nil) -> [String] {
        var texts = lines.map { $0.reduce("") { $0 + $1.styled } }
        if let command { texts.append(StyledText("→ \(command)")) }
        let heading = StyledText(name, .bold) + StyledText("  \(title)")
        return
            ([style.wrap(heading, indent: indent, hanging: indent + 2)]
            + texts.map { style.wrap($0, indent: indent + 2, hanging: indent + 4) })
            .flatMap { $0.split(separator: "\n").map(String.init) }
    }
}
