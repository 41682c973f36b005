import Redline
import Terms
import Testing

@Suite("Documents")
struct DocumentTests {
    @Test("A founding adds every section and clause as a whole")
    func founding() {
        let document = terms([
            "framework.yaml": "schema: 1\ntitle: T\n", "purpose.yaml": "why: Because.\n",
            "clauses/nda.md": "# NDA\n\nKeep it. Really.\n", "governance.yaml": "# nothing yet\n",
        ])
        let comparison = Comparison(from: nil, to: document)
        #expect(
            comparison.changes.map(\.brief) == [
                "framework added", "purpose added", "clauses/nda added",
            ])
        #expect(comparison.formattingOnly == ["governance.yaml"])
        #expect(
            comparison.summary
                == "2 sections added; 1 clause added; 1 file re-wrapped without a change of "
                + "meaning. Nothing else changed.")
        #expect(
            Comparison(from: document, to: nil).changes.map(\.brief) == [
                "framework removed", "purpose removed", "clauses/nda removed",
            ])
        #expect(Comparison(from: nil, to: nil).isEmpty)
        #expect(Comparison(from: document, to: document).summary == "Nothing changes.")
    }

    @Test("A comment that changes is told, beside a change of a term as well as alone")
    func comments() {
        let old = "why: Because.  # of trust\nvalues: []\n# the end\n"
        let alone = compare("purpose.yaml", old, "# new\nwhy: Because.\nvalues: []\n# the end\n")
        #expect(alone.changes.isEmpty)
        #expect(alone.formattingOnly.isEmpty)
        #expect(!alone.isEmpty)
        #expect(alone.comments.map(\.removed) == [["# of trust"]])
        #expect(alone.comments.map(\.added) == [["# new"]])
        #expect(
            alone.summary
                == "2 lines of comments, which are no terms. Nothing else changed.")
        let beside = compare("purpose.yaml", old, "why: So.\nvalues: []\n# the end\n")
        #expect(beside.changes.map(\.brief) == ["purpose.why changed"])
        #expect(beside.comments.map(\.removed) == [["# of trust"]])
        let moved = compare(
            "purpose.yaml", old, "# the end\nwhy: Because.  # of trust\nvalues: []\n")
        #expect(moved.comments.isEmpty)
        #expect(moved.formattingOnly == ["purpose.yaml"])
    }

    @Test("A section with a finding that hides something is compared as text")
    func unreadable() {
        let old = "why: Because.\nvalues: []\n"
        for broken in [
            "why: Because.\nvalues: []\nextra: 1\n", "why: [", "- why\n", "why: Because.\r\n",
            "why: Because.\nsuccess:\n  - {id: a, party: joint, measure: M, target: many}\n",
            "why: Because.\nvision:\n  parties:\n    contoso:\n",
            "why: Because.\ngoals:\n  - kind: material\n",
        ] {
            for comparison in [
                compare("purpose.yaml", old, broken), compare("purpose.yaml", broken, old),
            ] {
                #expect(comparison.comparedAsText == ["purpose.yaml"], "\(broken)")
                #expect(comparison.changes.map(\.brief) == ["purpose changed"], "\(broken)")
                #expect(comparison.formattingOnly.isEmpty)
            }
        }
    }

    @Test("What is merely missing keeps nothing from being compared by meaning")
    func missing() {
        let comparison = compare("framework.yaml", "schema: 1\n", "schema: 1\ntitle: T\n")
        #expect(comparison.changes.map(\.brief) == ["framework.title added"])
        #expect(comparison.comparedAsText.isEmpty)
    }

    @Test("Files that terms don't have are told, too")
    func strays() {
        let comparison = Comparison(
            from: terms(["x.txt": "a\nb\n", "clauses/Bad.md": "x"]), to: terms(["x.txt": "a\nc\n"]))
        #expect(comparison.comparedAsText == ["clauses/Bad.md", "x.txt"])
        #expect(comparison.changes.count == 2)
        #expect(
            comparison.summary
                == "2 files that can't be read in full, compared as text. Nothing else changed.")
    }

    @Test("Bytes that are no text are never taken as equal")
    func bytes() {
        func document(_ bytes: [UInt8]) -> TermsDocument {
            TermsDocument(TermsFiles([TermsEntry(path: "clauses/a.md", bytes: bytes)]))
        }
        let comparison = Comparison(from: document([0x41, 0xFF]), to: document([0x41, 0xFE]))
        #expect(comparison.comparedAsText == ["clauses/a.md"])
        #expect(!comparison.isEmpty)
        #expect(comparison.notes.count == 1)
    }

    @Test("A link is noted, since it has no text")
    func link() {
        let link = TermsEntry(path: "clauses/a.md", kind: .symlink, size: 1, bytes: [])
        let comparison = Comparison(from: terms([:]), to: TermsDocument(TermsFiles([link])))
        #expect(comparison.notes.count == 1)
    }

    @Test("Clauses come by name")
    func order() {
        let comparison = Comparison(
            from: nil, to: terms(["clauses/a.md": "x", "clauses/a-b.md": "y"]))
        #expect(comparison.changes.map(\.brief) == ["clauses/a added", "clauses/a-b added"])
    }

    @Test("A clause under a new name is a suspected rename")
    func renamedClause() {
        let text = "Each party keeps what it learns to itself.\n"
        let comparison = Comparison(
            from: terms(["clauses/a.md": text]), to: terms(["clauses/b.md": text]))
        #expect(comparison.changes.map(\.brief) == ["clauses/a removed", "clauses/b added"])
        #expect(comparison.notes.count == 1)
    }

    @Test("A change of clauses counts sentences")
    func summary() {
        let comparison = compareClause(
            "# T\n\nWe pay in 30 days. We are kind. We stay.\n",
            "# T\n\nWe pay in 60 days. We are kind. We never stay.\n")
        #expect(comparison.summary == "2 sentences in 1 clause. Nothing else changed.")
        #expect(comparison.changes.first?.count == 2)
    }
}
