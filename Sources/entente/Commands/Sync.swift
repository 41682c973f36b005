internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Reports
internal import Terms

/// `sync`: brings this copy and another one together.
struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring this copy and that of your partners together, verified.",
        discussion: """
            Fetches, verifies what came before anything moves, moves forward, joins what was said \
            apart, and sends what is yours. It can be interrupted anywhere; run it again.

            A place is a remote of Git's, a folder, ssh://..., https://..., or a file that \
            `entente bundle` made. It can be left out where there is one remote.

            The key that you name with --key logs you in where SSH is used, and signs what has to \
            be signed again where somebody else was faster.

            Where two agreements exclude each other, and others were given both, people settle which \
            one stays. Whoever gives way says --give-way: what was agreed here is a proposal again.

            Exit code 0 where all is in step, 1 where something does not verify or was not taken, \
            2 where the place can't be reached, 3 where it was rolled back or forked.

            Example: entente sync origin
            """)

    @Argument(help: "The place; the one remote if left out.")
    var place: String?

    @Flag(help: "Say what would come and go, and change nothing.")
    var dryRun = false

    @Flag(
        help:
            "Let what was agreed here give way to what was agreed there, though others were given it."
    )
    var giveWay = false

    @Option(
        help: ArgumentHelp(
            "Accept an unknown host of SSH whose key has this fingerprint.",
            valueName: "SHA256:..."))
    var acceptHost: String?

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open(settling: false)
        let place = try SyncPlaceArgument(self.place).find(in: workspace)
        let progress = SyncProgress(session.console)
        let signer = SSHKeygen(session.environment)
        let named = key.key
        let login = if let named { try await signer.loginFile(named: named) } else { String?.none }
        let settings = RemoteSettings(
            variables: session.environment.variables, keyFile: login,
            isInteractive: session.console.isInteractive, progress: progress.show)
        let remaker = StepRemaker(signer: signer, givesWay: giveWay) { workspace, wanted in
            let key = try? await signer.findKey(named: named, in: workspace, known: [wanted])
            return key?.publicKey == wanted ? key : nil
        }
        let report: SyncReport
        var unknown: [(framework: String, founding: Digest)] = []
        do {
            do {
                // The other copy gets ready meanwhile.
                let reached = try workspace.reach(place, settings: settings)
                session.settle(workspace, adopting: false)
                unknown = try workspace.unseenFoundings()
                report = try await workspace.sync(
                    with: place, reached: reached, settings: settings, remaker: remaker,
                    isDryRun: dryRun)
            } catch let error as GitError where error.code == .certificate {
                try UnknownHost(place.name, error, in: workspace, settings: settings)
                    .settle(
                        accepting: acceptHost, isDryRun: dryRun, console: session.console)
                report = try await workspace.sync(
                    with: place, settings: settings, remaker: remaker, isDryRun: dryRun)
            }
            progress.clear()
        } catch let error as GitError {
            progress.clear()
            var host: SSHHost?
            if error.code == .changedHost {
                host = try? SSHHost(
                    of: place.name, in: workspace.repository, settings: settings)
            }
            throw try Problem(
                reaching: place.name, at: workspace.address(of: place), host: host, error)
        }
        let text = try await SyncText(
            report, place: place.name, isDryRun: dryRun,
            waiting: WaitingProposals(session, workspace, key: named, came: report.came),
            unknown: unknown)
        if options.json {
            try session.console.print(json: text.json)
        } else {
            text.print(to: session.console)
            if !dryRun { try sayHowToKeep(place, of: workspace, console: session.console) }
        }
        if !dryRun { try workspace.forgetNews() }
        if !report.refused.isEmpty { throw Verdict.no }
    }
}

extension Sync {
    /// Says how `sync` alone goes to an address the next time, where no place is known.
    private func sayHowToKeep(
        _ place: Workspace.SyncPlace, of workspace: Workspace, console: Console
    ) throws {
        guard case .remote(let name) = place, try workspace.repository.remoteNames().isEmpty else {
            return
        }
        // Git reads a path from the workspace, wherever this was run.
        let isPath = FileManager.default.fileExists(atPath: name)
        let address = isPath ? URL(fileURLWithPath: name).standardizedFileURL.path : name
        console.note(
            TextRules.visible(
                "To go there with entente sync alone from now on: git remote add origin "
                    + ShellWord.argument(address)))
    }
}

extension Workspace {
    /// Where a place is, as far as it can be known.
    fileprivate func address(of place: SyncPlace) throws -> RemoteAddress {
        RemoteAddress(
            try repository.configuration("remote.\(place.name).url") ?? place.name)
    }
}

/// The place that `sync` is told, or the one that there is.
struct SyncPlaceArgument {
    private let word: String?

    init(_ word: String?) { self.word = word }

