internal import Redline

/// The sentences of a prose that changed, in JSON.
enum JSONRedline {
    struct Paragraph: Encodable {
        var place: String?
        var sentences: [Sentence]
    }

    struct Sentence: Encodable {
        var kind: String
        var old: String?
        var new: String?
        var runs: [Run]?
    }

    struct Run: Encodable {
        var kind: String
        var text: String
    }

    static func paragraphs(of redline: ProseRedline) -> [Paragraph] {
        redline.settled.compactMap { paragraph in
            let changed = paragraph.changedSentences
            guard !changed.isEmpty else { return nil }
            return Paragraph(place: paragraph.place, sentences: changed.map(sentence))
        }
    }

    private static func sentence(_ sentence: SentenceRedline) -> Sentence {
        var json = Sentence(kind: "changed", old: sentence.old, new: sentence.new)
        switch sentence {
        case .unchanged: json.kind = "unchanged"
        case .added: json.kind = "added"
        case .removed: json.kind = "removed"
        case .replaced: json.kind = "replaced"
        case .changed(let runs): json.runs = runs.map(run)
        }
        return json
    }

    private static func run(_ run: SentenceRedline.Run) -> Run {
        switch run {
        case .same(let text): Run(kind: "same", text: text)
        case .deleted(let text): Run(kind: "deleted", text: text)
        case .inserted(let text): Run(kind: "inserted", text: text)
        }
    }
}
