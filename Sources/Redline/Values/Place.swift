internal import Terms

/// Where a term is, for machines and for people.
struct Place {
    private(set) var path: TermPath
    private(set) var label: String

    private init(path: TermPath, label: String) {
        self.path = path
        self.label = label
    }

    /// A section as a whole.
    init(_ section: SectionName) {
        self.init(path: TermPath(section: section.rawValue), label: section.title)
    }

    /// A prose clause, or another file that terms don't have.
    init(file: String) {
        if let section = SectionName(file: file) {
            self.init(section)
            return
        }
        if let clause = ClauseName(file: file) {
            self.init(
                path: TermPath(section: "clauses/\(clause.name)"), label: "Clause \(clause.name)")
        } else {
            self.init(
                path: TermPath(section: file), label: "File \(TextRules.visible(file))")
        }
    }

    /// A field, by its label.
    func field(_ field: Field) -> Place { child(field.name, field.label) }

    /// An item or a keyed value, by its id, key or number.
    func item(_ name: String) -> Place { child(name, name) }

    private func child(_ name: String, _ label: String) -> Place {
        var place = self
        place.path = path.appending(name)
        place.label += " › " + label
        return place
    }
}
