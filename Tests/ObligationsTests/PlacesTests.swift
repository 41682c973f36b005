import RandomTerms
import Records
import Terms
import Testing

@testable import Obligations

/// What falls due follows from the places that are said to matter, and from nothing else.
@Suite struct PlacesTests {
    @Test(arguments: 1...12)
    func nothingElseMatters(seed: UInt64) throws {
        var random = RandomTerms(seed: seed)
        var sections: [SectionName: Value] = [:]
        for section in SectionName.allCases {
            sections[section] = try random.value(of: .object(section.fields))
        }
        let all = TermsValues(sections)
        let some = all.only(Obligations.places)
        #expect(some != all)
        var found: Set<Obligation.Kind> = []
        for year in 2020...2040 {
            let today = try CalendarDate(parsing: "\(year)-03-01")
            func obligations(_ values: TermsValues) -> [Obligation] {
                Obligations(
                    values, book: RecordBook(), today: today,
                    until: today.adding(months: 14)
                ).all
            }
            let expected = obligations(all)
            #expect(obligations(some) == expected)
            found.formUnion(expected.map(\.kind))
        }
        #expect(!found.isEmpty)
    }

    @Test func whatIsOnTheWayIsKept() throws {
        let values = TermsValues([
            .framework: .object([
                .init(
                    key: "term",
                    value: .object([
                        .init(key: "starts", value: .scalar(.text("a"))),
                        .init(key: "ends", value: .scalar(.text("b"))),
                    ])),
                .init(key: "title", value: .scalar(.text("c"))),
            ]),
            .purpose: .object([.init(key: "why", value: .scalar(.text("d")))]),
        ])
        let places = ["framework.term.ends", "framework.form"].compactMap(TermPath.init)
        #expect(
            values.only(places)
                == TermsValues([
                    .framework: .object([
                        .init(
                            key: "term",
                            value: .object([.init(key: "ends", value: .scalar(.text("b")))]))
                    ])
                ]))
    }
}
