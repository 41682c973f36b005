/// What has to be right for a text to be an agreement at all (trust.md, rule 3): the rules for
/// files and text, and a registry that parses strictly.
///
/// Only the two sections that the rules read are parsed, so this is cheap enough for a long
/// history.
public struct WellFormedness: Sendable {
    /// `framework.yaml`, or nil.
    public let framework: Section?
    /// `parties.yaml`, or nil.
    public let parties: Section?
    /// The digest of the terms.
    public let digest: Digest
    /// The errors.
    public let findings: [Finding]

    /// Judges the files. Linear in their size.
    public init(_ files: TermsFiles) {
        self.init(files, forms: files.files.map { FileForm(path: $0.path, bytes: $0.bytes) })
    }

    /// Judges files, each of which was judged by itself before; in the same order.
    public init(_ files: TermsFiles, forms: [FileForm]) {
        framework = forms.lazy.compactMap(\.section).first { $0.name == .framework }
        parties = forms.lazy.compactMap(\.section).first { $0.name == .parties }
        let lines = zip(files.files, forms).map { (path: $0.path, digest: $1.digest) }
        digest = TermsFiles.digest(of: lines)
        files.know(digest)
        let findings = files.findings.filter { $0.severity == .error } + forms.flatMap(\.findings)
        self.findings = findings.inReadingOrder()
    }
}

/// What is wrong with a registry: with its text, its fields, and what it says as a whole.
public enum RegistryFindings {
    /// All findings about `parties.yaml`.
    public static func of(_ section: Section) -> [Finding] {
        section.findings + RegistryCheck(section: section).findings
    }
}
