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
        discussion: """
            One line for each version, newest first; with --long, why it was proposed and by whom \
            as well. entente why says the same of one term.

            Example: entente log northwind-contoso
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Flag(help: "Also the title, the reason, and who proposed it.")
    var long = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
        let versions = try history.frameworks[name]?.versions() ?? []
        if options.json {
            try session.console.print(json: versions.map(VersionJSON.init))
            return
        }
        if versions.isEmpty { session.console.print("Nothing of \(name) is agreed yet.") }
        func document(_ version: Version) throws -> TermsDocument {
            TermsDocument(try workspace.store.terms(version.tree).files)
        }
        for (index, version) in versions.enumerated().reversed() {
            let comparison =
                index == 0
                ? nil
                : Comparison(from: try document(versions[index - 1]), to: try document(version))
            if long {
                print(version, comparison, to: session.console)
            } else {
                session.console.print(line: line(version, comparison), indent: 0, hanging: 4)
            }
        }
    }

    /// `v2  2027-02-01  lower-fee  1 term changed; 1 amount. Signed by Ada Example, Dora Example`.
    private func line(_ version: Version, _ comparison: Comparison?) -> StyledText {
        var signers: [String] = []
        for signature in version.signatures where !signers.contains(signature.name) {
            signers.append(signature.name)
        }
        let summary = comparison?.summary.replacing(". Nothing else changed.", with: ".")
        let day = Moments.day(version.seconds)
        return StyledText("v\(version.number)", .bold)
            + StyledText(
                "  \(day)  \(version.origin?.slug ?? "?")  \(summary ?? "The founding.") "
                    + "Signed by \(signers.joined(separator: ", "))")
    }

    private func print(_ version: Version, _ comparison: Comparison?, to console: Console) {
        let style = console.style
        let origin = version.origin
        console.print(
            style.bold("v\(version.number)") + "  \(Moments.day(version.seconds))  "
                + TextRules.visible(origin?.title ?? "") + "  (\(origin?.slug ?? "?"))")
        if let why = origin?.why, !why.isEmpty {
            console.print(style.wrap(TextRules.visible(why), indent: 4))
        }
        console.print(style.wrap(comparison?.summary ?? "The founding.", indent: 4))
        let signers = version.signatures.map { "\($0.name) (\($0.party))" }
        console.print(
            style.wrap(
                TextRules.visible(
                    "Proposed by \(origin?.proposer.name ?? "somebody"), signed by "
                        + signers.joined(separator: ", ")), indent: 4))
    }
}
