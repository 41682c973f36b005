import Terms
import Testing

struct TailMissingTests {
    private func found(_ kind: String, exit: String = "") -> [Finding] {
        TermsTests.found(
            "tail-missing",
            in: [
                .commercials: """
                streams:
                  - {id: fee, kind: \(kind), base: net, shares: {contoso: 50%, northwind: 50%}}

                """, .safeguards: exit,
            ])
    }

    @Test func acceptsATail() {
        #expect(found("support", exit: "exit: {recurring-revenue-tail: 6 months}\n").isEmpty)
        #expect(found("project").isEmpty)
    }

    @Test(arguments: ["subscription", "managed-service", "support"])
    func wantsATail(kind: String) {
        for exit in ["", "exit: {recurring-revenue-tail: 0 months}\n"] {
            #expect(
                found(kind, exit: exit).map(\.said) == [
                    "safeguards.exit.recurring-revenue-tail: `fee` goes on after the end, and "
                        + "nothing says for how long the revenue is divided"
                ])
        }
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(found("support", exit: "exit: {recurring-revenue-tail: long}\n").isEmpty)
        #expect(found("support", exit: "exit:\n\t- a\n").isEmpty)
    }
}
