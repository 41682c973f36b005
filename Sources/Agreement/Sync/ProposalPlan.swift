internal import Git
internal import Terms

/// What becomes of the proposals here and there, decided before anything moves.
struct ProposalPlan {
    /// One proposal here: what it is, and what it becomes. A tip that is nil is no proposal.
    struct Move {
        let framework: String
        let slug: String
        let old: ObjectID?
        let new: ObjectID?

        var branch: String { References.proposal(framework, slug) }
    }

    /// What moves here, in the order in which it has to.
    var moves: [Move] = []
    /// A proposal that the other copy is to have as it is here.
    struct Send {
        let reference: ProposalReference
        /// What is to be told of it; nil where that is nothing.
        let news: SyncReport.News?
    }

    /// What goes there.
    var sends: [Send] = []
    /// What gave way, with the names that its proposals get.
    var gaveWay: GivenWay?
    /// The proposals that stood on it.
    var regrounded: [Regrounding.Made] = []
    /// The agreed proposals whose names the other copy no longer needs.
    var removals: [ProposalReference] = []
    /// Filled in with what is to be told.
    var report = SyncReport()
}

/// Decides about each proposal.
struct ProposalPlanner {
    let workspace: Workspace
    let history: History
    let before: History
    let other: OtherCopy
    let seen: LastSeen
    let isFile: Bool
    private var regrounding: Regrounding?
    private var plan = ProposalPlan()
    private var taken: Set<String> = []
    /// What has a name here.
    private var here: [String: ObjectID] = [:]
    /// The tips that are part of the agreed history.
    private var contained: Set<ObjectID> = []

    init(
        _ workspace: Workspace, main: MainPlan, other: OtherCopy, seen: LastSeen, isFile: Bool
    ) throws {
        self.workspace = workspace
        (history, before) = (main.history, main.before)
        self.other = other
        self.seen = seen
        self.isFile = isFile
        regrounding = try main.gaveWay.map {
            try Regrounding(of: $0, history: main.history, other: other, workspace: workspace)
        }
    }

    /// The plan for what is here, with what was agreed here only and is a proposal again.
    mutating func made(local: [ProposalReference]) throws -> ProposalPlan {
        let reopened = regrounding?.way.agreements.map(\.proposal) ?? []
        let theirs = Dictionary(
            other.proposals.map { ($0.branch, $0) }, uniquingKeysWith: { $1 })
        here = Dictionary(local.map { ($0.branch, $0.tip) }, uniquingKeysWith: { $1 })
        taken = Set(here.keys).union(theirs.keys)
        let tips = Set((local + reopened + other.proposals).map(\.tip))
        contained = try history.together { try tips.filter(history.contains) }
        var ours = Dictionary(local.map { ($0.branch, $0) }, uniquingKeysWith: { $1 })
        for (index, agreement) in (regrounding?.way.agreements ?? []).enumerated() {
            let reference = try open(agreement)
            regrounding?.way.agreements[index].proposal = reference
            plan.report.reopened.append(reference)
            // What is there may say more about the same text already.
            if let tip = here[reference.branch], try says(tip, atLeast: agreement) { continue }
            ours[reference.branch] = reference
        }
        plan.gaveWay = regrounding?.way
        for (branch, reference) in ours.sorted(by: { $0.key < $1.key }) {
            ours[branch] = try reground(reference)
        }
        for name in Set(ours.keys).union(theirs.keys).sorted() {
            try decide(ours: ours[name], theirs: theirs[name], was: here[name])
            if let mine = ours[name], let news = try overtaken(mine) {
                plan.report.late.append(news)
            }
        }
        for name in other.misnamed {
            plan.report.refused.append(
                (
                    TextRules.visible(name),
                    Problem("bad-name", .no, "it is not the name of a proposal")
                ))
        }
        return plan
    }

    /// A proposal that was agreed, under its own name where no other one has got that since.
    private mutating func open(_ agreement: GivenWay.Agreement) throws -> ProposalReference {
        let reference = agreement.proposal
        guard let tip = here[reference.branch],
            try !workspace.repository.isAncestor(tip, of: reference.tip)
                && !says(tip, atLeast: agreement)
        else { return reference }
        let now = try regrounding?.made(of: reference)?.new ?? reference.tip
        return ProposalReference(
            framework: reference.framework, slug: freeName(beside: reference.at(now)),
            tip: reference.tip)
    }

    /// Whether a tip goes on from a proposal that was agreed, or from what that becomes.
    private func says(_ tip: ObjectID, atLeast agreement: GivenWay.Agreement) throws -> Bool {
        let repository = workspace.repository
        let proposal = agreement.proposal
        if try repository.isAncestor(proposal.tip, of: tip) {
            // What was made from the agreement is another one.
            return try !repository.isAncestor(agreement.step, of: tip)
        }
        guard let new = try regrounding?.made(of: proposal)?.new else { return false }
        return try repository.isAncestor(new, of: tip)
    }

