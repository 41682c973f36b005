internal import Agreement
internal import Redline
internal import Reports
internal import Terms

/// Whose the sentences are that changed in a clause, where several people or steps changed it.
enum SentenceOrigins {
    /// What somebody made of a clause.
    struct Edit {
        /// Who, when and why.
        let origin: ChangeOrigin
        /// The clause before and after; nil where it is not there.
        let old, new: [UInt8]?
        /// The steps that it was made in, oldest first.
        var steps: [Edit] = []
    }

    /// The parts of a change by who has the last word on their sentences, in reading order. Empty
    /// where one edit has it on all of them, where one of them is nobody's, and for a clause that is
    /// new or gone as a whole.
    ///
    /// Linear in the size of the clause for each edit.
    ///
    /// - Parameters:
    ///   - change: A change of a clause.
    ///   - edits: All that was made of the clause, oldest first.
    /// - Returns: Two parts or more, or none.
    static func parts(of change: TermChange, _ edits: [Edit]) -> [ChangeOrigin.Part] {
        guard edits.count > 1 || edits.first.map({ $0.steps.count > 1 }) == true,
            change.kind == .changed, let redline = change.redline
        else { return [] }
        let made = edits.map { Made($0, at: change.path) }
        var parts: [(origin: ChangeOrigin, sentences: [String])] = []
        for sentence in redline.changedSentences {
            guard let text = sentence.new ?? sentence.old,
                let origin = Made.origin(of: sentence, among: made)
            else { return [] }
            if let index = parts.firstIndex(where: { $0.origin == origin }) {
                parts[index].sentences.append(text)
            } else {
                parts.append((origin, [text]))
            }
        }
        return parts.count > 1
            ? parts.map { ChangeOrigin.Part($0.origin, sentences: $0.sentences) } : []
    }
}

/// The sentences that an edit made, and those that it took away.
private struct Made {
    private let origin: ChangeOrigin
    private var new: Set<String> = []
    private var old: Set<String> = []
    private let steps: [Made]

    init(_ edit: SentenceOrigins.Edit, at path: TermPath) {
        func document(_ bytes: [UInt8]?) -> TermsDocument {
            let entries = bytes.map { [TermsEntry(path: path.section + ".md", bytes: $0)] }
            return TermsDocument(TermsFiles(entries ?? []))
        }
        origin = edit.origin
        steps = edit.steps.count > 1 ? edit.steps.map { Made($0, at: path) } : []
        let changes = Comparison(from: document(edit.old), to: document(edit.new)).changes
        for sentence in changes.compactMap(\.redline).flatMap(\.changedSentences) {
            if let text = sentence.new { new.insert(text) }
            if let text = sentence.old { old.insert(text) }
        }
    }

    /// Where a sentence comes from: the last edit that made the new one, or took the old one away,
    /// and in it the last such step.
    static func origin(of sentence: SentenceRedline, among edits: [Made]) -> ChangeOrigin? {
        edits.last { edit in
            sentence.new.map(edit.new.contains) ?? sentence.old.map(edit.old.contains) ?? false
        }.map { origin(of: sentence, among: $0.steps) ?? $0.origin }
    }
}
