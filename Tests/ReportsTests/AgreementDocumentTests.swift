import Reports
import Terms
import Testing

@Suite struct AgreementDocumentTests {
    private let small = terms([
        "purpose.yaml": """
        why: |
          Because together
          we are more.

          And it is fun.
        goals:
          - {id: grow, kind: objective, holder: ann, statement: Ten customers.}
        """,
        "commercials.yaml": """
        streams:
          - id: fees
            kind: managed-service
            base: net
            tiers:
              - {id: start, from: EUR 0, shares: {acme: 60%, bolt: 40%}}
              - {id: scale, from: "EUR 250,000", shares: {acme: 50%, bolt: 50%}}
            clawback: {when: The customer leaves., within: 3 months}
          - {id: work, kind: services, base: margin, shares: {acme: 62.5%, bolt: 37.5%}}
        """,
        "clauses/law.md":
            "# Law\n\nThe *law* of\n**Austria** applies.\n\n## Courts\n\n- One\n- Two\n",
    ])

    @Test func text() {
        let text = document(small).text(style: TerminalStyle(width: 72))
        #expect(
            text.hasPrefix(
                """
                Small agreement
                ═══════════════

                  • Acme Ltd, Managed service provider
                  • Bolt GmbH, Software vendor

                  Framework  small
                  State      version 1
                  Digest     sha256:0
                  Signed by  nobody yet


                1. Parties and people
                ─────────────────────

                1.1 Parties
                  Id    Name       Kind
                  ────  ─────────  ────────────────────────
                  acme  Acme Ltd   Managed service provider
                  bolt  Bolt GmbH  Software vendor

                  Signing rules
                  Whose      Signatures  Of
                  ─────────  ──────────  ────────
                  Acme Ltd            1  Ann Ash
                  Bolt GmbH           1  Bea Birk

                1.2 People
                  Id   Name      Party      Title
                  ───  ────────  ─────────  ────────
                  ann  Ann Ash   Acme Ltd   Director
                  bea  Bea Birk  Bolt GmbH

                  Keys
                  Ann Ash  ssh-ed25519 AAAA ann


                2. This agreement
                ─────────────────

                  Schema           1
                  Unique id        5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
                  Title            Small agreement
                  Form             Contract
                  Legally binding  yes


                3. Purpose
                ──────────

                3.1 Why we work together
                  Because together we are more.

                  And it is fun.

                3.2 Goals
                  1. grow
                     Kind   objective
                     Whose  Ann Ash (Director)
                     Goal   Ten customers.

                """), "\(text)")
        let streams = chapter("4.1 Revenue streams", of: text, until: "Still open")
        #expect(
            streams == """
                4.1 Revenue streams
                  Shares                       Acme Ltd  Bolt GmbH
                  ──────  ───────────────────  ────────  ─────────
                  fees    from EUR 0.00             60%        40%
                          from EUR 250,000.00       50%        50%
                  work                            62.5%      37.5%

                  1. fees
                     Kind     managed service
                     Divided  net

                     Tiers
                       Id               From  Acme Ltd  Bolt GmbH
                       ─────  ──────────────  ────────  ─────────
                       start        EUR 0.00       60%        40%
                       scale  EUR 250,000.00       50%        50%

                     Claw-back
                       When    The customer leaves.
                       Within  3 months

                  2. work
                     Kind     services
                     Divided  margin
                     Shares   Acme Ltd 62.5% · Bolt GmbH 37.5%


                5. Clauses
                ──────────

                5.1 Law
                  clauses/law.md

                  The law of Austria applies.

                Courts
                  • One
                  • Two



                """, "\(streams)")
    }

    @Test func markdown() {
        let text = document(small).markdown()
        #expect(text.contains("# Small agreement\n\n- **Acme Ltd**, Managed service provider\n"))
        #expect(
            text.contains(
                """
                ## 3. Purpose

                ### 3.1 Why we work together

                Because together we are more.

                And it is fun.

                ### 3.2 Goals

                1. **grow**

                   - **Kind:** objective
                   - **Whose:** Ann Ash (Director)
                   - **Goal:** Ten customers.
                """))
        #expect(
            text.contains(
                """
                | Shares |  | Acme Ltd | Bolt GmbH |
                | --- | --- | ---: | ---: |
                | fees | from EUR 0.00 | 60% | 40% |
                """))
        #expect(
            text.contains(
                """
                ### 5.1 Law

                clauses/law.md

                The *law* of **Austria** applies.

                #### Courts

                - One
                - Two
                """))
    }

    @Test func whatIsOpenIsListed() {
        let text = document(small).text(style: TerminalStyle(width: 80))
        let open = text.split(separator: "Still open").last ?? ""
        #expect(open.contains("This agreement\n  • Term: How long does it last?\n"))
        #expect(open.contains("Safeguards\n  • Early warning: How do we speak up before it hurts?"))
        #expect(!open.contains("Goals"))
        let ladder = document(
            terms(["safeguards.yaml": "disputes: {partners: {steps: [{id: talk, step: talk}]}}"]))
        #expect(
            ladder.text(style: TerminalStyle(width: 80)).contains(
                "  • Disputes › Between the partners › Steps › talk › Who: Who acts?\n"))
    }

    @Test func whatCannotBeReadIsSaid() {
        let broken = document(
            terms([
                "purpose.yaml": "why: [\n  broken\t\u{1B}[2J", "safeguards.yaml": "why: : no",
                "governance.yaml": "audit: {cadence: often}\nunheard-of: 1\n",
                "clauses/x.md": "a\u{202E}b", "notes.txt": "",
            ]))
        let text = broken.text(style: TerminalStyle(width: 80))
        #expect(text.contains("purpose.yaml can't be read: it is no text."))
        #expect(
            text.contains(
                "  safeguards.yaml can't be read as terms. This is what it says:\n\n  │ why: : no"))
        #expect(text.contains("Not shown above, because it can't be read as it stands"))
        #expect(text.contains("unheard-of"))
        #expect(text.contains("clauses/x.md can't be read: it is no plain text."))
        #expect(text.contains("Other files, which are not shown:\n\n  • notes.txt"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func sameNamesAreToldApart() {
        let twins = registry.replacing("Bolt GmbH", with: "Acme Ltd")
        let text = document(terms(["parties.yaml": twins])).text(style: TerminalStyle(width: 80))
        #expect(text.contains("Acme Ltd (bolt), Software vendor"))
    }
}
