internal import Git
internal import Terms

/// What becomes of `main` here and there, decided before anything moves.
struct MainPlan {
    /// What `main` here becomes, verified; its tip is what is sent.
    let history: History
    /// What `main` here is now.
    let local: ObjectID
    /// What the other copy has; nil where it has nothing.
    let other: ObjectID?
    /// The last step that both have, where steps of ours have to be made again after theirs.
    let fork: ObjectID?
    /// Whether steps of ours have to be made again.
    let isRemade: Bool
    /// The steps that can't be made again, where there are such.
    let gaveWay: GivenWay?
    /// The steps that are left out, where agreements give way that others were given.
    let leftOut: [SyncReport.LeftOut]
    /// The proposals that were here before it was decided: some may start from steps that are made
    /// again.
    let proposals: [ProposalReference]
    /// The history before, and what the other copy had.
    let before: History
    let theirs: History?

    /// Where an earlier version is in force than before.
    var lowered: [SyncReport.Lowered] {
        before.frameworks.values.sorted { $0.name < $1.name }.compactMap { framework in
            let now = history.frameworks[framework.name]?.inForce.number ?? 0
            let before = framework.inForce.number
            return now < before
                ? SyncReport.Lowered(framework: framework.name, before: before, now: now) : nil
        }
    }

    /// The proposals of frameworks about which something changes here.
    func touched(by plan: ProposalPlan) -> [ProposalReference] {
        let moved = Set(plan.moves.map(\.framework))
        return proposals.filter { proposal in
            func inForce(_ history: History) -> ObjectID? {
                history.frameworks[proposal.framework]?.inForce.commit
            }
            return moved.contains(proposal.framework)
                || history.tip != local && inForce(before) != inForce(history)
        }
    }
}

extension Workspace {
    /// Verifies the other copy's `main`, and decides.
    ///
    /// - Parameters:
    ///   - other: What the other copy holds.
    ///   - seen: What it held when it was last seen.
    ///   - place: What the other copy is called.
    ///   - isFile: Whether it is a file, which may be older than what is here.
    ///   - remaker: Makes steps of ours again after theirs.
    /// - Returns: What was decided.
    /// - Throws: ``Problem``, with ``Problem/Outcome/rolledBack`` where the other copy left out what
    ///   it or others had; `GitError`.
    func planMain(
        with other: OtherCopy, seen: LastSeen, place: String, isFile: Bool,
        remaking remaker: StepRemaker
    ) async throws -> MainPlan {
        let before = try soundHistory()
        let local = try main()
        let proposals = try proposalReferences()
        func plan(
            _ history: History, fork: ObjectID? = nil, isRemade: Bool = false,
            gaveWay: GivenWay? = nil, leftOut: [SyncReport.LeftOut] = [], theirs: History?
        ) -> MainPlan {
            MainPlan(
                history: history, local: local, other: other.main, fork: fork, isRemade: isRemade,
                gaveWay: gaveWay, leftOut: leftOut, proposals: proposals, before: before,
                theirs: theirs)
        }
        guard let main = other.main else {
            if seen.main != nil, !isFile { throw rolledBack(place, seen: seen.main, main: nil) }
            return plan(before, theirs: nil)
        }
        if try before.follows(main) {
            if !isFile, let last = seen.main,
                try last != main && !repository.isAncestor(last, of: main)
            {
                try refuseOther(main, than: last, at: place, by: remaker)
            }
            return plan(before, theirs: main == local ? before : nil)
        }
        let theirs = try History(replaying: main, cache: cache, store: store)
        try refuseBroken(theirs, place: place, isFile: isFile)
        try refuseOtherFounding(theirs, place: place)
        if let last = seen.main, !isFile, try !theirs.keeps(last, store: store) {
            try refuseOther(main, than: last, at: place, by: remaker)
        }
        if try theirs.keeps(local, store: store) { return plan(theirs, theirs: theirs) }
        try refuseStranger(other, holding: theirs, beside: before, from: local, place: place)
        let remade = try await remaker.remake(after: theirs, from: local, in: self) {
            // Two agreements that exclude each other, of which others have seen both, are for people.
            if remaker.givesWay { return }
            for tip in try publishedTips() {
                guard try before.follows(tip), try !theirs.keeps(tip, store: store) else {
                    continue
                }
                throw forked(
                    place, from: "what others were given from here", main: main, ours: tip)
            }
        }
        return plan(
            remade.history, fork: remade.fork, isRemade: true, gaveWay: remade.gaveWay,
            leftOut: remade.leftOut, theirs: theirs)
    }

