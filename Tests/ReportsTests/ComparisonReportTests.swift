import Foundation
import Redline
import Reports
import Terms
import Testing

@Suite struct ComparisonReportTests {
    private let old = terms([
        "commercials.yaml": """
        investments:
          - {id: cars, party: acme, kind: equipment, amount: "EUR 9,000"}
        streams:
          - {id: fees, kind: services, base: net, shares: {acme: 60%, bolt: 40%}}
        """,
        "purpose.yaml": """
        objectives:
          - {id: one, statement: First., quadrant: strategic, owner: ann, by: 2027-01-01}
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
          - {id: three, statement: Third., quadrant: strategic, owner: ann}
        """,
        "clauses/law.md":
            "# Law\n\n## Where\n\nStays. The law of Austria applies to all of it. Stays too.\n",
        "clauses/form.md": "Same words.\n",
    ])

    private let new = terms([
        "commercials.yaml": """
        investments:
          - {id: cars, party: acme, kind: equipment, amount: "EUR 12,000"}
          - {id: tools, party: bolt, kind: software, description: New tools., by: 2027-05-01}
        streams:
          - {id: fees, kind: services, base: net, shares: {acme: 55%, bolt: 45%}}
        """,
        "purpose.yaml": """
        objectives:
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
          - {id: three, statement: Third., quadrant: strategic, owner: ann}
          - {id: one, statement: First., quadrant: strategic, owner: bea, by: 2027-01-31}
        """,
        "clauses/law.md":
            "# Law\n\n## Where\n\nStays. The law of Germany applies to all of it. Stays too.\n",
        "clauses/form.md": "Same\nwords.\n",
    ])

