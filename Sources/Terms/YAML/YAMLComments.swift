/// The comments of a YAML text: they explain, are no terms, and are signed with them.
public enum YAMLComments {
    /// The comments in the order of the text, each from its `#` to the end of its line. Linear.
    public static func all(in text: String) -> [String] {
        guard hasMark(text) else { return [] }
        let scan = YAMLScan(text)
        return scan.comments.map { String(decoding: scan.bytes[$0], as: UTF8.self) }
    }

    /// Where the comments of a YAML text start: their columns from 0, in bytes, by line from 0;
    /// no line has two. Linear.
    package static func columns(in text: String) -> [Int: Int] {
        guard hasMark(text) else { return [:] }
        let scan = YAMLScan(text)
        var columns: [Int: Int] = [:]
        var (line, lineStart, at) = (0, 0, 0)
        for comment in scan.comments {
            while at < comment.lowerBound {
                if scan.bytes[at] == 0x0A { (line, lineStart) = (line + 1, at + 1) }
                at += 1
            }
            columns[line] = comment.lowerBound - lineStart
        }
        return columns
    }

    /// Whether there can be a comment: most texts have none, and need no look at what else is in them.
    private static func hasMark(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.firstIndex(of: UInt8(ascii: "#"), from: 0) != nil }
    }
}
