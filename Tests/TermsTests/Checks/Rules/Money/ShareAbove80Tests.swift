import Terms
import Testing

struct ShareAbove80Tests {
    private func found(_ text: String) -> [Finding] {
        TermsTests.found("share-above-80", in: [.commercials: text])
    }

    private func stream(_ rest: String) -> String {
        "streams:\n  - {id: fee, kind: services, base: net, \(rest)}\n"
    }

    @Test func accepts80Percent() {
        #expect(found(stream("shares: {contoso: 80%, northwind: 20%}")).isEmpty)
    }

    @Test func findsMore() {
        let found = found(stream("shares: {contoso: 80.01%, northwind: 19.99%}"))
        #expect(
            found.map(\.said) == [
                "commercials.streams.fee.shares: Contoso receives 80.01% of `fee`"
            ])
        #expect(found.first?.counted == "contoso 80.01%, northwind 19.99%")
        #expect(found.first?.severity == .fairness)
        #expect(found.first?.reason?.isEmpty == false)
    }

    @Test func looksIntoStepsAndTheRest() {
        let text =
            stream("years: [{id: late, from: 1, shares: {contoso: 10%, northwind: 90%}}]")
            + "waterfall: [{id: rest, step: split, shares: {contoso: 100%}}]\n"
        #expect(
            found(text).map(\.message) == [
                "Northwind receives 90% of `fee` in `late`", "Contoso receives 100% of the rest",
            ])
    }

    @Test func leavesAloneWhatDoesNotSum() {
        #expect(found(stream("shares: {contoso: 90%, northwind: 20%}")).isEmpty)
    }
}
