internal import Agreement
internal import Git
internal import Records
internal import Redline
internal import Reports
internal import SSHSignature
internal import Terms

/// What `status` says about one framework.
struct Overview: Sendable {
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
    /// The version in force, and the digest of the first one; nil where nothing is agreed yet.
    private let agreed: (version: Version, founding: Digest)?
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
        let known = history.frameworks[name]
        agreed = known.map { ($0.inForce, $0.founding) }
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
        toConfirm = try inForce?.recordsToConfirm(by: me, in: known) ?? []
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
        get throws {
            JSON(
                framework: name, fingerprint: agreed?.founding.description,
                inForce: agreed.map { VersionJSON($0.version) }, me: me?.person,
                proposals: try proposals.map { try $0.json.value },
                recordsToConfirm: toConfirm.map(\.description), due: inForce?.due.json ?? [],
                drifts: drift?.json ?? [], reviewOn: inForce?.reviewOn, title: title,
                waitsOnMe: proposals.filter(isMine).map(\.slug), workingFiles: working)
        }
    }

    /// All of it, as it is printed.
    func text(on console: Console) throws -> String {
        let style = console.style
        var lines: [String] = []
        lines.append(style.bold(TextRules.visible(title ?? name)) + "  (\(name))")
        if let (version, founding) = agreed {
            lines.append(
                "  In force     "
                    + style.wrap("version " + VersionText(version).line, indent: 0, hanging: 15))
            lines.append(console.text(label: "  Fingerprint  ", digest: founding))
        } else {
            lines.append("  In force     nothing is agreed yet")
        }
        if let me {
            lines.append(
                "  You          " + TextRules.visible("\(me.name) for \(me.party)"))
        } else if let retiredKey {
            lines.append(
                "  You          "
                    + style.wrap(
                        "your key \(retiredKey.fingerprint) is retired here; name another one with "
                            + "--key FILE", indent: 0, hanging: 15))
        }
        if let reviewOn = inForce?.reviewOn { lines.append("  Next review  \(reviewOn)") }
        for (label, line) in (inForce?.due.lines ?? []) + (drift?.lines ?? []) {
            lines.append("  " + label + style.wrap(line, indent: 0, hanging: 15))
        }
        lines.append(
            "  Your files   "
                + style.wrap(working, indent: 0, hanging: 15))
        let others = proposals.filter { !isMine($0) }
        let mine = proposals.filter(isMine)
        lines += try section("Waits on you", mine, on: console)
        if !toConfirm.isEmpty {
            if mine.isEmpty { lines.append("\n" + style.bold("  Waits on you")) }
            lines.append(
                console.text(
                    line: StyledText(
                        "\(toConfirm.count) \(toConfirm.count == 1 ? "record" : "records") to confirm: "
                            + TermsInForceText.confirming(name)), indent: 4, hanging: 6))
        }
        lines += try section(
            me == nil ? "Open proposals" : "Waits on others", others, on: console)
        lines.append("")
        return lines.joined(separator: "\n")
    }

    private func section(
        _ heading: String, _ proposals: [ListedProposal], on console: Console
    ) throws -> [String] {
        guard !proposals.isEmpty else { return [] }
        var lines: [String] = []
        lines.append("\n" + console.style.bold("  \(heading)"))
        for proposal in proposals {
            let command =
                isBroken ? nil : proposal.next(for: me, during: update)
            lines += try proposal.lines.value
                .fitted(to: console.style, indent: 4, command: command)
        }
        return lines
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
        if let unfinished = workspace.unfinishedGit {
            return "in the middle of a git \(unfinished.command): \(unfinished.next)"
        }
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
        let draft = "changed: \(comparison.summary) "
        let reference = try workspace.proposal(underDraftOf: name, history: history)
        if let proposal = proposals.first(where: { $0.slug == reference?.slug }) {
            return draft + "It goes on with \(proposal.slug): "
                + (proposal.isOutdated ? "entente update \(proposal.slug), then " : "")
                + "entente revise \(proposal.slug)"
        }
        return draft
            + (old.version == version
                ? "entente diff shows it"
                : "It contradicts version \(version): entente propose, then entente update "
                    + "brings them together")
    }
}
