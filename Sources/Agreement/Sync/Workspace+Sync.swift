public import Git
internal import Terms

extension Workspace {
    /// Where `sync` finds another copy.
    public enum SyncPlace: Sendable {
        /// A remote of Git's configuration, or an address.
        case remote(String)
        /// A file that somebody mailed, by its path, with its bundle read.
        case file(String, GitBundle)

        /// What people call it.
        public var name: String {
            switch self {
            case .remote(let name), .file(let name, _): name
            }
        }

        var isFile: Bool { if case .file = self { true } else { false } }

        /// What it is remembered by.
        var key: String {
            let isPlain = name.utf8.allSatisfy {
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
            }
            if case .remote = self, isPlain, !name.isEmpty { return name }
            return "at-\(Digest(of: Array(name.utf8)).description.dropFirst(7).prefix(16))"
        }
    }

    /// Turns to another copy ahead of ``sync(with:reached:settings:remaker:isDryRun:)``, which then
    /// waits less for what is there; nil for a file.
    ///
    /// - Throws: `GitError` for an address that can't be one.
    public func reach(_ place: SyncPlace, settings: RemoteSettings) throws -> Remote? {
        if place.isFile { return nil }
        return try Remote(place.name, of: repository, .fetch, settings: settings)
    }

    /// Brings this copy and another one together.
    ///
    /// What comes is verified before anything moves. `main` only moves forward; proposals about
    /// which something was said on both sides are joined; what is ours goes there. Where somebody
    /// else was faster, it is done again. Each step is one move of one reference, so whatever
    /// interrupts it, the next run goes on from there.
    ///
    /// - Parameters:
    ///   - place: The other copy.
    ///   - reached: The way there, where it was begun already.
    ///   - settings: What talking to it needs.
    ///   - remaker: Makes steps again that were taken here while others took theirs.
    ///   - isDryRun: Whether nothing is to be changed, here or there.
    /// - Returns: What came and went.
    /// - Throws: ``Problem``, with ``Problem/Outcome/rolledBack`` where the other copy left out what
    ///   it had; `GitError`, for instance where it can't be reached.
    public func sync(
        with place: SyncPlace, reached: Remote? = nil, settings: RemoteSettings,
        remaker: StepRemaker, isDryRun: Bool = false
    ) async throws -> SyncReport {
        var reached = reached
        if !isDryRun { try repository.clearUnfinishedPacks() }
        var total = try untoldNews()
        var last: [Reference] = []
        var refusals: [String: String] = [:]
        for _ in 0..<Self.syncAttempts {
            let other = try receive(from: place, over: reached, settings: settings)
            reached = nil
            if !refusals.isEmpty, other.references == last {
                // It is not that somebody was faster.
                for (name, reason) in refusals.sorted(by: { $0.key < $1.key }) {
                    let short = PushedReference(name: name, old: nil, new: nil).shortName
                    total.refused.append((short, Self.refusal(of: short, by: place, reason)))
                }
                return total
            }
            last = other.references
            let seen = try LastSeen(of: other.key, in: repository)
            let (main, proposals) = try await plan(
                with: other, seen: seen, place: place, remaker: remaker,
                keepingEvidence: !isDryRun)
            total.add(proposals.report, try main.came(in: self))
            total.add(givenUp: main)
            // No more than a note for later is left out.
            if !isDryRun { try? adopt(main.touched(by: proposals), history: main.before) }
            let drafts = try freedDrafts(by: main, proposals)
            total.add(drafts)
            if isDryRun {
                try total.add(sent: proposals, of: main, in: self)
                return total
            }
            try keepUntold(total, doing: main, proposals)
            guard try apply(main, proposals, drafts) else { continue }
            try tagVersions(in: total.came, of: main.history)
            if main.history.tip != main.local || !proposals.moves.isEmpty {
                total.leftAlone += try finishCheckout(history: main.history)
                try settle()
                try repository.clearUnfinishedObjects(before: environment.clock - 86_400)
            }
            var held = Dictionary(
                other.proposals.map { ($0.branch, $0.tip) }, uniquingKeysWith: { $1 })
            if seen.main != other.main || seen.proposals != held {
                try rememberSeen(other.key, main: other.main, proposals: held)
            }
            try showTracked(place, main: other.main)
            if place.isFile {
                total.holdsMore = total.holdsMore || main.history.tip != other.main
                return total
            }
            do {
                refusals = try send(main, proposals, to: place, settings: settings, held: &held)
            } catch let error as GitError where error.code == .notForward {
                refusals = ["main": error.message]
                continue
            }
            if refusals.isEmpty {
                try total.add(sent: proposals, of: main, in: self)
                return total
            }
        }
        throw Problem(
            "busy", .unable, "others keep changing \(place.name) at the same moment",
            next: "Try again in a moment; what came is here already")
    }

