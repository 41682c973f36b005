import Foundation
import Merging
import Terms
import Testing

/// The examples and templates of the project, by folder.
private let examples: [String: TermsFiles] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "frameworks")
    var found: [String: TermsFiles] = [:]
    for kind in ["examples", "templates"] {
        let folder = root.appending(path: kind)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            let terms = folder.appending(path: name).appending(path: "terms")
            guard let walk = FileManager.default.enumerator(atPath: terms.path) else { continue }
            var entries: [TermsEntry] = []
            for case let path as String in walk {
                guard
                    let data = FileManager.default.contents(
                        atPath: terms.appending(path: path).path), path.contains(".")
                else { continue }
                entries.append(TermsEntry(path: path, bytes: Array(data)))
            }
            found[name] = TermsFiles(entries)
        }
    }
    return found
}()

@Suite struct ExampleTests {
    @Test func thereAreExamples() {
        #expect(examples.count >= 6)
        #expect(examples.values.allSatisfy { $0.files.count > 4 })
    }

    /// A comment at the top and one at the end of every file: the merge goes through all of the
    /// tree, and every byte between them stays.
    @Test(arguments: examples.keys.sorted()) func everyByteSurvives(name: String) throws {
        let base = try #require(examples[name])
        func commented(_ top: String, _ end: String) -> TermsFiles {
            TermsFiles(
                base.files.map { path, bytes in
                    let isSection = SectionName(file: path) != nil
                    let text = isSection ? Array(top.utf8) + bytes + Array(end.utf8) : bytes
                    return TermsEntry(path: path, bytes: text)
                })
        }
        let merged = MergeResult(
            base: base, left: commented("# Read by Ada.\n\n", ""),
            right: commented("", "# Read by Dora.\n"), names: names)
        #expect(merged.briefs == [])
        let wanted = commented("# Read by Ada.\n\n", "# Read by Dora.\n")
        for (path, bytes) in wanted.files {
            #expect(merged.text(path) == String(decoding: bytes, as: UTF8.self))
        }
    }
}
