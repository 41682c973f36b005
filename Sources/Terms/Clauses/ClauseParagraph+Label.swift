extension ClauseParagraph {
    /// The index of the word that numbers it, such as `9.` or `-`; nil where none does.
    ///
    /// A heading that only begins with a figure, such as `30 days`, has no number.
    public var labelIndex: Int? {
        if beginsItem { return 0 }
        guard headingLevel != nil, words.count > 2, let number = SectionNumber(words[1]) else {
            return nil
        }
        let isNumber =
            number.rest.first { $0 != "\\" }.map(".):".contains)
            ?? (words[2].first?.isUppercase == true)
        return isNumber ? 1 : nil
    }

    /// What it is called: the words of a heading; of an item what is set off at its beginning, or
    /// all of a few words; empty for other paragraphs.
    public var title: String {
        if headingLevel != nil {
            return Clause.plain(words.dropFirst((labelIndex ?? 0) + 1).joinedBySpaces)
        }
        guard beginsItem else { return "" }
        let text = words.dropFirst().joined(separator: " ")
        for (opening, closing) in [("<span", "</span>"), ("**", "**"), ("__", "__"), ("*", "*")]
        where text.hasPrefix(opening) {
            var rest = text.dropFirst(opening.count)
            if opening == "<span" { rest = rest.drop { $0 != ">" }.dropFirst() }
            if let end = rest.firstRange(of: closing) {
                return Clause.plain(String(rest[..<end.lowerBound]))
            }
        }
        return words.count <= 9 ? Clause.plain(text) : ""
    }
}