    @Test func text() {
        let text = report(old, new).text(style: TerminalStyle(width: 80))
        let expected = """
            small: version 1 → version 2
            ════════════════════════════

              5 terms changed, 1 added, 1 moved; 1 amount; 1 sentence in 1 clause; 1 file
              re-wrapped without a change of meaning. Nothing else changed.


            Figures
            ───────

              Term                           Old              New             Difference
              ───────────────────  ────────────  ─  ─────────────  ─────────────────────
              Objectives › one ›     2027-01-01  →     2027-01-31               +30 days
              By

              Investments › cars   EUR 9,000.00  →  EUR 12,000.00          +EUR 3,000.00
              › Amount                                                          (+33.3%)

              Revenue streams ›             60%  →            55%   -5 percentage points
              fees › Shares ›
              Acme Ltd

              Revenue streams ›             40%  →            45%   +5 percentage points
              fees › Shares ›
              Bolt GmbH


            Term by term
            ────────────

            Purpose › Objectives › one › Objective owner
            """
        #expect(text.hasPrefix(String(expected.prefix(200))), "\(text)")
        #expect(
            text.hasSuffix(
                """
                Purpose › Objectives › one › By
                  purpose.objectives.one.by · changed
                  [-2027-01-01-] {+2027-01-31+} · +30 days

                Money and effort › Investments › cars › Amount
                  commercials.investments.cars.amount · changed
                  [-EUR 9,000.00-] {+EUR 12,000.00+} · +EUR 3,000.00 (+33.3%)

                Money and effort › Investments › tools
                  commercials.investments.tools · added
                  + Id    tools
                  + Who   Bolt GmbH
                  + Kind  software
                  + For   New tools.
                  + By    2027-05-01

                Money and effort › Revenue streams › fees › Shares › acme
                  commercials.streams.fees.shares.acme · changed
                  [-60%-] {+55%+} · -5 percentage points

                Money and effort › Revenue streams › fees › Shares › bolt
                  commercials.streams.fees.shares.bolt · changed
                  [-40%-] {+45%+} · +5 percentage points

                Clause law
                  clauses/law · changed
                  In “Where”:

                  … The law of [-Austria-] {+Germany+} applies to all of it. …


                Moves
                ─────

                  • Purpose › Objectives › one, now behind three


                Formatting only
                ───────────────

                  • clauses/form.md

                """), "\(text)")
        #expect(text.contains("  [-Ann Ash (Director)-] {+Bea Birk+}\n"))
        #expect(!text.contains("Stays"))
    }

    @Test func colourOnlyAddsToTheText() {
        let plain = report(old, new).text(style: TerminalStyle(width: 80))
        let colour = report(old, new).text(style: TerminalStyle(width: 80, usesColour: true))
        #expect(
            colour.contains("\u{1B}[9;31m[-Austria-]\u{1B}[0m \u{1B}[4;32m{+Germany+}\u{1B}[0m"))
        #expect(colour.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func markdown() {
        let text = report(old, new).markdown()
        #expect(text.hasPrefix("# small: version 1 → version 2\n\n5 terms changed"))
        #expect(
            text.contains(
                "| Investments › cars › Amount | EUR 9,000.00 | → | EUR 12,000.00 | "
                    + "+EUR 3,000.00 (+33.3%) |\n"))
        #expect(
            text.contains(
                "… The law of <del>\\[-Austria-\\]</del> <ins>{+Germany+}</ins> applies to all"))
        #expect(text.contains("> **Added:**\n>\n> - **Id:** tools\n> - **Who:** Bolt GmbH\n"))
    }

    @Test func json() throws {
        let text = try report(old, new).json()
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["framework"] as? String == "small")
        #expect(json["formattingOnly"] as? [String] == ["clauses/form.md"])
        let changes = try #require(json["changes"] as? [[String: Any]])
        #expect(
            changes.compactMap { $0["kind"] as? String } == [
                "moved", "changed", "changed", "changed", "added", "changed", "changed", "changed",
            ])
        #expect(changes[0]["after"] as? String == "three")
        #expect(changes[3]["difference"] as? String == "+EUR 3,000.00 (+33.3%)")
        #expect((changes[4]["new"] as? [String: Any])?["party"] as? String == "bolt")
        #expect(text.contains(#""text" : "Austria""#) && !text.contains(#""Stays."#))
    }

    @Test func nothingChanges() throws {
        let report = report(old, old)
        #expect(
            report.text(style: TerminalStyle(width: 80)) == """
                small: version 1 → version 2
                ════════════════════════════

                  Nothing changes between version 1 and version 2.

                """)
        #expect(try report.json().contains(#""changes" : [\#n\#n  ]"#))
    }

    @Test func headerTellsTheProposal() {
        let header = ComparisonHeader(
            framework: "small", from: "v1", to: "more", oldDigest: "sha256:1",
            newDigest: "sha256:2",
            proposal: .init(title: "More", why: "It is fair.", proposer: "Ann Ash"))
        let report = ComparisonReport(Comparison(from: old, to: new), header: header)
        #expect(
            report.text(style: TerminalStyle(width: 80)).hasPrefix(
                """
                small: v1 → more
                ════════════════

                  Proposal     More
                  Why          It is fair.
                  Proposed by  Ann Ash
                  Old digest   sha256:1
                  New digest   sha256:2

                """))
    }

    @Test func headingsOfClausesReadWithoutMarks() {
        let changed = terms(["clauses/law.md": "# Law\n\n## Where to go\n\nHere.\n"])
        let before = terms(["clauses/law.md": "# Law\n\n## Where\n\nHere.\n"])
        let text = report(before, changed).text(style: TerminalStyle(width: 80))
        #expect(text.contains("  Heading: Where{+ to go+}\n"))
        let underlined = terms(["clauses/law.md": "Law\n===\n\nWhere\nto go\n---\n\nHere.\n"])
        #expect(report(before, underlined).text(style: TerminalStyle(width: 80)) == text)
        let deeper = terms(["clauses/law.md": "# Law\n\n### Where\n\nHere.\n"])
        #expect(
            report(before, deeper).text(style: TerminalStyle(width: 80)).contains("###"))
    }

    @Test func whatCannotBeReadIsComparedAsText() {
        let broken = terms(["purpose.yaml": "why: One.\nwho: Ann\n"])
        let worse = terms(["purpose.yaml": "why: One.\nwho: Bea\n"])
        let text = report(broken, worse).text(style: TerminalStyle(width: 80))
        #expect(
            text.contains(
                """
                Purpose
                  purpose · changed · compared as text
                  │ - who: Ann
                  │ + who: Bea
                """), "\(text)")
    }
}
