internal import Terms

/// Who changed what, by the places in a document.
struct ChangeAuthors {
    /// Whoever changed exactly the term at a place.
    private var exact: [String: Tracking] = [:]
    /// Whoever changed all that changed below a place; nil where several did.
    private var common: [String: Tracking?] = [:]
    /// Whoever changed the sentences of a clause, by its place.
    private var sentences: [String: SentenceAuthors] = [:]

    init(
        _ authors: [TermPath: Tracking], sentences: [TermPath: [(Tracking, [String])]] = [:]
    ) {
        for (path, parts) in sentences { self.sentences[Anchor(path).id] = SentenceAuthors(parts) }
        for (path, tracking) in authors {
            exact[Anchor(path).id] = tracking
            var place = path.parent
            while let above = place {
                let id = Anchor(above).id
                if let known = common[id] {
                    if known != tracking { common[id] = .some(nil) }
                } else {
                    common[id] = tracking
                }
                place = above.parent
            }
        }
    }

    /// Who changed the sentences of the clause at a place, where several did.
    func sentences(at anchor: Anchor) -> SentenceAuthors? { sentences[anchor.id] }

    /// Who changed what stands at a place: the term itself, else what it belongs to, else all that
    /// changed in it. Nil where nobody did, and where several did.
    func tracking(at anchor: Anchor) -> Tracking? {
        var id = anchor.id[...]
        while true {
            if let found = exact[String(id)] { return found }
            guard let end = id.lastIndex(of: ".") else { break }
            id = id[..<end]
        }
        return common[anchor.id] ?? nil
    }
}
