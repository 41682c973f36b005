internal import Agreement
internal import ArgumentParser
internal import Git
internal import Terms

/// `set`: changes one value in the working files.
struct SetTerm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change one value in the working files, and keep every other byte.",
        discussion: """
            The path starts with a section; items are named by their id. Lists and fields are \
            written in one line, like [ada, ben] or {northwind: 55%, contoso: 45%}.

            Example: entente set commercials.pipeline.target "EUR 600,000"
            """)

    @Argument(help: "The term, like commercials.streams.platform.term")
    var path: String

    @Argument(help: "Its new value.")
    var value: String

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.history()
        let name = try session.framework(framework.framework, in: workspace, history: history)
        let change = try Assignment(path: path, value: value, framework: name)
        let place = "\(TermsStore.path(of: name))/\(change.file)"
        let (before, after) = try workspace.repository.withWorkspaceLock { _ in
            let old = try workspace.repository.workingFile(at: place)
            if let old, old.kind != .file(executable: false) {
                throw Problem(
                    "not-a-plain-file", .no, "terms are plain files, and this is none", at: place,
                    next: "Replace it with a plain file")
            }
            if let mark = ConflictMarks.findings(in: old?.bytes ?? [], file: change.file).first {
                throw Problem(
                    "undecided", .no, "nobody has decided yet what holds here", at: mark.place,
                    next: "entente resolve settles it, then entente set")
            }
            let new = try change.apply(to: old?.bytes)
            try workspace.repository.writeWorkingFile(at: place, bytes: new)
            return (old?.bytes ?? [], new)
        }
        let file = change.file
        func said(_ bytes: [UInt8]) -> String? {
            SectionName(file: file).flatMap {
                Section($0, bytes: bytes).value?[path: change.path.inner]
            }.map(Self.shown)
        }
        if options.json {
            try session.console.print(
                json: Answer(
                    file: place, framework: name, new: said(after), old: said(before), path: path))
            return
        }
        let old = said(before).map { "was \($0)" } ?? "was open"
        session.console.print(
            TextRules.visible("\(path): \(said(after) ?? value) (\(old)), in \(place)"))
        session.console.note(try EditAdvice.line(for: name, in: workspace, history: history))
    }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .scalar(let scalar): scalar.description
        case .list(let items): "[" + items.map { shown($0.value) }.joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private struct Answer: Encodable {
        let file: String
        let framework: String
        let new: String?
        let old: String?
        let path: String
    }
}
