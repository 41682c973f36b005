internal import Agreement
internal import ArgumentParser
internal import Reports
internal import Terms

/// `why`: the life of one term.
struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say how a term came to be what it is: who changed it, when and why.",
        discussion: """
            Each version that changed it, newest first: from what to what, by which proposal, who \
            proposed it and why, what was said about it, and who signed. Open proposals that would \
            change it come before. Who proposed something is what Git's commits say, which nobody \
            signs; who signed is proven.

            Examples: entente why framework.term.notice
                      entente why northwind-contoso commercials.streams.subscription
                      entente why clauses/branding
            """)

    @Argument(help: ArgumentHelp("The framework, and the term.", valueName: "framework|path"))
    var words: [String] = []

    @Option(help: "text, markdown or json.")
    var format: Format = .text

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

    func run() async throws {
        guard let word = words.last, words.count <= 2,
            words.count == 1 || framework.framework == nil
        else {
            throw Problem(
                "usage", .unable, "why takes one term, with its framework in front where needed",
                next: "entente why framework.term.notice")
        }
        guard let path = TermPath(word) else {
            throw Problem(
                "bad-path", .unable, "`\(TextRules.visible(word))` is not the path of a term",
                next: "Write it like commercials.pipeline.target, or clauses/branding")
        }
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework.framework ?? (words.count == 2 ? words[0] : nil), in: workspace,
            history: history)
        let entries = try TermLife(workspace: workspace, history: history, framework: name)
            .entries(of: path)
        guard !entries.isEmpty else { throw try unknown(path, in: history.frameworks[name]) }
        let report = TermLifeReport(path.description, of: name, entries)
        let text =
            switch options.json ? .json : format {
            case .text: report.text(style: session.console.style)
            case .markdown: report.markdown()
            case .json: try report.json()
            }
        try OutputFile.write(text, to: nil, console: session.console)
    }

    private func unknown(_ path: TermPath, in framework: FrameworkHistory?) throws -> Problem {
        let document = try framework.map { TermsDocument(try $0.terms.files) }
        let paths =
            (document?.sections.values.flatMap(\.positions.keys).map(\.description) ?? [])
            + (document?.clauses.keys.map { "clauses/\($0)" } ?? [])
        let nearest = Suggestion.nearest(to: path.description, in: paths.sorted())
        return Problem(
            "no-such-term", .no,
            "nobody has agreed or proposed anything at `\(TextRules.visible(path.description))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: nearest.map { "entente why \($0)" }
                ?? "entente schema lists the terms that there are"
        )
    }
}
