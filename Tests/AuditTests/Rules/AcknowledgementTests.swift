import Audit
import InventedPast
import Records
import Terms
import Testing

/// Who shares the values.
@Suite struct AcknowledgementTests {
    private func purpose(_ values: String) -> [String: String] {
        [
            "purpose": """
            why: Together.
            values: [{id: honest, statement: \(values)}]
            acknowledgement: {who: [northwind], within: 1 month, renewed-every: 1 year}

            """
        ]
    }

    private func share(
        _ happened: inout Happened, _ person: String, on day: String, version: Int = 1
    ) throws {
        try happened.record(
            "acknowledgements/\(person) shared", on: day,
            "person: \(person)\nversion: \(version)")
    }

    @Test("it is asked of each person of a party, and those who are missing are named")
    func people() throws {
        var happened = Happened(purpose("Be honest."))
        #expect(try happened.only("acknowledgement", at: "2027-03-01").status == .notYetDue)
        #expect(try happened.only("acknowledgement", at: "2027-03-02").status == .broken)
        try share(&happened, "ada", on: "2027-02-10")
        let found = try happened.only("acknowledgement", at: "2027-03-02")
        #expect(found.status == .drifting && found.difference == "1 missing")
        #expect(found.next?.who == ["ben"] && found.since?.description == "2027-03-01")
        try share(&happened, "ben", on: "2027-03-05")
        let both = try happened.only("acknowledgement", at: "2027-03-06")
        #expect(both.status == .kept && both.promised.hasPrefix("2 people within 1 month"))
    }

    @Test("it is renewed, and asked again when the values change")
    func again() throws {
        var happened = Happened(purpose("Be honest."))
        for person in ["ada", "ben"] { try share(&happened, person, on: "2027-02-10") }
        #expect(try happened.only("acknowledgement", at: "2028-02-10").status == .kept)
        #expect(try happened.only("acknowledgement", at: "2028-02-11").status == .broken)
        happened.amend("2027-06-01", ["commercials": "strategy: {mode: growth}\n"])
        #expect(try happened.only("acknowledgement", at: "2027-06-02").status == .kept)
        happened.amend("2027-07-01", purpose("Be kind."))
        let changed = try happened.only("acknowledgement", at: "2027-07-02")
        #expect(changed.status == .notYetDue && changed.due?.description == "2027-08-01")
        for person in ["ada", "ben"] { try share(&happened, person, on: "2027-07-10", version: 3) }
        #expect(try happened.only("acknowledgement", at: "2027-07-11").status == .kept)
    }
}
