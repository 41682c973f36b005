extension TermRule {
    static let digestStale = TermRule(
        "digest-stale", .error,
        "A file that the terms name by its SHA-256, a logo or standard terms, is another one now.",
        reason: "People would sign for a file that they have not seen."
    ) { terms in
        guard let companions = terms.companions else { return [] }
        return terms.namedFiles.compactMap { file in
            guard let agreed = file.digits, let found = companions[file.path],
                found.digits != agreed
            else { return nil }
            let place = file.term.path.appending("sha256")
            return Remark(
                place, "`\(TextRules.visible(file.path))` is not the file that `\(place)` names",
                figures: [
                    Finding.Figure("in the terms", agreed),
                    Finding.Figure("in the workspace", found.digits),
                ],
                suggestion: "Put the right file back, or look at this one and then: "
                    + "entente set \(place) \(found.digits)")
        }
    }
}
