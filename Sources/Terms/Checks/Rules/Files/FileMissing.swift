extension TermRule {
    static let fileMissing = TermRule(
        "file-missing", .warning,
        "A file that the terms name is not in the workspace.",
        reason: "Nobody can see whether it is the right one."
    ) { terms in
        guard let companions = terms.companions else { return [] }
        return terms.namedFiles.compactMap { file in
            guard companions[file.path] == nil else { return nil }
            return Remark(
                file.term.path.appending("file"),
                "there is no file `\(TextRules.visible(file.path))` in the workspace",
                suggestion: "Put it there, counted from the folder in which `frameworks` lies")
        }
    }
}
