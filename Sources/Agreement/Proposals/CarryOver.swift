import Terms

/// Carries changes over from one text to another, file by file: what changed between `base` and
/// `theirs` is applied to `ours`.
///
/// A file that both sides changed differently is a conflict; nothing is guessed.
struct CarryOver {
    /// The files that result, by path.
    private(set) var files: [String: [UInt8]] = [:]
    /// The files that both sides changed differently, sorted.
    private(set) var conflicts: [String] = []

    init(base: TermsFiles?, ours: TermsFiles?, theirs: TermsFiles?) {
        let paths = Set([base, ours, theirs].flatMap { $0?.files.map(\.path) ?? [] })
        for path in paths.sorted() {
            let (before, mine, other) = (base?[path], ours?[path], theirs?[path])
            if other == before || other == mine {
                files[path] = mine
            } else if mine == before {
                files[path] = other
            } else {
                conflicts.append(path)
            }
        }
    }

    /// The result as terms.
    var terms: TermsFiles {
        TermsFiles(files.map { TermsEntry(path: $0.key, bytes: $0.value) })
    }
}
