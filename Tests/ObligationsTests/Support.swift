import Obligations
import Records
import Terms

func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

/// Who records in the tests.
enum Who {
    static let ben = Recorder(person: "ben", name: "Ben Okafor", party: "northwind")
    static let emil = Recorder(person: "emil", name: "Emil Brandt", party: "contoso")
    static let frida = Recorder(person: "frida", name: "Frida Lindqvist", party: "oversight")
}

/// Terms from the text of some sections, beside a registry of two parties and an advisor.
func terms(_ sections: [String: String]) -> RecordTerms {
    var texts = sections
    texts["parties"] = """
        parties:
          northwind: {name: Northwind, kind: msp, signing: [{needs: 1, of: [ada]}]}
          contoso: {name: Contoso, kind: isv, signing: [{needs: 1, of: [dora]}]}
          oversight: {name: Fair Hand, kind: independent}
        people:
          ada: {name: Ada Brennan, party: northwind}
          ben: {name: Ben Okafor, party: northwind}
          dora: {name: Dora Winkler, party: contoso}
          emil: {name: Emil Brandt, party: contoso}
          frida: {name: Frida Lindqvist, party: oversight}

        """
    if texts["framework"] == nil {
        texts["framework"] = "term: {starts: 2027-02-01, renewal: tacit}\n"
    }
    return RecordTerms(
        TermsDocument(
            TermsFiles(
                texts.sorted { $0.key < $1.key }.map { name, text in
                    TermsEntry(
                        path: "\(name).yaml", kind: .file, size: text.utf8.count,
                        bytes: Array(text.utf8))
                })))
}

extension RecordBook {
    /// Adds a record; each has a moment of its own.
    mutating func add(_ folder: String, _ event: String, _ text: String, by who: Recorder = Who.ben)
    {
        let number = records.reduce(0) { $0 + $1.contents.count } + 1_000
        add(
            RecordSource(
                path: "\(folder)/20270512T09\(number)Z-\(event).yaml",
                bytes: Array((text + "\n").utf8), recorder: who, seconds: 1_810_114_200,
                version: 1))
    }
}

/// What falls due, one line each.
func due(
    _ sections: [String: String], _ book: RecordBook = RecordBook(), on today: String,
    until: String, _ kinds: Obligation.Kind...
) throws -> [String] {
    try Obligations(terms(sections).values, book: book, today: day(today), until: day(until)).all
        .filter { kinds.isEmpty || kinds.contains($0.kind) }
        .map { "\($0.date) \($0.id) \($0.who.joined(separator: ","))" }
}
