internal import Agreement
internal import Foundation
internal import Git
internal import Reports
internal import Terms

/// Checks a receipt with nothing but the fingerprint: replays the history in it under the rules,
/// and compares all else in it with what follows from that.
struct ReceiptCheck {
    /// What was found.
    struct Answer: Encodable {
        let fingerprint: String
        let framework: String
        let page: String
        let signedBy: [Signer]
        let title: String
        let version: VersionJSON
        let verified: Bool

        /// Somebody who signed, by name.
        struct Signer: Encodable {
            let fingerprint: String?
            let name: String
            let on: String
            let party: String
        }
    }

    private let path: String
    private let session: Session

    init(_ path: String, session: Session) {
        self.path = path
        self.session = session
    }

    /// Checks it.
    ///
    /// - Throws: ``Problem`` where it proves nothing.
    func run(founding word: String?) async throws {
        let contents = try BundleFile.contents(of: path)
        guard let word else {
            throw Problem(
                "missing-answer", .unable,
                "--founding is missing: a receipt proves nothing to who "
                    + "does not know the fingerprint",
                next: "Ask a partner for it over another channel")
        }
        let founding = try Digest(told: word)
        let members = try BundleFile.members(
            of: contents, at: path,
            next: "Ask for it once more; name the file as it came, not what was unpacked from it")
        let claim = try claim(in: members)
        let bundle = try BundleFile.parse(
            try BundleFile.member(BundleFile.bundle, of: members, at: path), at: path)
        let answer = try await session.environment.withTemporaryFolder { folder in
            try check(claim, members, bundle, founding, in: folder.path)
        }
        try print(answer)
    }

    private func check(
        _ claim: ReceiptContents.Claim, _ members: [ZipArchive.Member], _ bundle: GitBundle,
        _ founding: Digest, in folder: String
    ) throws -> Answer {
        let repository = try Repository.create(at: folder + "/history.git", bare: true)
        try repository.unpack(bundle)
        guard bundle.prerequisites.isEmpty, bundle.references.map(\.name) == ["refs/heads/main"],
            let main = bundle.references.first?.target
        else { throw refused("its history is not one whole history") }
        try repository.setReference(
            "refs/heads/main", to: main, expecting: nil, reason: "receipt", by: .housekeeper(at: 0))
        // Nothing that this computer knows, or has kept, plays a part.
        let environment = session.environment
        let workspace = try Workspace(
            at: folder + "/history.git",
            environment: WorkspaceEnvironment(
                variables: environment.variables, clock: environment.clock,
                offsetMinutes: environment.offsetMinutes))
        let history = try workspace.history(full: true)
        if let breach = history.breach {
            throw refused(
                "its history breaks a rule (\(breach.violations[0].rule.rawValue)): "
                    + breach.violations[0].message)
        }
        guard let framework = history.frameworks[claim.framework],
            framework.founding == founding
        else {
            throw Problem(
                "other-founding", .no,
                "this is not the framework that your partners mean: "
                    + (history.frameworks[claim.framework].map {
                        "its fingerprint is \($0.founding)"
                    } ?? "there is none of that name in it"),
                next: "Get the receipt from a partner whom you trust")
        }
        guard let version = try framework.versions(.number(claim.version)).first,
            version.commit == main
        else { throw refused("its history does not end with version \(claim.version)") }
        let contents = ReceiptContents(of: version, in: framework, workspace: workspace)
        let expected = try contents.members()
        try compare(members, with: expected)
        let page = expected.first { $0.path == ReceiptContents.page }
        let cover = try contents.shown().cover
        return Answer(
            fingerprint: founding.description, framework: framework.name,
            page: members.contains { $0.path == ReceiptContents.page }
                ? (members.contains { $0 == page } ? "same" : "different") : "missing",
            signedBy: cover.signatures.map {
                Answer.Signer(
                    fingerprint: $0.fingerprint, name: $0.person, on: $0.date, party: $0.party)
            },
            title: cover.title ?? framework.name,
            version: VersionJSON(version), verified: true)
    }

    /// All but the page has to be what follows from the history.
    private func compare(
        _ members: [ZipArchive.Member], with expected: [ZipArchive.Member]
    ) throws {
        let free = [ReceiptContents.page, BundleFile.bundle]
        // Whoever unpacked it and packed it again may have changed the order.
        func sorted(_ members: [ZipArchive.Member]) -> [ZipArchive.Member] {
            members.filter { !free.contains($0.path) }.sorted { $0.path < $1.path }
        }
        let found = sorted(members)
        let wanted = sorted(expected)
        guard found != wanted else { return }
        let odd = Set(found).symmetricDifference(wanted).map(\.path).sorted().first ?? "a file"
        throw refused("\(TextRules.visible(odd)) in it is not what the history in it says")
    }

    private func claim(in members: [ZipArchive.Member]) throws -> ReceiptContents.Claim {
        let bytes = try BundleFile.member(ReceiptContents.claim, of: members, at: path)
        do {
            return try JSONDecoder().decode(ReceiptContents.Claim.self, from: Data(bytes))
        } catch {
            throw refused("it does not say what it is about")
        }
    }

    private func refused(_ reason: String) -> Problem {
        Problem(
            "receipt-refused", .no, "the receipt proves nothing: \(reason)", at: path,
            next: "Get another one from a partner whom you trust")
    }

    private func print(_ answer: Answer) throws {
        let console = session.console
        if console.wantsJSON {
            try console.print(json: answer)
            return
        }
        let style = console.style
        console.print(
            style.bold(TextRules.visible(answer.title)) + "  (\(answer.framework))  "
                + style.green("version \(answer.version.version) verified"))
        console.print("  agreed on    " + answer.version.since.prefix(10))
        for signer in answer.signedBy {
            let line =
                "signed by " + TextRules.visible("\(signer.name) for \(signer.party)")
                + " on \(signer.on)" + (signer.fingerprint.map { ", \($0)" } ?? "")
            console.print(line: StyledText(line), indent: 2, hanging: 4)
        }
        console.print("  fingerprint  " + answer.fingerprint)
        console.print("  terms        " + answer.version.terms)
        console.print("  The fingerprint is the one that you were told.")
        console.print(
            style.wrap(
                "Established: all versions up to this one were signed as the rules in force asked. "
                    + "Not established: that no later version is in force, and that no key was "
                    + "stolen.", indent: 0))
        guard answer.page != "same" else { return }
        let why =
            answer.page == "missing"
            ? "is not in it"
            : "says something else than this program would write, so do not rely on it"
        console.note(
            style.wrap(
                "Note: the page \(ReceiptContents.page) \(why). The terms are in "
                    + "versions/\(answer.version.version)/terms.", indent: 0))
    }
}
