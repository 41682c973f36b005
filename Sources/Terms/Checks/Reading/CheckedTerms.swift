/// Terms as the rules read them: who takes part, and what is written where.
///
/// What could not be read is reported already. Rules leave it alone, so that one mistake makes
/// one finding: ``isWhole(_:)`` and ``items(_:)`` say what can be relied on.
struct CheckedTerms {
    /// A party of the registry.
    struct Party {
        let id: String
        let name: String
        /// Whether it is an advisor's side, and no company that takes part.
        let isIndependent: Bool
    }

    /// A person of the registry.
    struct Person {
        let id: String
        let name: String
        let party: String
    }

    /// What was read.
    let document: TermsDocument
    /// The files that the terms name and that lie outside of them; nil where nobody looked.
    let companions: CompanionFiles?
    /// The parties by their ids.
    let parties: [String: Party]
    /// The companies that agree, by id: the parties without an advisor's side.
    let companies: [Party]
    /// The people by their ids.
    let people: [String: Person]
    /// The clauses that could be read, by name.
    let clauses: [Clause]
    private let clausesByName: [String: Clause]
    /// The names of all clauses.
    let clauseNames: Set<String>
    /// What clauses write as if they had defined it.
    private(set) var undefinedTerms: [UndefinedTerms.Use] = []
    /// The terms that have a mistake.
    private let broken: Set<TermPath>
    /// These, and all terms that one of them lies in.
    private let touched: Set<TermPath>

    /// Prepares terms. Linear in their size.
    init(_ document: TermsDocument, companions: CompanionFiles? = nil) {
        self.document = document
        self.companions = companions
        let registry = document.sections[.parties]?.value
        let parties = (registry?["parties"]?.members ?? []).map { member in
            Party(
                id: member.key, name: member.registeredName,
                isIndependent: member.isIndependentSide)
        }
        companies = parties.filter { !$0.isIndependent }
        self.parties = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
        let people = (registry?["people"]?.members ?? []).compactMap { member in
            member.value["party"]?.text.map { party in
                Person(id: member.key, name: member.registeredName, party: party)
            }
        }
        self.people = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        clauses = document.clauses.sorted { $0.key < $1.key }
            .mapOnAllCores { Clause(name: $0.key, text: $0.value) }
        clausesByName = Dictionary(clauses.map { ($0.name, $0) }) { first, _ in first }
        clauseNames = Set(document.files.files.compactMap { ClauseName(file: $0.path)?.name })
        broken = Set(document.findings.filter { $0.severity == .error }.compactMap(\.path))
        var touched = broken
        for path in broken {
            var above = path.parent
            while let path = above, touched.insert(path).inserted { above = path.parent }
        }
        self.touched = touched
        undefinedTerms = UndefinedTerms(self).uses
    }

    /// The term at a path such as `commercials.streams`; nil where nothing is written.
    subscript(path: String) -> Term? {
        guard let path = TermPath(path) else { return nil }
        return document[path].map { Term(value: $0, path: path) }
    }

    /// Whether everything at a path could be read, so that what is missing there was left out by
    /// people.
    func isWhole(_ path: TermPath) -> Bool {
        if let name = SectionName(rawValue: path.section), let section = document.sections[name],
            section.value == nil
        {
            return false
        }
        guard !broken.isEmpty else { return true }
        if touched.contains(path) { return false }
        var above = path.parent
        while let path = above {
            if broken.contains(path) { return false }
            above = path.parent
        }
        return true
    }

    /// Whether everything at a path could be read.
    func isWhole(_ path: String) -> Bool { TermPath(path).map(isWhole) ?? false }

    /// The items of a list that could be read in full.
    func items(_ path: String) -> [Term] { self[path]?.items.filter { isWhole($0.path) } ?? [] }

    /// The clause at a path from `clauses/` or from `terms/`.
    func clause(at path: String) -> Clause? {
        Clause.name(at: path).flatMap { clausesByName[$0] }
    }

    /// The party that a person acts for; nil where the registry does not say.
    func party(of person: String?) -> String? { person.flatMap { people[$0]?.party } }

    /// How people call a party or person.
    func name(_ id: String) -> String { parties[id]?.name ?? people[id]?.name ?? id }

    /// Where a term stands in its file, or what it would stand in.
    func position(of path: TermPath) -> SourcePosition? {
        guard let name = SectionName(rawValue: path.section), document.sections[name] != nil else {
            return nil
        }
        return document.position(of: path) ?? SourcePosition(line: 1, column: 1)
    }
}
