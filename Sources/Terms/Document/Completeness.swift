/// How far the questions of each section are answered.
///
/// What counts are the section's own fields that everybody is expected to answer; what lies
/// deeper counts with the field that it lies in.
public struct Completeness: Sendable {
    /// A question that waits for a party (`framework.asked`).
    public struct Asked: Hashable, Sendable {
        /// What is asked about.
        public let path: TermPath
        /// Who is to answer.
        public let party: String
    }

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
        public let asked: [Asked]
    }

    /// All sections, in their order; a missing one has everything open.
    public let sections: [SectionAnswers]

    /// Counts what a document answers. Linear in what it asks.
    public init(_ document: TermsDocument) {
        let questions = Dictionary(grouping: Self.asked(in: document), by: \.path.section)
        sections = SectionName.allCases.map { name in
            let wanted = name.fields.filter { $0.presence.isWanted }
            let value = document.sections[name]?.value
            let asked = questions[name.rawValue] ?? []
            let fieldsAskedAbout = Set(asked.map { $0.path.inner.first })
            let unanswered = wanted.filter { Self.isEmpty(value?[$0.name]) }
            let open = unanswered.filter { !fieldsAskedAbout.contains($0.name) }
            return SectionAnswers(
                name: name, wanted: wanted.count, answered: wanted.count - unanswered.count,
                open: open, asked: asked)
        }
    }

    /// The questions that still wait for an answer.
    private static func asked(in document: TermsDocument) -> [Asked] {
        let items = document.sections[.framework]?.value?["asked"]?.items ?? []
        return items.compactMap { item in
            guard let at = item.value["at"]?.text, let path = TermPath(at),
                let party = item.value["party"]?.text, isEmpty(document[path])
            else { return nil }
            return Asked(path: path, party: party)
        }
    }

    private static func isEmpty(_ value: Value?) -> Bool {
        switch value {
        case nil: true
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .scalar: false
        }
    }
}
