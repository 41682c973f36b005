import Foundation
import Terms
import Testing

struct TermsFilesTests {
    /// Names whose order as bytes differs from the order of a dictionary or of components.
    private let awkward = [
        "framework.yaml": "a\n", "parties.yaml": "", "purpose.yaml": "no line end",
        "clauses/a.md": "1", "clauses/a-b.md": "2", "clauses/ab.md": "3", "clauses/a0.md": "4",
        "clauses-a.md": "5", "clauses.md": "6", "Clauses/z.md": "7", "clauses/Z.md": "8",
        "clauses/é.md": "9", "clauses/z z.md": "10", "clauses/sub/x.md": "11", "_.yaml": "12",
    ]

    @Test func sortsByBytes() {
        let paths = files(awkward).files.map(\.path)
        #expect(
            paths == [
                "Clauses/z.md", "_.yaml", "clauses-a.md", "clauses.md", "clauses/Z.md",
                "clauses/a-b.md", "clauses/a.md", "clauses/a0.md", "clauses/ab.md",
                "clauses/sub/x.md", "clauses/z z.md", "clauses/é.md", "framework.yaml",
                "parties.yaml", "purpose.yaml",
            ])
    }

    @Test func findsFilesByPath() {
        let all = files(awkward)
        for (path, text) in awkward { #expect(all[path] == bytes(text)) }
        #expect(all["clauses/b.md"] == nil)
        #expect(all[""] == nil)
        #expect(all["zzz"] == nil)
        #expect(TermsFiles([])["framework.yaml"] == nil)
    }

    @Test func leavesOutWhatHasNoContents() {
        let entries = [TermsEntry.Kind.file, .executable, .symlink, .submodule, .other]
            .enumerated().map { TermsEntry(path: "p\($0)", kind: $1, size: 0, bytes: []) }
        #expect(TermsFiles(entries).files.map(\.path) == ["p0", "p1"])
        #expect(TermsFiles([]).isEmpty)
        #expect(!TermsFiles(entries).isEmpty)
    }

    @Test func writesAManifestLikeSha256sum() {
        #expect(
            files(["b": "abc", "a": ""]).manifest == """
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b

                """)
        #expect(TermsFiles([]).manifest.isEmpty)
        #expect(TermsFiles([]).digest == Digest(of: []))
    }

    @Test func hasADigestThatAnybodyCanCheck() throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("terms-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (path, text) in awkward {
            let url = directory.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let sums = "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum"
        #expect(try shell(sums, in: directory) == files(awkward).manifest)
        #expect(
            try shell(sums + " | sha256sum", in: directory)
                == files(awkward).digest.digits + "  -\n")
    }

    @Test func hasTheDigestOfTheExample() throws {
        let all = TermsFiles(try Agreements.entries(Agreements.example))
        #expect(all.manifest.split(separator: "\n").count == 11)
        #expect(Digest(of: bytes(all.manifest)) == all.digest)
    }

    private func shell(_ command: String, in directory: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = directory
        process.environment = ["PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func namesChangedPaths() {
        let old = files(["a": "1", "b": "2", "c": "3"])
        let new = files(["a": "1", "b": "9", "d": "4", "B": "5"])
        #expect(TermsFiles.changedPaths(from: old, to: new) == ["B", "b", "c", "d"])
        #expect(TermsFiles.changedPaths(from: new, to: old) == ["B", "b", "c", "d"])
        #expect(TermsFiles.changedPaths(from: old, to: old).isEmpty)
        #expect(TermsFiles.changedPaths(from: nil, to: old) == ["a", "b", "c"])
        #expect(TermsFiles.changedPaths(from: old, to: nil) == ["a", "b", "c"])
        #expect(TermsFiles.changedPaths(from: nil, to: nil).isEmpty)
        #expect(
            TermsFiles.changedPaths(from: nil, to: files(["empty": ""])) == ["empty"])
    }

    /// Two spellings of one letter are two names of files.
    @Test func tellsSpellingsOfAPathApart() {
        let composed = files(["clauses/\u{E9}.md": "1"])
        let decomposed = files(["clauses/e\u{301}.md": "1"])
        #expect(TermsFiles.changedPaths(from: composed, to: decomposed).count == 2)
    }
}
