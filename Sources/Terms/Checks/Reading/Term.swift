/// A term with its place, as the rules read it.
struct Term {
    /// What it holds.
    let value: Value
    /// Where it stands.
    let path: TermPath

    /// The field or keyed value with this name, or the item with this id; nil where there is none.
    subscript(name: String) -> Term? {
        value[name].map { Term(value: $0, path: path.appending(name)) }
    }

    /// The keyed values, by key.
    var members: [(key: String, term: Term)] {
        value.members.map { ($0.key, Term(value: $0.value, path: path.appending($0.key))) }
    }

    /// The items of a list, in the order of the file.
    var items: [Term] {
        value.items.enumerated().map { index, item in
            Term(value: item.value, path: path.appending(item.id ?? String(index + 1)))
        }
    }

    /// Its own name: the id of an item, the name of a field.
    var name: String { path.last }

    /// The single value as it is written, or nil.
    var text: String? { value.text }

    /// The texts of the items, such as references.
    var texts: [String] { value.items.compactMap(\.value.text) }

    /// The amount of money, or nil.
    var money: Money? { value.money }

    /// The share, or nil.
    var share: Share? { value.share }

    /// The whole number, or nil.
    var integer: Int64? { value.integer }

    /// The day, or nil.
    var date: CalendarDate? { value.date }

    /// The length of time, or nil.
    var duration: CalendarDuration? { value.duration }

    /// The figure, or nil.
    var quantity: Quantity? { value.quantity }

    /// The shares of a split, by party.
    var split: [(party: String, share: Share)] {
        members.compactMap { key, term in term.share.map { (key, $0) } }
    }

    /// Whether nothing is written: a list without items or fields without values.
    var isEmpty: Bool { value.isEmpty }
}
