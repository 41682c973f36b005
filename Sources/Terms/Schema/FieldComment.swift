extension Field {
    /// What stands above the field in a file that asks: the question, why it is asked, the words
    /// that it accepts, what is common and, where wanted, an example; in lines of at most `width`
    /// characters, without the `#`.
    public func comment(width: Int, withExample: Bool) -> [String] {
        var paragraphs = [sentence(question)]
        if let why { paragraphs.append(why) }
        if let words = type.words { paragraphs.append("One of: \(words).") }
        var last: [String] = []
        if let commonly { last.append("Commonly seen: \(commonly).") }
        if withExample, let example { last.append("Example: \(example)") }
        if !last.isEmpty { paragraphs.append(last.joined(separator: " ")) }
        return paragraphs.flatMap { Self.lines(of: $0, width: width) }
    }

    private func sentence(_ text: String) -> String {
        text.last?.isPunctuation == true ? text : text + "."
    }

    private static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
