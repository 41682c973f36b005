import Foundation
import Git
import SQLite
import Terms
import Testing

@testable import Agreement

/// What this machine verified before: it saves time, and never decides (trust.md, "Cache").
@Suite struct VerifiedCacheTests {
    /// A workshop with two versions, whose verification was kept.
    private final class Kept {
        let shop: Workshop
        let home: String

        init() throws {
            shop = try Workshop.founded()
            home = shop.path + "/home"
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true)
            try shop.amend(TermsText().amended(), by: .ada, .dora)
            try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
            #expect(try history().past == nil)
        }

        /// The history as a new process finds it.
        func history(program: String? = "test", full: Bool = false) throws -> History {
            try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
            return try workspace(program: program).history(full: full)
        }

        func workspace(program: String? = "test") throws -> Workspace {
            try Workspace(
                at: shop.path,
                environment: WorkspaceEnvironment(
                    variables: ["HOME": home], clock: 1_799_060_000, offsetMinutes: 0,
                    program: program))
        }

        var folder: String { home + "/.cache/entente" }

        var file: String {
            get throws {
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                return folder + "/" + (try #require(names.first))
            }
        }

        /// Versions, signers and tip: what anybody is told.
        func told(_ history: History) throws -> [String] {
            try history.frameworks.values.flatMap { framework in
                try framework.versions().map {
                    "\(framework.name) \($0.number) \($0.digest) \($0.commit) \($0.proposal) "
                        + "\($0.seconds) \($0.changedFiles) \($0.origin?.title ?? "") "
                        + $0.signatures.map { "\($0.name) \($0.commit)" }.joined()
                }
            } + ["\(history.length) \(history.unrelated)", "\(history.breach?.commit as Any)"]
        }
    }

    @Test func whatWasVerifiedIsNotReplayed() throws {
        let kept = try Kept()
        let warm = try kept.history()
        #expect(warm.past?.tip == kept.shop.main)
        #expect(warm.newlyReached.isEmpty)
        #expect(try kept.told(warm) == kept.told(kept.history(full: true)))
    }

    @Test func whatIsNewIsAdded() throws {
        let kept = try Kept()
        try kept.shop.amend(TermsText().amended("Third"), by: .ada, .dora)
        let third = try kept.history()
        #expect(third.past?.length == 3 && third.length == 4)
        let after = try kept.history()
        #expect(after.past?.length == 4)
        #expect(try kept.told(after) == kept.told(kept.history(full: true)))
        let framework = try #require(after.frameworks["alliance"])
        let tip = framework.inForce.proposal
        #expect(try framework.versions(.proposal(tip)).map(\.number) == [3])
        #expect(try framework.versions(.number(2)).count == 1)
        #expect(try after.contains(tip) && !after.follows(tip) && after.follows(kept.shop.main))
    }

    /// The same rules go on where the kept part ends.
    @Test(arguments: [true, false])
    func whatIsNewIsJudged(isSigned: Bool) throws {
        let kept = try Kept()
        let start = try kept.shop.propose(TermsText().amended("Evil"))
        try kept.shop.merge(
            kept.shop.signOff(start, by: isSigned ? [.ada, .dora] : [.ada]))
        let history = try kept.history()
        #expect(history.past != nil)
        #expect(history.breach?.violations.map(\.rule) == (isSigned ? nil : [.signOffs]))
        // What breaks a rule is not kept as if it held.
        #expect(try kept.history().breach?.violations.map(\.rule) == (isSigned ? nil : [.signOffs]))
    }

    /// Statements that were merged before don't count again.
    @Test func oldStatementsStayOld() throws {
        let kept = try Kept()
        let history = try kept.history()
        let proposal = try #require(history.frameworks["alliance"]?.inForce.proposal)
        let judgement = try history.judge(
            "alliance",
            tree: try #require(try kept.shop.store.termsTree(of: "alliance", in: proposal)),
            proposal: proposal, store: kept.shop.store)
        #expect(judgement.candidate.newCommits.order.isEmpty)
    }

    enum Damage: CaseIterable {
        case empty, noise, cut, everyByte, folder, symlink, othersMayWrite, noTables
    }

