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
        return try workspace.lives(
            of: changes.map(\.path), in: known, after: earlier, through: later
        ).compactMapValues(Self.origin)
    }

    private static func origin(of passages: [TermPassage]) -> ChangeOrigin? {
        let origins = passages.compactMap { passage in
            var origin = ChangeOrigin(passage)
            origin?.version = passage.version.number
            return origin
        }
        guard var origin = origins.last else { return nil }
        origin.remarks = origins.dropLast().flatMap(\.asRemarks) + origin.remarks
        return origin
    }
}
