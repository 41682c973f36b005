import Settlement
import Terms
import Testing

/// Terms that can be read in two ways, or that don't say how money is divided.
@Suite struct CommercialTermsTests {
    private func refusal(_ commercials: String) throws -> String {
        do throws(Finding) {
            _ = try CommercialTerms(document(commercials))
            return "nothing"
        } catch {
            #expect(error.next?.isEmpty == false || error.rule == "missing-field", "\(error)")
            return "\(error.place) \(error.rule)"
        }
    }

    private static let head = "settlement: {frequency: 1 month, pay-within: 30 days}\n"

    private static let stream =
        "streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: 40%}}]\n"

    @Test(
        "refused, with the place in the file",
        arguments: [
            ("strategy: {mode: growth}\n", "commercials.yaml no-streams"),
            (
                "streams: [{id: s, kind: services, base: net}]\n",
                "commercials.yaml:2:11 no-shares"
            ),
            (
                """
                streams:
                  - id: s
                    kind: services
                    base: net
                    tiers: [{id: a, from: EUR 0, shares: {acme: 100%}}]
                    years: [{id: a, from: 1, shares: {acme: 100%}}]
                """, "commercials.yaml:7:12 tiers-and-years"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, years: [{id: a, from: 2, \
                shares: {acme: 100%}}]}]

                """,
                "commercials.yaml:2:53 gap"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, tiers: [{id: a, from: EUR 0, \
                shares: {acme: 100%}}, {id: b, from: EUR 0, shares: {acme: 100%}}]}]

                """,
                "commercials.yaml:2:112 same-start"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, shares: {acme: 50%, bolt: \
                50%}, floor: EUR 5}]

                """,
                "commercials.yaml:2:85 whose-bound"
            ),
            (
                "streams: [{id: s, kind: services, base: net, shares: {acme: 100%}, cap: EUR 5}]\n",
                "commercials.yaml:2:73 whose-bound"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: \
                40%}, floor: EUR 5, floor-for: core}]

                """,
                "commercials.yaml:2:103 no-share"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: \
                40%}, floor: EUR 5, cap: EUR 4}]

                """,
                "commercials.yaml:2:85 floor-above-cap"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: \
                40%}, floor: EUR 5, currency: USD}]

                """,
                "commercials.yaml:2:85 mixed-currencies"
            ),
            (
                """
                streams: [{id: s, kind: services, base: net, shares: {acme: 100%}, \
                currency: Euro}]

                """,
                "commercials.yaml:2:78 unknown-currency"
            ),
            (
                "streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: 30%}}]\n",
                "commercials.yaml:2:54 shares-sum"
            ),
            (
                "\(stream)waterfall: [{id: w, step: fixed, party: acme}]\n",
                "commercials.yaml:3:13 no-amount"
            ),
            (
                "\(stream)waterfall: [{id: w, step: fixed, amount: EUR 5}]\n",
                "commercials.yaml:3:13 no-recipient"
            ),
            (
                "\(stream)waterfall: [{id: w, step: recoup, amount: EUR 5}]\n",
                "commercials.yaml:3:13 nothing-to-recoup"
            ),
            (
                """
                \(stream)waterfall: [{id: w, step: recoup, amount: EUR 5, party: acme, \
                shares: {bolt: 100%}}]

                """,
                "commercials.yaml:3:71 party-and-shares"
            ),
            (
                "\(stream)waterfall: [{id: w, step: split, amount: EUR 5}]\n",
                "commercials.yaml:3:42 split-amount"
            ),
            (
                """
                \(stream)investments: [{id: i, party: acme, kind: people, hours: 1000000, \
                rate: EUR 90000000000000}]

                """,
                "commercials.yaml:3:57 too-large"
            ),
        ])
    func refused(commercials: String, place: String) throws {
        #expect(try refusal(Self.head + commercials) == place)
    }

    @Test(
        "amounts that can't be counted with",
        arguments: [
            ("floor: EUR -1", "negative-amount"), ("cap: EUR -0.01", "negative-amount"),
            ("floor: EUR 90000000000000000", "too-large"),
            ("cap: EUR 20000000000000000", "too-large"),
            ("tiers: [{id: a, from: EUR -1, shares: {acme: 100%}}]", "negative-amount"),
            ("tiers: [{id: a, from: EUR 90000000000000000, shares: {acme: 100%}}]", "too-large"),
        ])
    func amounts(field: String, rule: String) throws {
        let stream = "streams: [{id: s, kind: services, base: net, shares: {acme: 60%, bolt: 40%}, "
        #expect(try refusal(Self.head + stream + field + "}]\n").hasSuffix(" " + rule))
    }

    @Test("the largest amounts there are don't overflow")
    func largest() throws {
        let most = "EUR 11529215046068469.75"
        let terms = try terms(
            """
            settlement: {frequency: 1 day, pay-within: 9 days, invoiced-by: acme}
            streams:
              - id: s
                kind: services
                base: net
                tiers:
                  - {id: a, from: EUR 0, shares: {acme: 60%, bolt: 40%}}
                  - {id: b, from: \(most), shares: {acme: 70%, bolt: 30%}}
                floor: \(most)
                cap: \(most)
                cap-for: acme
                clawback: {when: It fails., within: 3 months, share: 100%}
            waterfall:
              - {id: w, step: fixed, party: core, amount: \(most)}
              - {id: r, step: recoup, party: core, amount: \(most)}
            """)
        var lines = try (1...9).map { try revenue("2027-03-0\($0) s EUR 900000000000000") }
        #expect(brief(try settle(terms, lines)) == "core 8,100,000,000,000,000.00")
        lines = try (1...9).map {
            try revenue("2027-03-0\($0) s EUR -900000000000000 refunds=2027-03-01")
        }
        #expect(
            brief(try settle(terms, lines))
                == "acme -4,860,000,000,000,000.00, bolt -3,240,000,000,000,000.00")
    }

    @Test("settling each ten business days needs a calendar of holidays")
    func businessDays() throws {
        let head = "settlement: {frequency: 10 business days, pay-within: 30 days}\n"
        #expect(try refusal(head + Self.stream) == "commercials.yaml:1:25 no-period")
    }

    @Test("errors elsewhere in the terms don't matter")
    func elsewhere() throws {
        let other = "marketing: {budget: much}\n"
        #expect(try refusal(Self.head + other + Self.stream) == "nothing")
    }

    @Test("investments are what is paid back where no amount is named")
    func recoup() throws {
        let terms = try terms(
            """
            settlement: {frequency: 1 year, pay-within: 30 days}
            investments:
              - {id: a, party: acme, kind: equipment, amount: EUR 100}
              - {id: b, party: bolt, kind: people, hours: 3, rate: EUR 100}
              - {id: c, party: bolt, kind: people, amount: USD 7}
              - {id: d, party: bolt, kind: people, hours: 5}
            streams: [{id: s, kind: services, base: net, shares: {core: 100%}}]
            waterfall: [{id: w, step: recoup}]
            """)
        let distribution = try settle(
            terms, [revenue("2027-03-01 s EUR 1000"), revenue("2027-03-01 s USD 1000")])
        #expect(
            brief(distribution)
                == "acme 100.00, bolt 300.00, core 600.00; USD: bolt 7.00, core 993.00")
    }
}
