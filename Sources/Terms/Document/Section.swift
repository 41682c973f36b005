/// A section as it was read: its typed value, and what is wrong with it.
public struct Section: Sendable {
    /// Which section it is.
    public let name: SectionName
    /// The text of the file; nil where it is not text at all.
    public let text: String?
    /// The typed fields that could be read; nil where the file is no YAML mapping.
    ///
    /// Fields with a finding against them are left out, so a value is never half true.
    public let value: Value?
    /// Where each term stands in the file.
    public let positions: [TermPath: SourcePosition]
    /// What is wrong with the section taken by itself.
    public let findings: [Finding]

    /// Reads a section from the bytes of its file. Linear in their number.
    public init(_ name: SectionName, bytes: [UInt8]) {
        self.name = name
        let (text, textFindings) = TextRules.read(bytes, file: name.file)
        self.text = text
        guard let text else {
            (value, positions, findings) = (nil, [:], textFindings)
            return
        }
        let (root, yamlFindings) = YAMLReader.read(text, file: name.file)
        guard yamlFindings.isEmpty else {
            (value, positions, findings) = (nil, [:], yamlFindings)
            return
        }
        var reader = SectionReader(section: name)
        value = reader.read(root)
        positions = reader.positions
        findings = reader.findings
    }
}
