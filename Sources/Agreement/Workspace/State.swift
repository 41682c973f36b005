internal import Git
public import Terms

/// Terms that somebody names: `v3`, a proposal, `in-force`, `working`, a day, or a revision
/// (command-line.md, `<state>`).
public struct State: Sendable {
    /// What people call it: `version 3`, `the proposal lower-fee`, `the working files`.
    public let label: String
    /// The files; nil where there are none at that state.
    public let files: TermsFiles?
    /// The version, where it is one.
    public let version: Int?
    /// Where the files lie that the terms name and do not hold.
    public let companions: CompanionPlace

    /// Why there is nothing to see, where there are no files.
    public func emptiness(of framework: String) -> String {
        label == Self.nothing
            ? "nothing of \(framework) is agreed yet" : "\(framework) has no terms in \(label)"
    }

    static let nothing = "nothing agreed"
}

extension Workspace {
    /// Finds the terms of a framework that a word means.
    ///
    /// - Throws: ``Problem`` where nothing has that name.
    public func state(_ word: String, of framework: String, history: History) throws -> State {
        let known = history.frameworks[framework]
        switch word {
        case "working":
            return State(
                label: "the working files", files: try workingTerms(of: framework), version: nil,
                companions: .workingFiles)
        case "in-force":
            return State(
                label: known.map { "version \($0.inForce.number), in force" } ?? State.nothing,
                files: try known?.terms.files, version: known?.inForce.number,
                companions: try .commit(main()))
        default:
            break
        }
        if word.hasPrefix("@") {
            return try state(onDay: word, of: framework, known: known)
        }
        if word.hasPrefix("v"), let number = Int(word.dropFirst()) {
            guard let version = try known?.versions(.number(number)).first else {
                let count = known?.inForce.number ?? 0
                throw Problem(
                    "no-such-version", .unable, "\(framework) has no version \(number)",
                    next: count == 0
                        ? "Nothing is agreed yet; see entente status"
                        : "The versions are v1 to v\(count); see entente log \(framework)")
            }
            return State(
                label: "version \(number)", files: try store.terms(version.tree).files,
                version: number, companions: .commit(version.commit))
        }
        if Identifier.isValid(word) || word.contains("/"),
            let reference = try findProposal(word, of: framework)
        {
            let tree = try store.termsTree(of: framework, in: reference.tip)
            return State(
                label: "the proposal \(reference.slug)",
                files: try tree.map { try store.terms($0).files }, version: nil,
                companions: try companionPlace())
        }
        if let commit = try commit(word) {
            let tree = try store.termsTree(of: framework, in: commit)
            return State(
                label: "revision \(word)", files: try tree.map { try store.terms($0).files },
                version: nil, companions: .commit(commit))
        }
        throw Problem(
            "no-such-state", .unable, "`\(word)` is neither a version, a proposal nor a revision",
            next: "Try v1, in-force, working, a proposal's name or @2027-01-31")
    }

    /// The commit that a word means to Git; nil where it means none.
    private func commit(_ word: String) throws -> ObjectID? {
        do {
            return try repository.resolve(revision: word)
        } catch let error as GitError where [.invalidName, .wrongKind].contains(error.code) {
            return nil
        } catch let error as GitError where error.code == .ambiguous {
            // Git takes no fewer letters for a short id.
            guard word.utf8.count >= 4 else { return nil }
            throw Problem(
                "no-such-state", .unable, "several revisions begin with `\(word)`",
                next: "Write more of the one that you mean", detail: error.description)
        }
    }

    private func state(
        onDay word: String, of framework: String, known: FrameworkHistory?
    ) throws -> State {
        let day: CalendarDate
        do {
            day = try CalendarDate(parsing: String(word.dropFirst()))
        } catch {
            throw Problem("bad-date", .unable, error.message, next: "Write it like @2027-01-31")
        }
        let version = try known?.versions().last {
            CalendarDate(secondsSince1970: $0.seconds) <= day
        }
        let label = version.map { "version \($0.number)" } ?? State.nothing
        return State(
            label: "\(label) (in force on \(day) by the times that commits name; indicative)",
            files: try version.map { try store.terms($0.tree).files }, version: version?.number,
            companions: .commit(try version?.commit ?? main()))
    }
}
