/// Finds lines and columns of places in a text. Places in reading order take one pass over it
/// altogether.
struct PlaceFinder {
    private let text: String
    private var index: String.Index
    private var position = SourcePosition(line: 1, column: 1)

    init(_ text: String) {
        self.text = text
        index = text.startIndex
    }

    /// The line and column of a place in the text.
    mutating func position(of place: String.Index) -> SourcePosition {
        if place < index { self = PlaceFinder(text) }
        for scalar in text.unicodeScalars[index..<place] {
            position =
                scalar == "\n"
                ? SourcePosition(line: position.line + 1, column: 1)
                : SourcePosition(line: position.line, column: position.column + 1)
        }
        index = place
        return position
    }
}
