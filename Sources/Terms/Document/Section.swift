/// A section as it was read: its typed value, and what is wrong with it.
public struct Section: Sendable {
    /// Which section it is.
    public let name: SectionName
    /// The file as its fields read.
    let content: FieldFile

    /// Reads a section from the bytes of its file. Linear in their number.
    public init(_ name: SectionName, bytes: [UInt8]) {
        self.name = name
        content = FieldFile(name.fields, named: name.rawValue, file: name.file, bytes: bytes)
    }

    /// The text of the file; nil where it is not text at all.
    public var text: String? { content.text }
    /// The typed fields that could be read; nil where the file is no YAML mapping.
    ///
    /// Fields with a finding against them are left out, so a value is never half true.
    public var value: Value? { content.value }
    /// Where each term stands in the file.
    public var positions: [TermPath: SourcePosition] { content.positions }
    /// What is wrong with the section taken by itself.
    public var findings: [Finding] { content.findings }
    /// Where the keys of maps stand in the file.
    var keyPositions: [TermPath: SourcePosition] { content.keyPositions }

    /// Whether a list or map, or something that stands directly in it, could not be read. What is
    /// not in its value may then be missing for a mistake that is reported already.
    func leavesOut(_ path: TermPath) -> Bool {
        findings.contains { $0.path == path || $0.path?.parent == path }
    }
}
