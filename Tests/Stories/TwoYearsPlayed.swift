import Foundation
import TestSupport
import Testing

/// The worked example's companies, whose first two years are played through the program: everything
/// is recorded with the key of whoever records it, and confirmed or disputed by the other side.
struct TwoYearsPlayed {
    /// What happens.
    let years = TwoYears()
    /// The workspace.
    let alliance: Alliance

    /// Plays both years.
    init() throws {
        let sandbox = try Sandbox()
        alliance = Alliance(sandbox: sandbox, path: sandbox.path + "/partners")
        try found()
        try play(year: 0..<TwoYears.amended)
        try amend()
        try play(year: TwoYears.amended..<TwoYears.days)
    }

    /// Runs a command on a day of the two years, which has to work.
    @discardableResult
    func must(_ day: Int, _ arguments: [String], as person: Person = .ben) throws -> Outcome {
        let outcome = try run(day, arguments, as: person)
        guard outcome.code == 0 else {
            throw RunFailure("\(person.id): \(arguments): \(outcome.output)\(outcome.errors)")
        }
        return outcome
    }

    /// Runs a command on a day of the two years.
    func run(_ day: Int, _ arguments: [String], as person: Person = .ben) throws -> Outcome {
        try alliance.run(arguments, as: person, with: Self.clock(day))
    }

    /// What sets the clock to a day of the two years.
    private static func clock(_ day: Int) -> [String: String] {
        ["GIT_COMMITTER_DATE": "@\(1_801_477_800 + day * 86_400) +0000"]
    }

    // MARK: Agreeing

    private func found() throws {
        try alliance.sandbox.run("entente init '\(alliance.path)'", as: .ada).expectSuccess()
        let folder = SourceTree.root + "/frameworks/examples/northwind-contoso/terms"
        try alliance.sandbox.run(
            "mkdir -p '\(alliance.path)/frameworks/fieldwork' "
                + "&& cp -r '\(folder)' '\(alliance.path)/frameworks/fieldwork'", as: .ada
        ).expectSuccess()
        try replace(TwoYears.first)
        let signers: [Person] = [.ada, .ben, .dora, .emil, .frida]
        for person in signers {
            let key = try String(
                contentsOfFile: alliance.sandbox.home(of: person) + "/.ssh/id_ed25519.pub",
                encoding: .utf8
            ).trimmingCharacters(in: .newlines)
            try must(0, ["set", "parties.people.\(person.id).keys", key], as: .ada)
        }
        try agree("founding", on: 0, by: signers)
    }

    private func amend() throws {
        try replace(TwoYears.second)
        try agree("shares", on: TwoYears.amended, by: [.ada, .dora, .emil])
    }

    private func agree(_ slug: String, on day: Int, by signers: [Person]) throws {
        try must(day, ["propose", slug, "--title", slug, "--why", "So it goes on."], as: .ada)
        for person in signers { try must(day, ["sign", slug, "--yes"], as: person) }
        try must(day, ["agree", slug], as: .ada)
    }

