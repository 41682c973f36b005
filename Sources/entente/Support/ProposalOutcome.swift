internal import Agreement
internal import Merging
internal import Redline
internal import Reports
internal import Terms

/// What a command did to a proposal: what it changes now, whose sign-offs it voids, what is next.
struct ProposalOutcome {
    private let proposal: Proposal
    private let voided: [Registry.Person]
    private let flags: [MergeFlag]
    private let document: TermsDocument
    private let conflicts: [MergeConflict]

    init(_ made: Workspace.Proposed) {
        proposal = made.proposal
        voided = made.voided
        flags = made.flags
        document = made.document
        conflicts = made.conflicts
    }

    func print(_ sentence: String, to console: Console) throws {
        if console.wantsJSON {
            try console.print(json: ProposalJSON(proposal, flags: flags))
            return
        }
        console.print(sentence)
        if !conflicts.isEmpty { return printContradiction(to: console) }
        if proposal.candidate.inForce != nil {
            let summary = Comparing(proposal, read: document).comparison.summary
            console.print(console.style.wrap("It changes: \(summary)", indent: 2))
        }
        if !voided.isEmpty {
            let names = voided.map(\.name).joined(separator: ", ")
            console.print(
                console.style.wrap(
                    "This voids the sign-off of \(TextRules.visible(names)): a sign-off covers "
                        + "exactly the text that was signed.", indent: 2))
        }
        for flag in flags { console.print(console.style.wrap(flag.sentence, indent: 2)) }
        let text = ProposalText(proposal: proposal)
        console.print(
            console.style.wrap(TextRules.visible(text.stateSentence), indent: 2))
        if proposal.candidate.changedFiles.contains(SectionName.parties.file),
            let registry = proposal.candidate.proposed.registry
        {
            LockOutNote.print(registry.lockOuts, to: console)
        }
        if proposal.candidate.changedFiles.isEmpty {
            console.note("Next: entente close \(proposal.slug) --reason \"...\"")
        } else if let obstacle = proposal.judgement.obstacles.first {
            let cure = obstacle.next ?? "entente check \(proposal.framework) --at \(proposal.slug)"
            console.note("Next: \(TextRules.visible(cure)), then entente revise \(proposal.slug)")
        } else if proposal.judgement.holds {
            console.note("Next: entente agree \(proposal.slug)")
        } else {
            console.note(
                "Next: read it with entente diff \(proposal.slug), then entente sign "
                    + proposal.slug)
        }
    }
}

extension ProposalOutcome {
    /// A proposal that contradicts what came into force while somebody wrote it.
    private func printContradiction(to console: Console) {
        let version = proposal.candidate.version - 1
        if let base = proposal.outdatedBase?.files {
            let summary = Comparison(from: TermsDocument(base), to: document).summary
            console.print(
                console.style.wrap(
                    "It changes the terms that it was written on: \(summary)", indent: 2))
        }
        let told =
            conflicts.count == 1
            ? "\(conflicts[0].label): \(conflicts[0].sentence)"
            : "Both changed \(conflicts.count) terms, in different ways."
        console.print(
            console.style.wrap(
                TextRules.visible(
                    "It contradicts version \(version), which came into force since your working "
                        + "files were taken. \(told)"), indent: 2))
        console.note("Next: entente update \(proposal.slug), which lets you decide what holds")
    }
}

extension MergeFlag {
    /// What is to be read again, and why.
    var sentence: String {
        "Read \(TextRules.visible(label)) as a whole: both sides changed it, in different places."
    }
}
