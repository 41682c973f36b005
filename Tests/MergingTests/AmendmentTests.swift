import Foundation
import Merging
import Testing

/// What came of many merges, held against the truth.
struct Tally: CustomStringConvertible {
    var right = 0
    var wrong = 0
    var falseConflicts = 0
    var missedConflicts = 0
    var duplicates = 0
    var rounds = 0

    /// Counts a merge: a text, or nil for a conflict.
    mutating func count(_ text: String?, truth: [Amendments.Clause]?) {
        rounds += 1
        guard let text else {
            if truth == nil { right += 1 } else { falseConflicts += 1 }
            return
        }
        let found = Amendments.clauses(in: text)
        duplicates += found?.duplicates ?? 0
        if truth == nil {
            missedConflicts += 1
        } else if let found, found.clauses == truth {
            right += 1
        } else {
            wrong += 1
        }
    }

    var description: String {
        "\(right) of \(rounds) right, \(wrong) wrong, \(falseConflicts) false conflicts, "
            + "\(missedConflicts) missed conflicts, \(duplicates) duplicate ids"
    }
}

@Suite struct AmendmentTests {
    /// How many rounds; with `ENTENTE_MERGE_ROUNDS`, `git merge-file` does the same beside it.
    static let rounds = ProcessInfo.processInfo.environment["ENTENTE_MERGE_ROUNDS"]
        .flatMap(Int.init)

    @Test(arguments: [40, 12]) func twoSidedAmendments(clauses: Int) throws {
        var ours = Tally()
        var git = Tally()
        for round in 0..<(Self.rounds ?? 12) {
            var amendments = Amendments(seed: UInt64(round * 100 + clauses), clauses: clauses)
            let (left, right) = (amendments.draft(), amendments.draft())
            let truth = amendments.truth(left, right)
            let texts = [amendments.base, left.clauses, right.clauses].map(Amendments.text)
            let merged = merge("commercials.yaml", texts[0], texts[1], texts[2])
            let mirrored = merge("commercials.yaml", texts[0], texts[2], texts[1])
            let text = merged.text("commercials.yaml")
            #expect(mirrored.text("commercials.yaml") == text)
            ours.count(text, truth: truth)
            if Self.rounds != nil { git.count(try gitMerge(texts), truth: truth) }
        }
        if Self.rounds != nil {
            print("\(clauses) clauses, by meaning: \(ours)")
            print("\(clauses) clauses, git merge-file: \(git)")
        }
        #expect(ours.right * 100 >= ours.rounds * 99, "\(ours)")
        #expect(ours.missedConflicts == 0, "\(ours)")
        #expect(ours.duplicates == 0, "\(ours)")
    }

    /// What Git makes of three texts; nil for a conflict.
    private func gitMerge(_ texts: [String]) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try zip(["base", "left", "right"], texts).map { name, text in
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/git")
        process.arguments = ["merge-file", "-p", files[1], files[0], files[2]]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
