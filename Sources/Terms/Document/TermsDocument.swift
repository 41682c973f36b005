/// The terms of one framework at one moment: sections, clauses, what they mean, and everything
/// that is wrong with them.
public struct TermsDocument: Sendable {
    /// The files, byte for byte.
    public let files: TermsFiles
    /// The sections that are there, by name.
    public let sections: [SectionName: Section]
    /// The prose clauses that are text, by name.
    public let clauses: [String: String]
    /// What is wrong, in reading order: files, text, YAML, fields, references.
    public let findings: [Finding]

    /// Reads the terms, on all cores. Linear in their size.
    public init(_ files: TermsFiles) {
        self.files = files
        var sections: [SectionName: Section] = [:]
        var clauses: [String: String] = [:]
        var clauseNames: [String] = []
        var findings = files.findings
        for file in files.files.mapOnAllCores({ ReadFile(path: $0.path, bytes: $0.bytes) }) {
            findings += file.findings
            switch file.content {
            case .section(let section): sections[section.name] = section
            case .clause(let name, let text):
                clauses[name] = text
                clauseNames.append(name)
            case .other: break
            }
        }
        self.sections = sections
        self.clauses = clauses
        let checks =
            ReferenceCheck(sections: sections, clauses: clauseNames).findings
            + RegistryCheck(section: sections[.parties]).findings
        self.findings = (findings + checks).inReadingOrder()
    }

    /// The value at a path, or nil where nothing is said there.
    public subscript(path: TermPath) -> Value? {
        guard let name = SectionName(rawValue: path.section) else { return nil }
        return sections[name]?.value?[path: path.inner]
    }

    /// Where a term stands in its file, or the nearest one around it that is written; nil where
    /// nothing of its section is.
    public func position(of path: TermPath) -> SourcePosition? {
        guard let section = SectionName(rawValue: path.section).flatMap({ sections[$0] }) else {
            return nil
        }
        return sequence(first: path, next: \.parent).lazy.compactMap { section.positions[$0] }.first
    }

    /// The title that people gave the framework, or nil.
    public var title: String? { sections[.framework]?.value?["title"]?.text }

    /// The unique id of the framework, or nil.
    public var uid: String? { sections[.framework]?.value?["uid"]?.text }
}

/// What one file holds, and what is wrong with it by itself.
private struct ReadFile: Sendable {
    enum Content: Sendable {
        case section(Section)
        case clause(name: String, text: String?)
        case other
    }

    let content: Content
    let findings: [Finding]

    init(path: String, bytes: [UInt8]) {
        let undecided = ConflictMarks.findings(in: bytes, file: path)
        if let name = SectionName(file: path) {
            let section = Section(name, bytes: bytes)
            content = .section(section)
            // What the marks do to the YAML says nothing more.
            findings = undecided.isEmpty ? section.findings : undecided
        } else if let clause = ClauseName(file: path) {
            let (text, problems) = TextRules.read(bytes, file: path)
            content = .clause(name: clause.name, text: text)
            findings = undecided + problems
        } else {
            content = .other
            findings = undecided
        }
    }
}
