public import Terms

extension MergeResult {
    /// Why a conflict was not decided.
    public struct ResolveError: Error, Hashable, Sendable {
        /// The reason, as one sentence without a final full stop.
        public let message: String
        /// What to do next.
        public let next: String?
    }

    /// The merge with what is undecided at or below a path decided.
    ///
    /// - Throws: ``ResolveError`` where nothing is undecided there, or the value does not fit.
    public func resolving(
        _ path: TermPath, with choice: MergeChoice
    ) throws(ResolveError) -> MergeResult {
        let meant = conflicts.filter { path.contains($0.path) }
        guard let first = meant.first else {
            throw ResolveError(
                message: "nothing is undecided at `\(path)`",
                next: conflicts.isEmpty
                    ? nil
                    : "Undecided: " + conflicts.map(\.path.description).joined(separator: ", "))
        }
        if case .value(let text) = choice {
            guard meant.count == 1 else {
                throw ResolveError(
                    message: "\(meant.count) terms are undecided at `\(path)`",
                    next: "Give each a value: "
                        + meant.map(\.path.description).joined(separator: ", "))
            }
            if !first.isInText, first.kind == .moved || first.kind == .order {
                throw ResolveError(
                    message: "`\(first.path)` is about an order, which is no value",
                    next: "Take the order of \(ConflictMarks.amid(names.left)) or of "
                        + ConflictMarks.amid(names.right))
            }
            // In a text, a value takes the place of what is contested there, and of nothing else.
            if !first.isInText, Schema.field(at: first.path) != nil {
                return try setting(first.path, to: text)
            }
        }
        if meant.contains(where: { $0.kind == .breach }) {
            throw ResolveError(
                message: "`\(path)` breaks a rule with what both sides say",
                next: "Give it a value, or edit the file")
        }
        var choices = choices
        for conflict in meant { choices[conflict.path] = choice }
        return MergeResult(inputs, names: names, choices: choices)
    }

    /// The merge of sides that both say one value.
    private func setting(_ path: TermPath, to value: String) throws(ResolveError) -> MergeResult {
        guard let section = SectionName(rawValue: path.section) else { return self }
        var inputs = inputs
        inputs.left = try Self.set(path, to: value, in: inputs.left, of: section)
        inputs.right = try Self.set(path, to: value, in: inputs.right, of: section)
        return MergeResult(inputs, names: names, choices: choices)
    }

    private static func set(
        _ path: TermPath, to value: String, in files: TermsFiles?, of section: SectionName
    ) throws(ResolveError) -> TermsFiles? {
        let files = files ?? TermsFiles([])
        let text = String(decoding: files[section.file] ?? [], as: UTF8.self)
        do {
            let new = try YAMLEditor.set(path, to: value, in: text)
            return files.replacing(section.file, with: Array(new.utf8))
        } catch {
            throw ResolveError(message: error.message, next: error.next)
        }
    }
}
