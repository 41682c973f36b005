import Foundation
import Synchronization
import Testing

@testable import Git

@Suite struct WorkspaceLockTests {
    let sandbox: Sandbox
    let repository: Repository
    let commit: ObjectID

    init() throws {
        sandbox = try Sandbox()
        commit = try sandbox.commit()
        repository = try sandbox.open()
    }

    @Test func whatAKilledHolderNotedIsRemoved() throws {
        try sandbox.write(
            ".git/entente.lock",
            """
            refs/heads/main.lock
            index.lock
            ../outside.lock
            config
            work:t/.entente-1.lock
            work:t/mine.lock
            HEAD.lo
            """)
        for name in [
            ".git/refs/heads/main.lock", ".git/index.lock", "outside.lock", ".git/HEAD.lock",
            "t/.entente-1.lock", "t/mine.lock",
        ] { try sandbox.write(name, "") }
        try repository.withWorkspaceLock { _ in
            try repository.setReference(
                "refs/heads/main", to: commit, expecting: commit, reason: "test", by: ada)
        }
        #expect(!sandbox.exists(".git/refs/heads/main.lock"))
        #expect(!sandbox.exists(".git/index.lock"))
        #expect(!sandbox.exists("t/.entente-1.lock"))
        for name in ["outside.lock", ".git/HEAD.lock", "t/mine.lock", ".git/config"] {
            #expect(sandbox.exists(name))
        }
        #expect(sandbox.read(".git/entente.lock") == "")
    }

    @Test func notesAreThereWhileNeededAndNoLonger() throws {
        try repository.withWorkspaceLock { lock in
            try lock.noting([.git("a.lock")]) {
                try lock.noting([.work("x/.entente-1.lock")]) {
                    #expect(
                        sandbox.read(".git/entente.lock") == "a.lock\nwork:x/.entente-1.lock\n")
                }
                #expect(sandbox.read(".git/entente.lock") == "a.lock\n")
            }
            #expect(throws: CancellationError.self) {
                try lock.noting([.git("a.lock")]) { throw CancellationError() }
            }
            #expect(sandbox.read(".git/entente.lock") == "")
        }
    }

    @Test func theLockOfALogIsNotedToo() throws {
        try sandbox.write(".git/entente.lock", "logs/refs/x/y.lock\n")
        try sandbox.write(".git/logs/refs/x/y.lock", "")
        #expect(throws: GitError.self) {
            try repository.appendToLog(of: "refs/x/y", target: commit, reason: "test", by: ada)
        }
        try repository.withWorkspaceLock { _ in
            try repository.appendToLog(of: "refs/x/y", target: commit, reason: "test", by: ada)
        }
        #expect(!sandbox.exists(".git/logs/refs/x/y.lock"))
        #expect(try repository.lastLogged(of: "refs/x/y")?.target == commit)
    }

    @Test func mayBeTakenAgainByItsHolder() async throws {
        try repository.withWorkspaceLock { _ in
            try repository.withWorkspaceLock(timeout: .zero) { _ in }
            try expect(.locked) {
                try sandbox.open().withWorkspaceLock(timeout: .zero) { _ in }
            }
        }
        try await repository.withWorkspaceLock {
            await Task.yield()
            try expect(.locked) {
                try sandbox.open().withWorkspaceLock(timeout: .zero) { _ in }
            }
        }
        try sandbox.open().withWorkspaceLock(timeout: .zero) { _ in }
    }

    @Test func anotherProcessHoldsIt() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        process.arguments = [
            "--no-fork", sandbox.work + "/.git/entente.lock", "sh", "-c", "echo; exec sleep 60",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
        let error = try expect(.locked) {
            try repository.withWorkspaceLock(timeout: .milliseconds(50)) { _ in }
        }
        #expect(error.message.contains(sandbox.work + "/.git/entente.lock"))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try repository.withWorkspaceLock(timeout: .seconds(5)) { _ in }
    }

    @Test func writersTakeTurns() async throws {
        let path = sandbox.work
        let inside = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try Repository.open(at: path).withWorkspaceLock { _ in
                        #expect(inside.add(1) == 1)
                        usleep(5_000)
                        _ = inside.add(-1)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    func add(_ number: Int) -> Int {
        value.withLock {
            $0 += number
            return $0
        }
    }
}
