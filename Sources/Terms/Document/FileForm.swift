/// What the rules ask of one file of terms (trust.md, rule 3), whichever version it is in.
///
/// It depends on the path and the bytes alone, so a long history asks it once of each text.
public struct FileForm: Sendable {
    /// The SHA-256 of the bytes, for the manifest.
    public let digest: Digest
    /// The section, where it is one of the two that the rules read: `framework.yaml` and
    /// `parties.yaml`.
    public let section: Section?
    /// The errors: of the text, and of a registry everything that is wrong with it.
    public let findings: [Finding]

    /// Judges a file. Linear in its size.
    public init(path: String, bytes: [UInt8]) {
        digest = Digest(of: bytes)
        var findings: [Finding] = []
        switch path {
        case SectionName.parties.file:
            let section = Section(.parties, bytes: bytes)
            findings = RegistryFindings.of(section)
            self.section = section
        case SectionName.framework.file:
            findings = TextRules.read(bytes, file: path).findings
            section = Section(.framework, bytes: bytes)
        default:
            findings = TextRules.read(bytes, file: path).findings
            section = nil
        }
        self.findings = findings.filter { $0.severity == .error }
    }
}
