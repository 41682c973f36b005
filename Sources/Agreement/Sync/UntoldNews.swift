internal import Foundation
internal import Git

/// What a `sync` is about to do, for whoever has to be told of it later.
private struct UntoldNews: Codable {
    let report: SyncReport
    /// Where the branches lead to then, by their names; nil for those that go.
    let tips: [String: ObjectID?]
}

extension Workspace {
    /// What came when an earlier `sync` was interrupted before it could tell: as much of it as was
    /// done.
    ///
    /// - Throws: `GitError`.
    func untoldNews() throws -> SyncReport {
        // What another version of the program kept is no reason not to go on.
        guard let blob = try repository.reference(References.untold),
            let news = try? JSONDecoder().decode(
                UntoldNews.self, from: Data(try repository.blob(blob)))
        else { return SyncReport() }
        func isDone(_ branch: String) throws -> Bool {
            // What an earlier one had done did not have to move.
            guard let planned = news.tips[branch] else { return true }
            let now = try repository.reference(branch)
            guard let tip = planned, let now else { return planned == nil && now == nil }
            return try now == tip || repository.isAncestor(tip, of: now)
        }
        func isDone(_ reference: ProposalReference) throws -> Bool {
            try isDone(References.proposal(reference.framework, reference.slug))
        }
        var report = SyncReport()
        report.came = try news.report.came.filter { item in
            switch item {
            case .version, .records, .other: try isDone(References.main)
            case .proposal(let framework, let slug, _, _), .late(let framework, let slug, _, _),
                .ended(let framework, let slug):
                try isDone(References.proposal(framework, slug))
            }
        }
        if try isDone(References.main) {
            report.late = news.report.late
            (report.leftOut, report.lowered) = (news.report.leftOut, news.report.lowered)
        }
        report.joined = try news.report.joined.filter(isDone)
        report.merged = try news.report.merged.filter(isDone)
        report.reopened = try news.report.reopened.filter(isDone)
        // Drafts come first, and are not found again.
        report.regrounded = try news.report.regrounded.filter { item in
            try item.slug.map { try isDone(References.proposal(item.framework, $0)) } ?? true
        }
        report.beside = try news.report.beside.filter {
            try isDone(References.proposal($0.framework, $0.newSlug))
        }
        return report
    }

    /// Keeps what is about to be done until somebody was told.
    ///
    /// - Throws: `GitError`.
    func keepUntold(_ report: SyncReport, doing main: MainPlan, _ proposals: ProposalPlan) throws {
        guard !report.isFoundAgain else { return }
        var tips: [String: ObjectID?] = [References.main: main.history.tip]
        for move in proposals.moves { tips.updateValue(move.new, forKey: move.branch) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let news = try encoder.encode(UntoldNews(report: report, tips: tips))
        let blob = try repository.write(blob: Array(news))
        try repository.withWorkspaceLock { _ in
            let known = try repository.reference(References.untold)
            guard known != blob else { return }
            try repository.setReference(
                References.untold, to: blob, expecting: known, reason: "sync", by: housekeeper)
        }
    }

    /// Forgets what came, as somebody was told: call it once the report of
    /// ``sync(with:reached:settings:remaker:isDryRun:)`` is out.
    ///
    /// - Throws: `GitError`.
    public func forgetNews() throws {
        guard try repository.reference(References.untold) != nil else { return }
        try repository.withWorkspaceLock { _ in
            guard let known = try repository.reference(References.untold) else { return }
            try repository.deleteReference(References.untold, expecting: known)
        }
    }
}
