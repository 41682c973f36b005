internal import Terms

/// A line that people wrote, with all of its spaces.
enum TextLine {
    /// The line with everything that could disguise it shown, and tabs as spaces.
    static func visible(_ line: some StringProtocol) -> String {
        let shown = TextRules.visible(String(line))
        guard shown.utf8.contains(0x09) else { return shown }
        return shown.replacing("\t", with: "    ")
    }
}
