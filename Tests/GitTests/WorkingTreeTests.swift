import Foundation
import Testing

@testable import Git

@Suite struct WorkingTreeTests {
    let sandbox: Sandbox
    let repository: Repository

    init() throws {
        sandbox = try Sandbox()
        repository = try sandbox.open()
    }

    private func tree(_ path: String) throws -> ObjectID {
        try sandbox.id("rev-parse", "HEAD:\(path)")
    }

    /// Commits `old` and `new` below "t", and leaves the working tree at `old`.
    private func versions(
        _ old: [String: String], _ new: [String: String]
    ) throws -> (ObjectID, ObjectID) {
        try sandbox.write("outside", "o")
        for (name, text) in old { try sandbox.write("t/\(name)", text) }
        let first = try sandbox.commit("Old")
        let baseline = try tree("t")
        try sandbox.git("rm", "-rq", "t")
        for (name, text) in new { try sandbox.write("t/\(name)", text) }
        try sandbox.commit("New")
        let target = try tree("t")
        try sandbox.git("reset", "-q", "--hard", first.description)
        return (baseline, target)
    }

    private func status() throws -> String {
        try sandbox.git("status", "--porcelain")
    }

    @Test func bringsFilesAndIndexToTheTarget() throws {
        let (baseline, target) = try versions(
            ["same": "s", "changed": "1", "gone": "g", "dir/gone": "g"],
            ["same": "s", "changed": "22", "new/deep/er": "n"])
        #expect(try repository.updateWorkingFiles(under: "t", from: baseline, to: target) == [])
        #expect(sandbox.read("t/changed") == "22")
        #expect(sandbox.read("t/new/deep/er") == "n")
        #expect(!sandbox.exists("t/gone"))
        #expect(!sandbox.exists("t/dir"))
        try sandbox.git("reset", "-q", "--soft", "HEAD@{1}")
        #expect(try status() == "")
        #expect(try sandbox.git("ls-files", "--debug", "t/changed").contains("size: 2"))
        #expect(try repository.updateWorkingFiles(under: "t", from: baseline, to: target) == [])
    }

    @Test func claimsNothingOfFilesThatAreNotAsInTheIndex() throws {
        let (baseline, target) = try versions(
            ["a": "3 months", "b": "b"], ["a": "6 months", "b": "b"])
        func mtime(_ name: String) throws -> String? {
            try sandbox.git("ls-files", "--debug", "t/\(name)").split(separator: "\n")
                .first { $0.contains("mtime:") }.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(try mtime("a") != "mtime: 0:0")
        // Another file of the same size, made in the same second, may even have the same inode.
        #expect(
            try repository.updateWorkingFiles(
                under: "t", from: baseline, to: target, index: baseline) == [])
        #expect(sandbox.read("t/a") == "6 months")
        #expect(try mtime("a") == "mtime: 0:0")
        #expect(try mtime("b") != "mtime: 0:0")
        #expect(try status() == " M t/a")
        try sandbox.git("restore", "t")
        #expect(sandbox.read("t/a") == "3 months")
    }

