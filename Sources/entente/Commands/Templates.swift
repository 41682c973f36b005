internal import Agreement
internal import ArgumentParser
internal import Reports

/// `templates`: what one can start from.
struct Templates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List templates and worked examples, and what each is for.",
        discussion: "Example: entente templates")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let entries = try TemplateLibrary(environment: session.environment.variables).entries()
        if options.json {
            try session.console.print(json: entries)
            return
        }
        let style = session.console.style
        for entry in entries {
            session.console.print("\(style.bold(entry.name)) (\(entry.kind))")
            session.console.print(style.wrap(entry.summary, indent: 2))
            let flag = entry.kind == "template" ? "--template" : "--example"
            session.console.print("  entente new <framework> \(flag) \(entry.name)\n")
        }
    }
}
