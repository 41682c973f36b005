internal import Agreement
internal import ArgumentParser
internal import Reports
internal import Terms

/// `questions`: what is still open, and the interview about it.
struct Questions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "List the open questions in the order worth asking them, or ask them.",
        discussion: """
            With --ask, one question at a time: Enter or later leaves it open, back goes to the \
            one before, ? says more, ask leaves it to your partner, and stop ends. Every answer is \
            written at once, so that you can go on any time. A file of answers has one answer a \
            line, in the order in which they are asked; lines that start with # are skipped.

            Examples: entente questions
                      entente questions --ask
                      entente questions --answers answers.txt
            """)

    @Argument(help: "The framework; needed only where the workspace has several.")
    var framework: String?

    @Flag(help: "Ask, and write the answers into the files.")
    var ask = false

    @Option(help: ArgumentHelp("Take the answers from a file instead.", valueName: "file"))
    var answers: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.history()
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
        guard let files = try workspace.workingTerms(of: name) else {
            throw Problem(
                "no-working-files", .unable, "there are no working files of \(name)",
                at: TermsStore.path(of: name), next: "entente new \(name) starts them")
        }
        guard ask || answers != nil else { return try list(files, session: session) }
        guard answers != nil || session.console.isInteractive else {
            throw Problem(
                "no-terminal", .unable, "there is nobody to ask",
                next: "Give the answers with --answers FILE")
        }
        try WorkingInterview(session: session, workspace: workspace, framework: name)
            .run(files, from: InterviewSession.Source(answers: answers))
    }

    private func list(_ files: TermsFiles, session: Session) throws {
        let console = session.console
        let open = OpenQuestions(in: files).all
        if options.json {
            return try console.print(json: open.map(Answer.init))
        }
        guard !open.isEmpty else { return console.print("Nothing is open.") }
        var section: SectionName?
        var asked: Set<String> = []
        for question in open {
            if let next = question.section, next != section {
                console.print((section == nil ? "" : "\n") + console.style.bold(next.title))
                section = next
            }
            // Of a group that has nothing yet, the first one asks for all of it.
            let wordings = [question.subject, question.groups.last ?? question.field]
            let wording = wordings.map(\.question).first { asked.insert($0).inserted }
            for line in console.style.paragraph(
                StyledText("\(wording ?? question.field.question)  ")
                    + StyledText("\(question.path)", .dim),
                first: "• ", indent: 2)
            {
                console.print(line)
            }
        }
        let verb = open.count == 1 ? "question is" : "questions are"
        console.note("\n\(open.count) \(verb) open. Next: entente questions --ask")
    }

    private struct Answer: Encodable {
        let path: String
        let label: String
        let question: String
        let why: String?
        let example: String?

        init(_ question: Question) {
            path = question.path.description
            label = question.subject.label
            self.question = question.subject.question
            why = question.subject.why
            example = question.subject.example
        }
    }
}
