internal import Agreement
internal import ArgumentParser
internal import Git
internal import Obligations
internal import Records
internal import Redline
internal import Reports
internal import SSHSignature
internal import Terms

/// `status`: what waits on whom, on one screen.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What waits on you and on others, what is in force, what is due, what drifts.",
        discussion: "Example: entente status")

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.history()
        var names = try session.frameworks(in: workspace, history: history)
        if framework.framework != nil {
            names = [
                try session.framework(framework.framework, in: workspace, history: history)
            ]
        }
        let (all, unreadable) = try workspace.proposals(history: history)
        let open = all.filter { $0.isOpen && names.contains($0.framework) }
        let me = try await whoAmI(session, workspace, history: history, proposals: open)
        let overview = try names.map {
            try Overview(
                $0, history: history, proposals: open, me: me, workspace: workspace)
        }
        if options.json {
            try session.console.print(
                json: Answer(
                    frameworks: overview.map(\.json),
                    violation: history.breach.map { $0.violations[0].message }))
        } else {
            if names.isEmpty {
                session.console.print("There is no framework here yet.")
                session.console.note("Next: entente new <framework> --template contract")
            }
            for item in overview { item.print(to: session.console) }
            for (reference, problem) in unreadable {
                session.console.note(
                    TextRules.visible("\(reference.slug) can't be read: \(problem.message)"))
            }
        }
        if let breach = history.breach {
            throw Problem(
                "does-not-verify", .no,
                "the shared history breaks a rule (\(breach.violations[0].rule.rawValue)): "
                    + breach.violations[0].message, next: "entente verify")
        }
    }

    /// The person behind the key that would sign, where one can be found.
    private func whoAmI(
        _ session: Session, _ workspace: Workspace, history: History, proposals: [Proposal]
    ) async throws -> PublicKey? {
        var known = Set(try history.registries().flatMap(\.keys))
        for proposal in proposals { known.formUnion(workspace.knownKeys(of: proposal)) }
        do {
            return try await SSHKeygen(session.environment)
                .findKey(named: key.key, in: workspace, known: known).publicKey
        } catch let problem as Problem where key.key == nil {
            session.console.detail("Who you are is not known: \(problem.message)")
            return nil
        }
    }

    private struct Answer: Encodable {
        let frameworks: [Overview.JSON]
        let violation: String?
    }
}

/// What `status` says about one framework.
struct Overview {
    struct JSON: Encodable {
        let framework: String
        let fingerprint: String?
        let inForce: VersionJSON?
        let me: String?
        let proposals: [ProposalJSON]
        let due: [DueText.JSON]
        let drifts: [DriftText.JSON]
        let reviewOn: String?
        let title: String?
        let waitsOnMe: [String]
        let workingFiles: String
    }

    private let name: String
    private let history: FrameworkHistory?
    private let document: TermsDocument?
    private let title: String?
    private let proposals: [Proposal]
    private let me: (person: Registry.Person, party: Registry.Party)?
    private let working: String
    private let isBroken: Bool
    private let due: DueText?
    /// What is not kept; nil where nobody keeps records that would show it.
    private let drift: DriftText?

    init(
        _ name: String, history: History, proposals: [Proposal], me key: PublicKey?,
        workspace: Workspace
    ) throws {
        self.name = name
        self.history = history.frameworks[name]
        isBroken = history.breach != nil
        self.proposals = proposals.filter { $0.framework == name }
        document = try self.history.map { TermsDocument(try $0.terms.files) }
        let book = RecordBook(try workspace.records(of: name, in: history))
        due = document.map { DueText($0, book: book, today: workspace.environment.today) }
        drift =
            book.records.isEmpty
            ? nil
            : DriftText(
                try AuditedFramework(
                    name, book: book, workspace: workspace, history: history, at: nil))
        let registries =
            [try self.history?.terms.registry]
            + self.proposals.map(\.candidate.proposed.registry)
        me =
            registries.lazy.compactMap { registry in
                guard let registry, let key, let person = registry.owner(of: key),
                    let party = registry.party(person.party)
                else { return nil }
                return (person, party)
            }.first
        let files = workspace.repository.isBare ? nil : try workspace.workingTerms(of: name)
        title =
            document?.title ?? self.proposals.first?.candidate.proposed.title
            ?? files.flatMap { TermsDocument($0).title }
        working = Self.describe(
            files, isBare: workspace.repository.isBare, inForce: try self.history?.terms,
            proposals: self.proposals)
    }

    var json: JSON {
        JSON(
            framework: name, fingerprint: history?.founding.description,
            inForce: history.map { VersionJSON($0.inForce) }, me: me?.person.id,
            proposals: proposals.map { ProposalJSON($0) }, due: due?.json ?? [],
            drifts: drift?.json ?? [], reviewOn: reviewOn, title: title,
            waitsOnMe: mine.map(\.slug), workingFiles: working)
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
                "  You          " + TextRules.visible("\(me.person.name) for \(me.party.name)"))
        }
        if let reviewOn { console.print("  Next review  \(reviewOn)") }
        for (label, line) in (due?.lines ?? []) + (drift?.lines ?? []) {
            console.print("  " + label + style.wrap(line, indent: 0, hanging: 15))
        }
        console.print(
            "  Your files   "
                + style.wrap(working, indent: 0, hanging: 15))
        let others = proposals.filter { proposal in !mine.contains { $0.slug == proposal.slug } }
        section("Waits on you", mine, console: console)
        section(me == nil ? "Open proposals" : "Waits on others", others, console: console)
        console.print("")
    }

    private func section(_ heading: String, _ proposals: [Proposal], console: Console) {
        guard !proposals.isEmpty else { return }
        console.print("\n" + console.style.bold("  \(heading)"))
        for proposal in proposals {
            let text = ProposalText(proposal: proposal)
            let lines = text.lines(
                style: console.style, indent: 4, command: command(for: proposal))
            for line in lines { console.print(line) }
        }
    }

    private func command(for proposal: Proposal) -> String? {
        if isBroken { return nil }
        if proposal.outdatedBase != nil { return "entente revise \(proposal.slug)" }
        if !proposal.judgement.obstacles.isEmpty {
            return "entente check \(name) --at \(proposal.slug)"
        }
        if proposal.judgement.holds { return "entente agree \(proposal.slug)" }
        return waits(on: me?.person, proposal) ? "entente sign \(proposal.slug)" : nil
    }

    /// The proposals on which the person behind the key can do the next step.
    private var mine: [Proposal] {
        guard let me else { return [] }
        return proposals.filter { $0.judgement.holds || waits(on: me.person, $0) }
    }

    private func waits(on person: Registry.Person?, _ proposal: Proposal) -> Bool {
        person.map { proposal.judgement.waitingPeople.contains($0.id) } ?? false
    }

    private var reviewOn: String? {
        document?[TermPath(section: "framework").appending("review-on")]?.text
    }

    private static func describe(
        _ files: TermsFiles?, isBare: Bool, inForce: StoredTerms?, proposals: [Proposal]
    ) -> String {
        if isBare { return "none: this is a bare workspace" }
        guard let files else { return "none" }
        let digest = files.digest
        if digest == inForce?.digest { return "the text in force" }
        if let proposal = proposals.first(where: { $0.candidate.proposed.digest == digest }) {
            return "the text of the proposal \(proposal.slug)"
        }
        guard let inForce else { return "a draft; entente check, then entente propose" }
        let comparison = Comparison(
            from: TermsDocument(inForce.files), to: TermsDocument(files))
        return "changed: \(comparison.summary) entente diff shows it"
    }
}
