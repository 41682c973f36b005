internal import Agreement
internal import Terms

/// A file of terms, by the path that Git gives.
struct TermsPlace {
    /// The framework.
    let framework: String
    /// The path in `terms/`.
    let file: String

    /// Reads a path of a workspace.
    ///
    /// - Throws: `Problem` where it is no file of any terms.
    init(_ path: String) throws {
        let parts = path.split(separator: "/", maxSplits: 3).map(String.init)
        guard parts.count == 4, parts[0] == "frameworks", parts[2] == "terms",
            SectionName(file: parts[3]) != nil || ClauseName(file: parts[3]) != nil
        else {
            throw Problem(
                "not-terms", .unable, "`\(TextRules.visible(path))` is no file of any terms",
                next: "git diff --no-ext-diff")
        }
        (framework, file) = (parts[1], parts[3])
    }
}
