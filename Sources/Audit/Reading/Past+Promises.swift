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
        guard let path = TermPath(list) else { return [] }
        var found: [Promised] = []
        /// From which day on each item was promised.
        var begun: [String: CalendarDate] = [:]
        for (index, terms) in versions.enumerated() {
            let isCurrent = index == versions.count - 1
            let end = isCurrent ? nil : versions[index + 1].from
            var known: [String: CalendarDate] = [:]
            for item in terms.document[path]?.items ?? [] {
                guard let id = item.id else { continue }
                let from = begun[id] ?? (index == 0 ? start : terms.from)
                known[id] = from
                let due = item.value[field]?.date
                let wasDue = due.map { due in end.map { due < $0 } ?? true } ?? false
                let isNew = !found.contains { $0.id == id && $0.due == due }
                // What fell due under earlier terms was judged by those.
                guard isNew, isCurrent || wasDue else { continue }
                found.append(
                    Promised(
                        terms: terms, path: path.appending(id), id: id, value: item.value,
                        from: from, due: due))
            }
            begun = known
        }
        return found
    }
}
