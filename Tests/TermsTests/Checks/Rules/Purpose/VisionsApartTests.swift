import Terms
import Testing

struct VisionsApartTests {
    private func found(_ vision: String, exit: String = "") -> [Finding] {
        TermsTests.found(
            "visions-apart",
            in: [.purpose: "why: x\nvision: {\(vision)}\n", .safeguards: exit])
    }

    private func parties(_ contoso: String, _ northwind: String) -> String {
        """
        parties: {contoso: {statement: C., intent: \(contoso)}, \
        northwind: {statement: N., intent: \(northwind)}}
        """
    }

    @Test func acceptsTheSame() {
        #expect(found(parties("grow", "grow")).isEmpty)
        #expect(found(parties("grow", "steady")).isEmpty)
        #expect(found(parties("sell-out", "sell-out")).isEmpty)
    }

    @Test func wantsAnExitWhereTheyPullApart() {
        let found = found(parties("sell-out", "grow"))
        #expect(
            found.map(\.said) == [
                "purpose.vision.parties.contoso: Contoso and Northwind want different things, and "
                    + "`safeguards.exit` does not say what ends the agreement"
            ])
        #expect(found.first?.counted == "contoso sell-out, northwind grow")
        #expect(
            self.found(parties("sell-out", "grow"), exit: "exit: {triggers: [Notice.]}\n").isEmpty)
        #expect(self.found(parties("grow", "acquire"), exit: "exit: {message: M.}\n").count == 1)
    }

    @Test func looksAtPeople() {
        let people = "people: [{id: d, person: dora, statement: D., intent: exit}]"
        let northwind = "parties: {northwind: {statement: N., intent: grow}}"
        #expect(
            found("\(people), \(northwind)").map { $0.path?.description } == [
                "purpose.vision.people.d"
            ])
        // Two people of one company may differ.
        let own = people.replacing("dora", with: "ada")
        #expect(found("\(own), \(northwind)").isEmpty)
    }
}
