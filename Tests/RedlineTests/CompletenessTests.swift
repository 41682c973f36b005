import RandomTerms
import Redline
import Terms
import Testing

@Suite("Random terms")
struct CompletenessTests {
    @Test("Exactly what was edited is told, and every file that differs", arguments: 0..<80)
    func edits(seed: Int) throws {
        var maker = RandomTerms(seed: UInt64(seed))
        var old: [String: String] = [:]
        var new: [String: String] = [:]
        var told: [String] = []
        var formatting: [String] = []
        var comments: [String] = []
        for section in SectionName.allCases {
            let type = FieldType.object(section.fields)
            let path = TermPath(section: section.rawValue)
            let value = try maker.value(of: type)
            old[section.file] = value.json + "\n"
            var chosen: [TermPath: RandomTerms.Edit] = [:]
            let possible = maker.edits(of: value, as: type, at: path)
                .shuffled(using: &maker.random)
            for (path, edit) in possible.prefix(Int.random(in: 0...6, using: &maker.random)) {
                let clashes = chosen.contains { other, kind in
                    switch (kind, edit) {
                    case (.move, _): other == path
                    case (_, .move): path == other
                    default: other.contains(path) || path.contains(other)
                    }
                }
                // A removal takes along whatever else was chosen inside.
                let isInside = chosen.contains { other, kind in
                    (kind == .remove && other.contains(path))
                        || (edit == .remove && path.contains(other))
                }
                if !clashes, !isInside { chosen[path] = edit }
            }
            let start = told.count
            let edited = try maker.apply(chosen, to: value, as: type, at: path, told: &told)
            new[section.file] = (edited ?? value).json + "\n"
            if told.count == start, maker.chance(50) {
                let isComment = maker.chance(50)
                new[section.file] = (isComment ? "# a comment\n" : "\n") + (old[section.file] ?? "")
                if isComment {
                    comments.append(section.file)
                } else {
                    formatting.append(section.file)
                }
            }
        }
        let (before, after) = (terms(old), terms(new))
        let comparison = Comparison(from: before, to: after)
        let names = comparison.changes.map { change in
            var plain = change
            plain.detail = .value
            return plain.brief
        }
        #expect(names.sorted() == told.sorted())
        #expect(comparison.formattingOnly == formatting.sorted())
        #expect(comparison.comments.map(\.file).sorted() == comments.sorted())
        #expect(
            comparison.comments.allSatisfy { $0.added == ["# a comment"] && $0.removed.isEmpty })
        #expect(comparison.comparedAsText.isEmpty)
        let back = Comparison(from: after, to: before)
        #expect(back.changes.count == comparison.changes.count)
        #expect(back.formattingOnly == comparison.formattingOnly)
        #expect(back.comments.map(\.removed) == comparison.comments.map(\.added))
        #expect(comparison.gaps(from: before, to: after).isEmpty)
        #expect(try comparison.apply(to: before.files).digest == after.files.digest)
        #expect(back.gaps(from: after, to: before).isEmpty)
        #expect(Comparison(from: before, to: before).isEmpty)
        #expect(Comparison(from: after, to: terms(new)).isEmpty)
        let sections = comparison.changes.compactMap { SectionName(rawValue: $0.path.section) }
        let order = sections.compactMap { SectionName.allCases.firstIndex(of: $0) }
        #expect(order == order.sorted())
    }

    @Test("Any change of bytes is accounted for", arguments: 0..<80)
    func bytes(seed: Int) {
        var random = Random(state: UInt64(seed))
        let old = [
            "framework.yaml": "schema: 1\ntitle: One  # note\n",
            "purpose.yaml": "why: |\n  We do.\n\n  Really.\nvalues: []\n",
            "clauses/a.md": "# A\n\n1. One.\n   - two\n", "stray.txt": "x\n",
        ]
        func edited(_ text: String) -> [UInt8] {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.remove(at: index)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
                default:
                    let piece = Array(" \n#-1.:".utf8).randomElement(using: &random)
                    bytes.insert(piece ?? 32, at: index)
                }
            }
            return bytes
        }
        let before = terms(old)
        let after = TermsDocument(
            TermsFiles(
                old.sorted { $0.key < $1.key }.map {
                    TermsEntry(path: $0.key, bytes: edited($0.value))
                }))
        for (from, to) in [(before, after), (after, before)] {
            let comparison = Comparison(from: from, to: to)
            #expect(comparison.gaps(from: from, to: to).isEmpty)
            let told =
                Set(comparison.changes.map(\.path.section).map(file))
                .union(comparison.formattingOnly).union(comparison.comparedAsText)
                .union(comparison.comments.map(\.file))
            #expect(told == Set(TermsFiles.changedPaths(from: from.files, to: to.files)))
        }
    }

    private func file(_ section: String) -> String {
        if let name = SectionName(rawValue: section) { return name.file }
        return section.hasPrefix("clauses/") ? section + ".md" : section
    }
}