    @Test func leavesWhatTheUserChanged() throws {
        let (baseline, target) = try versions(
            ["edited": "1", "deleted": "1", "removed": "1", "kept": "k", "fine": "1"],
            ["edited": "2", "deleted": "2", "made": "2", "kept": "k", "fine": "2"])
        try sandbox.write("t/edited", "mine")
        try sandbox.write("t/removed", "mine")
        try sandbox.write("t/made", "mine")
        try sandbox.write("t/untracked", "mine")
        try sandbox.write("outside", "mine")
        try sandbox.git("rm", "-q", "--cached", "outside")
        try FileManager.default.removeItem(atPath: sandbox.work + "/t/deleted")
        #expect(
            try repository.updateWorkingFiles(under: "t", from: baseline, to: target)
                == ["t/deleted", "t/edited", "t/made", "t/removed"])
        for name in ["t/edited", "t/removed", "t/made", "t/untracked", "outside"] {
            #expect(sandbox.read(name) == "mine")
        }
        #expect(!sandbox.exists("t/deleted"))
        #expect(sandbox.read("t/fine") == "2")
        try sandbox.git("reset", "-q", "--soft", "HEAD@{1}")
        #expect(
            try Set(status().split(separator: "\n").map { $0.drop { $0 == " " } }) == [
                "D t/deleted", "M t/edited", "M t/made", "?? t/removed", "?? t/untracked",
                "D  outside", "?? outside",
            ])
    }

    @Test func directoriesAndFilesChangePlaces() throws {
        let (baseline, target) = try versions(["a": "1", "b/c": "1"], ["a/x": "2", "b": "2"])
        #expect(try repository.updateWorkingFiles(under: "t", from: baseline, to: target) == [])
        #expect(sandbox.read("t/a/x") == "2")
        #expect(sandbox.read("t/b") == "2")
        #expect(try repository.updateWorkingFiles(under: "t", from: target, to: nil) == [])
        #expect(!sandbox.exists("t"))
        #expect(try sandbox.git("ls-files") == "outside")
        #expect(try repository.updateWorkingFiles(under: "t", from: nil, to: baseline) == [])
        #expect(try status() == "")
    }

    @Test func executableBitsCount() throws {
        try sandbox.write("t/run", "x")
        try sandbox.commit()
        let baseline = try tree("t")
        try sandbox.git("update-index", "--chmod=+x", "t/run")
        try sandbox.git("commit", "-q", "-m", "Run")
        let target = try tree("t")
        #expect(try repository.updateWorkingFiles(under: "t", from: baseline, to: target) == [])
        #expect(FileManager.default.isExecutableFile(atPath: sandbox.work + "/t/run"))
        #expect(try status() == "")
    }

    @Test func linksAreNeitherFollowedNorMade() throws {
        let (baseline, target) = try versions(["d/a": "1"], ["d/a": "2"])
        let outside = sandbox.path + "/elsewhere"
        try FileManager.default.createDirectory(
            atPath: outside, withIntermediateDirectories: true)
        try Data("1".utf8).write(to: URL(filePath: outside + "/a"))
        try FileManager.default.removeItem(atPath: sandbox.work + "/t/d")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.work + "/t/d", withDestinationPath: outside)
        #expect(
            try repository.updateWorkingFiles(under: "t", from: baseline, to: target) == ["t/d/a"])
        #expect(FileManager.default.contents(atPath: outside + "/a") == Data("1".utf8))
        try expect(.exists) { try repository.writeWorkingFile(at: "t/d/b", bytes: []) }
        try expect(.exists) { try repository.writeWorkingFile(at: "t/d", bytes: []) }
        try expect(.invalidName) { _ = try repository.workingFiles(under: "t/d") }
        #expect(try repository.workingFiles(under: "t").map(\.kind) == [.symlink])
        #expect(try repository.workingFile(at: "t/d")?.kind == .symlink)

        let blob = try repository.write(blob: bytes("/etc/passwd"))
        let linked = try repository.tree(nil, replacing: "l", with: (.symlink, blob))
        #expect(try repository.updateWorkingFiles(under: "u", from: nil, to: linked) == ["u/l"])
        #expect(!sandbox.exists("u/l"))
    }

    @Test func listsWhatIsOnDisk() throws {
        #expect(try repository.workingFiles(under: "t") == [])
        try sandbox.write("t/b", "bb")
        try sandbox.write("t/a/c", "long text")
        try FileManager.default.createDirectory(
            atPath: sandbox.work + "/t/empty", withIntermediateDirectories: true)
        mkfifo(sandbox.work + "/t/pipe", 0o600)
        #expect(
            try repository.workingFiles(under: "t", readingUpTo: 3) == [
                WorkingFile(path: "t/a/c", kind: .file(executable: false), size: 9, bytes: nil),
                WorkingFile(
                    path: "t/b", kind: .file(executable: false), size: 2, bytes: bytes("bb")),
                WorkingFile(path: "t/pipe", kind: .other, size: 0, bytes: nil),
            ])
        #expect(try repository.workingFile(at: "t/none") == nil)
        #expect(try repository.workingFile(at: "t/a/c")?.bytes == bytes("long text"))
        let name = (sandbox.work + "/t/").utf8.map { CChar(bitPattern: $0) } + [-1, 0]
        close(open(name, O_CREAT, 0o600))
        try expect(.invalidName) { _ = try repository.workingFiles(under: "t") }
    }

    @Test func writesInOneStep() throws {
        try repository.writeWorkingFile(at: "x/y/z", bytes: bytes("1"))
        try repository.withWorkspaceLock { _ in
            try repository.writeWorkingFile(at: "x/y/z", bytes: bytes("2"))
        }
        #expect(sandbox.read("x/y/z") == "2")
        #expect(try repository.workingFiles(under: "x").count == 1)
        for path in ["../x", ".git/config", "x/.GIT/y", "/etc/x", "", "a//b"] {
            try expect(.invalidName) { try repository.writeWorkingFile(at: path, bytes: []) }
        }
    }

    @Test func lockedIndexStopsBeforeAnything() throws {
        let (baseline, target) = try versions(["a": "1"], ["a": "2"])
        try sandbox.write(".git/index.lock", "")
        try expect(.locked) {
            _ = try repository.updateWorkingFiles(under: "t", from: baseline, to: target)
        }
        #expect(sandbox.read("t/a") == "1")
    }

    @Test func bareRepositoryHasNoFiles() throws {
        let bareSandbox = try Sandbox(bare: true)
        let bare = try bareSandbox.open()
        try expect(.bareRepository) {
            _ = try bare.updateWorkingFiles(under: "t", from: nil, to: nil)
        }
        try expect(.bareRepository) { _ = try bare.workingFiles(under: "t") }
    }
}
