internal import Agreement
internal import Foundation
internal import Reports
internal import Terms

/// Puts the questions of an interview to a person or to a file of answers.
struct InterviewSession {
    /// Where answers come from.
    enum Source {
        /// A person on a terminal, who can go back, ask and stop.
        case terminal
        /// Lines, one for each question in the order in which it is asked.
        case lines([String], file: String)

        /// A file of answers where one is named, else a person.
        ///
        /// - Throws: `Problem` where the file can't be read.
        init(answers file: String?) throws {
            guard let file else {
                self = .terminal
                return
            }
            guard let data = FileManager.default.contents(atPath: file),
                let text = String(validating: data, as: UTF8.self)
            else {
                throw Problem(
                    "no-answers", .unable, "the answers can't be read as UTF-8 text", at: file,
                    next: "Give a file with one answer a line, in the order of entente questions")
            }
            var lines = text.components(separatedBy: "\n")
            if lines.last == "" { lines.removeLast() }
            self = .lines(lines, file: file)
        }
    }

    let console: Console
    /// Called with the terms after every answer that a person gives, and once at the end of a file.
    let save: (TermsFiles) throws -> Void

    /// The words that are no answers.
    private enum Word: String {
        case back, later, ask, stop
        case help = "?"
    }

    private static let guide = """
        Enter or later leaves a question open, back goes to the one before, ? says more, ask leaves \
        it to your partner, and stop ends for today: entente questions --ask goes on from here.
        """

    /// Asks until nothing is open or somebody stops, and returns the interview.
    ///
    /// - Throws: `Problem` where a line of a file is no answer, and nothing was saved.
    func run(_ interview: Interview, from source: Source) throws -> Interview {
        switch source {
        case .terminal: try ask(interview)
        case .lines(let lines, let file): try read(lines, of: file, interview)
        }
    }

    // MARK: A file

    private func read(
        _ lines: [String], of file: String, _ start: Interview
    ) throws -> Interview {
        var interview = start
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("#") { continue }
            guard let question = interview.question else {
                guard line.allSatisfy(\.isWhitespace) else {
                    throw Problem(
                        "too-many-answers", .no, "nothing is asked any more",
                        at: "\(file):\(index + 1)", next: "Remove this line and those after it")
                }
                continue
            }
            do {
                try take(line, &interview)
            } catch {
                throw Problem(
                    "bad-answer", .no, "\(question.field.question) \(error.message)",
                    at: "\(file):\(index + 1)",
                    next: error.next ?? "It is the answer for \(question.path)")
            }
        }
        try save(interview.files)
        return interview
    }

    // MARK: A person

    private func ask(_ start: Interview) throws -> Interview {
        var interview = start
        var before: [Interview] = []
        var shown: Question?
        var isNew = true
        console.note(console.style.paragraph(StyledText(Self.guide)).joined(separator: "\n"))
        while let question = interview.question {
            let text = InterviewText(question: question, after: shown, style: console.style)
            if isNew { console.note(text.whole) }
            isNew = true
            // A question about more details lies outside of its group, which goes on after it.
            if question.kind != .details { shown = question }
            guard let words = console.answer() else { break }
            let word = Word(rawValue: words.split(separator: " ").first.map(String.init) ?? "")
            switch word {
            case .stop: return interview
            case .help:
                console.note(text.more)
                isNew = false
            case .back:
                if let last = before.popLast() {
                    interview = last
                    try save(interview.files)
                } else {
                    console.note("This is the first one.")
                }
            default:
                let old = interview
                do {
                    try take(words, &interview)
                    before.append(old)
                    try save(interview.files)
                } catch let refusal as Interview.Refusal {
                    console.note(
                        "  " + TextRules.visible(Self.message(refusal, for: question)) + "."
                            + (refusal.next.map { " \($0)." } ?? ""))
                    isNew = false
                }
            }
        }
        return interview
    }

    /// What is wrong with an answer, without the path, which nobody was asked for.
    private static func message(
        _ refusal: Interview.Refusal, for question: Question
    ) -> String {
        let path = "`\(question.path)`: "
        guard refusal.message.hasPrefix(path) else { return refusal.message }
        return String(refusal.message.dropFirst(path.count))
    }

    private func take(
        _ words: String, _ interview: inout Interview
    ) throws(Interview.Refusal) {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        switch parts.first.flatMap(Word.init) {
        case .later: interview.leave()
        case .ask where parts.count == 1 || !parts[1].contains(" "):
            try interview.ask(parts.count > 1 ? parts[1] : nil)
        default:
            if words.allSatisfy(\.isWhitespace) {
                interview.leave()
            } else {
                try interview.answer(words)
            }
        }
    }
}
