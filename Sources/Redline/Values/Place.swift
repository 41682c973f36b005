package import Terms

/// Where a term is, for machines and for people.
package struct Place {
    package private(set) var path: TermPath
    package private(set) var label: String

    private init(path: TermPath, label: String) {
        self.path = path
        self.label = label
    }

    /// A section as a whole.
    package init(_ section: SectionName) {
        self.init(path: TermPath(section: section.rawValue), label: section.title)
    }

    /// A prose clause, or another file that terms don't have.
    package init(file: String) {
        if let section = SectionName(file: file) {
            self.init(section)
            return
        }
        if let clause = ClauseName(file: file) {
            self.init(path: TermPath(file: file), label: "Clause \(clause.name)")
        } else {
            self.init(path: TermPath(file: file), label: "File \(TextRules.visible(file))")
        }
    }

    /// A term, with the labels of the fields on the way to it.
    package init(_ term: TermPath) {
        guard let section = SectionName(rawValue: term.section) else {
            self.init(path: term, label: term.description)
            return
        }
        var place = Place(section)
        var type = FieldType.object(section.fields)
        for name in term.inner {
            switch type {
            case .object(let fields):
                let field = fields.first { $0.name == name }
                place = field.map { place.field($0) } ?? place.item(name)
                type = field?.type ?? .text
            case .list(let inner, _), .map(_, let inner):
                (place, type) = (place.item(name), inner)
            default: place = place.item(name)
            }
        }
        self = place
    }

    /// A field, by its label.
    package func field(_ field: Field) -> Place { child(field.name, field.label) }

    /// An item or a keyed value, by its id, key or number.
    package func item(_ name: String) -> Place { child(name, name) }

    private func child(_ name: String, _ label: String) -> Place {
        var place = self
        place.path = path.appending(name)
        place.label += " › " + label
        return place
    }
}
