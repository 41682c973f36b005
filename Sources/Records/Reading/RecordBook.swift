public import Terms

/// All records of a framework, in the order of the agreed history, with what was said about each.
public struct RecordBook: Sendable {
    /// What happened, oldest first.
    public private(set) var records: [Record] = []
    /// Files that say nothing that counts, and why.
    public private(set) var findings: [Finding] = []
    /// What is on record by kind: the deals, the projects, ...
    public private(set) var subjects: [String: Set<String>] = [:]

    /// Where each record, or correction of one, is among the records.
    private var places: [RecordID: Int] = [:]
    /// Where the opening of each subject is.
    private var openings: [String: Int] = [:]
    /// Which records are of a kind, by its name.
    private var byKind: [String: [Int]] = [:]
    /// Which records are about a subject, by its folder.
    private var bySubject: [String: [Int]] = [:]
    /// Where each invoice and credit is, by its number.
    private var invoices: [String: Int] = [:]

    /// Begins with nothing.
    public init() {}

    /// Reads records, in the order of the history. Linear in their number.
    ///
    /// - Parameters:
    ///   - sources: The records.
    ///   - folders: What others are about that are not read: `deals/lift`.
    public init(_ sources: [RecordSource], knowing folders: Set<String> = []) {
        for folder in folders {
            let parts = folder.split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count == 2 { subjects[parts[0], default: []].insert(parts[1]) }
        }
        for file in sources.mapOnAllCores(RecordFile.init) { add(file) }
    }

    /// The record of an id, or the one that a correction of this id belongs to.
    public func record(_ id: RecordID) -> Record? { places[id].map { records[$0] } }

    /// How a subject began, such as the registration of a deal; nil where it did not.
    public func opening(of folder: String) -> Record? { openings[folder].map { records[$0] } }

    /// What is on record about a subject, oldest first.
    public func records(about folder: String) -> [Record] {
        (bySubject[folder] ?? []).map { records[$0] }
    }

    /// What is on record of a kind, oldest first.
    public func records(of kind: String) -> [Record] { (byKind[kind] ?? []).map { records[$0] } }

    /// The invoice or credit with a number; nil where none has it, or it was withdrawn.
    public func invoice(_ number: String) -> Record? {
        invoices[number].map { records[$0] }.flatMap { record in
            record.value?["number"]?.text == number ? record : nil
        }
    }

    /// Takes the next file. Linear in its size.
    public mutating func add(_ source: RecordSource) { add(RecordFile(source)) }

    private mutating func add(_ file: RecordFile) {
        switch file.content {
        case .event(let event, let kind, let id, let fields):
            add(event, of: kind, id, fields, file.source)
        case .answer(let answer, let id, let fields): add(answer, id, fields, file.source)
        case .evidence: break
        case .nothing(let finding): findings.append(finding)
        }
    }

    private mutating func add(
        _ event: RecordEvent, of kind: RecordKind, _ id: RecordID, _ file: FieldFile,
        _ source: RecordSource
    ) {
        findings += file.findings
        guard let value = file.value, !file.findings.hasErrors else { return }
        let place = records.count
        records.append(
            Record(
                id: id, kind: kind, event: event, version: source.version,
                contents: [
                    Record.Content(
                        id: id, value: value, text: file.text ?? "", why: nil,
                        recorder: source.recorder,
                        seconds: source.seconds)
                ]))
        places[id] = place
        byKind[kind.name, default: []].append(place)
        bySubject[id.folder, default: []].append(place)
        subjects[kind.name, default: []].insert(id.subject)
        if case .opening = event.place, openings[id.folder] == nil { openings[id.folder] = place }
        note(numberOf: value, at: place)
    }

    private mutating func note(numberOf value: Value, at place: Int) {
        guard let number = value["number"]?.text else { return }
        if let known = invoices[number], records[known].value?["number"]?.text == number { return }
        invoices[number] = place
    }

    private mutating func add(
        _ answer: RecordAnswer, _ id: RecordID, _ named: FieldFile, _ source: RecordSource
    ) {
        let name = named.value?["record"]?.text
        guard let target = name.flatMap(RecordID.init), let place = places[target] else {
            findings.append(
                source.finding(
                    "unknown-record",
                    name.map { "there is no record `\(TextRules.visible($0))`" }
                        ?? "it does not say which record it is about"))
            return
        }
        let file =
            answer == .correction
            ? source.read(
                answer.fields(about: records[place].event.fields), named: answer.rawValue)
            : named
        findings += file.findings
        guard let value = file.value, !file.findings.hasErrors else { return }
        let isOwn = source.recorder.party == records[place].party
        guard isOwn == (answer == .correction) else {
            findings.append(
                source.finding(
                    "wrong-party",
                    "it does not count, as \(source.recorder.name) is not "
                        + answer.rightInWords))
            return
        }
        if answer == .correction {
            let instead = value["instead"]
            records[place].contents.append(
                Record.Content(
                    id: id, value: instead, text: file.text ?? "", why: value["why"]?.text,
                    recorder: source.recorder,
                    seconds: source.seconds))
            places[id] = place
            if let instead { note(numberOf: instead, at: place) }
            return
        }
        // What is said about a text that was corrected since says nothing about the new one.
        guard let content = records[place].contents.firstIndex(where: { $0.id == target }) else {
            return
        }
        records[place].contents[content].verdicts[source.recorder.party] = Record.Verdict(
            isConfirmed: answer == .confirm, text: (value["reason"] ?? value["note"])?.text,
            recorder: source.recorder, seconds: source.seconds, id: id)
    }
}
