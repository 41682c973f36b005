public import Git
public import SSHSignature
internal import Terms

/// A text that somebody knows already, to see what is new since.
public struct EarlierText: Sendable {
    /// The text, and what people call it.
    public let state: State
    /// Up to where the steps of the proposal are known, too; nil where none is.
    public let commit: ObjectID?
}

extension Workspace {
    /// The text that a word means to readers of a proposal: `last`, what the person behind a key
    /// last signed or objected to; the id of a person, for what that one did; a day, for what there
    /// was at its end; or any statement, version or state.
    ///
    /// - Throws: ``Problem`` where there is no such text; `GitError`.
    public func text(
        since word: String, in proposal: Proposal, me key: PublicKey?, history: History
    ) throws -> EarlierText {
        let candidate = proposal.candidate
        let registries = [candidate.inForce?.registry, candidate.proposed.registry]
        if word == "last" {
            guard let key, let me = registries.lazy.compactMap({ $0?.owner(of: key) }).first else {
                throw Problem(
                    "nobody", .unable, "who you are is not known, so neither is your last look",
                    next: "Name your key with --key FILE, or a person: --since ada")
            }
            return try lastLook(of: me, at: proposal, history: history)
        }
        if let person = registries.lazy.compactMap({ $0?.person(word) }).first {
            return try lastLook(of: person, at: proposal, history: history)
        }
        let day = try? CalendarDate(parsing: word.hasPrefix("@") ? String(word.dropFirst()) : word)
        if let day { return try text(at: day, of: proposal, history: history) }
        let state = try state(word, of: proposal.framework, history: history)
        guard case .commit(let commit) = state.companions, state.version == nil else {
            return EarlierText(state: state, commit: nil)
        }
        let said = proposal.said.first { $0.signed.id == commit }
        return try said.map { try text(of: $0.signed, by: $0.person) }
            ?? EarlierText(state: state, commit: commit)
    }

    /// What a person last signed or objected to: on the proposal, or else as a version.
    private func lastLook(
        of person: Registry.Person, at proposal: Proposal, history: History
    ) throws -> EarlierText {
        let said = proposal.said.last { who, signed in
            who.id == person.id && [.signOff, .objection].contains(signed.statement.kind)
                && signed.terms != nil
        }
        if let said { return try text(of: said.signed, by: person) }
        let versions = try history.frameworks[proposal.framework]?.versions() ?? []
        guard
            let version = versions.last(where: {
                $0.signatures.contains { $0.person == person.id }
            })
        else {
            throw Problem(
                "no-last-look", .no,
                "\(person.name) has neither signed nor objected to anything of "
                    + proposal.framework, next: "entente review \(proposal.slug) shows all of it")
        }
        return EarlierText(
            state: State(
                label: "version \(version.number), which \(person.name) signed",
                files: try store.terms(version.tree).files, version: version.number,
                companions: .commit(version.commit)), commit: nil)
    }

    private func text(
        of signed: SignedStatement, by person: Registry.Person
    ) throws -> EarlierText {
        let deed =
            switch signed.statement.kind {
            case .signOff: "signed"
            case .objection: "objected to"
            case .withdrawal: "no longer signed"
            case .comment: "commented on"
            case .closing: "closed"
            }
        let day = CalendarDate(secondsSince1970: signed.committer.seconds)
        return EarlierText(
            state: State(
                label: "what \(person.name) \(deed) on \(day)",
                files: try signed.terms.map { try store.terms($0).files }, version: nil,
                companions: .commit(signed.id)), commit: signed.id)
    }

    /// The text of a proposal at the end of a day, or what was in force where there was none yet.
    private func text(
        at day: CalendarDate, of proposal: Proposal, history: History
    ) throws -> EarlierText {
        let steps = try attribution(of: proposal).steps.filter { step in
            step.author.map { CalendarDate(secondsSince1970: $0.seconds) <= day } ?? false
        }
        guard let last = steps.last else {
            return EarlierText(
                state: try state("@\(day)", of: proposal.framework, history: history), commit: nil)
        }
        let tree = try store.termsTree(of: proposal.framework, in: last.commit)
        return EarlierText(
            state: State(
                label: "its text on \(day), by the times that commits name",
                files: try tree.map { try store.terms($0).files }, version: nil,
                companions: .commit(last.commit)), commit: last.commit)
    }
}