    private func refuseBroken(_ theirs: History, place: String, isFile: Bool) throws {
        guard let breach = theirs.breach else { return }
        throw Problem(
            "does-not-verify", .no,
            "what \(place) holds breaks a rule (\(breach.violations[0].rule.rawValue)): "
                + breach.violations[0].message,
            at: "the change \"\(breach.subject)\" by \(breach.committer) (\(breach.commit.short))",
            next: "Ask whoever \(isFile ? "sent" : "hosts") it to take this change back; nothing "
                + "was changed here")
    }

    private func refuseOtherFounding(_ theirs: History, place: String) throws {
        for framework in theirs.frameworks.values.sorted(by: { $0.name < $1.name }) {
            guard let pinned = try pinnedFounding(of: framework),
                pinned != framework.founding
            else { continue }
            throw Problem(
                "other-founding", .no,
                "\(framework.name) at \(place) has another founding than the one that was first "
                    + "seen here",
                next: "Ask your partners for the fingerprint over another channel; nothing was "
                    + "changed here",
                detail: "kept \(pinned), found \(framework.founding)")
        }
    }

    /// Refuses another workspace, which shares no beginning with this one, where both hold something:
    /// what one group of partners agreed is no business of the other. Whoever has nothing agreed yet
    /// joins.
    private func refuseStranger(
        _ other: OtherCopy, holding theirs: History, beside before: History, from local: ObjectID,
        place: String
    ) throws {
        guard !before.frameworks.isEmpty, !theirs.frameworks.isEmpty || !other.proposals.isEmpty,
            let main = other.main, try repository.mergeBase(local, main) == nil
        else { return }
        throw Problem(
            "other-workspace", .no,
            "\(place) is another workspace, which shares no beginning with this one, and nothing "
                + "was changed here",
            next: "To have both, make a folder of its own for it: entente init <folder>, and in it "
                + "entente sync <address or file>",
            detail: "there \(main), here \(local)")
    }

    /// Refuses what a place holds instead of what it held: always what is only older, and another way
    /// unless the partners have settled that it is the one.
    private func refuseOther(
        _ main: ObjectID, than last: ObjectID, at place: String, by remaker: StepRemaker
    ) throws {
        if try repository.isAncestor(main, of: last) {
            throw rolledBack(place, seen: last, main: main)
        }
        if remaker.givesWay { return }
        throw forked(
            place, from: "what it held when it was last seen from here", main: main, ours: last)
    }

    private func rolledBack(_ place: String, seen: ObjectID?, main: ObjectID?) -> Problem {
        Problem(
            "rolled-back", .rolledBack,
            "\(place) no longer holds what it held when it was last seen from here; nothing was "
                + "changed here",
            next: "Ask your partners what they hold (entente log). Where it was lost by mistake, "
                + "git push \(place) main puts it back",
            detail: "it was \(seen.map(\.description) ?? "nothing"), "
                + "is \(main.map(\.description) ?? "nothing")")
    }

    private func forked(
        _ place: String, from known: String, main: ObjectID, ours: ObjectID
    ) -> Problem {
        Problem(
            "forked", .rolledBack,
            "\(place) and \(known) go different ways; nothing was changed here",
            next:
                "Compare with your partners which history they hold (entente log), and settle over "
                + "another channel which one stays. Whoever gives way: entente sync "
                + "\(ShellWord.argument(place)) --give-way",
            detail: "there \(main), here \(ours)")
    }
}

extension History {
    /// Whether everything holds here that held up to a commit.
    func keeps(_ commit: ObjectID, store: TermsStore) throws -> Bool {
        if try follows(commit) { return true }
        guard try contains(commit) else { return false }
        let earlier = try History(replaying: commit, store: store)
        return try earlier.breach == nil && continues(earlier, store: store)
    }
}
