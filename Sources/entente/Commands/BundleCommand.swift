internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Reports
internal import Terms

/// `bundle`: everything in one file to mail.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Write one file to mail to a partner: everything that is shared.",
        discussion: """
            The file is a ZIP archive, which every system opens: read-me.html says what is in it, \
            and history.bundle is a Git bundle of the agreed history and all proposals. Your \
            partner runs entente sync with it, which checks it as it checks any other place.

            Example: entente bundle for-contoso.zip
            """)

    @Argument(help: "The file to write.")
    var file: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        try BundleFile.refuseOverwriting(file)
        let references = try workspace.mailedReferences()
        let bundle = try workspace.repository.bundle(of: references)
        let name = URL(fileURLWithPath: file).lastPathComponent
        let argument = ShellWord.argument(name)
        let page = LetterPage(
            try frameworks(of: workspace, history: workspace.history()),
            file: argument,
            by: try? session.environment.identity("COMMITTER", in: workspace.repository).name)
        let members = [
            ZipArchive.Member(BundleFile.page, Array(page.html().utf8)),
            ZipArchive.Member(BundleFile.bundle, bundle),
        ]
        let bytes = try BundleFile.archive(of: members, at: file)
        // Whoever is given it may rely on it from now on, even if this is interrupted here.
        do {
            try workspace.rememberMailed(references)
        } catch let error as GitError where error.isOfSystem {
            session.console.detail("That it is mailed is not remembered here: \(error)")
        }
        try OutputFile.write(Data(bytes), to: file, console: session.console)
        if options.json {
            try session.console.print(
                json: Answer(
                    bytes: bytes.count, file: file, proposals: references.count - 1))
        } else {
            session.console.note(
                "Next: mail it; your partner runs entente sync \(argument)")
        }
    }

    private func frameworks(
        of workspace: Workspace, history: History
    ) throws -> [LetterPage.Framework] {
        let proposals = try workspace.proposals(history: history).read
        let names = Set(history.frameworks.keys).union(proposals.map(\.framework)).sorted()
        return try names.map { name in
            let known = history.frameworks[name]
            let mine = proposals.filter { $0.framework == name && $0.isOpen }
            let title =
                try known.flatMap { TermsDocument(try $0.terms.files).title }
                ?? mine.first?.candidate.proposed.title ?? name
            return LetterPage.Framework(
                title: title, name: name, fingerprint: known?.founding.description,
                inForce: known.map { "Version " + VersionText($0.inForce).line }
                    ?? "Nothing is agreed yet",
                digest: known?.inForce.digest.description,
                proposals: mine.map { proposal in
                    let lines = ProposalText(proposal: proposal).lines
                    return LetterPage.Proposal(
                        slug: proposal.slug, title: lines.title, standing: lines.styled)
                })
        }
    }

    private struct Answer: Encodable {
        let bytes: Int
        let file: String
        let proposals: Int
    }
}
