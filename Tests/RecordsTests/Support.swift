import InventedPast
import Records
import Terms
import Testing

/// Terms that are enough to record something.
func terms() -> RecordTerms { RecordTerms(document()) }

/// The same as they are read.
func document() -> TermsDocument {
    let texts = [
        "parties.yaml": Invented.parties,
        "purpose.yaml": """
        objectives:
          - {id: first-five, statement: Five., owner: ada, target: 5 contracts}

        """,
        "governance.yaml": """
        roles:
          parties:
            northwind: {partnership-manager: ada}
        audit: {cadence: 1 year, auditor: frida}

        """,
        "commercials.yaml": """
        pipeline:
          registration: {protect-for: 6 months}
        streams:
          - {id: platform, currency: EUR}

        """,
    ]
    return TermsDocument(
        TermsFiles(
            texts.sorted { $0.key < $1.key }.map { path, text in
                TermsEntry(
                    path: path, kind: .file, size: text.utf8.count, bytes: Array(text.utf8))
            }))
}

extension RecordBook {
    /// Adds a record of a fixed moment.
    @discardableResult
    mutating func add(
        _ path: String, _ text: String, by recorder: Recorder = Invented.ada
    ) -> String {
        let full = path.replacing("@", with: "20270512T093000Z")
        add(
            RecordSource(
                path: full + ".yaml", bytes: Array(text.utf8), recorder: recorder,
                seconds: 1_810_114_200, version: 1))
        return full
    }

    /// With a deal on record.
    static func withDeal() -> RecordBook {
        var book = RecordBook()
        book.add(
            "deals/lift/@-registered",
            "on: 2027-05-12\ncustomer: Lift AG\nparty: northwind\nstream: platform\n")
        return book
    }
}

/// The rules of what is wrong with a record.
func findings(
    _ kind: String, _ event: String, about subject: String, _ text: String,
    by recorder: Recorder = Invented.ada, in book: RecordBook = .withDeal()
) throws -> [Finding] {
    let kind = try #require(RecordKind(kind))
    let found = try #require(kind.event(event))
    var check = RecordCheck(
        book, document: document(), recorder: recorder,
        founded: try CalendarDate(parsing: "2027-02-01"),
        today: try CalendarDate(parsing: "2027-06-30"))
    let file = FieldFile(
        found.fields, named: kind.singular, file: "record.yaml", bytes: Array(text.utf8))
    return check.findings(found, of: kind, about: subject, in: file)
}