    /// A proposal, off agreements that gave way.
    private mutating func reground(_ reference: ProposalReference) throws -> ProposalReference {
        guard let made = try regrounding?.made(of: reference) else { return reference }
        plan.regrounded.append(made)
        plan.report.regrounded.append(made.told)
        return made.new.map(reference.at) ?? reference
    }

    private mutating func decide(
        ours: ProposalReference?, theirs: ProposalReference?, was old: ObjectID?
    ) throws {
        let repository = workspace.repository
        switch (ours, theirs) {
        case (let ours?, nil):
            try decideOurs(ours, was: old)
        case (nil, let theirs?):
            if try isAgreed(theirs) {
                try remove(theirs)
            } else if try isAcceptable(theirs, after: nil) {
                try take(theirs, old: nil, said: theirs.tip, beyond: nil)
            }
        case (let ours?, let theirs?):
            if ours.tip == theirs.tip {
                if ours.tip != old { move(ours, from: old) }
                if try isAgreed(theirs) { try remove(theirs) }
            } else if try repository.isAncestor(ours.tip, of: theirs.tip) {
                let isAgreed = try isAgreed(theirs)
                guard try isAgreed || isAcceptable(theirs, after: ours.tip) else { return }
                try take(theirs, old: old, said: theirs.tip, beyond: ours.tip)
                if isAgreed { try remove(theirs) }
            } else if try repository.isAncestor(theirs.tip, of: ours.tip) {
                if ours.tip != old { move(ours, from: old) }
                try send(ours, theirs: theirs.tip)
            } else {
                try bringTogether(ours, theirs, was: old)
            }
        case (nil, nil):
            break
        }
    }

    private mutating func decideOurs(_ ours: ProposalReference, was old: ObjectID?) throws {
        if try isAgreed(ours) {
            if let old {
                plan.moves.append(
                    ProposalPlan.Move(
                        framework: ours.framework, slug: ours.slug, old: old, new: nil))
            }
            return
        }
        if let last = seen.proposals[ours.branch], !isFile,
            try workspace.repository.contains(last)
                && workspace.repository.isAncestor(ours.tip, of: last),
            try !workspace.proposal(ours, history: history).isOpen
        {
            // It is over, and the other copy has tidied it up.
            plan.report.came.append(.ended(framework: ours.framework, slug: ours.slug))
            plan.moves.append(
                ProposalPlan.Move(
                    framework: ours.framework, slug: ours.slug, old: old, new: nil))
            return
        }
        if ours.tip != old { move(ours, from: old) }
        try send(ours, theirs: nil)
    }

    /// Both said something that the other doesn't know.
    private mutating func bringTogether(
        _ ours: ProposalReference, _ theirs: ProposalReference, was old: ObjectID?
    ) throws {
        guard try isAcceptable(theirs, after: nil) else { return }
        if let joined = try Join(ours, theirs, history: history, workspace: workspace).made() {
            let reference = ours.at(joined.commit)
            if joined.isNewText {
                plan.report.merged.append(reference)
            } else {
                plan.report.joined.append(reference)
            }
            try take(reference, old: old, said: theirs.tip, beyond: ours.tip)
            try send(reference, theirs: theirs.tip)
            return
        }
        let slug = freeName(beside: ours)
        let moved = ProposalReference(framework: ours.framework, slug: slug, tip: ours.tip)
        plan.report.beside.append(
            SyncReport.Beside(framework: ours.framework, slug: ours.slug, newSlug: slug))
        // Where this was interrupted, ours has its new name already.
        if here[moved.branch] == nil {
            move(moved, from: nil)
            try send(moved, theirs: nil)
        }
        try take(theirs, old: old, said: theirs.tip, beyond: nil)
    }

    /// `notice-2` beside `notice`, where that is free or its own name already.
    private mutating func freeName(beside reference: ProposalReference) -> String {
        var number = 2
        while true {
            let slug = "\(reference.slug)-\(number)"
            let branch = References.proposal(reference.framework, slug)
            if taken.insert(branch).inserted || here[branch] == reference.tip { return slug }
            number += 1
        }
    }

    private mutating func move(_ reference: ProposalReference, from old: ObjectID?) {
        plan.moves.append(
            ProposalPlan.Move(
                framework: reference.framework, slug: reference.slug, old: old, new: reference.tip))
    }

    private mutating func take(
        _ reference: ProposalReference, old: ObjectID?, said tip: ObjectID,
        beyond known: ObjectID?
    ) throws {
        move(reference, from: old)
        if let news = try news(of: reference.at(tip), beyond: known) {
            plan.report.came.append(news)
        }
    }

    private mutating func send(_ reference: ProposalReference, theirs: ObjectID?) throws {
        guard !isFile else {
            plan.report.holdsMore = true
            return
        }
        if let problem = try problem(with: reference, from: theirs, to: reference.tip) {
            // What was closed before anybody saw it need not go anywhere.
            if theirs == nil, try isClosed(reference) { return }
            plan.report.refused.append((reference.slug, problem))
            return
        }
        plan.sends.append(
            ProposalPlan.Send(
                reference: reference, news: try news(of: reference, beyond: theirs)))
    }

