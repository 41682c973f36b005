internal import Redline
internal import Terms

/// A comparison for programs. The fields are part of the contract of `--json`.
struct ComparisonJSON: Encodable {
    struct Digests: Encodable {
        var old: String?
        var new: String?
    }

    struct Proposal: Encodable {
        var title: String
        var why: String?
        var proposer: String?
    }

    struct Comments: Encodable {
        var file: String
        var removed: [String]
        var added: [String]
    }

    struct Renumbered: Encodable {
        var path: String
        var old: String
        var new: String
        var title: String
    }

    struct MovedSentence: Encodable {
        var path: String
        var sentence: String
        var from: String?
        var to: String?
    }

    struct Reference: Encodable {
        var path: String
        var place: String?
        var text: String
        var old: String?
        var new: String?
        /// The number that what it led to has now.
        var follows: String?
    }

    struct DefinedTerm: Encodable {
        struct Use: Encodable {
            var path: String
            var places: [String]
        }

        var term: String
        var path: String
        var old: String?
        var new: String?
        var uses: [Use]
    }

    struct Change: Encodable {
        var path: String
        var label: String
        var kind: String
        /// The item in front of a moved one; empty where it moved to the first place.
        var after: String?
        var old: JSONValue?
        var new: JSONValue?
        var difference: String?
        var redline: [JSONRedline.Paragraph]?
        var origin: ReviewJSON.Origin?
    }

    var framework: String
    var from: String
    var to: String
    var digests: Digests
    var proposal: Proposal?
    var summary: String
    var changes: [Change]
    var movedSentences: [MovedSentence]
    var renumbered: [Renumbered]
    var references: [Reference]
    var definedTerms: [DefinedTerm]
    var comments: [Comments]
    var formattingOnly: [String]
    var comparedAsText: [String]
    var notes: [String]
    /// Nil where two states are compared that nobody proposed.
    var review: ReviewJSON?

    init(_ report: ComparisonReport) {
        let header = report.header
        framework = header.framework
        from = header.from
        to = header.to
        digests = Digests(old: header.oldDigest, new: header.newDigest)
        proposal = header.proposal.map {
            Proposal(title: $0.title, why: $0.why, proposer: $0.proposer)
        }
        summary = report.summary
        changes = report.comparison.changes.map { change in
            var json = Change(
                path: change.path.description, label: change.label,
                kind: ComparisonReport.word(for: change), old: change.old.map(JSONValue.init),
                new: change.new.map(JSONValue.init))
            if case .moved(let after) = change.kind { json.after = after ?? "" }
            json.origin = report.review.origins[change.path].map(ReviewJSON.Origin.init)
            switch change.detail {
            case .value: break
            case .difference(let difference): json.difference = difference.text
            case .prose(let redline): json.redline = JSONRedline.paragraphs(of: redline)
            }
            return json
        }
        let redlines = report.comparison.clauseRedlines
        movedSentences = redlines.flatMap { change, redline in
            redline.moves.compactMap { move in
                move.sentence.map {
                    MovedSentence(
                        path: change.path.description, sentence: $0, from: move.oldPlace,
                        to: move.newPlace)
                }
            }
        }
        renumbered = redlines.flatMap { change, redline in
            redline.renumberings.map {
                Renumbered(
                    path: change.path.description, old: $0.oldNumber ?? $0.old,
                    new: $0.newNumber ?? $0.new, title: $0.title)
            }
        }
        references = report.comparison.references.map {
            Reference(
                path: $0.path.description, place: $0.place, text: $0.text, old: $0.old,
                new: $0.new, follows: $0.follows)
        }
        definedTerms = report.comparison.definedTerms.map { term in
            DefinedTerm(
                term: term.term, path: term.path.description, old: term.old, new: term.new,
                uses: term.uses.map { .init(path: $0.path.description, places: $0.places) })
        }
        comments = report.comparison.comments.map {
            Comments(file: $0.file, removed: $0.removed, added: $0.added)
        }
        formattingOnly = report.comparison.formattingOnly
        comparedAsText = report.comparison.comparedAsText
        notes = report.comparison.notes
        review = report.review.isEmpty ? nil : ReviewJSON(report.review)
    }

    /// The document, with a final line feed.
    func encoded() throws -> String { try JSONText.of(self) + "\n" }
}
