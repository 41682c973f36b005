internal import Agreement
internal import Redline
internal import Reports
internal import Terms

/// Where the changes between two agreed versions come from: the proposals in between.
struct VersionOrigins {
    let workspace: Workspace
    let history: History
    let framework: String

    /// Who had the last word on each term, and what there was before. Nothing where one of the
    /// states is no version, or the new one is the older of them: then nobody proposed that.
    func origins(
        of changes: [TermChange], from old: State, to new: State
    ) throws -> [TermPath: ChangeOrigin] {
        guard let known = history.frameworks[framework], let later = new.version,
            let earlier = old.version ?? (old.files == nil ? 0 : nil), earlier < later
        else { return [:] }
        let lives = try workspace.lives(
            of: changes.map(\.path), in: known, after: earlier, through: later)
        var origins = lives.compactMapValues(Self.origin)
        for change in changes where change.isClause {
            let edits = (lives[change.path] ?? []).compactMap { Self.edit(of: change, $0) }
            let parts = SentenceOrigins.parts(of: change, edits)
            if !parts.isEmpty { origins[change.path]?.parts = parts }
        }
        return origins
    }

    private static func origin(of passages: [TermPassage]) -> ChangeOrigin? {
        let origins = passages.compactMap { origin(of: $0) }
        guard var origin = origins.last else { return nil }
        origin.remarks = origins.dropLast().flatMap(\.asRemarks) + origin.remarks
        return origin
    }

    private static func origin(
        of passage: TermPassage, steps: [ProposalStep]? = nil
    ) -> ChangeOrigin? {
        var origin = ChangeOrigin(passage, steps: steps)
        origin?.version = passage.version.number
        return origin
    }

    private static func edit(
        of change: TermChange, _ passage: TermPassage
    ) -> SentenceOrigins.Edit? {
        let file = change.path.section + ".md"
        return origin(of: passage).map {
            SentenceOrigins.Edit(
                origin: $0, old: passage.old?[file], new: passage.new[file],
                steps: passage.edits.compactMap { edit in
                    origin(of: passage, steps: [edit.step]).map {
                        SentenceOrigins.Edit(origin: $0, old: edit.old, new: edit.new)
                    }
                })
        }
    }
}