    /// What there is to tell of a proposal beyond what one side knows; nil where that is nothing:
    /// one more sign-off of what is agreed changes nothing for anybody.
    private func news(
        of reference: ProposalReference, beyond known: ObjectID?
    ) throws -> SyncReport.News? {
        let (framework, slug, tip) = (reference.framework, reference.slug, reference.tip)
        let said = try said(of: framework, at: tip, beyond: known)
        let new = try NewCommits(from: tip, seen: history.contains, by: workspace.store.reader)
        if !new.order.isEmpty,
            let version = try workspace.version(of: reference, before: new, history: history)
        {
            let told = said.filter { $0.kind != .signOff }
            return told.isEmpty
                ? nil
                : .late(framework: framework, slug: slug, version: version.number, said: told)
        }
        return .proposal(
            framework: framework, slug: slug,
            text: try text(of: framework, at: tip, beyond: known), said: said)
    }

    /// What was said here too late for a version that comes now, whoever knows it already.
    private func overtaken(_ reference: ProposalReference) throws -> SyncReport.News? {
        func number(in history: History) -> Int {
            history.frameworks[reference.framework]?.inForce.number ?? 0
        }
        guard number(in: history) > number(in: before),
            try workspace.store.termsTree(of: reference.framework, in: reference.tip) != nil,
            let news = try news(of: reference, beyond: nil),
            case .late(_, _, let version, _) = news, version > number(in: before)
        else { return nil }
        return news
    }

    /// What became of a proposal's text on the way to its tip, since what one side knows.
    private func text(
        of framework: String, at tip: ObjectID, beyond known: ObjectID?
    ) throws -> SyncReport.Text {
        guard let known else { return .new }
        let store = workspace.store
        // What that side changed meanwhile is no news to it.
        let base = try workspace.repository.mergeBase(known, tip) ?? known
        return try store.termsTree(of: framework, in: tip)
            == store.termsTree(of: framework, in: base) ? .same : .revised
    }

    /// Takes its name off the other copy's list, where the rules of a host allow that.
    private mutating func remove(_ reference: ProposalReference) throws {
        if !isFile, try problem(with: reference, from: reference.tip, to: nil) == nil {
            plan.removals.append(reference)
        }
    }

    /// What the rules of a host have against a move of a proposal; nil where they allow it.
    private func problem(
        with reference: ProposalReference, from old: ObjectID?, to new: ObjectID?
    ) throws -> Problem? {
        try ProposalPush(
            reference: PushedReference(name: reference.branch, old: old, new: new),
            framework: reference.framework, slug: reference.slug, history: history,
            workspace: workspace
        ).problem()
    }

    private func isClosed(_ reference: ProposalReference) throws -> Bool {
        guard
            try workspace.store.termsTree(of: reference.framework, in: reference.tip) != nil,
            case .closed = try workspace.proposal(reference, history: history).state
        else { return false }
        return true
    }

    /// Whether the rules of a host would take it.
    private mutating func isAcceptable(
        _ theirs: ProposalReference, after ours: ObjectID?
    ) throws -> Bool {
        guard let problem = try problem(with: theirs, from: ours, to: theirs.tip) else {
            return true
        }
        plan.report.refused.append((theirs.slug, problem))
        return false
    }

    /// Whether it was agreed with all that was said on it, or is what one was before it was agreed.
    private func isAgreed(_ reference: ProposalReference) throws -> Bool {
        guard contained.contains(reference.tip),
            let framework = history.frameworks[reference.framework]
        else { return false }
        if try !framework.versions(.proposal(reference.tip)).isEmpty { return true }
        guard
            let tree = try workspace.store.termsTree(of: reference.framework, in: reference.tip)
        else { return false }
        return try workspace.version(of: reference, tree: tree, history: history) != nil
    }

    /// The statements that lead to a tip and not to what is known, but for sign-offs of another
    /// text than it has there, which are void.
    private func said(
        of framework: String, at tip: ObjectID, beyond known: ObjectID?
    ) throws -> [SyncReport.Said] {
        let store = workspace.store
        let earlier = try known.map {
            Set(try NewCommits(from: $0, seen: history.contains, by: store.reader).order)
        }
        let new = try NewCommits(
            from: tip, seen: { try earlier?.contains($0) == true || history.contains($0) },
            by: store.reader)
        let signed = try new.statements(in: workspace.repository, by: store.reader).signed
        guard !signed.isEmpty else { return [] }
        let terms = try store.termsTree(of: framework, in: tip)
        let registries = [
            try history.frameworks[framework]?.terms.registry, try terms.map(store.terms)?.registry,
        ]
        return signed.reversed()
            .filter { $0.statement.kind != .signOff || $0.terms == terms }
            .map {
                SyncReport.Said(
                    kind: $0.statement.kind,
                    name: $0.person(among: registries)?.name ?? $0.committer.name,
                    reason: $0.statement.kind == .closing ? $0.statement.text : nil)
            }
    }
}
