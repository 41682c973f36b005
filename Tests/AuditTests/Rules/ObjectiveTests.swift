import Audit
import InventedPast
import Records
import Terms
import Testing

/// Objectives and measures of success, against the target of their day.
@Suite struct ObjectiveTests {
    private func happened(_ rest: String) -> Happened {
        Happened([
            "purpose": """
            why: Together.
            objectives:
              - {id: first-five, statement: Five sign., quadrant: strategic, owner: ben, \(rest)}

            """
        ])
    }

    private let five =
        "direction: rise, baseline: 0 contracts, target: 5 contracts, by: 2028-01-31"

    private func measure(_ happened: inout Happened, _ value: String, on day: String) throws {
        try happened.record(
            "measures/first-five taken", on: day, "of: first-five\nvalue: \(value)\nsource: List")
    }

    @Test("it is held against the straight way to its target")
    func drifting() throws {
        var happened = happened(five)
        try measure(&happened, "2 contracts", on: "2027-06-01")
        #expect(try happened.only("objective", at: "2027-06-30").status == .notYetDue)
        try measure(&happened, "2 contracts", on: "2027-08-02")
        let found = try happened.only("objective", at: "2027-08-31")
        #expect(found.status == .drifting && found.since?.description == "2027-08-02")
        #expect(found.actual == "2 contracts on 2027-08-02, as before")
        #expect(found.next?.who == ["ben"] && found.quadrant == "strategic")
        #expect(found.trend.map { "\($0.value)" } == ["2 contracts", "2 contracts"])
    }

    @Test("it is kept, broken or late by the figure of the day on which it is due")
    func due() throws {
        var happened = happened(five)
        try measure(&happened, "4 contracts", on: "2028-01-30")
        let broken = try happened.only("objective", at: "2028-02-01")
        #expect(broken.status == .broken && broken.difference == "1 contract short")
        try measure(&happened, "5 contracts", on: "2028-02-10")
        let late = try happened.only("objective", at: "2028-03-01")
        #expect(late.status == .kept)
        #expect(late.reason == "It was reached on 2028-02-10, 10 days late")
    }

    @Test("the tolerance counts")
    func tolerance() throws {
        var happened = happened(five + ", tolerance: 1 contract")
        try measure(&happened, "4 contracts", on: "2028-01-30")
        #expect(try happened.only("objective", at: "2028-02-01").status == .kept)
    }

    @Test("what nobody reads is unknown, and that is said after half of the time")
    func unread() throws {
        let happened = happened(five)
        #expect(try happened.only("objective", at: "2027-07-01").status == .notYetDue)
        #expect(try happened.only("objective", at: "2027-09-01").status == .unknown)
        let over = try happened.only("objective", at: "2028-02-01")
        #expect(over.status == .unknown)
        #expect(over.next?.what.hasSuffix("entente record measure --set of=first-five") == true)
    }

    @Test(
        "of some figures less is better, and some should hold",
        arguments: [
            ("direction: fall, baseline: 17 weeks, target: 6 weeks", "7 weeks", "drifting"),
            ("direction: fall, baseline: 17 weeks, target: 6 weeks", "5 weeks", "kept"),
            ("direction: hold, baseline: 99.2%, target: 99.8%", "99.9%", "kept"),
            ("direction: hold, target: 10 people, tolerance: 1 person", "12 people", "drifting"),
            ("direction: hold, target: 10 people, tolerance: 2 people", "8 people", "kept"),
        ])
    func directions(fields: String, value: String, status: String) throws {
        var happened = happened(fields + ", by: 2028-01-31")
        try measure(&happened, value, on: "2028-01-30")
        #expect(try happened.only("objective", at: "2028-01-30").status.rawValue == status)
    }

    @Test("a figure is shown beside the target of its day")
    func amended() throws {
        var happened = happened(five)
        try measure(&happened, "2 contracts", on: "2027-06-01")
        happened.amend(
            "2027-08-01",
            [
                "purpose": """
                why: Together.
                objectives:
                  - {id: first-five, statement: Three sign., quadrant: strategic, owner: ben,
                     baseline: 0 contracts, target: 3 contracts, by: 2028-01-31}

                """
            ])
        try measure(&happened, "3 contracts", on: "2027-09-01")
        let found = try happened.only("objective", at: "2027-09-02")
        #expect(found.status == .kept && found.version == 2)
        #expect(found.trend.map { "\($0.target!)" } == ["5 contracts", "3 contracts"])
    }

    @Test("each party's measures of success are judged like objectives")
    func success() throws {
        var happened = Happened([
            "purpose": """
            why: Together.
            success:
              - {id: on-call, party: contoso, measure: Hours on call, baseline: 310 hours,
                 target: 20 hours, by: 2027-12-31}

            """
        ])
        try happened.record(
            "measures/on-call taken", on: "2027-12-31",
            "of: on-call\nvalue: 40 hours\nsource: Time sheets")
        let found = try happened.only("success", at: "2028-01-01")
        #expect(found.status == .broken && found.difference == "20 hours more")
        #expect(found.label == "Contoso: Hours on call")
        #expect(found.next?.who == ["contoso"])
    }
}
