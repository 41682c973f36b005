import Terms
import Testing

struct WaterfallFinalSplitTests {
    private func found(_ steps: String) -> [String] {
        TermsTests.found("waterfall-final-split", in: [.commercials: "waterfall:\n" + steps])
            .map(\.said)
    }

    private let costs = "  - {id: costs, step: pass-through}\n"
    private let rest = "  - {id: rest, step: split, shares: {contoso: 50%, northwind: 50%}}\n"

    @Test func acceptsASplitAtTheEnd() {
        #expect(found(costs + rest).isEmpty)
        #expect(found("").isEmpty)
    }

    @Test func wantsASplit() {
        #expect(found(costs) == ["commercials.waterfall: the order of payment has no final split"])
    }

    @Test func wantsItAtTheEnd() {
        #expect(
            found(rest + costs) == [
                "commercials.waterfall.costs: `costs` comes after the split `rest`, which leaves nothing"
            ])
    }

    @Test func wantsShares() {
        #expect(
            found(costs + "  - {id: rest, step: split}\n") == [
                "commercials.waterfall.rest: the final split `rest` does not say who receives which part"
            ])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(found("  - {id: costs, step: parts}\n").isEmpty)
    }

    @Test func pointsAtTheStep() {
        let text = "waterfall:\n" + rest + costs
        let finding = TermsTests.found("waterfall-final-split", in: [.commercials: text]).first
        #expect(finding?.place == "commercials.yaml:3:5")
        #expect(finding?.severity == .error)
        #expect(finding?.next == "Move the split to the end")
    }
}
