internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Terms

/// `new`: starts a framework from a template or an example.
struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Start a framework from a template or a worked example.",
        discussion: """
            Writes the files into frameworks/<framework>/terms. On a terminal, it asks who the \
            parties are and then one question after the other, which you can leave and go on with \
            any time (entente questions --ask); or fill in the files yourself. Nothing is proposed \
            yet.

            Example: entente new northwind-contoso --party northwind="Northwind Ltd" \
            --party contoso="Contoso GmbH" --person ada="Ada Example" --person dora="Dora Muster"
            """)

    @Argument(help: "The name of the framework: lower-case letters, digits and hyphens.")
    var framework: String

    @Option(help: ArgumentHelp("The template to start from.", valueName: "name"))
    var template: String?

    @Option(help: ArgumentHelp("The worked example to start from.", valueName: "name"))
    var example: String?

    @Option(help: "What the agreement is called; the parties' names if left out.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "A party and its full name; give it twice, yours first.", valueName: "id=name"))
    var party: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who signs for each party, in the same order; the first is you if left out.",
            valueName: "id=name"))
    var person: [String] = []

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Fill in a term; as often as you like.", valueName: "path=value"))
    var assignments: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take the answers to the open questions from a file, one a line.", valueName: "file"))
    var answers: String?

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if template != nil, example != nil {
            throw ValidationError("Start from --template or from --example, not from both.")
        }
        if example != nil, !party.isEmpty || !person.isEmpty {
            throw ValidationError("--party and --person fill in a template, not an example.")
        }
    }

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        guard Identifier.isValid(framework) else {
            throw Problem(
                "bad-name", .unable,
                "`\(TextRules.visible(framework))` can't be the name of a framework",
                next: "Use lower-case letters, digits and hyphens, starting with a letter")
        }
        let history = try workspace.history()
        if try session.frameworks(in: workspace, history: history).contains(framework) {
            throw Problem(
                "framework-exists", .no, "there is a framework `\(framework)` already",
                at: TermsStore.path(of: framework), next: "Choose another name")
        }
        let library = try TemplateLibrary(environment: session.environment.variables)
        var files = try library.terms(
            of: example ?? template ?? "contract", kind: example == nil ? "template" : "example")
        var filled: [(path: String, value: String)] = [
            ("framework.uid", UUID().uuidString.lowercased())
        ]
        var title = title
        if example == nil {
            let names = try names(session: session, workspace: workspace)
            title = title ?? names.title
            files = files.map { ($0.path, names.replaceTokens(in: $0.text)) }
            filled += names.values
            filled += try await aboutPeople(names, session: session, workspace: workspace)
        }
        if let title { filled.append(("framework.title", title)) }
        let start = TermsFiles(
            files.map { file in
                let text = EditorFiles.withModeline(file.text, file: file.path)
                return TermsEntry(path: file.path, bytes: Array(text.utf8))
            })
        let terms = try session.edited(
            start, by: filled.map { "\($0.path)=\($0.value)" } + assignments, framework: framework)
        let source = try InterviewSession.Source(answers: answers)
        try write(terms, in: workspace)
        try report(terms, session: session)
        guard answers != nil || session.console.isInteractive && !options.json && !options.quiet
        else { return }
        try WorkingInterview(session: session, workspace: workspace, framework: framework)
            .run(terms, from: source)
    }

    /// Whether who takes part is asked for.
    private func isAsking(_ console: Console) -> Bool {
        console.isInteractive && party.isEmpty && person.isEmpty
    }

    /// The parties and people that were named, or are asked for on a terminal where none is.
    private func names(session: Session, workspace: Workspace) throws -> NewNames {
        guard isAsking(session.console) else {
            return try NewNames(parties: party, people: person)
        }
        return try NewNames.asked(
            console: session.console, me: try workspace.repository.configuration("user.name"))
    }

    /// What Git and the keys know about the people.
    private func aboutPeople(
        _ names: NewNames, session: Session, workspace: Workspace
    ) async throws -> [(path: String, value: String)] {
        let me = names.people[0]
        var values: [(path: String, value: String)] = []
        if me.name == nil, let name = try workspace.repository.configuration("user.name") {
            values.append(("parties.people.\(me.id).name", name))
        }
        if let email = try workspace.repository.configuration("user.email"), email.contains(".") {
            values.append(("parties.people.\(me.id).email", email))
        }
        let keys = NewKeys(
            console: session.console, keygen: SSHKeygen(session.environment),
            isAsking: isAsking(session.console))
        let mine = try await keys.mine(named: key.key, in: workspace)
        let theirs = keys.theirs(of: names.people[1])
        for (person, key) in zip(names.people, [mine, theirs]) {
            guard let key else { continue }
            values.append(("parties.people.\(person.id).keys", key))
        }
        return values
    }

    private func write(_ terms: TermsFiles, in workspace: Workspace) throws {
        try workspace.repository.withWorkspaceLock { _ in
            for (path, bytes) in terms.files {
                try workspace.repository.writeWorkingFile(
                    at: "\(TermsStore.path(of: framework))/\(path)", bytes: bytes)
            }
        }
    }

    private func report(_ terms: TermsFiles, session: Session) throws {
        let place = TermsStore.path(of: framework)
        let open = TermsDocument(terms).findings.filter { $0.severity == .error }
        if options.json {
            try session.console.print(
                json: Answer(
                    errors: open.count, files: terms.files.map { "\(place)/\($0.path)" },
                    framework: framework))
            return
        }
        session.console.print(
            "\(place) holds \(terms.files.count) files, ready to be "
                + (open.isEmpty ? "read and changed." : "filled in."))
        session.console.note(
            open.isEmpty
                ? "Next: entente propose founding --title \"...\" --why \"...\""
                : "Next: answer what is open in these files (entente check lists "
                    + "\(open.count == 1 ? "1 point" : "\(open.count) points")), then: entente propose founding --title \"...\" --why \"...\""
        )
    }

    private struct Answer: Encodable {
        let errors: Int
        let files: [String]
        let framework: String
    }
}
