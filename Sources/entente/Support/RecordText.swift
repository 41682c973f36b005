internal import Records
internal import Reports
internal import Terms

/// A record as people read it.
struct RecordText {
    let style: TerminalStyle
    let signing: [String]

    /// `2027-05-12  deals/lift/20270512T093000Z-registered  claimed by one`.
    func head(of record: Record) -> StyledText {
        let day = record.day?.description ?? "          "
        return StyledText("\(day)  ") + StyledText(record.id.description, .bold)
            + StyledText("  \(standing(of: record))")
    }

    private func standing(of record: Record) -> String {
        let standing = record.standing(among: signing)
        let label =
            standing == .confirmed && signing.count > 2 ? "confirmed by all" : standing.label
        return label + (record.isCorrected && standing != .withdrawn ? ", corrected" : "")
    }

    /// What it says, who says it, and what others say about it.
    func details(of record: Record) -> [StyledText] {
        var lines: [String] = []
        let said = (record.value?.members ?? []).filter { $0.key != "on" }.map { member in
            "\(member.key): \(Self.written(member.value))"
        }
        if !said.isEmpty { lines.append(said.joined(separator: "; ")) }
        for content in record.contents {
            let day = Moments.day(content.seconds)
            let who = "\(content.recorder.name) (\(content.recorder.party)), \(day)"
            lines.append(content.why.map { "\(who), corrects: \($0)" } ?? who)
            for verdict in content.verdicts.sorted(by: { $0.key < $1.key }).map(\.value) {
                let verb = verdict.isConfirmed ? "confirms it" : "disputes it"
                let reason = verdict.text.map { ": \($0)" } ?? ""
                lines.append(
                    "\(verdict.recorder.name) (\(verdict.recorder.party)), "
                        + "\(Moments.day(verdict.seconds)), \(verb)\(reason)")
            }
        }
        return lines.map { StyledText($0) }
    }

    private static func written(_ value: Value) -> String {
        switch value {
        case .scalar(let scalar): scalar.description
        case .list(let items): items.map { written($0.value) }.joined(separator: ", ")
        case .object(let members):
            members.map { "\($0.key) \(written($0.value))" }.joined(separator: " ")
        }
    }
}

/// Records for programs.
struct RecordsJSON: Encodable {
    struct Entry: Encodable {
        let about: String
        let answers: [Answer]
        let corrected: Bool
        let event: String
        let fields: ValueJSON?
        let id: String
        let kind: String
        let party: String
        let person: String
        let recorded: String
        let standing: String
        let version: Int
    }
    struct Answer: Encodable {
        let answer: String
        let id: String
        let party: String
        let person: String
        let recorded: String
        let text: String?
    }
    struct Problem: Encodable {
        let message: String
        let rule: String
        let `where`: String
    }

    let framework: String
    let ignored: [Problem]
    let records: [Entry]

    init(_ framework: String, _ records: [Record], signing: [String], findings: [Finding]) {
        self.framework = framework
        ignored = findings.map {
            Problem(message: $0.message, rule: $0.rule, where: $0.place)
        }
        self.records = records.map { record in
            Entry(
                about: record.id.subject, answers: record.contents.flatMap(Self.answers),
                corrected: record.isCorrected, event: record.event.name,
                fields: record.value.map { ValueJSON($0) }, id: record.id.description,
                kind: record.kind.name, party: record.party,
                person: record.contents[0].recorder.person,
                recorded: Moments.utc(record.contents[0].seconds),
                standing: record.standing(among: signing).rawValue, version: record.version)
        }
    }

    private static func answers(_ content: Record.Content) -> [Answer] {
        func answer(
            _ word: String, _ id: RecordID, _ recorder: Recorder, _ seconds: Int64, _ text: String?
        ) -> Answer {
            Answer(
                answer: word, id: id.description, party: recorder.party, person: recorder.person,
                recorded: Moments.utc(seconds), text: text)
        }
        let correction = content.why.map {
            answer("correction", content.id, content.recorder, content.seconds, $0)
        }
        return [correction].compactMap(\.self)
            + content.verdicts.sorted { $0.key < $1.key }.map(\.value).map {
                answer(
                    $0.isConfirmed ? "confirm" : "dispute", $0.id, $0.recorder, $0.seconds,
                    $0.text)
            }
    }
}
