/// A YAML file of declared fields as it was read: its typed value, and what is wrong with it.
public struct FieldFile: Sendable {
    /// What messages call the file.
    public let file: String
    /// The text of the file; nil where it is not text at all.
    public let text: String?
    /// The typed fields that could be read; nil where the file is no YAML mapping.
    ///
    /// Fields with a finding against them are left out, so a value is never half true.
    public let value: Value?
    /// Where each field stands in the file.
    public let positions: [TermPath: SourcePosition]
    /// What is wrong with the file taken by itself.
    public let findings: [Finding]
    /// Where the keys of maps stand in the file.
    let keyPositions: [TermPath: SourcePosition]
    /// The path of the whole file, of which those of its fields go on.
    let root: TermPath
    /// The declaration that it was read by.
    let fields: [Field]

    /// Reads the bytes of a file. Linear in their number.
    ///
    /// - Parameters:
    ///   - fields: The declaration of the fields.
    ///   - name: What the paths of its fields begin with.
    ///   - file: What messages call the file.
    ///   - bytes: The file.
    public init(_ fields: [Field], named name: String, file: String, bytes: [UInt8]) {
        self.file = file
        self.fields = fields
        root = TermPath(section: name)
        let (text, textFindings) = TextRules.read(bytes, file: file)
        self.text = text
        guard let text else {
            (value, positions, keyPositions, findings) = (nil, [:], [:], textFindings)
            return
        }
        let (node, yamlFindings) = YAMLReader.read(text, file: file)
        guard yamlFindings.isEmpty else {
            (value, positions, keyPositions, findings) = (nil, [:], [:], yamlFindings)
            return
        }
        var reader = SectionReader(fields, named: name, file: file)
        value = reader.read(node)
        positions = reader.positions
        keyPositions = reader.keyPositions
        findings = reader.findings
    }

    /// Where a field stands, or the nearest one around it that is written.
    public func position(of path: TermPath) -> SourcePosition? {
        sequence(first: path, next: \.parent).lazy.compactMap { positions[$0] }.first
    }

    /// The path of a field of the file.
    public func path(of field: String) -> TermPath { root.appending(field) }
}
