import RandomTerms
import Redline
import Terms
import Testing

@Suite("The guarantee that everything is told")
struct GuaranteeTests {
    private let old = terms([
        "framework.yaml": "schema: 1\ntitle: One\n",
        "purpose.yaml": """
        # why
        why: Because.
        objectives:
          - {id: one, statement: First., quadrant: strategic, owner: ann}
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
        """,
        "clauses/a.md": "# A\n\n## 1. Fees\n\nWe pay. You pay.\n\n## 2. Law\n\nAustria.\n",
        "clauses/b.md": "Same.\n", "stray.txt": "x\ny\n",
    ])
    private let new = terms([
        "framework.yaml": "schema: 1\ntitle: Two\n",
        "purpose.yaml": """
        # so
        why: Because.
        objectives:
          - {id: two, statement: Second., quadrant: strategic, owner: ben}
          - {id: one, statement: First., quadrant: strategic, owner: ann}
        """,
        "clauses/a.md": "# A\n\n## 1. Law\n\nAustria.\n\n## 2. Fees\n\nWe pay. You earn.\n",
        "clauses/b.md": "Same.\n\n", "clauses/c.md": "New.\n", "stray.txt": "x\nz\n",
    ])

    @Test("The files of one state and what changed make the other one")
    func apply() throws {
        let comparison = Comparison(from: old, to: new)
        #expect(try comparison.apply(to: old.files).digest == new.files.digest)
        #expect(try comparison.revert(new.files).digest == old.files.digest)
        #expect(throws: NotCompared.self) { try comparison.apply(to: new.files) }
        #expect(comparison.gaps(from: old, to: new).isEmpty)
        let founding = Comparison(from: nil, to: new)
        #expect(try founding.apply(to: TermsFiles([])).digest == new.files.digest)
        #expect(founding.gaps(from: nil, to: new).isEmpty)
    }

    @Test("Whatever a comparison leaves out or makes up is found")
    func omissions() {
        let whole = Comparison(from: old, to: new)
        func gaps(_ edit: (inout Comparison) -> Void) -> [String] {
            var comparison = whole
            edit(&comparison)
            return comparison.gaps(from: old, to: new)
        }
        for index in whole.changes.indices where !whole.changes[index].isClauseMove {
            #expect(!gaps { $0.changes.remove(at: index) }.isEmpty, "\(whole.changes[index].brief)")
        }
        for index in whole.fileEdits.indices {
            #expect(gaps { $0.fileEdits.remove(at: index) }.count == 2)
        }
        #expect(gaps { $0.comments = [] }.count == 1)
        #expect(gaps { $0.formattingOnly = [] } == ["`clauses/b.md` is told nowhere"])
        #expect(
            gaps { $0.formattingOnly.append("terms.yaml") }
                == ["`terms.yaml` is told, and did not change"])
        #expect(
            gaps { comparison in
                comparison.changes.removeAll { $0.path.section == "clauses/a" }
                comparison.formattingOnly.append("clauses/a.md")
            } == ["`clauses/a.md` has other words, and is told as formatting only"])
        // A word, a number and a place that a redline gets wrong.
        func redline(_ edit: (inout ProseRedline) -> Void) -> [String] {
            gaps { comparison in
                for index in comparison.changes.indices
                where comparison.changes[index].path.section == "clauses/a" {
                    guard case .prose(var redline) = comparison.changes[index].detail else {
                        continue
                    }
                    edit(&redline)
                    comparison.changes[index].detail = .prose(redline)
                }
            }
        }
        #expect(redline { _ in }.isEmpty)
        #expect(redline { $0.paragraphs.removeLast() }.count == 1)
        #expect(redline { $0.paragraphs.reverse() }.count == 1)
        #expect(
            redline { redline in
                for index in redline.paragraphs.indices {
                    redline.paragraphs[index].renumbering = nil
                }
            }.count == 1)
    }

    @Test("Files that are none of the terms are told as what they are, whatever they are called")
    func strays() throws {
        let paths = [
            "purpose", "framework", "clauses/a", "terms/purpose", "terms/clauses/a", "clauses",
            "terms/terms/purpose", "purpose.yaml.md", "caf\u{E9}", "cafe\u{301}", "a.b",
        ]
        func state(_ word: String) -> TermsDocument {
            terms(
                Dictionary(
                    uniqueKeysWithValues: ["purpose.yaml", "clauses/a.md"].map {
                        ($0, "why: \(word).\n")
                    })
            ).adding(paths.map { TermsEntry(path: $0, bytes: Array("\(word) \($0)\n".utf8)) })
        }
        let states = [nil, state("One"), state("Two")]
        for (old, new) in states.flatMap({ old in states.map { (old, $0) } }) {
            let comparison = Comparison(from: old, to: new)
            #expect(comparison.gaps(from: old, to: new) == [])
            let texts = comparison.comparedAsText.map { Array($0.utf8) }
            #expect(Set(texts).count == (comparison.isEmpty ? 0 : paths.count))
        }
    }

    @Test("Random clauses and edits: what changed makes the new files", arguments: 0..<100)
    func clauses(seed: Int) throws {
        var maker = RandomClause(random: Random(state: UInt64(seed) &+ 1_000))
        var (before, after): ([String: String], [String: String]) = ([:], [:])
        for name in ["a", "b", "c"] {
            let text = maker.text()
            before["clauses/\(name).md"] = text
            after["clauses/\(name).md"] = maker.edited(text)
        }
        if seed % 3 == 0 { after["clauses/c.md"] = nil }
        let (old, new) = (terms(before), terms(after))
        let comparison = Comparison(from: old, to: new)
        #expect(comparison.gaps(from: old, to: new).isEmpty)
        #expect(try comparison.apply(to: old.files).digest == new.files.digest)
        #expect(Comparison(from: new, to: old).gaps(from: new, to: old).isEmpty)
        #expect(Comparison(from: old, to: terms(before)).isEmpty)
        #expect(Comparison(from: new, to: terms(after)).isEmpty)
    }
}

extension TermsDocument {
    fileprivate func adding(_ entries: [TermsEntry]) -> TermsDocument {
        TermsDocument(
            TermsFiles(files.files.map { TermsEntry(path: $0.path, bytes: $0.bytes) } + entries))
    }
}

extension TermChange {
    /// A move of a section of a clause is told by its redline, too.
    fileprivate var isClauseMove: Bool {
        if case .moved = kind { isClause } else { false }
    }
}