    @Test(arguments: Damage.allCases)
    func aDamagedFileMeansCheckingAgain(_ damage: Damage) throws {
        let kept = try Kept()
        let honest = try kept.told(kept.history(full: true))
        let file = try kept.file
        let manager = FileManager.default
        let bytes = Array(try #require(manager.contents(atPath: file)))
        switch damage {
        case .empty: try [UInt8]().write(to: file)
        case .noise: try Array(repeating: UInt8(7), count: 9_999).write(to: file)
        case .cut: try Array(bytes.prefix(bytes.count / 2)).write(to: file)
        case .everyByte: try bytes.map { ~$0 }.write(to: file)
        case .folder:
            try manager.removeItem(atPath: file)
            try manager.createDirectory(atPath: file, withIntermediateDirectories: false)
        case .symlink:
            try manager.moveItem(atPath: file, toPath: kept.home + "/elsewhere")
            try manager.createSymbolicLink(
                atPath: file, withDestinationPath: kept.home + "/elsewhere")
        case .othersMayWrite:
            try manager.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
        case .noTables: try Database(at: file, .existing).run("DROP TABLE state")
        }
        let history = try kept.history()
        #expect(history.past == nil)
        #expect(try kept.told(history) == honest)
    }

    /// Damage that shows only when somebody asks for what is damaged.
    @Test(arguments: [
        "DROP TABLE version", "UPDATE version SET value = x'00'", "DROP TABLE reached",
    ])
    func damageThatShowsLate(sql: String) throws {
        let kept = try Kept()
        let honest = try kept.told(kept.history(full: true))
        try Database(at: kept.file, .existing).run(sql)
        let history = try kept.history()
        #expect(history.past != nil)
        #expect(try kept.told(history) == honest)
        let proposal = try #require(history.frameworks["alliance"]?.inForce.proposal)
        #expect(try history.contains(proposal) && history.follows(kept.shop.main))
        let names = try FileManager.default.contentsOfDirectory(atPath: kept.folder)
        #expect(names.isEmpty)
    }

    /// A version is where it was put: rows can't change places.
    @Test func versionsCannotChangePlaces() throws {
        let kept = try Kept()
        let honest = try kept.told(kept.history(full: true))
        try Database(at: kept.file, .existing).run(
            "UPDATE version SET value = (SELECT value FROM version AS other WHERE number = 1)")
        #expect(try kept.told(kept.history()) == honest)
    }

    /// The attack: a kept state that says more than was verified, as a forged tip.
    @Test(arguments: [true, false])
    func aPoisonedStateDoesNotCount(isPoisoned: Bool) throws {
        let kept = try Kept()
        let good = kept.shop.main
        let start = try kept.shop.propose(TermsText().amended("Evil"))
        let evil = try kept.shop.merge(start)
        kept.shop.main = evil
        let database = try Database(at: kept.file, .existing)
        if isPoisoned {
            var state: [UInt8] = []
            try database.run("SELECT value FROM state", []) { state = $0.bytes(0) }
            let (old, new) = (good.bytes, evil.bytes)
            let place = try #require(
                state.indices.first { state[$0...].starts(with: old) })
            state.replaceSubrange(place..<place + 20, with: new)
            try database.run("UPDATE state SET value = ?", [.bytes(state)])
        }
        let history = try kept.history()
        #expect((history.past == nil) == isPoisoned)
        #expect(history.breach?.commit == evil)
        #expect(history.breach?.violations.map(\.rule) == [.signOffs, .signOffs])
    }

    /// What another program, or the same for another repository, has kept.
    @Test func aForeignFileDoesNotCount() throws {
        let kept = try Kept()
        #expect(try kept.history(program: "another").past == nil)
        #expect(try kept.history(program: nil).past == nil)
        let (here, there) = (try Kept(), try Kept())
        let file = try here.file
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.copyItem(atPath: there.file, toPath: file)
        #expect(try here.history().past == nil)
        #expect(try here.history().past != nil)
    }

    /// A new file that a killed process left goes when another one is written; not that of one that
    /// is still at work.
    @Test func unfinishedFilesGo() throws {
        let kept = try Kept()
        let file = try kept.file
        // No process has a number that high.
        let (left, new) = ("\(file).\(Int32.max)", "\(file).\(getppid())")
        for path in [left, new] {
            try Data().write(to: URL(fileURLWithPath: path))
        }
        try FileManager.default.removeItem(atPath: file)
        #expect(try kept.history().past == nil)
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: new))
    }

    /// A history that does not lead to what was kept is replayed from its root.
    @Test func anotherHistoryIsReplayed() throws {
        let kept = try Kept()
        let before = kept.shop.main
        try kept.shop.amend(TermsText().amended("Here"), by: .ada, .dora)
        _ = try kept.history()
        kept.shop.main = before
        try kept.shop.amend(TermsText().amended("There"), by: .ada, .dora)
        let history = try kept.history()
        #expect(history.past == nil)
        #expect(try kept.told(history) == kept.told(kept.history(full: true)))
        #expect(try kept.history().past?.tip == kept.shop.main)
    }

    /// Two that verify at once: the one who is slower does not undo what the other kept.
    @Test func addingAtOnce() throws {
        let kept = try Kept()
        try kept.shop.amend(TermsText().amended("Third"), by: .ada, .dora)
        try kept.shop.git(["update-ref", "refs/heads/main", "\(kept.shop.main)"])
        let (one, two) = (try kept.workspace(), try kept.workspace())
        let slow = try History(
            replaying: kept.shop.main, cache: two.cache, store: two.store)
        _ = try one.history()
        two.cache?.save(slow)
        #expect(try kept.history().past?.length == 4)
        #expect(try kept.told(kept.history()) == kept.told(kept.history(full: true)))
    }

    /// A host's hook keeps what is there, and judges what comes by it.
    @Test func aPushIsJudgedByWhatWasKept() throws {
        let kept = try Kept()
        let before = kept.shop.main
        try kept.shop.amend(TermsText().amended("Third"), by: .ada, .dora)
        let push = PushedReference(name: "refs/heads/main", old: before, new: kept.shop.main)
        let judgement = try kept.workspace().judge(receiving: [push])
        #expect(judgement.refusals.isEmpty && judgement.history.past?.tip == before)
        let evil = try kept.shop.merge(kept.shop.propose(TermsText().amended("Evil")))
        let forged = PushedReference(name: "refs/heads/main", old: before, new: evil)
        #expect(try kept.workspace().judge(receiving: [forged]).refusals.count == 1)
        #expect(try kept.history().length == 4)
    }
}
