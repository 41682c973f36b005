internal import Git
internal import Terms

extension Workspace {
    /// Moves what was decided, one reference after the other; false where somebody else changed
    /// one of them meanwhile, and it has to be decided anew.
    ///
    /// `main` comes last: whatever it leaves behind has a name before it moves.
    func apply(
        _ main: MainPlan, _ proposals: ProposalPlan, _ drafts: [FreedDraft]
    ) throws -> Bool {
        try repository.withWorkspaceLock { _ in
            guard try self.main() == main.local else { return false }
            if main.isRemade, try proposalReferences() != main.proposals { return false }
            for proposal in proposals.regrounded { try keep(proposal) }
            if !main.leftOut.isEmpty { try keep(main.local, as: References.left(main.local)) }
            do {
                for move in proposals.moves where move.new != nil { try apply(move) }
                try moveMain(main, drafts)
                for move in proposals.moves where move.new == nil { try apply(move) }
            } catch let error as GitError where error.code == .modified {
                return false
            }
            if main.history.tip != nil {
                cache?.save(main.history)
                know(main.history)
                try pinFoundings(of: main.history.frameworks.values)
            }
            return true
        }
    }

    /// Gives the versions that came a name of Git's.
    func tagVersions(in news: [SyncReport.News], of history: History) throws {
        guard !news.isEmpty else { return }
        try repository.withWorkspaceLock { _ in
            for case .version(let framework, let number, _, _) in news {
                let tag = References.tag(framework, number)
                // One of an agreement that gave way names another commit.
                let known = try repository.reference(tag)
                guard
                    let version = try history.frameworks[framework]?.versions(.number(number))
                        .first,
                    known != version.commit
                else { continue }
                try repository.setReference(
                    tag, to: version.commit, expecting: known, reason: "sync", by: housekeeper)
            }
        }
    }

    /// Keeps what a proposal was before it was written anew.
    private func keep(_ proposal: Regrounding.Made) throws {
        if let name = proposal.told.kept { try keep(proposal.old.tip, as: name) }
    }

    private func keep(_ commit: ObjectID, as name: String) throws {
        guard try repository.reference(name) == nil else { return }
        try repository.setReference(
            name, to: commit, expecting: nil, reason: "gave way", by: housekeeper)
    }

    private func apply(_ move: ProposalPlan.Move) throws {
        let isCheckedOut = try repository.head() == .branch(move.branch)
        if let new = move.new {
            try repository.setReference(
                move.branch, to: new, expecting: move.old, reason: "sync", by: housekeeper)
            guard isCheckedOut, !repository.isBare, let old = move.old else { return }
            _ = try repository.updateWorkingFiles(
                under: "", from: try repository.commit(old).tree,
                to: try repository.commit(new).tree)
        } else if let old = move.old, !isCheckedOut {
            try repository.deleteReference(move.branch, expecting: old)
        }
    }

    private func moveMain(_ plan: MainPlan, _ drafts: [FreedDraft]) throws {
        guard let tip = plan.history.tip else { return }
        guard tip != plan.local else {
            try rememberVerified(tip)
            return
        }
        for draft in drafts { try draft.apply(in: self, main: plan.local) }
        if plan.isRemade { try giveWay(plan) }
        try beginCheckout(from: plan.local, before: plan.before, to: plan.history) {
            try repository.setReference(
                References.main, to: tip, expecting: plan.local, reason: "sync", by: housekeeper)
        }
        try rememberVerified(tip)
    }

    /// Forgets the steps that are made again after those of others: what is remembered goes back to
    /// the last step that both have, and the names of versions to what they are now.
    private func giveWay(_ plan: MainPlan) throws {
        for framework in plan.before.frameworks.keys {
            let prefix = References.tag(framework)
            for tag in try repository.references(under: prefix)
            where try !plan.history.contains(tag.target) {
                let now = try Int(tag.name.dropFirst(prefix.count + 1)).flatMap {
                    try plan.history.frameworks[framework]?.versions(.number($0)).first
                }
                if let now {
                    try repository.setReference(
                        tag.name, to: now.commit, expecting: tag.target, reason: "sync",
                        by: housekeeper)
                } else {
                    try repository.deleteReference(tag.name, expecting: tag.target)
                }
            }
        }
        guard let known = try repository.reference(References.verified),
            try !plan.history.follows(known)
        else { return }
        if let fork = plan.fork {
            try repository.setReference(
                References.verified, to: fork, expecting: known, reason: "gave way",
                by: housekeeper)
        } else {
            try repository.deleteReference(References.verified, expecting: known)
        }
    }
}
