import Redline
import Reports
import Terms
import Testing

/// Text by somebody who means harm shows as text, wherever it stands.
@Suite struct HostileTextTests {
    private let evil = "<script>alert(1)</script> | [x](http://e) ![y](z) `c` &lt; # *b* ~~d~~"

    @Test func markdownOfFieldsIsNeutral() {
        let text = document(
            terms([
                "commercials.yaml": """
                advice:
                  - {id: one, who: '\(evil)', on: 2027-01-01}
                """,
                "purpose.yaml": "why: '# \(evil)'\n",
            ])
        ).markdown()
        #expect(!text.contains("<script"))
        #expect(text.contains("| one | &lt;script&gt;alert(1)&lt;/script&gt; \\| \\[x\\](http"))
        #expect(text.contains("\n\\# &lt;script&gt;"))
        #expect(!text.contains("![y]") && text.contains("\\*b\\* \\~\\~d\\~\\~"))
    }

    @Test func markdownOfClausesIsNeutral() {
        let source = """
            # Title <b>x</b>

            <img src=x onerror=y> ![pixel](http://t) &#x202E; <!-- hidden --> `<b>`

            <script>
            alert(1)
            </script>

            [run](javascript:alert(1)) [page](https://p.example/?a=<b>&c) <https://f> <g@h.example>

            Under
            ===

            # Deep
            ###### Deeper

            ~~~~
            code
            """
        let text = document(terms(["clauses/evil.md": source, "clauses/next.md": "# Next\n\nHi"]))
            .markdown()
        let clauses = chapter("### 3.1", of: text, until: "## Still open")
        #expect(
            clauses == """
                ### 3.1 Title x

                clauses/evil.md

                &lt;img src=x onerror=y&gt; \\[pixel\\] (http://t) &lt;U+202E&gt; \
                &lt;!-- hidden --&gt; `<b>`

                ```text
                <script>
                alert(1)
                </script>
                ```

                run (javascript:alert(1)) [page](<https://p.example/?a=%3Cb%3E&c>) \
                [https://f](<https://f>) [g@h.example](<mailto:g@h.example>)

                ### Under

                ### Deep

                ###### Deeper

                ```text
                code
                ```

                ### 3.2 Next

                clauses/next.md

                Hi


                """, "\(clauses)")
    }

    @Test func tagsInClausesGoAndOtherBracketsStay() {
        let source = """
            a <u class="x">b</u> c < d > e <https://f> [g](https://h "i") <a href="j">k</a><br>l

            <p>
            m <img alt="n"> <span>o</span>
            </p>

            <div>p</div>
            """
        let text = document(terms(["clauses/a.md": source])).text(style: TerminalStyle(width: 80))
        #expect(
            text.contains(
                """
                  a b c < d > e https://f g <https://h> (i) <a href="j">k
                  l

                  │ <p>
                  │ m <img alt="n"> <span>o</span>
                  │ </p>

                  p
                """), "\(text)")
    }

    @Test func definitionsOfLinksAreShown() {
        let source = "# A\n\nSee [b].\n\n[b]: https://b.example\n[//]: # (We owe nothing)\n"
        let text = document(terms(["clauses/a.md": source])).text(style: TerminalStyle(width: 80))
        #expect(
            text.contains(
                """
                  See b <https://b.example>.

                  What links are defined by:
                  │ [b]: https://b.example
                  │ [//]: # (We owe nothing)

                """), "\(text)")
    }

    @Test func pagesShowMarkupAsText() {
        let word = String(repeating: "w", count: 10_000)
        let title = "\"} </style><script>alert(1)</script> \\22 \u{1B}[2J\u{202E}"
        let source = """
            # <b onclick=x>T</b>

            [a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](data:text/html,x) [d](//e.example)
            [e](https://e.example/"onmouseover="x) [f](java&#10;script:x) [g](#"><i>) <script>x

            </script><img src="https://e.example/pixel" onerror="x"> ![h](https://e.example/i)

            <iframe src="https://e.example"></iframe>

            [k]: javascript:x "y"
            [k] &lt;script&gt; &#x202E; \(word)
            """
        let page = Page(
            AgreementDocument(
                terms([
                    "commercials.yaml": "advice: [{id: one, who: '\(evil)', on: 2027-01-01}]\n",
                    "purpose.yaml": "why: '\(evil) \(word)'\n\"<i>\": '<b>'\n",
                    "governance.yaml": "<script>alert(1)</script>: [",
                    "clauses/evil.md": source,
                ]),
                cover: DocumentCover(
                    title: title, framework: evil, state: evil, digest: evil,
                    signatures: [
                        .init(person: evil, party: evil, role: evil, date: evil, fingerprint: evil)
                    ], notes: [evil])
            ).html())
        #expect(page.faults == [])
        let dangerous: Set = ["script", "img", "iframe", "object", "b", "i", "form", "base"]
        #expect(page.elements.filter { dangerous.contains($0.name) }.map(\.name) == [])
        #expect(page.all("style").count == 1)
        for element in page.elements {
            #expect(element.attributes.keys.filter { $0.hasPrefix("on") || $0 == "src" } == [])
        }
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://e.example/%22on") })
        #expect(
            page.all("title").first?.text
                == title.replacing("\u{1B}", with: "<U+001B>")
                .replacing("\u{202E}", with: "<U+202E>"))
        for part in [
            "<script>alert(1)</script>", "a (javascript:alert(1))", "b (JAVASCRIPT:x)",
            "[h] (https:",
            "<iframe src=", "k (javascript:x) (y)", "<U+202E>", word, "<b onclick=x>T",
        ] {
            #expect(page.text.contains(part), "\(part)")
        }
    }

    @Test func marksOfARedlineCannotBeForged() {
        let old = terms(["purpose.yaml": "why: The fee is low for all of the customers."])
        let new = terms([
            "purpose.yaml": "why: The fee is low for all of the {+ new +} [- old -] customers."
        ])
        let text = report(old, new).text(style: TerminalStyle(width: 80))
        #expect(text.contains("{\\+ new +\\} [\\- old -\\]"))
        #expect(text.split(separator: "{+").count == 2)
    }

    @Test func coversAndHeadersAreText() throws {
        let evil = "\u{1B}]0;x\u{7}\u{202E}<b>\n# x"
        let cover = DocumentCover(
            title: evil, framework: evil, state: evil, digest: evil,
            signatures: [.init(person: evil, party: evil, role: evil, date: evil)],
            notes: [evil])
        let document = AgreementDocument(terms([:]), cover: cover)
        let header = ComparisonHeader(
            framework: evil, from: evil, to: evil, oldDigest: "sha256:1", newDigest: "sha256:2",
            proposal: .init(title: evil, why: evil, proposer: evil))
        let report = ComparisonReport(.init(from: nil, to: terms([:])), header: header)
        for text in [
            document.text(style: TerminalStyle()), report.text(style: TerminalStyle()),
            document.markdown(), report.markdown(), try report.json(), document.html(),
        ] {
            #expect(
                !text.unicodeScalars.contains { $0 != "\n" && TextRules.problem(with: $0) != nil })
        }
        #expect(!document.markdown().contains("<b>") && !report.markdown().contains("<b>"))
        #expect(!document.markdown().contains("\n# x"))
        #expect(try report.json().contains("\\u202e"))
    }
}
