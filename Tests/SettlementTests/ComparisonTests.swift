import Settlement
import Terms
import Testing

/// What other terms move, and which of them do.
@Suite struct DistributionComparisonTests {
    private static let head =
        "settlement: {frequency: 1 month, pay-within: 9 days, invoiced-by: acme}\n"

    private func compare(
        _ old: String, _ new: String, _ revenue: [Revenue]
    ) throws -> DistributionComparison {
        let (before, after) = (try terms(Self.head + old), try terms(Self.head + new))
        return DistributionComparison(
            from: before, to: after, old: try settle(before, revenue),
            new: try settle(after, revenue), lines: revenue)
    }

    private func brief(_ moves: [DistributionComparison.Move]?) -> String {
        moves.map { moves in
            moves.map { "\($0.recipient) \($0.difference)" }.joined(separator: ", ")
        } ?? "untried"
    }

    private static func stream(_ id: String, _ acme: Int) -> String {
        "  - {id: \(id), kind: services, base: net, "
            + "shares: {acme: \(acme)%, bolt: \(100 - acme)%}}\n"
    }

    @Test("nothing moves between the same terms")
    func same() throws {
        let text = "streams:\n" + Self.stream("a", 50)
        let comparison = try compare(text, text, [revenue("2027-03-01 a EUR 10")])
        #expect(comparison.isEmpty)
        #expect(comparison.causes.isEmpty)
        #expect(comparison.moves.map(\.old) == [500, 500])
    }

    @Test("each term that differs is tried by itself")
    func causes() throws {
        let waterfall = "waterfall:\n  - {id: w, step: fixed, party: core, amount: EUR 10}\n"
        let old =
            "streams:\n" + Self.stream("a", 50) + Self.stream("b", 60) + Self.stream("c", 9)
            + waterfall + "  - {id: rest, step: split, shares: {acme: 100%}}\n"
        let new =
            "streams:\n" + Self.stream("a", 40) + Self.stream("b", 60) + Self.stream("c", 8)
            + waterfall.replacing("EUR 10", with: "EUR 20")
            + "  - {id: rest, step: split, shares: {bolt: 100%}}\n"
        let comparison = try compare(
            old, new, [revenue("2027-03-01 a EUR 100"), revenue("2027-03-01 b EUR 100")])
        #expect(
            comparison.causes.map { "\($0.path.inner.joined(separator: ".")): \(brief($0.moves))" }
                == [
                    // A tenth of the 95 that are left of a.
                    "streams.a: acme -950, bolt 950",
                    "streams.c: ",
                    // Another 5 off each of a and b.
                    "waterfall.w: acme -550, bolt -450, core 1000",
                    "waterfall.rest: ",
                ])
        #expect(brief(comparison.moves) == "acme -1450, bolt 450, core 1000")
    }

    @Test("streams and steps that are new or gone, and another frequency")
    func shape() throws {
        let old = "streams:\n" + Self.stream("a", 50)
        let new =
            old + Self.stream("b", 60)
            + "waterfall: [{id: w, step: fixed, party: core, amount: EUR 2}]\n"
        let comparison = try compare(old, new, [revenue("2027-03-01 a EUR 10")])
        #expect(comparison.causes.map(\.path.last) == ["b", "waterfall"])
        #expect(
            comparison.causes.map { brief($0.moves) } == ["", "acme -100, bolt -100, core 200"])
        let back = try compare(new, old, [revenue("2027-03-01 a EUR 10")])
        #expect(brief(back.moves) == "acme 100, bolt 100, core -200")

        let terms = new.replacing("{frequency", with: "{frequency")
        let yearly = Self.head.replacing("1 month", with: "1 year") + terms
        let (before, after) = (try self.terms(Self.head + terms), try self.terms(yearly))
        let lines = [try revenue("2027-03-01 a EUR 10"), try revenue("2027-04-01 a EUR 10")]
        let frequency = DistributionComparison(
            from: before, to: after, old: try settle(before, lines), new: try settle(after, lines),
            lines: lines)
        #expect(frequency.causes.map(\.path.last) == ["frequency"])
        #expect(frequency.causes.map { brief($0.moves) } == ["acme 100, bolt 100, core -200"])
    }

    @Test("a change that can't divide the revenue by itself says so")
    func untried() throws {
        // The stream is gone, and what it earned goes by the final split: one needs the other.
        let old = "streams:\n" + Self.stream("a", 50) + Self.stream("b", 50)
        let new = "streams:\n" + Self.stream("a", 50)
        let lines = [try revenue("2027-03-01 b EUR 10")]
        let (before, after) = (try terms(Self.head + old), try terms(Self.head + new))
        let comparison = DistributionComparison(
            from: before, to: after, old: try settle(before, lines),
            new: Ledger(after, file: "").distribution(), lines: lines)
        #expect(comparison.causes.map { brief($0.moves) } == ["untried"])
    }

    private func terms(_ text: String) throws -> CommercialTerms {
        try CommercialTerms(document(text))
    }
}
