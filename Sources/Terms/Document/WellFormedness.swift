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
    /// The errors.
    public let findings: [Finding]

    /// Judges the files. Linear in their size.
    public init(_ files: TermsFiles) {
        var findings = files.findings
        framework = files[SectionName.framework.file].map { Section(.framework, bytes: $0) }
        parties = files[SectionName.parties.file].map { Section(.parties, bytes: $0) }
        for (path, bytes) in files.files where path != SectionName.parties.file {
            findings += TextRules.read(bytes, file: path).findings
        }
        if let parties { findings += RegistryFindings.of(parties) }
        self.findings = findings.filter { $0.severity == .error }.inReadingOrder()
    }
}

/// What is wrong with a registry: with its text, its fields, and what it says as a whole.
public enum RegistryFindings {
    /// All findings about `parties.yaml`.
    public static func of(_ section: Section) -> [Finding] {
        section.findings + RegistryCheck(section: section).findings
    }
}