    /// How often it is done again where somebody else was faster.
    private static let syncAttempts = 12

    private func receive(
        from place: SyncPlace, over reached: Remote?, settings: RemoteSettings
    ) throws -> OtherCopy {
        if case .file(_, let bundle) = place {
            try repository.unpack(bundle)
            return OtherCopy(key: place.key, bundle.references)
        }
        let remote =
            try reached ?? Remote(place.name, of: repository, .fetch, settings: settings)
        let other = OtherCopy(key: place.key, try remote.references())
        if !other.tips.allSatisfy(repository.contains) { try remote.download(other.names) }
        return other
    }

    private func plan(
        with other: OtherCopy, seen: LastSeen, place: SyncPlace, remaker: StepRemaker,
        keepingEvidence: Bool
    ) async throws -> (MainPlan, ProposalPlan) {
        // What is wrong here is no evidence against what is there.
        _ = try soundHistory()
        do {
            let main = try await planMain(
                with: other, seen: seen, place: place.name, isFile: place.isFile,
                remaking: remaker)
            var planner = try ProposalPlanner(
                self, main: main, other: other, seen: seen, isFile: place.isFile)
            let proposals = try planner.made(local: main.proposals)
            return (main, proposals)
        } catch var problem as Problem {
            let isEvidence =
                problem.outcome == .rolledBack
                || ["does-not-verify", "other-founding"].contains(problem.code)
            if keepingEvidence, isEvidence, let main = other.main, repository.contains(main) {
                let name = try keepEvidence(main, of: other.key)
                problem.next =
                    (problem.next.map { $0 + ". " } ?? "")
                    + "What it shows is kept: git log \(name)"
            }
            throw problem
        }
    }

    /// Keeps what another copy showed, and returns the name that it has here.
    private func keepEvidence(_ main: ObjectID, of key: String) throws -> String {
        let name = References.evidence(key, main)
        guard try repository.reference(name) == nil else { return name }
        try repository.withWorkspaceLock { _ in
            try repository.setReference(
                name, to: main, expecting: nil, reason: "sync", by: housekeeper)
        }
        return name
    }

    /// Sends what is ours, and returns what was refused, with the reason. `held` is what the other
    /// copy is known to hold, and becomes what it holds then.
    private func send(
        _ main: MainPlan, _ proposals: ProposalPlan, to place: SyncPlace,
        settings: RemoteSettings, held: inout [String: ObjectID]
    ) throws -> [String: String] {
        var names = proposals.sends.map(\.reference.branch)
        if main.history.tip != main.other { names.insert(References.main, at: 0) }
        let removals = proposals.removals.map(\.branch)
        guard !names.isEmpty || !removals.isEmpty else { return [:] }
        var said = ""
        var settings = settings
        settings.message = { said += $0 }
        let remote = try Remote(place.name, of: repository, .push, settings: settings)
        var now: [String: ObjectID] = [:]
        for reference in try remote.references() { now[reference.name] = reference.target }
        var expected = held
        expected[References.main] = main.other
        guard (names + removals).allSatisfy({ now[$0] == expected[$0] }) else {
            return ["main": "somebody else was faster"]
        }
        let sent = try remote.send(names, removing: removals)
        var mine = main.other
        for (name, target) in sent.taken {
            if name == References.main { mine = target } else { held[name] = target }
        }
        try rememberSeen(place.key, main: mine, proposals: held)
        try showTracked(place, main: mine)
        return sent.refused.mapValues { reason in said.isEmpty ? reason : said }
    }

    private static func refusal(
        of name: String, by place: SyncPlace, _ said: String
    ) -> Problem {
        let lines = said.split(separator: "\n").map {
            $0.trimmingPrefix { $0 == " " }.replacing("entente: ", with: "", maxReplacements: 1)
        }
        let reason = String(lines.first { $0.contains("is refused") } ?? lines.first ?? "")
        let next = lines.first { $0.hasPrefix("next: ") }?
            .dropFirst(6).trimmingPrefix { $0 == " " }
        return Problem(
            "not-taken", .no, "\(place.name) did not take \(name): \(TextRules.visible(reason))",
            next: next.map { TextRules.visible(String($0)) })
    }
}
