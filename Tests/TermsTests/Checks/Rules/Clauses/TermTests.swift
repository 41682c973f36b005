import Foundation
import Terms
import Testing

private let definitions = """
    # Definitions

    **Agreement** means all of this.

    **"Joint Customer"** is a company that signed for a joint service.

    “Licence Fee” means the fee for a licence. It is paid by the party that sells (the "Seller"
    and each, a "Reseller") for each escrow agent.

    """

/// What a rule says about a clause beside some definitions: the term and how often it is used.
private func found(_ rule: String, _ sentence: String, definitions: String = definitions)
    -> [String]
{
    found(
        rule, in: [:],
        clauses: [
            "clauses/definitions.md": definitions, "clauses/use.md": "# Use\n\n\(sentence)\n",
        ]
    ).map { "\($0.place): \($0.message) [\($0.counted)]" }
}

private func says(_ place: String, _ term: String, _ count: String) -> [String] {
    [
        "clauses/use.md:\(place): “\(term)” is written like a term, and no clause defines it "
            + "[used \(count)]"
    ]
}

struct TermUndefinedTests {
    @Test(arguments: [
        "Each Joint Customer pays the Licence Fees under this Agreement.",
        "The Seller tells Joint Customers’ people; a Reseller may, too.",
        "Ada of Northwind asks Dora, and each Northwind Joint Customer agrees.",
        "Licence Fees are due. Joint service is sold.",
        "Agents act. Any time, no Monday, a May day.",
        "The Licence Act and the Service Code apply, and so does the European Union.",
        "We call it \"Escrow Agent\" or *Escrow Agent*, and [Escrow Agent](use.md).",
        "<b>Each Escrow Agent</b> of Section 3 (Escrow Agent) or `an Escrow Agent`.",
        "Each Executive Sponsor names a Partnership Manager.", "- A list\n- The Customer is first",
        "Here, each Escrow Agent 7 and every Licence Service Version 1.1 is named.",
        "An SME, a GmbH, an E-mail and an ISO 9001 audit.",
    ])
    func acceptsWhatIsDefinedOrANameOrSmall(sentence: String) {
        let isListItem = sentence.hasPrefix("-")
        #expect(found("term-undefined", sentence).isEmpty)
        #expect(found("term-once", sentence).isEmpty == !isListItem)
    }

    /// No name is spoken of in this way.
    @Test(arguments: ["each", "every", "a", "any", "no"])
    func findsATermThatThereIsMoreOf(article: String) {
        #expect(
            found("term-undefined", "Here, \(article) Escrow Agent keeps it.")
                == says("3:\(8 + article.count)", "Escrow Agent", "1 time"))
    }

    @Test func findsATermThatIsUsedAgain() {
        #expect(
            found("term-undefined", "It is the Customer’s choice.\nAsk the Customers, and ask all.")
                == says("3:11", "Customer", "2 times"))
        #expect(
            found("term-undefined", "If Licence Fees fall, so do Service Fees and Service Fees.")
                == says("3:29", "Service Fees", "2 times"))
    }

    @Test func saysAllOfIt() {
        #expect(
            found("term-undefined", "Here, each Escrow Agent Agreement ends.")
                == says("3:12", "Escrow Agent Agreement", "1 time"))
    }

    @Test func saysNothingWhereNothingIsDefined() {
        #expect(
            found("term-undefined", "Each Escrow Agent keeps it.", definitions: "Joint. **Bold**\n")
                .isEmpty)
    }
}

struct TermOnceTests {
    @Test func findsWhatMayBeAName() {
        let sentence = "Ask the Escrow Agent."
        #expect(found("term-once", sentence) == says("3:9", "Escrow Agent", "1 time"))
        #expect(found("term-undefined", sentence).isEmpty)
    }

    @Test func knowsNamesByTheirWords() {
        #expect(found("term-once", "Ask the Fabrikam Agent, or the Vienna Centre.").isEmpty)
    }
}
