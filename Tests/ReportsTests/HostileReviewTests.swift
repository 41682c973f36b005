import Redline
import Terms
import Testing

@testable import Reports

/// Whatever partners write stays text in every form of a comparison.
@Suite struct HostileReviewTests {
    private static let evil =
        "</script><script>alert(1)</script>\u{1B}[2J\u{202E}txt\u{7} [-x-] {+y+} `z`{=openxml} "
        + #"[a](javascript:b){.insertion author="M"} "quoted" <!-- "# + "\n# h"
    /// The same, as far as terms may have it at all.
    private static let readable = evil.unicodeScalars.filter {
        $0 != "\n" && TextRules.problem(with: $0) == nil
    }.map(String.init).joined()
    private static let word = String(repeating: "w", count: 10_000)

    private let old = terms(["clauses/a.md": "# A\n\nSome \(word) here.\n"])
    private let new = terms([
        "clauses/a.md": "# A\n\nSome \(word)x \(readable) here.\n",
        "clauses/b.md":
            "# \(readable)\n\n`code`{=openxml}\n\n- \(readable)\n\n| \(word) |\n| --- |\n",
        "clauses/c.md": "# C\n\n\(evil)\n",
        "purpose.yaml": "why: |\n  \(readable)\n",
    ])

    private var forms: [(name: String, text: String)] {
        get throws {
            let report = ComparisonReport(
                from: old, to: new,
                header: ComparisonHeader(
                    framework: Self.evil, from: Self.evil, to: Self.evil,
                    proposal: .init(title: Self.evil, why: Self.evil, proposer: Self.evil)),
                review: ReviewReportTests.report(Self.evil).review)
            return [
                ("text", report.text(style: TerminalStyle(width: 80))),
                ("sides", report.text(style: TerminalStyle(width: 120, isSideBySide: true))),
                ("markdown", report.markdown()), ("html", report.html()),
                ("json", try report.json()), ("patch", try TermsPatch(from: old, to: new).json()),
                ("tracked", tracked),
            ]
        }
    }

    private var tracked: String {
        TrackedDocument(
            from: old, to: new, tracking: Tracking(author: Self.evil),
            authors: [TermPath(section: "clauses/a"): Tracking(author: "M#1 \(Self.evil)")]
        ).markdown()
    }

    @Test func nothingSteersATerminalOrTurnsTextRound() throws {
        for (name, text) in try forms {
            let found = text.unicodeScalars.filter {
                $0 != "\n" && TextRules.problem(with: $0) != nil
            }
            #expect(found.isEmpty, "\(name)")
        }
    }

    @Test func nothingIsMarkup() throws {
        let page = Page(try #require(try forms.first { $0.name == "html" }).text)
        #expect(page.faults == [])
        #expect(page.all("script").isEmpty)
        #expect(page.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
        #expect(page.text.contains("</script><script>alert(1)</script>"))
        for (name, text) in try forms where ["markdown", "tracked"].contains(name) {
            // What can't be read stands line by line in a block of code.
            let lines = text.split(separator: "\n").filter { !$0.hasPrefix("+ ") }
            #expect(lines.filter { $0.contains("<script") } == [], "\(name)")
            #expect(lines.filter { $0.contains(/[^\\]\]\(javascript/) } == [], "\(name)")
        }
    }

    @Test func nobodyCanTrackChangesInTheNameOfOthers() {
        #expect(!tracked.contains(/[^\\]\]\{\.insertion author="M"/))
        // Nor can a name say that something moved.
        #expect(tracked.contains("author=\"M_1 ") && !tracked.contains("author=\"M#"))
    }

    @Test func longWordsFit() throws {
        for (name, text) in try forms where ["text", "sides"].contains(name) {
            let limit = name == "text" ? 80 : 120
            #expect(text.split(separator: "\n").allSatisfy { columns($0) <= limit }, "\(name)")
        }
    }
}
