import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// Working files are not read again as long as the file system says that nobody touched them.
@Suite struct WorkingDigestTests {
    private let path = NSTemporaryDirectory() + "entente-digests-\(UUID().uuidString)"
    private let workspace: Workspace
    private var place: String { path + "/frameworks/alliance/terms" }

    init() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        _ = try Repository.create(at: path)
        try FileManager.default.createDirectory(
            atPath: path + "/frameworks/alliance/terms/clauses", withIntermediateDirectories: true)
        workspace = try Workspace(
            at: path,
            environment: WorkspaceEnvironment(
                variables: ["XDG_CACHE_HOME": path + "/cache"], clock: 1_799_060_000,
                offsetMinutes: 0, program: "test"))
        try write("title: One\n", to: "framework.yaml")
        try write("# Ours\n", to: "clauses/branding.md")
    }

    private func write(_ text: String, to file: String) throws {
        try Array(text.utf8).write(to: "\(place)/\(file)")
    }

    private func digest() throws -> Digest? {
        // As the next command begins.
        workspace.lookedAt = [:]
        let digest = try workspace.workingDigests(of: ["alliance", "none"])["alliance"]
        #expect(try digest == workspace.workingTerms(of: "alliance")?.digest)
        return digest
    }

    private var kept: Int { workspace.shown?.load(.files).count ?? 0 }

    /// What was written just now can be written again in the same moment, with the same size.
    @Test func whatChangesNowIsReadEachTime() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        var found: Set<Digest?> = []
        for number in 10..<60 {
            try write("title: \(number)\n", to: "framework.yaml")
            found.insert(try digest())
        }
        #expect(found.count == 50 && kept == 0)
    }

    @Test func everyChangeIsSeen() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rest = try await settled()
        #expect(kept == 1)
        let manager = FileManager.default
        // The same size, and the time of the last change put back.
        let times = try manager.attributesOfItem(atPath: place + "/framework.yaml")
        try write("title: Two\n", to: "framework.yaml")
        try manager.setAttributes(
            [.modificationDate: try #require(times[.modificationDate])],
            ofItemAtPath: place + "/framework.yaml")
        #expect(try digest() != rest)
        try write("title: One\n", to: "framework.yaml")
        #expect(try digest() == rest)
        try write("# Another\n", to: "clauses/more.md")
        #expect(try digest() != rest)
        try manager.removeItem(atPath: place + "/clauses/more.md")
        #expect(try digest() == rest)
        try manager.moveItem(
            atPath: place + "/clauses/branding.md", toPath: place + "/clauses/general.md")
        #expect(try digest() != rest)
        try manager.removeItem(atPath: place + "/clauses")
        try manager.createSymbolicLink(
            atPath: place + "/clauses", withDestinationPath: path + "/cache")
        #expect(try digest() != rest)
    }

    @Test func aStampCountsInItsPlace() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rest = try await settled()
        let shown = try #require(workspace.shown)
        let key = Array("alliance".utf8)
        var value = try #require(shown.load(.files)[key])
        value[value.count / 2] ^= 1
        shown.save(.files, [(key, value)], dropping: [])
        #expect(try digest() == rest)
        #expect(try digest() == rest)
    }

    /// The digest as soon as the files are old enough to be relied on.
    private func settled() async throws -> Digest? {
        while true {
            let digest = try digest()
            if kept == 1 { return digest }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
