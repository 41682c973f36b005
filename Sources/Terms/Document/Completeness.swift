/// How far the questions of each section are answered.
///
/// What counts are the section's own fields that everybody is expected to answer; what lies
/// deeper counts with the field that it lies in.
public struct Completeness: Sendable {
    /// One section.
    public struct SectionAnswers: Sendable {
        /// The section.
        public let name: SectionName
        /// How many of its required and expected fields are answered.
        public let answered: Int
        /// Those that are not, in the order of the schema.
        public let open: [Field]
    }

    /// All sections, in their order; a missing one has everything open.
    public let sections: [SectionAnswers]

    /// Counts what a document answers.
    public init(_ document: TermsDocument) {
        sections = SectionName.allCases.map { name in
            let wanted = name.fields.filter { $0.presence.isWanted }
            let value = document.sections[name]?.value
            let open = wanted.filter { field in
                switch value?[field.name] {
                case nil: true
                case .list(let items): items.isEmpty
                case .object(let members): members.isEmpty
                case .scalar: false
                }
            }
            return SectionAnswers(name: name, answered: wanted.count - open.count, open: open)
        }
    }
}
