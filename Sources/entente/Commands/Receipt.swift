internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Reports
internal import Terms

/// `receipt`: one file that proves one version.
struct Receipt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Write one file that proves a version to whoever knows the fingerprint.",
        discussion: """
            The file is a ZIP archive with the agreement as a page, and for each version up to \
            this one the terms, the sign-offs and the keys, and the history as a Git bundle. \
            entente verify --receipt checks it, and docs/receipts.md says how to check it with \
            git, ssh-keygen and sha256sum alone.

            It holds the whole shared history up to that version, so also other frameworks and \
            records of the same workspace.

            Example: entente receipt v3 notary.zip
            """)

    @Argument(help: "The version, like v3, or in-force.")
    var version: String

    @Argument(help: "The file to write; <framework>-v<N>-receipt.zip if left out.")
    var file: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.soundHistory()
        let name = try session.framework(framework.framework, in: workspace, history: history)
        guard let known = history.frameworks[name] else {
            throw Problem(
                "nothing-agreed", .no, "nothing of \(name) is agreed yet, so nothing can be proved",
                next: "entente status")
        }
        let digits = version.hasPrefix("v") ? version.dropFirst() : version[...]
        let asked = version == "in-force" ? known.inForce.number : Int(digits)
        guard let number = asked, let found = try known.versions(.number(number)).first else {
            throw Problem(
                "no-such-version", .unable,
                "\(name) has no version \(TextRules.visible(version))",
                next: "The versions are v1 to v\(known.inForce.number), which is in-force; "
                    + "entente log \(name) lists them")
        }
        let contents = ReceiptContents(of: found, in: known, workspace: workspace)
        let path = file ?? "\(name)-v\(number)-receipt.zip"
        let members = try contents.members()
        try BundleFile.refuseOverwriting(path, that: "is no receipt of this version") { old in
            members.contains { $0.path == ReceiptContents.claim && old.contains($0) }
        }
        let bundle = try workspace.repository.bundle(of: contents.references)
        let bytes = try BundleFile.archive(
            of: members + [ZipArchive.Member(BundleFile.bundle, bundle)], at: path)
        try OutputFile.write(Data(bytes), to: path, console: session.console)
        if options.json {
            try session.console.print(
                json: Answer(
                    bytes: bytes.count, file: path, fingerprint: known.founding.description,
                    version: number))
            return
        }
        let others = history.frameworks.keys.filter { $0 != name }.sorted()
        if !others.isEmpty {
            session.console.note(
                "Note: it also holds the history of \(others.joined(separator: ", "))")
        }
        session.console.note(
            "Whoever gets it needs the fingerprint from you over another channel, and checks with:")
        session.console.note(
            "  entente verify --receipt \(ShellWord.argument(URL(fileURLWithPath: path).lastPathComponent)) "
                + "--founding \(known.founding)")
    }

    private struct Answer: Encodable {
        let bytes: Int
        let file: String
        let fingerprint: String
        let version: Int
    }
}
