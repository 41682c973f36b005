/// What the sections of the terms say, without the files that say it: enough for whatever follows
/// from the terms, and quickly kept and read again.
public struct TermsValues: Hashable, Sendable {
    /// The values of the sections that could be read.
    public let sections: [SectionName: Value]

    /// Makes them from the value of each section.
    public init(_ sections: [SectionName: Value]) { self.sections = sections }

    /// The value at a path, or nil where nothing is said there.
    public subscript(path: TermPath) -> Value? {
        SectionName(rawValue: path.section).flatMap { sections[$0] }?[path: path.inner]
    }
}

extension TermsDocument {
    /// What the sections say.
    public var values: TermsValues { TermsValues(sections.compactMapValues(\.value)) }
}
