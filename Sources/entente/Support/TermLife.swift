internal import Agreement
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// What became of a term over all versions, and what open proposals would make of it.
struct TermLife {
    let workspace: Workspace
    let history: History
    let framework: String

    /// All of it, newest first; nothing where nobody ever said anything at this path.
    func entries(of path: TermPath) throws -> [TermLifeReport.Entry] {
        let past =
            try history.frameworks[framework].map { try workspace.life(of: path, in: $0) } ?? []
        let open = try workspace.proposals(history: history).read
            .filter { $0.isOpen && $0.framework == framework }
        return try open.compactMap { try entry(of: path, in: $0) }
            + past.reversed().map(entry)
            .compactMap { entry(of: path, $0) }
    }

    /// The entry with nothing but what changes in the term; nil where nothing does.
    private func entry(
        of path: TermPath, _ entry: TermLifeReport.Entry
    ) -> TermLifeReport.Entry? {
        var entry = entry
        entry.comparison.changes = entry.comparison.changes(in: path)
        return entry.comparison.changes.isEmpty ? nil : entry
    }

    private func entry(_ passage: TermPassage) -> TermLifeReport.Entry {
        let version = passage.version
        let (old, new) = (passage.old.map(TermsDocument.init), TermsDocument(passage.new))
        let origin = ChangeOrigin(passage)
        return TermLifeReport.Entry(
            moment: "Version \(version.number), agreed on \(Moments.day(version.seconds))",
            proposal: version.origin?.slug, title: version.origin?.title,
            why: version.origin.flatMap { $0.why.isEmpty ? nil : $0.why },
            origin: origin.map { $0.without(why: version.origin?.why) },
            signers: version.signatures.map(\.name), comparison: Comparison(from: old, to: new),
            names: Names(new, old))
    }

    /// What an open proposal would make of it.
    private func entry(
        of path: TermPath, in proposal: Proposal
    ) throws -> TermLifeReport.Entry? {
        let comparing = Comparing(proposal)
        let changes = comparing.comparison.changes(in: path)
        guard !changes.isEmpty else { return nil }
        let origins = ChangeOrigins(
            changes, of: proposal, attribution: try workspace.attribution(of: proposal)
        ).origins
        let why = proposal.origin?.why
        let document = TermsDocument(proposal.candidate.proposed.files)
        return entry(
            of: path,
            TermLifeReport.Entry(
                moment: proposal.writtenOn == nil
                    ? "Proposed, and not agreed" : "Proposed on earlier terms, and not agreed",
                proposal: proposal.slug,
                title: proposal.origin?.title, why: why.flatMap { $0.isEmpty ? nil : $0 },
                origin: origins.sorted { $0.key < $1.key }.last?.value.without(why: why),
                signers: proposal.standing.map(\.person.name), comparison: comparing.comparison,
                names: Names(document)))
    }
}

extension ChangeOrigin {
    /// The same without a reason that is said anyway.
    fileprivate func without(why: String?) -> ChangeOrigin {
        var copy = self
        if copy.why == why { copy.why = nil }
        return copy
    }
}
