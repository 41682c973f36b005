internal import Reports
internal import Terms

/// What `check` finds about one framework, for people: what stops them first, what is still open
/// last.
struct CheckReport {
    /// Findings that weigh the same, below one heading.
    private struct Group {
        let heading: StyledText
        let points: [CheckResult.Point]
    }

    private let result: CheckResult
    private let console: Console

    init(_ result: CheckResult, console: Console) {
        self.result = result
        self.console = console
    }

    func print() {
        console.print(console.style.bold("\(result.framework), \(result.state)"))
        for group in groups where !group.points.isEmpty {
            console.print("")
            console.print(line: group.heading, indent: 0, hanging: 2)
            for point in group.points { print(point) }
        }
        console.print("")
        if !result.completeness.isEmpty {
            for line in completeness.lines(style: console.style) { console.print(line) }
            console.print("")
        }
        let marks = result.marks
        if !marks.isEmpty {
            console.print(
                console.style.wrap(
                    "Nobody has decided yet at \(marks.joined(separator: ", ")); files with such "
                        + "marks are not counted. Next: entente resolve settles them.", indent: 0))
            console.print("")
        }
        console.print(
            result.errors > 0
                ? console.style.red("Nobody can sign this text yet.")
                : console.style.green("Nothing keeps this text from being signed."))
    }

    // MARK: Findings

    private var groups: [Group] {
        func points(_ severity: Finding.Severity) -> [CheckResult.Point] {
            result.findings.filter { $0.severity == severity.rawValue && !$0.waived }
        }
        func heading(
            _ count: String, _ color: TextAttributes, _ rest: String
        ) -> StyledText {
            StyledText(count, color).with(.bold) + StyledText(": \(rest)")
        }
        return [
            Group(
                heading: heading(
                    Self.count(result.errors, "error"), .red,
                    "to be mended before anybody signs"),
                points: points(.error)),
            Group(
                heading: heading(
                    Self.count(result.warnings, "warning"), .yellow, "worth a second look"),
                points: points(.warning)),
            Group(
                heading: heading(
                    Self.count(result.fairness, "fairness finding"), .yellow,
                    "one side may carry more than the other; talk about it"),
                points: points(.fairness)),
            Group(
                heading: heading(
                    "\(result.waived) waived", .dim, "accepted in the terms, with a reason"),
                points: result.findings.filter(\.waived)),
        ]
    }

    private func print(_ point: CheckResult.Point) {
        let place = [point.file, point.line.map(String.init), point.column.map(String.init)]
            .compactMap { $0 }.joined(separator: ":")
        let isError = point.severity == Finding.Severity.error.rawValue
        let line =
            StyledText("\(place): ")
            + (point.waived
                ? StyledText("waived", .dim)
                : StyledText(point.severity, isError ? .red : .yellow))
            + StyledText(": \(point.message) ") + StyledText("[\(point.rule)]", .dim)
        console.print(line: line, indent: 2, hanging: 6)
        if !point.figures.isEmpty {
            print("Figures", point.figures.map { "\($0.name) \($0.value)" }.joined(separator: ", "))
        }
        if let waiver = point.waiver { return print("Accepted", waiver) }
        if let reason = point.reason { print("Why", reason) }
        if let next = point.next { print(point.reason == nil ? nil : "Try", next) }
    }

    private func print(_ label: String?, _ text: String) {
        let label = label.map { StyledText("\($0): ", .dim) } ?? ""
        console.print(line: label + StyledText(text), indent: 4, hanging: 6)
    }

    private static func count(_ number: Int, _ what: String) -> String {
        "\(number) \(what)\(number == 1 ? "" : "s")"
    }

    // MARK: What is open

    private var completeness: TextTable {
        let asksPartners = result.completeness.contains { !$0.asked.isEmpty }
        return TextTable(
            rows: result.completeness.map { section in
                let asked = section.asked.map { question in
                    question.path.split(separator: ".").dropFirst().joined(separator: ".")
                        + " (\(question.party))"
                }
                return [
                    StyledText(section.section),
                    StyledText("\(section.answered) of \(section.wanted)"),
                    StyledText(section.open.joined(separator: ", ")),
                    StyledText(asked.joined(separator: ", ")),
                ].dropLast(asksPartners ? 0 : 1)
            },
            header: Array(
                ["Section", "Answered", "Open", "Asked of a partner"].dropLast(
                    asksPartners ? 0 : 1)))
    }
}
