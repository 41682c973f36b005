import Foundation
import Terms
import Testing

struct ShareAgainstInvestmentTests {
    private func found(_ text: String) -> [Finding] {
        TermsTests.found("share-against-investment", in: [.commercials: text])
    }

    private let investments = """
        investments:
          - {id: a, party: contoso, kind: software, amount: "EUR 60,000"}
          - {id: b, party: northwind, kind: people, hours: 400, rate: EUR 100}

        """

    private func streams(_ contoso: Int) -> String {
        """
        streams:
          - id: fee
            kind: services
            base: net
            shares: {contoso: \(contoso)%, northwind: \(100 - contoso)%}

        """
    }

    @Test func acceptsWhatIsNear() {
        #expect(found(investments + streams(41)).isEmpty)
        #expect(found(investments + streams(79)).isEmpty)
        #expect(found(investments).isEmpty)
        #expect(found(streams(90)).isEmpty)
    }

    @Test func findsWhatIsFar() {
        let found = found(investments + streams(40))
        #expect(
            found.map(\.said) == [
                "commercials.investments: Contoso bears 60% of what is not paid back first, and "
                    + "receives about 40% of the revenue"
            ])
        #expect(
            found.first?.counted
                == "contoso at risk 60%, contoso revenue 40%, northwind at risk 40%, "
                + "northwind revenue 60%")
        #expect(self.found(investments + streams(81)).first?.message.hasPrefix("Northwind") == true)
    }

    @Test func takesOffWhatIsPaidBackFirst() {
        let recoup = """
            waterfall:
              - {id: back, step: recoup, amount: "EUR 50,000", party: contoso}
              - {id: rest, step: split, shares: {contoso: 40%, northwind: 60%}}

            """
        // EUR 10,000 of Contoso's and EUR 40,000 of Northwind's are left.
        #expect(found(investments + streams(39) + recoup).isEmpty)
        #expect(
            found(investments + streams(40) + recoup).map(\.message) == [
                "Northwind bears 80% of what is not paid back first, and receives about 60% of the "
                    + "revenue"
            ])
        // Without an amount, all of it is paid back.
        let all = recoup.replacingOccurrences(of: "amount: \"EUR 50,000\", ", with: "")
        #expect(found(investments + streams(90) + all).isEmpty)
    }

    @Test func takesTheFinalSplitWithoutStreams() {
        let waterfall =
            "waterfall: [{id: rest, step: split, shares: {contoso: 10%, northwind: 90%}}]\n"
        #expect(found(investments + waterfall).count == 1)
    }

    @Test func comparesOneCurrencyOnly() {
        let other = investments.replacingOccurrences(of: "rate: EUR", with: "rate: USD")
        #expect(found(other + streams(10)).isEmpty)
    }

    @Test func countsNothingThatCanNotBeCounted() {
        let large = investments.replacingOccurrences(
            of: "hours: 400, rate: EUR 100", with: "hours: 1000000, rate: EUR 90000000000000")
        #expect(found(large + streams(10)).isEmpty)
    }
}
