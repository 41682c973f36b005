internal import Agreement

/// What became of something that was written on an agreement that is none any more, in words.
struct RegroundedText {
    private let item: SyncReport.Regrounded

    init(_ item: SyncReport.Regrounded) { self.item = item }

    private var agreements: String { item.agreements.joined(separator: " and ") }
    private var areOpen: String {
        "\(agreements), which \(item.agreements.count == 1 ? "is" : "are") open again"
    }
    private var change: String { item.agreements.count == 1 ? "changes" : "change" }
    private var subject: String {
        item.slug.map { "\($0) was" } ?? "what you changed in the files of \(item.framework) was"
    }

    /// That it is free of what it was written on.
    var sentence: String {
        "\(subject) written on \(areOpen): it no longer holds what \(agreements) \(change)"
    }

    /// What somebody has to look at or do.
    var notes: [String] {
        let name = item.slug ?? "the files"
        guard item.isFree else {
            let next =
                item.slug.map {
                    "Put its text into your files (entente revise \($0) --load), have them say what "
                        + "you mean without \(agreements), propose that under another name (entente "
                        + "propose), and entente close \($0)"
                } ?? "Have them say what you mean without \(agreements): entente diff"
            return [
                "\(subject) written on \(areOpen). It holds what \(agreements) \(change) still, as "
                    + "it would break a rule without. \(next)"
            ]
        }
        var notes: [String] = []
        if !item.shared.isEmpty {
            notes.append(
                "\(name) and \(agreements) both change \(item.shared.joined(separator: ", ")): "
                    + "\(name) \(item.slug == nil ? "say" : "says") there what you wrote. Read it: "
                    + "entente diff" + (item.slug.map { " \($0)" } ?? ""))
        }
        if let kept = item.kept, let slug = item.slug, !item.words.isEmpty {
            let told = item.words.filter { $0.said.kind == .comment || $0.said.kind == .objection }
                .map { SyncText.parts([$0.said])[0] + ": \"\($0.text)\"" }
            let others = SyncText.parts(
                item.words.map(\.said).filter { $0.kind != .comment && $0.kind != .objection })
            notes.append(
                "What was said of \(slug) was about its text before, and no longer counts: "
                    + (others + told).joined(separator: "; ")
                    + ". Whoever still means it says it again; it is kept: git log \(kept)")
        }
        return notes
    }

    /// For programs.
    struct JSON: Encodable {
        struct Statement: Encodable {
            let by: String
            let kind: String
            let text: String
        }
        let agreements: [String]
        let framework: String
        let isFree: Bool
        let kept: String?
        let proposal: String?
        let shared: [String]
        let statements: [Statement]
    }

    var json: JSON {
        JSON(
            agreements: item.agreements, framework: item.framework, isFree: item.isFree,
            kept: item.kept, proposal: item.slug, shared: item.shared,
            statements: item.words.map {
                JSON.Statement(
                    by: $0.said.name, kind: $0.said.kind.rawValue.lowercased(), text: $0.text)
            })
    }
}
