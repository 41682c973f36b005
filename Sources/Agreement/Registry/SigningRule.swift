internal import Terms

/// How many of which people have to sign for a party, and for which changes that is enough.
public struct SigningRule: Hashable, Sendable {
    /// How many different people.
    public let needs: Int
    /// The ids of the people.
    public let of: [String]
    /// The sections and clauses that the rule is limited to; nil where it covers everything.
    public let only: [String]?

    /// Reads a rule; nil where a part is missing.
    init?(_ value: Value) {
        guard case .scalar(.integer(let needs))? = value["needs"] else { return nil }
        self.needs = Int(needs)
        of = (value["of"]?.items ?? []).compactMap(\.value.text)
        only = value["only"].map { $0.items.compactMap(\.value.text) }
    }

    /// Whether the rule covers a proposal that changes these files of the terms.
    ///
    /// A limited rule covers it when all of them lie in what it names, and never a change of
    /// `framework.yaml` or `parties.yaml` (format.md, "The registry").
    public func covers(_ changedFiles: [String]) -> Bool {
        guard let only else { return true }
        return changedFiles.allSatisfy { file in
            if let section = SectionName(file: file) {
                return section != .framework && section != .parties
                    && only.contains(section.rawValue)
            }
            guard let clause = ClauseName(file: file) else { return false }
            return only.contains("clauses/\(clause.name)")
        }
    }
}
