internal import Terms

/// What the name of a pushed reference means to the rules (trust.md, "Refs" and "The server").
enum ReferenceName {
    /// The agreed history.
    case main
    /// A proposal.
    case proposal(framework: String, slug: String)
    /// A name that nobody may push: as no other, or as too like another.
    case refused(Problem)
    /// Anything else, which is the host's business.
    case other

    init(_ name: String) {
        // On a file system that knows no capitals, `refs/heads/Main` is `refs/heads/main`.
        let folded = FoldedName.of(name)
        if name == References.main {
            self = .main
        } else if name.hasPrefix(References.proposals),
            let (framework, slug) = ProposalReference.names(in: name)
        {
            self = .proposal(framework: framework, slug: slug)
        } else if folded.isIn("refs/replace") {
            self = .refused(
                Problem(
                    "replaced-objects", .no, "it would replace objects by others",
                    next: "git push without refs/replace"))
        } else if folded.isIn("refs/entente") {
            self = .refused(
                Problem(
                    "private-reference", .no,
                    "it is what one computer remembers, and is not for others",
                    next: "Push main and proposals only; not with --mirror"))
        } else if folded.isIn("refs/heads/proposals") {
            self = .refused(
                Problem(
                    "bad-name", .no, "it is not the name of a proposal",
                    next: "Name it proposals/<framework>/<slug>, in lower-case letters, digits "
                        + "and hyphens"))
        } else if folded.isIn(References.main) || Self.isAmbiguous(folded) {
            self = .refused(
                Problem(
                    "ambiguous-name", .no,
                    "its name could be taken for that of the agreed history or of a proposal",
                    next: "Choose another name"))
        } else {
            self = .other
        }
    }

    /// Whether Git might find this reference where somebody says `main`, `heads/main` or the name
    /// of a proposal: it looks for a word behind each of these, in this order.
    private static func isAmbiguous(_ folded: String) -> Bool {
        for place in ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"]
        where folded.hasPrefix(place) {
            let word = folded.dropFirst(place.count)
            for start in ["", "heads/", "refs/heads/"] where word.hasPrefix(start) {
                let rest = String(word.dropFirst(start.count))
                if rest.isIn("main") || rest.isIn("proposals") { return true }
            }
        }
        return false
    }
}

extension String {
    /// Whether this is a name, or something in the folder of that name.
    fileprivate func isIn(_ name: String) -> Bool { self == name || hasPrefix(name + "/") }
}
