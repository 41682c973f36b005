internal import Agreement
internal import ArgumentParser
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// `log`: the versions of a framework.
struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List the versions: when, what changed, who signed, which proposal.",
        discussion: "Example: entente log northwind-contoso")

    @Argument(help: "The framework.")
    var framework: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(framework, in: workspace, history: history)
        let versions = try history.frameworks[name]?.versions() ?? []
        if options.json {
            try session.console.print(json: versions.map(VersionJSON.init))
            return
        }
        if versions.isEmpty { session.console.print("Nothing of \(name) is agreed yet.") }
        let style = session.console.style
        func terms(_ version: Version) throws -> TermsFiles {
            try workspace.store.terms(version.tree).files
        }
        for (index, version) in versions.enumerated().reversed() {
            let origin = version.origin
            session.console.print(
                style.bold("v\(version.number)") + "  \(Moments.day(version.seconds))  "
                    + TextRules.visible(origin?.title ?? "") + "  (\(origin?.slug ?? "?"))")
            if let why = origin?.why, !why.isEmpty {
                session.console.print(style.wrap(TextRules.visible(why), indent: 4))
            }
            if index > 0 {
                let comparison = Comparison(
                    from: TermsDocument(try terms(versions[index - 1])),
                    to: TermsDocument(try terms(version)))
                session.console.print(style.wrap(comparison.summary, indent: 4))
            } else {
                session.console.print("    The founding.")
            }
            let signers = version.signatures.map { "\($0.name) (\($0.party))" }
            session.console.print(
                style.wrap(
                    TextRules.visible(
                        "Proposed by \(origin?.proposer.name ?? "somebody"), signed by "
                            + signers.joined(separator: ", ")), indent: 4))
        }
    }
}
