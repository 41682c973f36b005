internal import Redline
import Testing

@testable import Merging

/// What a merge without a conflict says is what the sides say.
struct SentenceCountTests {
    private func merge(_ base: String, _ left: String, _ right: String) -> MergedProse {
        var budget = Budget()
        return ProseMerge.merge(
            base: ProseText(base), left: ProseText(left), right: ProseText(right), budget: &budget)
    }

    private let two = "Contoso pays the fee in June. Contoso bears all travel costs.\n"
    private let parted = "Contoso pays the fee in June.\n\nContoso bears all travel costs.\n"

    @Test(
        "a sentence that one side deleted does not come back where the other one parted a paragraph"
    )
    func deleted() {
        for (left, right) in [(parted, "Contoso pays the fee in June.\n")] {
            for merged in [merge(two, left, right), merge(two, right, left)] {
                let says = merged.text(taking: .left).contains("travel")
                #expect(!merged.spots.isEmpty || !says, "\(merged)")
            }
        }
    }

    @Test("an item does not become text, nor text a heading")
    func roles() {
        let items = "The fee covers.\n\n1. alpha support\n2. beta hosting\n3. gamma travel\n"
        let rows = "Para.\n| a |\n| b |\n---\n"
        for (base, left, right) in [
            (
                items, items.replacing("1. alpha support\n", with: ""),
                items.replacing("2. beta hosting\n", with: "")
            ),
            (rows, rows.replacing("| a |\n", with: ""), rows.replacing("| b |\n", with: "")),
        ] {
            for merged in [merge(base, left, right), merge(base, right, left)]
            where merged.spots.isEmpty {
                let text = merged.text(taking: .left)
                #expect(text.contains("\n\n3. gamma") || text.contains("\n\n---"), "\(text)")
            }
        }
    }

    @Test("what both sides did apart is put together, and no conflict")
    func clean() {
        let base = "One is one. Two is two.\n\nThree is three. Four is four.\n"
        for (left, right, expected) in [
            (
                base.replacing(" Two is two.", with: ""),
                base.replacing("Four is four.", with: "Four is five."),
                "One is one.\n\nThree is three. Four is five.\n"
            ),
            (
                "Three is three. Four is four.\n\nOne is one. Two is two.\n",
                base.replacing("Two is two.", with: "Two is too."),
                "Three is three. Four is four.\n\nOne is one. Two is too.\n"
            ),
        ] {
            for merged in [merge(base, left, right), merge(base, right, left)] {
                #expect(merged.spots == [])
                #expect(merged.text(taking: .left) == expected)
            }
        }
    }
}
