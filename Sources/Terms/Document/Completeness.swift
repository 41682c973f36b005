/// How far the questions of each section are answered.
///
/// What counts are the section's own fields that everybody is expected to answer; what lies
/// deeper counts with the field that it lies in.
public struct Completeness: Sendable {
    /// One section.
    public struct SectionAnswers: Sendable {
        /// The section.
        public let name: SectionName
        /// How many fields count.
        public let wanted: Int
        /// How many of its required and expected fields are answered.
        public let answered: Int
        /// Those that are not and that nobody was asked about, in the order of the schema.
        public let open: [Field]
        /// What was asked of a partner and is not answered, in the order of the file.
        public let asked: [AskedQuestion]
    }

    /// All sections, in their order; a missing one has everything open.
    public let sections: [SectionAnswers]

    /// Counts what a document answers. Linear in what it asks.
    public init(_ document: TermsDocument) {
        let questions = Dictionary(
            grouping: document.asked.filter { document[$0.path]?.isEmpty ?? true },
            by: \.path.section)
        sections = SectionName.allCases.map { name in
            let wanted = name.fields.filter { $0.presence.isWanted }
            let value = document.sections[name]?.value
            let asked = questions[name.rawValue] ?? []
            let fieldsAskedAbout = Set(asked.map { $0.path.inner.first })
            let unanswered = wanted.filter { value?[$0.name]?.isEmpty ?? true }
            let open = unanswered.filter { !fieldsAskedAbout.contains($0.name) }
            return SectionAnswers(
                name: name, wanted: wanted.count, answered: wanted.count - unanswered.count,
                open: open, asked: asked)
        }
    }
}
