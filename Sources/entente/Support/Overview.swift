internal import Agreement
internal import Git
internal import Records
internal import Redline
internal import Reports
internal import SSHSignature
internal import Terms

/// What `status` says about one framework.
struct Overview {
    struct JSON: Encodable {
        let framework: String
        let fingerprint: String?
        let inForce: VersionJSON?
        let me: String?
        let proposals: [ProposalJSON]
        let recordsToConfirm: [String]
        let due: [DueText.JSON]
        let drifts: [DriftText.JSON]
        let reviewOn: String?
        let title: String?
        let waitsOnMe: [String]
        let workingFiles: String
    }

    private let name: String
    private let history: FrameworkHistory?
    private let inForce: TermsInForceText?
    private let title: String?
    private let proposals: [ListedProposal]
    private let me: KeyHolder?
    private let update: WaitingUpdate?
    /// The key of whoever asks, where it is retired.
    private let retiredKey: PublicKey?
    private let working: String
    private let isBroken: Bool
    /// What others recorded and the party of whoever asks has said nothing of yet.
    private let toConfirm: [RecordID]
    /// What is not kept; nil where nobody keeps records that would show it.
    private let drift: DriftText?

    init(
        _ name: String, history: History, inForce: TermsInForceText?,
        proposals: [ListedProposal], files: Digest?, update: WaitingUpdate?, me key: PublicKey?,
        workspace: Workspace
    ) throws {
        self.name = name
        self.history = history.frameworks[name]
        self.inForce = inForce
        self.proposals = proposals
        isBroken = history.breach != nil
        drift = try inForce?.book.map {
            DriftText(
                try AuditedFramework(
                    name, book: $0, workspace: workspace, history: history, at: nil))
        }
        me = key.flatMap { key in
            inForce?.holder(of: key) ?? proposals.lazy.compactMap { $0.holder(of: key) }.first
        }
        toConfirm = try inForce?.recordsToConfirm(by: me, in: self.history) ?? []
        retiredKey = me == nil ? key.flatMap { inForce?.isRetired($0) == true ? $0 : nil } : nil
        title =
            try inForce?.title ?? proposals.first?.title
            ?? (workspace.repository.isBare ? nil : workspace.workingTerms(of: name))
            .flatMap { TermsDocument($0).title }
        self.update = update
        working =
            try update?.working
            ?? Self.describe(
                files, of: name, in: workspace, history: history, proposals: proposals)
    }

    var json: JSON {
        JSON(
            framework: name, fingerprint: history?.founding.description,
            inForce: history.map { VersionJSON($0.inForce) }, me: me?.person,
            proposals: proposals.map(\.json), recordsToConfirm: toConfirm.map(\.description),
            due: inForce?.due.json ?? [], drifts: drift?.json ?? [], reviewOn: inForce?.reviewOn,
            title: title, waitsOnMe: proposals.filter(isMine).map(\.slug), workingFiles: working)
    }

    func print(to console: Console) {
        let style = console.style
        console.print(style.bold(TextRules.visible(title ?? name)) + "  (\(name))")
        if let history {
            let version = history.inForce
            let signers = Set(version.signatures.map(\.name)).sorted().joined(separator: ", ")
            let since = "version \(version.number) since \(Moments.day(version.seconds))"
            console.print(
                "  In force     "
                    + style.wrap("\(since), signed by \(signers)", indent: 0, hanging: 15))
            console.print(label: "  Fingerprint  ", digest: history.founding)
        } else {
            console.print("  In force     nothing is agreed yet")
        }
        if let me {
            console.print(
                "  You          " + TextRules.visible("\(me.name) for \(me.party)"))
        } else if let retiredKey {
            console.print(
                "  You          "
                    + style.wrap(
                        "your key \(retiredKey.fingerprint) is retired here; name another one with "
                            + "--key FILE", indent: 0, hanging: 15))
        }
        if let reviewOn = inForce?.reviewOn { console.print("  Next review  \(reviewOn)") }
        for (label, line) in (inForce?.due.lines ?? []) + (drift?.lines ?? []) {
            console.print("  " + label + style.wrap(line, indent: 0, hanging: 15))
        }
        console.print(
            "  Your files   "
                + style.wrap(working, indent: 0, hanging: 15))
        let others = proposals.filter { !isMine($0) }
        let mine = proposals.filter(isMine)
        section("Waits on you", mine, console: console)
        if !toConfirm.isEmpty {
            if mine.isEmpty { console.print("\n" + style.bold("  Waits on you")) }
            console.print(
                line: StyledText(
                    "\(toConfirm.count) \(toConfirm.count == 1 ? "record" : "records") to confirm: "
                        + TermsInForceText.confirming(name)), indent: 4, hanging: 6)
        }
        section(me == nil ? "Open proposals" : "Waits on others", others, console: console)
        console.print("")
    }

    private func section(_ heading: String, _ proposals: [ListedProposal], console: Console) {
        guard !proposals.isEmpty else { return }
        console.print("\n" + console.style.bold("  \(heading)"))
        for proposal in proposals {
            let command =
                isBroken ? nil : proposal.next(for: me?.person, during: update)
            for line in proposal.lines.fitted(to: console.style, indent: 4, command: command) {
                console.print(line)
            }
        }
    }

    /// Whether the person behind the key can do the next step.
    private func isMine(_ proposal: ListedProposal) -> Bool {
        me.map { proposal.waits(on: $0, during: update) } ?? false
    }

    private static func describe(
        _ digest: Digest?, of name: String, in workspace: Workspace, history: History,
        proposals: [ListedProposal]
    ) throws -> String {
        let inForce = history.frameworks[name]
        if workspace.repository.isBare { return "none: this is a bare workspace" }
        guard let digest else { return "none" }
        if digest == inForce?.inForce.digest { return "the text in force" }
        if let proposal = proposals.first(where: { $0.digest == digest.description }) {
            return "the text of the proposal \(proposal.slug)"
        }
        guard let inForce else { return "a draft; entente check, then entente propose" }
        let (old, new) = try workspace.workingChanges(of: name, history: history)
        guard let before = old.files, let after = new.files else { return "none" }
        let comparison = Comparison(from: TermsDocument(before), to: TermsDocument(after))
        let version = inForce.inForce.number
        return "changed: \(comparison.summary) "
            + (old.version == version
                ? "entente diff shows it"
                : "It contradicts version \(version): entente propose, then entente update "
                    + "brings them together")
    }
}