    private func replace(_ changes: [(file: String, old: String, new: String)]) throws {
        for (file, old, new) in changes {
            let path = "\(alliance.path)/frameworks/fieldwork/terms/\(file)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            guard text.contains(old) else { throw RunFailure("\(file) does not say \(old)") }
            try text.replacingOccurrences(of: old, with: new)
                .write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    // MARK: Recording

    /// Records all of a year on its last day: what fits a table by tables, what is rare one by one,
    /// and what there is much of with plain Git, which makes one commit of it for each person.
    private func play(year days: Range<Int>) throws {
        let version = days.lowerBound == 0 ? 1 : 2
        let events = years.events.filter { $0.version == version }.map(PlayedEvent.init)
        let last = days.upperBound - 1
        for word in ["deal", "investment", "measure"] {
            try record(events.filter { $0.word == word }, on: last)
        }
        let others = events.filter { $0.word == nil && $0.answers == nil }
        for event in others where !event.isFrequent {
            let file = alliance.sandbox.path + "/tmp/record.yaml"
            try event.text.write(toFile: file, atomically: true, encoding: .utf8)
            try must(last, ["record"] + event.words + ["--from", file], as: event.person)
        }
        try recordByHand(others.filter(\.isFrequent), on: last)
        for word in ["invoice", "credit"] {
            try record(events.filter { $0.word == word }, on: last)
        }
        try recordByHand(answers(among: events, on: last), on: last)
    }

    /// Records with plain Git, as far as that goes: the files, and a commit that their maker signs.
    private func recordByHand(_ events: [PlayedEvent], on day: Int) throws {
        let records = alliance.path + "/frameworks/fieldwork/records"
        for (person, events) in Self.byPerson(events) {
            for event in events {
                try FileManager.default.createDirectory(
                    atPath: "\(records)/\(event.kind)/\(event.subject)",
                    withIntermediateDirectories: true)
                try event.text.write(
                    toFile: "\(records)/\(event.id).yaml", atomically: false, encoding: .utf8)
            }
            try alliance.sandbox.run(
                "cd '\(alliance.path)' && git add frameworks && git commit -qS -m 'Record'",
                as: person, with: Self.clock(day)
            ).expectSuccess()
        }
    }

    private static func byPerson(
        _ events: [PlayedEvent]
    ) -> [(person: Person, events: [PlayedEvent])] {
        Dictionary(grouping: events, by: \.person).sorted { $0.key.id < $1.key.id }
            .map { ($0.key, $0.value) }
    }

    /// Records what is of one kind, with one table for each person.
    private func record(_ events: [PlayedEvent], on day: Int) throws {
        for (person, events) in Self.byPerson(events) {
            guard let word = events[0].word else { continue }
            let columns = Set(events.flatMap(\.columns.keys)).sorted()
            let header = columns.joined(separator: ",")
            let rows = events.map { event in
                columns.map { "\"\(event.columns[$0] ?? "")\"" }.joined(separator: ",")
            }
            let file = alliance.sandbox.path + "/tmp/table.csv"
            try ([header] + rows).map { $0 + "\n" }.joined()
                .write(toFile: file, atomically: true, encoding: .utf8)
            try must(day, ["record", "import", file, "--kind", word], as: person)
        }
    }

    /// What is confirmed and disputed, by what the records are called now.
    private func answers(among events: [PlayedEvent], on day: Int) throws -> [PlayedEvent] {
        let planned = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        let listed = try JSON(must(day, ["records", "--json"]).output)?["records"].list ?? []
        let made = Dictionary(
            listed.map { (PlayedEvent.mark($0), $0["id"].text ?? "") },
            uniquingKeysWith: { first, _ in first })
        return try events.compactMap { event in
            guard let answered = event.answers else { return nil }
            guard let id = planned[answered].flatMap({ made[$0.mark] }) else {
                throw RunFailure("\(answered) is not on record")
            }
            var event = event
            event.text = event.text.replacingOccurrences(of: answered, with: id)
            return event
        }
    }
}

/// Something that happens in the two years, as somebody with a key types it.
private struct PlayedEvent {
    let id: String
    let kind: String
    let subject: String
    let name: String
    var text: String
    let fields: [String: String]
    let person: Person

    init(_ event: TwoYears.Event) {
        id = event.id
        let parts = event.path.split(separator: "/").map(String.init)
        (kind, subject) = (parts[0], parts[1])
        name = String(parts[2].dropLast(5).drop { $0 != "-" }.dropFirst())
        text = event.text
        fields = Dictionary(
            event.text.split(separator: "\n").compactMap { line in
                line.range(of: ": ").map {
                    (String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
                }
            }, uniquingKeysWith: { first, _ in first })
        // Cleo has no key; Ben, who manages the partnership, records for her.
        person = Person.all.first { $0.id == event.person } ?? .ben
    }

    /// What a row of a table calls it; nil where no table holds it.
    var word: String? {
        [
            "deals/registered": "deal", "deals/invoiced": "invoice", "deals/credited": "credit",
            "investments/made": "investment", "measures/taken": "measure",
        ]["\(kind)/\(name)"]
    }

    /// The cells of its row.
    var columns: [String: String] {
        kind == "deals" ? fields.merging(["deal": subject]) { $1 } : fields
    }

    /// Whether there is much of it.
    var isFrequent: Bool { ["deals", "health", "meetings"].contains(kind) }

    /// The record that it answers; nil where it is none.
    var answers: String? { fields["record"] }

    /// The words of the command.
    var words: [String] {
        ["acknowledgements", "reviews"].contains(kind) ? [kind, name] : [kind, name, subject]
    }

    /// What tells a record of the ones that are answered from all others.
    var mark: [String] {
        [kind, subject, fields["on"] ?? "", fields["number"] ?? fields["promise"] ?? ""]
    }

    static func mark(_ listed: JSON) -> [String] {
        let fields = listed["fields"]
        return [
            listed["kind"].text ?? "", listed["about"].text ?? "", fields["on"].text ?? "",
            fields["number"].text ?? fields["promise"].text ?? "",
        ]
    }
}

extension Outcome {
    fileprivate func expectSuccess() throws {
        guard code == 0 else { throw RunFailure("exit \(code): \(output)\(errors)") }
    }
}
