import Terms
import Testing

struct WellFormednessTests {
    private func findings(_ texts: [String: String]) -> [String] {
        WellFormedness(files(Sample.with(texts))).findings.map(\.placed)
    }

    @Test func acceptsTheSample() throws {
        let judged = WellFormedness(files(Sample.with([:])))
        #expect(judged.findings.isEmpty)
        #expect(judged.framework?.value?["title"]?.text == "Sample")
        #expect(judged.parties?.value?["people"]?.members.map(\.key) == ["ada", "ben", "dora"])
    }

    @Test func judgesFilesTextAndRegistry() {
        #expect(findings(["notes.txt": ""]) == ["notes.txt unknown-file"])
        #expect(findings(["purpose.yaml": "a\u{200B}"]) == ["purpose.yaml:1:2 forbidden-character"])
        #expect(findings(["clauses/a.md": "a\r\n"]) == ["clauses/a.md:1:2 windows-line-ends"])
        #expect(findings(["parties.yaml": "\tx"]) == ["parties.yaml:1:1 yaml-tab"])
        #expect(
            findings(["parties.yaml": "a\u{200B}"]) == ["parties.yaml:1:2 forbidden-character"])
        #expect(
            findings(["parties.yaml": Sample.parties.replacing("needs: 1", with: "needs: 2")])
                == ["parties.yaml:6:9 rule-unsatisfiable"])
        #expect(
            findings(["framework.yaml": "a\u{200B}"]) == ["framework.yaml:1:2 forbidden-character"])
    }

    @Test func leavesTheOtherSectionsAlone() {
        let texts = ["purpose.yaml": "whyy: [", "framework.yaml": "schema: 9\n"]
        #expect(findings(texts).isEmpty)
        #expect(Sample.document(texts).findings.hasErrors)
    }

    @Test func missesWhatIsRequired() {
        let judged = WellFormedness(TermsFiles([]))
        #expect(judged.framework == nil)
        #expect(judged.parties == nil)
        #expect(
            judged.findings.map(\.placed) == [
                "framework.yaml missing-file", "parties.yaml missing-file",
            ])
    }

    /// What makes a text no agreement at all is wrong with the document as well.
    @Test(arguments: [
        ["notes.txt": "x"], ["clauses/a.md": "\u{202E}"], ["parties.yaml": "x: &a 1"],
        ["parties.yaml": Sample.parties.replacing("needs: 1", with: "needs: 9")],
        ["framework.yaml": "e\u{301}"], [:],
    ])
    func findsNothingThatTheDocumentDoesNot(texts: [String: String]) {
        let all = files(Sample.with(texts))
        let document = Set(TermsDocument(all).findings)
        #expect(WellFormedness(all).findings.allSatisfy { document.contains($0) })
        #expect(WellFormedness(all).findings.isEmpty == texts.isEmpty)
    }
}
