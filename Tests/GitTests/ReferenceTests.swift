import Foundation
import Testing

@testable import Git

@Suite struct ReferenceTests {
    let sandbox: Sandbox
    let repository: Repository
    let first: ObjectID
    let second: ObjectID

    init() throws {
        sandbox = try Sandbox()
        first = try sandbox.commit("First")
        second = try sandbox.commit("Second")
        repository = try sandbox.open()
    }

    private func set(_ name: String, _ to: ObjectID, _ expected: ObjectID?) throws {
        try repository.setReference(name, to: to, expecting: expected, reason: "test", by: ada)
    }

    @Test func movesOnlyFromWhatIsExpected() throws {
        let name = "refs/heads/proposals/x/y"
        #expect(try repository.reference(name) == nil)
        try expect(.modified) { try set(name, first, second) }
        try set(name, first, nil)
        #expect(try sandbox.id("rev-parse", name) == first)
        try expect(.modified) { try set(name, second, nil) }
        try expect(.modified) { try set(name, second, second) }
        #expect(try repository.reference(name) == first)
        try set(name, second, first)
        #expect(try repository.reference(name) == second)
        #expect(
            try sandbox.git("log", "-g", "-1", "--format=%gn %ge %gs", name)
                == "Ada Example ada@example.org test")
    }

    @Test func packedReferencesToo() throws {
        try sandbox.git("branch", "x", first.description)
        try sandbox.git("pack-refs", "--all")
        try expect(.modified) { try set("refs/heads/x", second, nil) }
        try set("refs/heads/x", second, first)
        let absent = try #require(ObjectID(bytes: 1...20))
        #expect(throws: GitError.self) { try set("refs/heads/x", absent, second) }
        try expect(.modified) {
            try repository.deleteReference("refs/heads/x", expecting: first)
        }
        try repository.deleteReference("refs/heads/x", expecting: second)
        #expect(try repository.reference("refs/heads/x") == nil)
        #expect(try sandbox.git(["rev-parse", "-q", "--verify", "x"], fails: true) == "")
        try expect(.modified) {
            try repository.deleteReference("refs/heads/x", expecting: second)
        }
    }

    @Test func foreignLockIsRespected() throws {
        try sandbox.write(".git/refs/heads/main.lock", "")
        try expect(.locked) { try set("refs/heads/main", first, second) }
        try repository.withWorkspaceLock { _ in
            try expect(.locked) { try set("refs/heads/main", first, second) }
        }
        #expect(sandbox.exists(".git/refs/heads/main.lock"))
    }

    @Test func listsSortedByPrefix() throws {
        for name in ["refs/heads/p/b", "refs/heads/p/a", "refs/heads/pz", "refs/tags/t"] {
            try sandbox.git("update-ref", name, first.description)
        }
        try sandbox.git("pack-refs", "--all")
        try sandbox.git("update-ref", "refs/heads/p/c", second.description)
        try sandbox.git("symbolic-ref", "refs/heads/p/d", "refs/heads/main")
        try sandbox.git("symbolic-ref", "refs/heads/p/e", "refs/heads/nowhere")
        #expect(
            try repository.references(under: "refs/heads/p/") == [
                Reference(name: "refs/heads/p/a", target: first),
                Reference(name: "refs/heads/p/b", target: first),
                Reference(name: "refs/heads/p/c", target: second),
                Reference(name: "refs/heads/p/d", target: second),
            ])
        #expect(try repository.references(under: "refs/none/") == [])
        try expect(.invalidName) { _ = try repository.references(under: "refs/*") }
    }

    @Test func headIsABranchOrACommit() throws {
        #expect(try repository.head() == .branch("refs/heads/main"))
        try repository.setHead(to: "refs/heads/new")
        #expect(try repository.head() == .branch("refs/heads/new"))
        #expect(try repository.resolve(revision: "HEAD") == nil)
        try expect(.invalidName) { try repository.setHead(to: "refs/tags/x") }
        try sandbox.git("checkout", "-q", "--detach", first.description)
        #expect(try repository.head() == .detached(first))
    }

    @Test func revisionsResolveToCommits() throws {
        try sandbox.git("tag", "-a", "-m", "Tag", "v1", first.description)
        #expect(try repository.resolve(revision: "main") == second)
        #expect(try repository.resolve(revision: "HEAD~1") == first)
        #expect(try repository.resolve(revision: "v1") == first)
        #expect(try repository.resolve(revision: second.short) == second)
        #expect(try repository.resolve(revision: "nothing") == nil)
        #expect(throws: GitError.self) {
            try repository.resolve(revision: "HEAD^{tree}")
        }
    }

    @Test func oneOfManyWriters() async throws {
        let (path, first, second) = (sandbox.work, first, second)
        let winners = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (try? Repository.open(at: path).setReference(
                        "refs/heads/main", to: first, expecting: second, reason: "race", by: ada))
                        != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
    }
}

@Suite struct HistoryTests {
    @Test func walksAsRevListDoes() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.commit("Root")
        try sandbox.git("checkout", "-q", "-b", "side")
        let side = try sandbox.commit("Side")
        try sandbox.git("checkout", "-q", "main")
        let main = try sandbox.commit("Main")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        let merge = try sandbox.id("rev-parse", "HEAD")
        try sandbox.git("checkout", "-q", "--orphan", "other")
        let other = try sandbox.commit("Other")
        let repository = try sandbox.open()

        let all = try repository.commits(reachableFrom: [merge])
        let listed = try sandbox.git("rev-list", merge.description).split(separator: "\n")
        #expect(Set(all.map(\.description)) == Set(listed.map(String.init)))
        for (index, id) in all.enumerated() {
            for parent in try repository.commit(id).parents {
                #expect(try #require(all.firstIndex(of: parent)) > index)
            }
        }
        #expect(
            try Set(repository.commits(reachableFrom: [merge], excluding: [main])) == [merge, side])
        #expect(try repository.commits(reachableFrom: [], excluding: [main]) == [])
        #expect(try repository.commits(reachableFrom: [root], excluding: [merge]) == [])
        try expect(.notFound) { _ = try repository.commits(reachableFrom: [.zero]) }

        #expect(try repository.isAncestor(root, of: merge))
        #expect(try repository.isAncestor(merge, of: merge))
        #expect(try !repository.isAncestor(merge, of: root))
        #expect(try !repository.isAncestor(other, of: merge))
        #expect(try repository.mergeBase(side, main) == root)
        #expect(try repository.mergeBase(other, main) == nil)
        try expect(.notFound) {
            _ = try repository.mergeBase(try #require(ObjectID(bytes: 1...20)), main)
        }
    }

    @Test func missingCommitIsAnError() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.commit("Root").description
        try sandbox.commit("Next")
        try run(
            "/bin/rm", ["-f", ".git/objects/\(root.prefix(2))/\(root.dropFirst(2))"],
            in: sandbox.work, environment: [:])
        let repository = try sandbox.open()
        let head = try #require(try repository.reference("HEAD"))
        #expect(throws: GitError.self) { try repository.commits(reachableFrom: [head]) }
    }
}
