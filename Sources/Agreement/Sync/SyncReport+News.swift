internal import Git

extension MainPlan {
    /// What is new here of the agreed history.
    func came(in workspace: Workspace) throws -> [SyncReport.News] {
        guard let theirs else { return [] }
        return try theirs.news(since: before.follows, in: workspace)
    }

    /// What is new there.
    func sent(in workspace: Workspace) throws -> [SyncReport.News] {
        guard let other else { return try history.news(since: { _ in false }, in: workspace) }
        guard history.tip != other else { return [] }
        guard let theirs else {
            // It is one of our own steps.
            return try history.news(since: { $0 == other }, in: workspace)
        }
        return try history.news(since: theirs.follows, in: workspace)
    }
}

extension History {
    /// What its newest steps brought, those that are not known.
    fileprivate func news(
        since isKnown: (ObjectID) throws -> Bool, in workspace: Workspace
    ) throws -> [SyncReport.News] {
        let repository = workspace.repository
        var steps: Set<ObjectID> = []
        var records: [String: Int] = [:]
        var others = 0
        var next = tip
        while let id = next, try !isKnown(id) {
            let commit = try repository.commit(id)
            next = commit.parents.first
            steps.insert(id)
            let parent = try next.map { try repository.commit($0).tree }
            switch try MainChange(from: parent, to: commit.tree, in: repository) {
            case .records(let framework, _, _): records[framework, default: 0] += 1
            case .unrelated: others += 1
            case .terms, .wrong: break
            }
        }
        guard !steps.isEmpty else { return [] }
        var news: [SyncReport.News] = []
        for framework in frameworks.values.sorted(by: { $0.name < $1.name }) {
            var versions: [Version] = []
            guard steps.contains(framework.inForce.commit) || records[framework.name] != nil
            else { continue }
            for number in stride(from: framework.inForce.number, to: 0, by: -1) {
                let found = try framework.versions(.number(number))
                guard let version = found.first, steps.contains(version.commit) else { break }
                versions.append(version)
            }
            news += versions.reversed().map {
                .version(
                    framework: framework.name, number: $0.number, title: $0.origin?.title ?? "",
                    digest: $0.digest)
            }
            if let count = records[framework.name] {
                news.append(.records(framework: framework.name, count: count))
            }
        }
        if others > 0 { news.append(.other(count: others)) }
        return news
    }
}

extension SyncReport {
    /// Adds what one round came to.
    mutating func add(_ round: SyncReport, _ main: [News]) {
        came += (main + round.came).filter { !came.contains($0) }
        late += round.late.filter { !late.contains($0) }
        joined += round.joined.filter { new in !joined.contains { $0.slug == new.slug } }
        merged += round.merged
        beside += round.beside.filter { !beside.contains($0) }
        reopened += round.reopened.filter { !reopened.contains($0) }
        regrounded += round.regrounded.filter { !regrounded.contains($0) }
        refused = round.refused
        holdsMore = holdsMore || round.holdsMore
    }

    /// Adds what does not go on from here as it was.
    mutating func add(givenUp main: MainPlan) {
        leftOut += main.leftOut.filter { !leftOut.contains($0) }
        lowered += main.lowered.filter { !lowered.contains($0) }
    }

    /// Adds what became of drafts.
    mutating func add(_ drafts: [FreedDraft]) {
        regrounded += drafts.compactMap(\.told).filter { !regrounded.contains($0) }
    }

    /// Adds what went there, or would go.
    mutating func add(
        sent plan: ProposalPlan, of main: MainPlan, in workspace: Workspace
    ) throws {
        went += try main.sent(in: workspace)
        went += plan.sends.compactMap(\.news)
        went += plan.removals.map { .ended(framework: $0.framework, slug: $0.slug) }
    }
}
