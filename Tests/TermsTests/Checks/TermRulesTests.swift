import Foundation
import Terms
import Testing

struct TermRulesTests {
    @Test func namesEachRuleOnce() {
        let ids = TermRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy(Identifier.isValid))
        #expect(ids.last == "waiver-unused", "it looks at what the others found")
    }

    @Test(arguments: TermRules.all.map(\.id))
    func saysWhatAndWhy(id: String) throws {
        let rule = try #require(TermRules.all.first { $0.id == id })
        for sentence in [rule.summary, rule.reason] {
            #expect(sentence.first?.isUppercase == true, "\(id): \(sentence)")
            #expect(sentence.hasSuffix("."), "\(id): \(sentence)")
        }
        #expect(!rule.isAboutGaps || rule.severity == .error, "\(id)")
    }

    /// A rule without a test is no rule.
    @Test func areAllTested() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
        let tests = try files.map {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }.joined()
        let untested = TermRules.all.map(\.id).filter { !tests.contains("\"\($0)\"") }
        #expect(untested.isEmpty)
    }

    /// The worked example and the template say what they mean.
    @Test(arguments: [Agreements.example, Agreements.template])
    func findNoErrorInWhatComesWithTheProgram(name: String) throws {
        let document = TermsDocument(TermsFiles(try Agreements.entries(name)))
        let found = TermsCheck(document).findings.filter(\.isAboutMeaning)
        #expect(found.filter { $0.severity == .error }.map(\.said).isEmpty)
    }
}
