internal import Redline
import Testing

@testable import Merging

/// What a merge without a conflict says is what the sides say.
struct SentenceCountTests {
    private func merge(_ base: String, _ left: String, _ right: String) -> [ProseMerge.Piece] {
        var budget = Budget()
        return ProseMerge.pieces(
            base: ProseText(base), left: ProseText(left), right: ProseText(right), budget: &budget)
    }

    private let two = "Contoso pays the fee in June. Contoso bears all travel costs.\n"
    private let parted = "Contoso pays the fee in June.\n\nContoso bears all travel costs.\n"

    @Test(
        "a sentence that one side deleted does not come back where the other one parted a paragraph"
    )
    func deleted() {
        for (left, right) in [(parted, "Contoso pays the fee in June.\n")] {
            for pieces in [merge(two, left, right), merge(two, right, left)] {
                let isClean = pieces.allSatisfy { if case .text = $0 { true } else { false } }
                let says = pieces.contains {
                    if case .text(let text) = $0 { text.contains("travel") } else { false }
                }
                #expect(!isClean || !says, "\(pieces)")
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
            for pieces in [merge(base, left, right), merge(base, right, left)] {
                for case .text(let text) in pieces where pieces.count == 1 {
                    #expect(
                        text.contains("\n\n3. gamma") || text.contains("\n\n---"), "\(pieces)")
                }
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
            #expect(merge(base, left, right) == [.text(expected)])
            #expect(merge(base, right, left) == [.text(expected)])
        }
    }
}
