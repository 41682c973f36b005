import Redline
import Terms
import Testing

@Suite("Changes of terms")
struct TermTests {
    static let streams = """
        streams:
          - id: subscription
            kind: subscription
            base: net
            shares: {contoso: 70%, northwind: 30%}
            floor: EUR 20,000.00
          - id: services
            kind: services
            base: gross
          - id: hardware
            kind: hardware
            base: margin
        """

    static let parties = """
        parties:
          northwind:
            name: Northwind
            kind: msp
            signing:
              - needs: 1
                of: [ada]
              - needs: 2
                of: [ada, bob, cyd]
                only: [purpose]
          contoso: {name: Contoso, kind: var}
        people:
          ada: {name: Ada, party: northwind}
        """

    static func changes(_ file: String, _ text: String, _ edits: [(String, String)]) -> [String] {
        var edited = text
        for (old, new) in edited.isEmpty ? [] : edits {
            #expect(edited.contains(old))
            edited = edited.replacing(old, with: new)
        }
        let comparison = compare(file, text, edited)
        #expect(comparison.formattingOnly.isEmpty)
        #expect(comparison.comparedAsText.isEmpty)
        return comparison.changes.map(\.brief)
    }

    @Test("An amount has its difference, its label and its two values")
    func amount() throws {
        let comparison = compare(
            "commercials.yaml", Self.streams,
            Self.streams.replacing("20,000.00", with: "25,000.00"))
        let change = try #require(comparison.changes.first)
        #expect(
            change.brief
                == "commercials.streams.subscription.floor changed +EUR 5,000.00 (+25%)")
        #expect(change.label == "Money and effort › Revenue streams › subscription › At least")
        #expect(change.old?.text == "EUR 20,000.00")
        #expect(change.new?.text == "EUR 25,000.00")
        #expect(comparison.summary == "1 term changed; 1 amount. Nothing else changed.")
    }

    @Test("Shares differ by percentage points, each where it is")
    func shares() {
        #expect(
            Self.changes("commercials.yaml", Self.streams, [("70%", "65%"), ("30%", "35%")]) == [
                "commercials.streams.subscription.shares.contoso changed -5 percentage points",
                "commercials.streams.subscription.shares.northwind changed +5 percentage points",
            ])
    }

    @Test("A moved item is named once")
    func moved() {
        let hardware = """
              - id: hardware
                kind: hardware
                base: margin
            """
        let new =
            Self.streams.replacing("\n" + hardware, with: "")
            .replacing("streams:\n", with: "streams:\n\(hardware)\n")
        let comparison = compare("commercials.yaml", Self.streams, new)
        #expect(
            comparison.changes.map(\.brief) == [
                "commercials.streams.hardware moved after nothing"
            ])
        #expect(comparison.summary == "1 term moved. Nothing else changed.")
        let edited = new.replacing("margin", with: "gross")
        #expect(
            compare("commercials.yaml", Self.streams, edited).changes.map(\.brief) == [
                "commercials.streams.hardware moved after nothing",
                "commercials.streams.hardware.base changed",
            ])
        #expect(
            compare("commercials.yaml", new, Self.streams).changes.map(\.brief) == [
                "commercials.streams.hardware moved after services"
            ])
    }

    @Test("An added or removed item is one change, with all that it holds, where it stands")
    func addedAndRemoved() throws {
        let new = Self.streams.replacing("id: services", with: "id: consulting")
        let comparison = compare("commercials.yaml", Self.streams, new)
        #expect(
            comparison.changes.map(\.brief) == [
                "commercials.streams.services removed", "commercials.streams.consulting added",
            ])
        #expect(comparison.changes[1].new?["base"]?.text == "gross")
        #expect(comparison.summary == "1 term added, 1 removed. Nothing else changed.")
        #expect(
            comparison.notes == [
                "Money and effort › Revenue streams: `consulting` has the same content as "
                    + "`services` had; is it the same under a new name?"
            ])
    }

    @Test("A set has one change, with what it gained and lost; its order means nothing")
    func sets() throws {
        let new = Self.parties.replacing("[ada, bob, cyd]", with: "[dan, cyd, ada]")
        let comparison = compare("parties.yaml", Self.parties, new)
        #expect(
            comparison.changes.map(\.brief) == ["parties.parties.northwind.signing.2.of changed"])
        let elements = try #require(comparison.changes.first?.elements)
        #expect(elements.added.map(\.text) == ["dan"])
        #expect(elements.removed.map(\.text) == ["bob"])
        let shuffled = compare(
            "parties.yaml", Self.parties,
            Self.parties.replacing("[ada, bob, cyd]", with: "[cyd, bob, ada]"))
        #expect(shuffled.changes.isEmpty)
        #expect(shuffled.formattingOnly == ["parties.yaml"])
    }

    @Test("Signing rules are matched by what they say, then by position")
    func signingRules() {
        #expect(
            Self.changes("parties.yaml", Self.parties, [("needs: 2", "needs: 3")]) == [
                "parties.parties.northwind.signing.2.needs changed +1 (+50%)"
            ])
        let rule = "      - needs: 1\n        of: [ada]\n"
        #expect(
            Self.changes("parties.yaml", Self.parties, [(rule, "")]) == [
                "parties.parties.northwind.signing.1 removed"
            ])
        #expect(
            Self.changes(
                "parties.yaml", Self.parties,
                [(rule, "      - needs: 1\n        of: [bob]\n" + rule)])
                == ["parties.parties.northwind.signing.1 added"])
        #expect(
            Self.changes("parties.yaml", Self.parties, [("        only: [purpose]\n", "")]) == [
                "parties.parties.northwind.signing.2.only removed"
            ])
    }

    @Test("A keyed value that comes or goes is one change")
    func maps() {
        #expect(
            Self.changes(
                "parties.yaml", Self.parties,
                [("  contoso: {name: Contoso, kind: var}\n", "")])
                == ["parties.parties.contoso removed"])
    }

    @Test("The same figure written in another way is formatting")
    func sameFigures() {
        let text = "success:\n  - {id: a, party: joint, measure: M, target: 4.5, by: 2027-01-01}\n"
        let comparison = compare("purpose.yaml", text, text.replacing("4.5", with: "4.50"))
        #expect(comparison.changes.isEmpty)
        #expect(comparison.formattingOnly == ["purpose.yaml"])
        #expect(
            comparison.summary
                == "1 file re-wrapped without a change of meaning. Nothing else changed.")
    }

    @Test("Prose in a field is compared by its words")
    func prose() throws {
        let old = "why: |\n  We grow together. We share\n  what we learn.\n"
        let comparison = compare(
            "purpose.yaml", old, "why: We grow together. We share all we learn.\n")
        #expect(comparison.changes.map(\.brief) == ["purpose.why changed"])
        #expect(
            comparison.changes[0].sentences.map(\.marked) == [
                "We share [-what-]{+all+} we learn."
            ])
        #expect(
            compare("purpose.yaml", old, "why: We grow together. We share what we learn.\n")
                .formattingOnly == ["purpose.yaml"])
    }
}
