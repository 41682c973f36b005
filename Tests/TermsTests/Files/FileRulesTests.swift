import Terms
import Testing

struct FileRulesTests {
    private let required = [
        TermsEntry(path: "framework.yaml", bytes: []), TermsEntry(path: "parties.yaml", bytes: []),
    ]

    private func findings(with entries: TermsEntry...) -> [Finding] {
        TermsFiles(required + entries).findings
    }

    @Test(arguments: [
        "purpose.yaml", "governance.yaml", "commercials.yaml", "safeguards.yaml",
        "clauses/branding.md", "clauses/a.md",
    ])
    func acceptsWhatTermsHave(path: String) {
        #expect(findings(with: TermsEntry(path: path, bytes: [])).isEmpty)
    }

    @Test(arguments: [
        "README.md", "notes.txt", "Purpose.yaml", "purpose.yml", "sub/purpose.yaml", "clauses/A.md",
        "clauses/a.txt", "clauses/.md", "clauses/a/b.md", "clauses/1.md", "clauses/a b.md",
        "clauses", "../purpose.yaml", ".git/config", "/purpose.yaml", "clauses/ä.md", "",
    ])
    func refusesUnknownFiles(path: String) {
        let found = findings(with: TermsEntry(path: path, bytes: []))
        #expect(found.map(\.placed) == ["\(path) unknown-file"])
    }

    @Test func suggestsTheFileThatWasMeant() {
        let found = findings(with: TermsEntry(path: "purposes.yaml", bytes: []))
        #expect(
            found.map(\.message) == [
                "`purposes.yaml` is not a file that terms have; did you mean purpose.yaml?"
            ])
        #expect(
            found.first?.next == "Terms are framework.yaml, parties.yaml, purpose.yaml, "
                + "governance.yaml, commercials.yaml, safeguards.yaml and clauses/<name>.md in "
                + "lower case with hyphens")
    }

    @Test func showsOddNames() {
        let found = findings(with: TermsEntry(path: "a\u{202E}b", bytes: []))
        #expect(found.map(\.message) == ["`a<U+202E>b` is not a file that terms have"])
    }

    @Test(arguments: [
        (TermsEntry.Kind.executable, "an executable file", "chmod 644 it"),
        (.symlink, "a symbolic link", "Replace it with a copy of the text"),
        (.submodule, "a submodule", "Replace it with a copy of the text"),
        (.other, "a special file", "Replace it with a copy of the text"),
    ])
    func acceptsPlainFilesOnly(kind: TermsEntry.Kind, what: String, next: String) {
        let found = findings(
            with: TermsEntry(path: "clauses/a.md", kind: kind, size: 1, bytes: [0x61]))
        #expect(found.map(\.placed) == ["clauses/a.md not-a-plain-file"])
        #expect(found.first?.message == "`clauses/a.md` is \(what); terms are plain files only")
        #expect(found.first?.next == next)
    }

    @Test func limitsTheSizeOfAFile() {
        let most = 4 << 20
        #expect(
            findings(with: TermsEntry(path: "clauses/a.md", kind: .file, size: most, bytes: []))
                .isEmpty)
        let found = findings(
            with: TermsEntry(path: "clauses/a.md", kind: .file, size: most + 1, bytes: []))
        #expect(found.map(\.placed) == ["clauses/a.md file-too-large"])
        #expect(
            found.first?.message == "`clauses/a.md` has 4194305 bytes; at most 4 MiB are allowed")
    }

    @Test func limitsTheSizeOfAllFiles() {
        let entries = (0..<8).map {
            TermsEntry(path: "clauses/a\($0).md", kind: .file, size: 4 << 20, bytes: [])
        }
        #expect(TermsFiles(required + entries).findings.isEmpty)
        let one = TermsEntry(path: "clauses/z.md", bytes: [0x61])
        let found = TermsFiles(required + entries + [one]).findings
        #expect(found.map(\.placed) == ["terms terms-too-large"])
        #expect(
            found.first?.message == "the terms have 33554433 bytes; at most 32 MiB are allowed")
    }

    @Test func limitsTheNumberOfFiles() {
        let entries = (1...998).map { TermsEntry(path: "clauses/a\($0).md", bytes: []) }
        #expect(TermsFiles(required + entries).findings.isEmpty)
        let found = findingsOfOneMore(than: entries)
        #expect(found.map(\.placed) == ["terms too-many-files"])
        #expect(found.first?.message == "1001 files; at most 1000 are allowed")
    }

    private func findingsOfOneMore(than entries: [TermsEntry]) -> [Finding] {
        TermsFiles(required + entries + [TermsEntry(path: "clauses/z.md", bytes: [])]).findings
    }

    @Test func findsNamesThatFoldTogether() {
        let found = findings(
            with: TermsEntry(path: "clauses/a.md", bytes: []),
            TermsEntry(path: "clauses/A.md", bytes: []))
        #expect(
            found.map(\.placed) == ["clauses/A.md unknown-file", "clauses/a.md path-twins"])
        #expect(
            found.last?.message
                == "`clauses/a.md` and `clauses/A.md` are the same name on some computers")
    }

    @Test func wantsTheRequiredFiles() {
        #expect(
            TermsFiles([]).findings.map(\.placed) == [
                "framework.yaml missing-file", "parties.yaml missing-file",
            ])
        #expect(
            files(["parties.yaml": ""]).findings.map(\.message) == [
                "framework.yaml is missing; every framework needs it"
            ])
    }

    @Test func namesClauses() {
        #expect(ClauseName(file: "clauses/branding.md")?.name == "branding")
        #expect(ClauseName(file: "clauses/branding.md")?.file == "clauses/branding.md")
        #expect(ClauseName(file: "branding.md") == nil)
        #expect(ClauseName(file: "clauses/Branding.md") == nil)
    }

    @Test func namesSections() {
        for name in SectionName.allCases { #expect(SectionName(file: name.file) == name) }
        #expect(SectionName(file: "purpose") == nil)
        #expect(SectionName(file: "purpose.yml") == nil)
    }
}
