internal import Terms

/// An item of a list of the terms that has to be there by a day.
struct Promised {
    /// The terms that it is judged by.
    let terms: TermsInForce
    /// Its path.
    let path: TermPath
    /// Its id.
    let id: String
    /// Its fields.
    let value: Value
    /// From which day on it was promised.
    let from: CalendarDate
    /// When it falls due; nil where the terms name no day.
    let due: CalendarDate?
}

extension Past {
    /// The promises of a list under the terms that were in force when they fell due: those that did
    /// in their time, and those that the terms in force hold now.
    ///
    /// What an amendment took away or moved before it was due is no promise any more.
    func promises(_ list: String, due field: String = "by") -> [Promised] {
        promises { terms in
            guard let path = TermPath(list) else { return [] }
            return (terms.document[path]?.items ?? []).compactMap { item in
                item.id.map { ($0, path.appending($0), item.value, item.value[field]?.date) }
            }
        }
    }

    /// The same of a single term, such as `governance.trial`.
    func promise(_ path: String, due: (Value) -> CalendarDate?) -> [Promised] {
        promises { terms in
            guard let path = TermPath(path), let value = terms.document[path] else { return [] }
            return [(path.last, path, value, due(value))]
        }
    }

    private typealias Item = (id: String, path: TermPath, value: Value, due: CalendarDate?)

    private func promises(_ items: (TermsInForce) -> [Item]) -> [Promised] {
        var found: [Promised] = []
        /// From which day on each item was promised.
        var begun: [String: CalendarDate] = [:]
        for (index, terms) in versions.enumerated() {
            let isCurrent = index == versions.count - 1
            let end = isCurrent ? nil : versions[index + 1].from
            var known: [String: CalendarDate] = [:]
            for item in items(terms) {
                let from = begun[item.id] ?? (index == 0 ? start : terms.from)
                known[item.id] = from
                let wasDue = item.due.map { due in end.map { due < $0 } ?? true } ?? false
                let isNew = !found.contains { $0.id == item.id && $0.due == item.due }
                // What fell due under earlier terms was judged by those.
                guard isNew, isCurrent || wasDue else { continue }
                found.append(
                    Promised(
                        terms: terms, path: item.path, id: item.id, value: item.value, from: from,
                        due: item.due))
            }
            begun = known
        }
        return found
    }
}
