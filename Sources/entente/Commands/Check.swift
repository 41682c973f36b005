internal import Agreement
internal import ArgumentParser
internal import Git
internal import Reports
internal import Terms

/// `check`: what is wrong, and what is still open.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the terms: errors, warnings, and what is still open.",
        discussion: """
            Exit code 0 where nothing keeps the text from being signed, 1 where something does.

            Example: entente check northwind-contoso
            """)

    @Argument(help: "The framework; all of them if left out.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Check this state instead of the working files: v3, a proposal, in-force.",
            valueName: "state"))
    var at: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        var names: [String]
        if let framework {
            names = [
                try session.framework(framework, in: workspace, history: history)
            ]
        } else if at != nil {
            names = [try session.framework(nil, in: workspace, history: history)]
        } else {
            names = try workspace.workingFrameworks()
            if names.isEmpty {
                names = [try session.framework(nil, in: workspace, history: history)]
            }
        }
        let fallback = workspace.repository.isBare ? "in-force" : "working"
        var results: [Result] = []
        for name in names {
            let state = try workspace.state(at ?? fallback, of: name, history: history)
            guard let files = state.files else {
                throw Problem(
                    "nothing-to-check", .unable, "\(state.emptiness(of: name))",
                    next: "Name a state with --at: v1, in-force, or a proposal")
            }
            results.append(Result(name, state: state.label, files: files))
        }
        if options.json {
            try session.console.print(json: results)
        } else {
            for result in results { result.print(to: session.console) }
        }
        if results.contains(where: { $0.errors > 0 }) { throw Verdict.no }
    }

    /// The findings about one framework.
    struct Result: Encodable {
        struct Point: Encodable {
            let column: Int?
            let file: String
            let line: Int?
            let message: String
            let next: String?
            let path: String?
            let rule: String
            let severity: String
        }
        struct Answered: Encodable {
            let answered: Int
            let open: [String]
            let section: String
        }

        let completeness: [Answered]
        let digest: String
        let errors: Int
        let findings: [Point]
        let framework: String
        let state: String
        let warnings: Int

        init(_ framework: String, state: String, files: TermsFiles) {
            let document = TermsDocument(files)
            let all = document.signingFindings
            self.framework = framework
            self.state = state
            digest = files.digest.description
            errors = all.filter { $0.severity == .error }.count
            warnings = all.count - errors
            findings = all.map { finding in
                Point(
                    column: finding.position?.column, file: finding.file,
                    line: finding.position?.line, message: finding.message, next: finding.next,
                    path: finding.path?.description, rule: finding.rule,
                    severity: finding.severity.rawValue)
            }
            completeness = Completeness(document).sections.map {
                Answered(
                    answered: $0.answered, open: $0.open.map(\.name), section: $0.name.rawValue)
            }
        }

        func print(to console: Console) {
            let style = console.style
            console.print(style.bold("\(framework), \(state)"))
            // What stops people comes first.
            let errors = findings.filter { $0.severity == "error" }
            for point in errors + findings.filter({ $0.severity != "error" }) {
                let place = [
                    point.file, point.line.map(String.init), point.column.map(String.init),
                ]
                .compactMap { $0 }.joined(separator: ":")
                let isError = point.severity == "error"
                let line =
                    StyledText("\(place): ")
                    + StyledText(point.severity, isError ? .red : .yellow)
                    + StyledText(": \(point.message)")
                console.print(line: line, indent: 2, hanging: 6)
                if let next = point.next {
                    console.print(line: StyledText(next), indent: 4, hanging: 4)
                }
            }
            for section in completeness {
                let total = section.answered + section.open.count
                var line = "\(section.section): \(section.answered) of \(total) answered"
                if !section.open.isEmpty {
                    line += "; open: \(section.open.joined(separator: ", "))"
                }
                console.print(style.wrap(line, indent: 2, hanging: 4))
            }
            console.print("  " + verdict(style.green, style.red))
        }

        private func verdict(
            _ good: (String) -> String, _ bad: (String) -> String
        ) -> String {
            guard errors > 0 else { return good("Nothing keeps this text from being signed.") }
            return bad(
                "\(errors) error\(errors == 1 ? "" : "s") to be mended before anybody signs.")
        }
    }
}
