import Redline
import Terms
import Testing

/// Terms from texts by path.
func terms(_ files: [String: String]) -> TermsDocument {
    TermsDocument(
        TermsFiles(files.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) }))
}

/// The comparison of one file in two states.
func compare(_ file: String, _ old: String, _ new: String) -> Comparison {
    Comparison(from: terms([file: old]), to: terms([file: new]))
}

/// The comparison of one clause in two states.
func compareClause(_ old: String, _ new: String) -> Comparison {
    compare("clauses/text.md", old, new)
}

/// The sentences that changed in one clause.
func redline(_ old: String, _ new: String) -> [String] {
    compareClause(old, new).changes.flatMap { $0.sentences.map(\.marked) }
}

/// The redline of one clause.
func clauseRedline(_ old: String, _ new: String) throws -> ProseRedline {
    try #require(
        compareClause(old, new).changes.lazy.compactMap { change in
            if case .prose(let redline) = change.detail { redline } else { nil }
        }.first)
}

extension ProseRedline {
    /// Everything that it tells, a line each.
    var told: [String] {
        changedSentences.map(\.marked)
            + moves.map { "\($0.label) moved behind \($0.after ?? "nothing")" }
            + renumberings.map {
                "\($0.oldNumber ?? $0.old) became \($0.newNumber ?? $0.new) \($0.title)"
            }
            + (breaks == 0 ? [] : ["\(breaks) breaks"])
    }
}

extension TermChange {
    var sentences: [SentenceRedline] {
        if case .prose(let redline) = detail { redline.changedSentences } else { [] }
    }

    /// `commercials.pipeline.target changed +EUR 5.00`
    var brief: String {
        var text = "\(path) "
        switch kind {
        case .added: text += "added"
        case .removed: text += "removed"
        case .changed: text += "changed"
        case .moved(let item): text += "moved after \(item ?? "nothing")"
        }
        if case .difference(let difference) = detail { text += " \(difference.text)" }
        return text
    }
}

extension SentenceRedline {
    /// The sentence with `[-deleted-]` and `{+inserted+}`.
    var marked: String {
        switch self {
        case .unchanged(let text): text
        case .added(let text): "{+\(text)+}"
        case .removed(let text): "[-\(text)-]"
        case .replaced(let old, let new): "[-\(old)-] => {+\(new)+}"
        case .changed(let runs):
            runs.map { run in
                switch run {
                case .same(let text): text
                case .deleted(let text): "[-\(text)-]"
                case .inserted(let text): "{+\(text)+}"
                }
            }.joined()
        }
    }
}