    func find(in workspace: Workspace) throws -> Workspace.SyncPlace {
        let names = try workspace.repository.remoteNames()
        let word = try word ?? only(of: names)
        if isFile(word) { return .file(word, try BundleFile.read(word)) }
        if BundleFile.isUnpacked(word) {
            let file = "\(word)/\(BundleFile.bundle)"
            return .file(file, try BundleFile.read(file))
        }
        // A clone of a file goes on naming it.
        if let url = try? workspace.repository.configuration("remote.\(word).url"), isFile(url) {
            return .file(url, try BundleFile.read(url))
        }
        // Everything else is an address, or is none.
        guard names.contains(word) || word.contains(":") || exists(word) else {
            throw Problem(
                "no-place", .unable,
                "no remote, folder or file is called `\(TextRules.visible(word))`",
                next: names.isEmpty
                    ? "Name a folder, an address or a file that entente bundle made"
                    : "The remotes are \(names.joined(separator: ", "))")
        }
        if !names.contains(word) { try refuseOtherFolder(word) }
        return .remote(word)
    }

    /// Refuses a folder that is no copy of a workspace.
    private func refuseOtherFolder(_ path: String) throws {
        guard exists(path), !isFile(path), !exists("\(path)/.git"), !exists("\(path)/HEAD") else {
            return
        }
        if exists("\(path)/\(ReceiptContents.claim)") {
            throw Problem(
                "a-receipt", .unable, "this is what was unpacked from a receipt, and not a copy",
                at: path,
                next: "A receipt is checked as the file that it came in: entente verify --receipt "
                    + "FILE --founding FINGERPRINT")
        }
        throw Problem(
            "no-workspace", .unable, "there is no workspace in this folder", at: path,
            next: "Name a folder that holds one, or a file that entente bundle made")
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    private func only(of names: [String]) throws -> String {
        if names.count == 1 { return names[0] }
        if names.contains("origin") { return "origin" }
        guard names.isEmpty else {
            throw Problem(
                "which-remote", .unable, "there are several places to bring together with",
                next: "Name one: entente sync \(names.joined(separator: " | "))")
        }
        throw Problem(
            "no-remote", .unable, "no place is known that your partners share with you",
            next: "git remote add origin <address>, then entente sync; or entente bundle FILE to "
                + "mail")
    }
}

extension Problem {
    /// Why another copy could not be reached, in words.
    init(
        reaching place: String, at address: RemoteAddress, host: SSHHost?, _ error: GitError
    ) {
        switch error.code {
        case .certificate:
            let isOtherName = error.message.contains("does not match")
            self.init(
                "unknown-host", .unable,
                "\(place) does not prove who it is: \(TextRules.visible(error.message))",
                next: isOtherName
                    ? "Use the address with the name that stands in its certificate; one with a "
                        + "number proves nothing"
                    : "Ask whoever runs it; a web server of your own needs http.sslCAInfo",
                detail: error.description)
        case .changedHost:
            self.init(
                "changed-host", .unable,
                "\(place) shows another key than it had before: it is another machine, or "
                    + "somebody is in between",
                items: (host?.known.map { "known here: \($0)\($0.file.map { ", in \($0)" } ?? "")" }
                    ?? [])
                    + (host?.keys.map { "shown now: \($0)" } ?? []),
                next:
                    "Ask whoever runs it over another channel which fingerprint is right; where it "
                    + "is one that is shown now, ssh-keygen -R "
                    + (host.map { "'\(TextRules.visible($0.name))'" } ?? "<host>")
                    + (host?.known.first?.file.map { " -f \(ShellWord.argument($0))" } ?? "")
                    + " forgets the old key",
                detail: error.description)
        case .authentication:
            let next =
                if case .web = address {
                    "Ask whoever runs it for a name and a password or token; a credential helper "
                        + "keeps them: git config credential.helper store, or the one that your "
                        + "system has"
                } else {
                    "Where your key has a passphrase, unlock it first: ssh-add. Else give your public "
                        + "key to whoever runs it; entente sync --key FILE logs in with another key"
                }
            self.init(
                "not-let-in", .unable, "\(place) does not let you in: \(error.message)", next: next,
                detail: error.description)
        case .owner:
            let said = error.message.split(separator: "--add safe.directory ").last ?? ""
            self.init(
                "not-yours", .unable,
                "\(place) belongs to another user of this machine, so Git does not trust it",
                next: "If it is the one that you share with your partners: git config --global "
                    + "--add safe.directory \(TextRules.visible(String(said))), then entente sync",
                detail: error.description)
        case _ where error.isOfSystem && Problem(error).code != "git":
            self.init(error)
        case .notKept:
            self.init(
                "not-taken", .unable,
                "\(place) could not keep what was sent: \(TextRules.visible(error.message))",
                next: "Ask whoever runs it whether you may write there and whether its disk is "
                    + "full; nothing is lost, entente sync goes on where it was",
                detail: error.description)
        case _
        where error.operation.hasPrefix("reach") || error.operation.hasPrefix("receive")
            || error.operation.hasPrefix("send") || error.operation.hasPrefix("list what"):
            self.init(
                "unreachable", .unable,
                "could not \(error.operation): \(TextRules.visible(error.message))",
                next: "Check the address and the network; nothing is lost, entente sync goes on "
                    + "where it was")
        default:
            self.init(error)
        }
    }
}
