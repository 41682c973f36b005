internal import Terms

/// Compares two typed values down to the smallest terms that differ.
struct ValueComparer {
    /// What differs, fields in the order of the schema.
    var changes: [TermChange] = []
    /// What is worth knowing besides.
    var notes: [String] = []
    var budget: Budget

    init(budget: Budget) { self.budget = budget }

    /// Compares what stands at one place before and after; nil where nothing stands there.
    ///
    /// Recursion goes as deep as the schema, however the values were written.
    mutating func compare(
        _ old: Value?, _ new: Value?, as type: FieldType, at place: Place
    ) {
        guard let old, let new else {
            if new != nil { report(.added, nil, new, at: place) }
            if old != nil { report(.removed, old, nil, at: place) }
            return
        }
        guard old != new else { return }
        switch (type, old, new) {
        case (.object(let fields), .object, .object):
            for field in fields {
                compare(old[field.name], new[field.name], as: field.type, at: place.field(field))
            }
        case (.map(_, let type), .object(let before), .object(let after)):
            compareMaps(before, after, of: type, at: place)
        case (.list(let type, .ordered), .list(let before), .list(let after)):
            if type.hasIdentity {
                compareItems(before, after, of: type, at: place)
            } else {
                compareNumbered(before, after, of: type, at: place)
            }
        case (_, .scalar(let before), .scalar(let after)):
            compareScalars(before, after, at: place)
        default:
            report(.changed, old, new, at: place)
        }
    }

    mutating func report(
        _ kind: TermChange.Kind, _ old: Value?, _ new: Value?, at place: Place,
        detail: TermChange.Detail = .value
    ) {
        changes.append(
            TermChange(
                path: place.path, label: place.label, kind: kind, old: old, new: new,
                detail: detail))
    }

    private mutating func compareScalars(_ old: Scalar, _ new: Scalar, at place: Place) {
        var detail = TermChange.Detail.value
        if case .prose(let before) = old, case .prose(let after) = new {
            detail = .prose(ProseComparer.compare(before, after, budget: &budget))
        } else if let difference = Difference(from: old, to: new) {
            // 4.5 and 4.50 are the same figure.
            if difference.isZero { return }
            detail = .difference(difference)
        }
        report(.changed, .scalar(old), .scalar(new), at: place, detail: detail)
    }

    private mutating func compareMaps(
        _ old: [Value.Member], _ new: [Value.Member], of type: FieldType, at place: Place
    ) {
        let before = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        let after = Dictionary(new.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        for key in Set(before.keys).union(after.keys).sorted() {
            compare(before[key], after[key], as: type, at: place.item(key))
        }
    }
}
