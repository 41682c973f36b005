internal import Reports
internal import Terms

/// How a question of an interview reads on a terminal.
struct InterviewText {
    let question: Question
    /// The question before it, so that headings are said once.
    let after: Question?
    let style: TerminalStyle

    /// Headings that are new, the question, why it is asked, the choices and what is common.
    var whole: String {
        var lines: [String] = []
        if question.section != after?.section, let section = question.section {
            lines += [
                "",
                style.render(StyledText(section.title, [.bold, .underline]) + position(section)),
                section.summary,
            ]
        }
        let known = Set((after?.groups ?? []).map(\.name))
        for group in question.groups where !known.contains(group.name) {
            lines += ["", style.render(StyledText(group.label, .bold))]
            lines.append(
                wrapped([group.question, group.why].compactMap { $0 }.joined(separator: " ")))
        }
        lines += ["", wrapped(asked)]
        if let why = question.field.why, question.kind != .details, !question.continuesList {
            lines.append(wrapped(why))
        }
        lines += choices
        if let common, !question.continuesList { lines.append(wrapped(common)) }
        return lines.joined(separator: "\n")
    }

    /// How far the interview is: " · 2 of 6".
    private func position(_ section: SectionName) -> StyledText {
        let number = SectionName.allCases.firstIndex(of: section).map { $0 + 1 } ?? 0
        return StyledText(" · \(number) of \(SectionName.allCases.count)")
    }

    /// Where the answer goes, and an example.
    var more: String {
        let field = question.field
        return [
            "It is written to \(question.path).",
            field.example.map { "Example: \($0)" },
            field.presence == .required ? "It has to be answered before anybody can sign." : nil,
        ].compactMap { $0 }.map(wrapped).joined(separator: "\n")
    }

    private var asked: String {
        switch question.kind {
        case .details:
            return "Say more about \(question.path.last)? [y/N]"
        case .item(let isFirst), .entry(let isFirst):
            if isFirst { return question.field.question + owner }
            return "The next one: \(question.field.question) (Enter if there are no more)"
        case .value:
            return question.field.question + owner
        }
    }

    /// Whom or what the question is about, where that is not clear from the question.
    private var owner: String {
        guard question.kind == .value, let parent = question.path.parent,
            parent.components.count > 2
        else { return "" }
        return " (\(parent.last))"
    }

    private var choices: [String] {
        let offered = question.sharers.isEmpty ? question.choices : question.sharers
        return offered.enumerated().map { index, choice in
            let label = choice.label == choice.value ? "" : "  \(TextRules.visible(choice.label))"
            return "  \(index + 1)  \(choice.value)\(label)"
        }
    }

    private var common: String? {
        let field = question.field
        var parts: [String] = []
        if let commonly = field.commonly { parts.append("Commonly seen: \(commonly).") }
        if let example = field.example, question.choices.isEmpty {
            parts.append("Example: \(example)")
        }
        if !question.sharers.isEmpty { parts.append("In this order, like 60/40.") }
        if question.takesSeveral { parts.append("Say several with commas, or all.") }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func wrapped(_ text: String) -> String {
        style.paragraph(StyledText(text)).joined(separator: "\n")
    }
}
