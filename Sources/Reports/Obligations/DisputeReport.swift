public import Records
public import Terms

/// A dispute on the agreed ladder, for people and for programs: which step it is at, who has to do
/// what by when, and what comes next.
public struct DisputeReport: Sendable {
    let ladder: DisputeLadder
    let today: CalendarDate
    let names: Names

    /// Takes a dispute, the day that counts as today, and how parties and people are called.
    public init(_ ladder: DisputeLadder, today: CalendarDate, names: Names) {
        self.ladder = ladder
        self.today = today
        self.names = names
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    private var blocks: [Block] {
        let raised = ladder.opening.value
        let others = (raised?["with"]?.items ?? []).compactMap(\.value.text).map(names.party)
        let recorder = ladder.opening.contents[0].recorder
        return [
            .heading(level: 1, StyledText("Dispute \(ladder.name)")),
            .grid([
                .init("About", line: StyledText(raised?["term"]?.text ?? "")),
                .init(
                    "Raised",
                    line: StyledText(
                        "\(ladder.opening.day?.description ?? ""), by \(recorder.name) for "
                            + "\(names.party(recorder.party)), with "
                            + others.joined(separator: ", "))),
                .init("What", line: StyledText(raised?["what"]?.text ?? "")),
                .init("Now", line: StyledText(now, .bold)),
            ]),
            .table(
                TextTable(
                    rows: ladder.steps.enumerated().map(row),
                    header: ["Step", "What", "Who", "Where it stands"])),
            .paragraph(StyledText("Next: \(next)")),
        ]
    }

    private func row(_ place: Int, _ step: DisputeLadder.Step) -> [StyledText] {
        let isNow = place == ladder.current
        return [
            StyledText("\(isNow ? ">" : " ") \(step.id)", isNow ? .bold : []),
            StyledText(step.kind), StyledText(who(step)), StyledText(standing(step, isNow: isNow)),
        ]
    }

    private func who(_ step: DisputeLadder.Step) -> String {
        step.who.map { names.knowsPerson($0) ? names.person($0) : names.party($0) }
            .joined(separator: ", ")
    }

    private func standing(_ step: DisputeLadder.Step, isNow: Bool) -> String {
        let time = step.within.map { ", within \($0)" } ?? ""
        switch step.state {
        case .ended(let day, let isSettled):
            return "ended on \(day), \(isSettled ? "settled" : "without a result")"
        case .skipped(let day): return "left out by all sides, \(day)"
        case .skipProposed(let day):
            return "one side wants to leave it out since \(day); the others have not confirmed that"
        case .running(let since): return "since \(since)\(until(step))"
        case .ahead: return isNow ? "has to begin\(until(step))" : "ahead\(time)"
        }
    }

    private func until(_ step: DisputeLadder.Step) -> String {
        step.due.map { $0 < today ? "; its time was up on \($0)" : ", until \($0)" } ?? ""
    }

    /// Where it is, in one line.
    public var now: String {
        if let end = ladder.end { return "resolved on \(end.day): \(end.how)" }
        guard let step = ladder.currentStep else {
            return "no step of the ladder is left, and nothing is on record as resolved"
        }
        let who = who(step)
        return "\(step.kind) (\(step.id))" + (who.isEmpty ? "" : ": \(who)") + until(step)
    }

    /// What somebody does next: a command.
    var next: String {
        func record(_ event: String, _ fields: String = "") -> String {
            "entente record disputes \(event) \(ladder.name)\(fields)"
        }
        guard ladder.end == nil else { return "nothing, it is over" }
        guard let step = ladder.currentStep else { return record("resolved", " --set how=...") }
        if let settled = ladder.settled {
            return record("resolved", " --set how=...") + ", as \(settled.id) has settled it"
        }
        switch step.state {
        case .running:
            let isLate = step.due.map { $0 < today } ?? false
            let after = ladder.ahead.first
            if isLate, let after { return record("step-started", " --set step=\(after.id)") }
            return record("step-ended", " --set step=\(step.id) --set outcome=settled")
                + " or no-result"
        default: return record("step-started", " --set step=\(step.id)")
        }
    }
}

extension DisputeLadder.Step {
    /// A word for programs.
    fileprivate var word: String {
        switch state {
        case .ahead: "ahead"
        case .running: "running"
        case .ended(_, let isSettled): isSettled ? "settled" : "no-result"
        case .skipProposed: "skip-proposed"
        case .skipped: "skipped"
        }
    }
}

/// A dispute for programs. The fields are part of the contract of `--json`.
public struct DisputeJSON: Encodable, Sendable {
    struct Step: Encodable {
        let due: String?
        let id: String
        let kind: String
        let state: String
        let term: String
        let who: [String]
    }

    let current: String?
    let dispute: String
    let next: String
    let record: String
    let resolved: String?
    let steps: [Step]

    /// Takes what the report shows.
    public init(_ report: DisputeReport) {
        let ladder = report.ladder
        current = ladder.currentStep?.id
        dispute = ladder.name
        next = report.next
        record = ladder.opening.id.description
        resolved = ladder.end?.day.description
        steps = ladder.steps.map {
            Step(
                due: $0.due?.description, id: $0.id, kind: $0.kind, state: $0.word,
                term: $0.path.description, who: $0.who)
        }
    }
}
