import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// Repositories in which objects are not what they seem, and history that goes on for ever.
@Suite struct WorkspaceTests {
    @Test func replacedObjectsAreRefused() throws {
        let shop = try Workshop.founded()
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        _ = try shop.workspace()
        let evil = try shop.commit(shop.repository.commit(shop.main).tree, [])
        try shop.git(["replace", "\(shop.main)", "\(evil)"])
        #expect(code { _ = try shop.workspace() } == "replaced-objects")
        // Nor does the replay follow them.
        #expect(try shop.history().length == 2)
    }

    @Test(arguments: [("info/grafts", "grafts"), ("shallow", "shallow")])
    func historyThatIsCutOffIsRefused(file: String, expected: String) throws {
        let shop = try Workshop.founded()
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        try FileManager.default.createDirectory(
            atPath: shop.path + "/info", withIntermediateDirectories: true)
        try Array("\(shop.main)\n".utf8).write(to: shop.path + "/" + file)
        #expect(code { _ = try shop.workspace() } == expected)
    }

    @Test(arguments: [true, false])
    func anObjectUnderAnothersNameIsNotRead(alternate: Bool) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
        try shop.merge(tip)
        let evil = try shop.blob("why: |\n  Evil.\n")
        let good = try shop.blob("why: |\n  To grow together.\n")
        func loose(_ id: ObjectID) -> String {
            "\(String("\(id)".prefix(2)))/\("\(id)".dropFirst(2))"
        }
        let objects = shop.path + "/objects/"
        let manager = FileManager.default
        let bytes = try #require(manager.contents(atPath: objects + loose(evil)))
        var place = objects
        try manager.removeItem(atPath: objects + loose(good))
        if alternate {
            place = shop.path + "/elsewhere/"
            try manager.createDirectory(
                atPath: objects + "info", withIntermediateDirectories: true)
            try Array((place + "\n").utf8).write(to: objects + "info/alternates")
        }
        try manager.createDirectory(
            atPath: (place + loose(good) as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try Array(bytes).write(to: place + loose(good))
        let repository = try Repository.open(at: shop.path)
        #expect(throws: GitError.self) {
            _ = try History(replaying: shop.main, store: TermsStore(repository))
        }
    }

    @Test func mainThatIsNoCommitIsNotRead() throws {
        let shop = try Workshop.founded()
        let tag = try shop.git(
            ["mktag"],
            input: Array(
                "object \(shop.main)\ntype commit\ntag x\ntagger A <a@b> 1 +0000\n\nx\n".utf8))
        for id in [tag, "\(try shop.repository.commit(shop.main).tree)"] {
            let id = try #require(ObjectID(id))
            #expect(throws: GitError.self) { _ = try History(replaying: id, store: shop.store) }
        }
    }

    @Test(arguments: [Int64.min, Int64.min + 86_399, -1, 0, .max - 1, .max])
    func everyMomentHasADay(seconds: Int64) {
        #expect((1...9999).contains(CalendarDate(secondsSince1970: seconds).year))
    }

    /// A merge whose first parent is the old `main` keeps every commit and leaves out version 2.
    @Test(arguments: [true, false], [true, false])
    func aRollbackIsSeenWhateverLiesOnTop(rollsBack: Bool, breaks: Bool) throws {
        let shop = try Workshop.founded()
        let first = shop.main
        try shop.amend(TermsText().amended(), by: .ada, .dora)
        let second = shop.main
        try shop.git(["update-ref", "refs/heads/main", "\(second)"])
        try shop.workspace().rememberVerified(second)
        if rollsBack {
            shop.main = try shop.commit(
                shop.repository.commit(first).tree, [first, second], "Tidy\n")
        }
        if breaks { shop.main = try shop.propose(TermsText().amended("Evil")) }
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        let workspace = try shop.workspace()
        #expect(code { _ = try workspace.history() } == (rollsBack ? "rolled-back" : nil))
        guard !rollsBack else { return }
        #expect(try (workspace.history().breach != nil) == breaks)
        #expect(try workspace.history().frameworks["alliance"]?.inForce.number == 2)
    }

    /// No recursion: neither along `main` nor along a proposal.
    @Test func aLongHistory() throws {
        let shop = try Workshop.founded()
        let tree = try shop.repository.commit(shop.main).tree
        var text = "feature done\nreset refs/heads/long\nfrom \(shop.main)\n"
        for number in 1...20_000 {
            text += "commit refs/heads/long\nmark :\(number)\n"
            text += "committer A <a@b.example> \(number) +0000\ndata 1\nx\n"
        }
        text += "done\n"
        try shop.git(["fast-import", "--quiet"], input: Array(text.utf8))
        let tip = try #require(ObjectID(try shop.git(["rev-parse", "refs/heads/long"])))
        #expect(try shop.repository.commit(tip).tree == tree)
        let repository = try Repository.open(at: shop.path)
        let store = TermsStore(repository)
        #expect(try History(replaying: tip, store: store).unrelated == 20_001)
        let history = try History(replaying: shop.main, store: store)
        let terms = try #require(try store.termsTree(of: "alliance", in: tip))
        let judgement = try history.judge("alliance", tree: terms, proposal: tip, store: store)
        #expect(judgement.candidate.newCommits.order.count == 20_000)
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Problem)?.code
        }
    }
}

extension Workshop {
    func workspace() throws -> Workspace {
        try Workspace(
            at: path,
            environment: WorkspaceEnvironment(
                variables: [
                    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
                ], clock: 1_799_060_000, offsetMinutes: 0))
    }

    func proposal(_ tip: ObjectID) throws -> Proposal {
        try git(["update-ref", "refs/heads/main", "\(main)"])
        return try workspace().proposal(
            ProposalReference(framework: "alliance", slug: "change", tip: tip), history: history())
    }
}

extension [UInt8] {
    func write(to path: String) throws { try Data(self).write(to: URL(fileURLWithPath: path)) }
}
