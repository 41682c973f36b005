public import Audit
internal import Records
internal import Terms

/// What happened in a test: versions of the terms, and records.
public struct Happened {
    /// The versions, oldest first, with the day from which each was in force.
    private var versions: [(from: String, sections: [String: String])] = []
    private var book = RecordBook()
    private var count = 0

    /// Begins with a version that is in force from 2027-02-01 on.
    public init(_ sections: [String: String]) { amend("2027-02-01", sections) }

    /// Puts further sections in force, on top of those before.
    public mutating func amend(_ day: String, _ sections: [String: String]) {
        versions.append((day, (versions.last?.sections ?? Self.common).merging(sections) { $1 }))
    }

    /// Records something: `deals/lift registered`, with its fields but the day.
    /// - Returns: The place of the record.
    /// - Throws: ``Failure`` where it can't be read.
    @discardableResult
    public mutating func record(
        _ place: String, on day: String, by person: String = "ada", _ fields: String = ""
    ) throws -> String {
        let words = place.split(separator: " ")
        count += 1
        let moment = "\(day.filter { $0 != "-" })T\(100_000 + count)Z"
        let path = "\(words[0])/\(moment)-\(words[1])"
        let isAnswer = RecordAnswer(rawValue: String(words[1])) != nil
        guard let recorder = Invented.people[person] else { throw Failure("who is \(person)?") }
        let before = book.findings.count
        book.add(
            RecordSource(
                path: path + ".yaml",
                bytes: Array(((isAnswer ? "" : "on: \(day)\n") + fields + "\n").utf8),
                recorder: recorder, seconds: 0, version: 1))
        if let finding = book.findings.dropFirst(before).first { throw Failure(finding.message) }
        return path
    }

    /// Confirms a record in the name of the other party.
    ///
    /// - Throws: ``Failure``.
    public mutating func confirm(_ record: String, by person: String = "dora") throws {
        let folder = record.split(separator: "/").dropLast().joined(separator: "/")
        try answer(folder, "confirm", by: person, "record: \(record)")
    }

    /// Disputes a record in the name of the other party.
    ///
    /// - Throws: ``Failure``.
    public mutating func dispute(_ record: String, by person: String = "dora") throws {
        let folder = record.split(separator: "/").dropLast().joined(separator: "/")
        try answer(folder, "dispute", by: person, "record: \(record)\nreason: No.")
    }

    private mutating func answer(
        _ folder: String, _ event: String, by person: String, _ fields: String
    ) throws {
        try record("\(folder) \(event)", on: "2027-03-01", by: person, fields)
    }

    /// All that happened up to a day.
    ///
    /// - Throws: ``Failure`` where a version of the terms has errors.
    public func past(_ today: String) throws -> Past {
        let terms = try versions.enumerated().map { index, version in
            let document = TermsDocument(
                TermsFiles(
                    version.sections.sorted { $0.key < $1.key }.map { name, text in
                        TermsEntry(
                            path: name + ".yaml", kind: .file, size: text.utf8.count,
                            bytes: Array(text.utf8))
                    }))
            if let error = document.findings.first(where: { $0.severity == .error }) {
                throw Failure(error.message)
            }
            return TermsInForce(
                number: index + 1, from: try CalendarDate(parsing: version.from),
                document: document)
        }
        let day = try CalendarDate(parsing: today)
        guard let past = Past(versions: terms, book: book, today: day) else {
            throw Failure("nothing was in force on \(today)")
        }
        return past
    }

    /// What is wrong with the test itself.
    public struct Failure: Error, CustomStringConvertible {
        /// What it is.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    private static let common = [
        "framework": """
        schema: 1
        uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
        title: Together
        form: contract
        term: {starts: 2027-02-01, renewal: tacit}

        """,
        "parties": Invented.parties,
    ]
}
