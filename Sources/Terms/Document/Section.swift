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
    /// Where the keys of maps stand in the file.
    let keyPositions: [TermPath: SourcePosition]

    /// Reads a section from the bytes of its file. Linear in their number.
    public init(_ name: SectionName, bytes: [UInt8]) {
        self.name = name
        let (text, textFindings) = TextRules.read(bytes, file: name.file)
        self.text = text
        guard let text else {
            (value, positions, keyPositions, findings) = (nil, [:], [:], textFindings)
            return
        }
        let (root, yamlFindings) = YAMLReader.read(text, file: name.file)
        guard yamlFindings.isEmpty else {
            (value, positions, keyPositions, findings) = (nil, [:], [:], yamlFindings)
            return
        }
        var reader = SectionReader(section: name)
        value = reader.read(root)
        positions = reader.positions
        keyPositions = reader.keyPositions
        findings = reader.findings
    }

    /// Whether a list or map, or something that stands directly in it, could not be read. What is
    /// not in its value may then be missing for a mistake that is reported already.
    func leavesOut(_ path: TermPath) -> Bool {
        findings.contains { $0.path == path || $0.path?.parent == path }
    }
}
