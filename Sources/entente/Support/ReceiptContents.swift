internal import Agreement
internal import Git
internal import Reports
internal import SSHSignature
internal import Terms

/// What is in a receipt: for each version up to the one that it proves, the terms, the sign-offs
/// as `ssh-keygen` verifies them, and the keys that they were judged by; a page; and the history.
///
/// Everything but the history follows from the history, so whoever checks one makes it again.
struct ReceiptContents {
    /// What it is about.
    struct Claim: Codable, Equatable {
        let commit: String
        let founding: String
        let framework: String
        let terms: String
        let version: Int
    }

    /// What the claim is called.
    static let claim = "receipt.json"
    /// What the page is called.
    static let page = "receipt.html"

    /// What a reader of the page has to know first.
    private static let note = """
        This page is part of a receipt and proves nothing by itself. The file that it came in is \
        checked with: entente verify --receipt FILE --founding FINGERPRINT, where the fingerprint \
        is what a partner told you over another channel: it is the digest of the terms of version 1, \
        and the digest further down is that of the terms of this version.
        """

    private let workspace: Workspace
    private let framework: FrameworkHistory
    private let version: Version

    /// The receipt of a version.
    init(of version: Version, in framework: FrameworkHistory, workspace: Workspace) {
        self.version = version
        self.framework = framework
        self.workspace = workspace
    }

    /// What leads to it.
    var references: [Git.Reference] {
        [Git.Reference(name: "refs/heads/main", target: version.commit)]
    }

    /// The page and all files but the history, in the order of the archive.
    func members() throws -> [ZipArchive.Member] {
        let claim = Claim(
            commit: version.commit.description, founding: framework.founding.description,
            framework: framework.name, terms: version.digest.description, version: version.number)
        let shown = try shown()
        var cover = shown.cover
        cover.notes = [Self.note]
        let page = AgreementDocument(shown.document, cover: cover).html()
        var members = [
            ZipArchive.Member(Self.page, Array(page.utf8)),
            ZipArchive.Member(Self.claim, Array((try JSONText.of(claim) + "\n").utf8)),
        ]
        var before: StoredTerms?
        for number in 1...version.number {
            for step in try framework.versions(.number(number)) {
                let terms = try workspace.store.terms(step.tree)
                members += try self.members(of: step, terms, after: before)
                before = terms
            }
        }
        return members
    }

    /// The version as people read it.
    func shown() throws -> ShownTerms {
        ShownTerms(
            try workspace.store.terms(version.tree).files, framework: framework.name,
            label: "version \(version.number)", version: version.number, agreed: version.seconds,
            signatures: version.signatures)
    }

    private func members(
        of version: Version, _ terms: StoredTerms, after before: StoredTerms?
    ) throws -> [ZipArchive.Member] {
        let folder = "versions/\(version.number)"
        var members = terms.files.files.sorted { $0.path < $1.path }.map {
            ZipArchive.Member("\(folder)/terms/\($0.path)", $0.bytes)
        }
        var lines: [String] = []
        for registry in [before?.registry, terms.registry] {
            for person in registry?.people ?? [] {
                for key in person.keys {
                    let line = try key.allowedSignersLine(principal: person.id)
                    if !lines.contains(line) { lines.append(line) }
                }
            }
        }
        members.append(
            ZipArchive.Member(
                "\(folder)/allowed_signers", Array(lines.map { $0 + "\n" }.joined().utf8)))
        for (index, signature) in version.signatures.enumerated() {
            let signed = try SignedCommit(
                parsing: workspace.repository.object(signature.commit).bytes)
            let armour = signed.commit.values(of: "gpgsig").first ?? []
            let name = "\(folder)/statements/\(index + 1)-\(signature.person)"
            members.append(ZipArchive.Member(name, signed.payload))
            members.append(ZipArchive.Member(name + ".sig", armour + [10]))
        }
        return members
    }
}
