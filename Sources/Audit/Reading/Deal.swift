internal import Records
internal import Terms

/// What became of an opportunity.
struct Deal: Sendable {
    let registered: PastRecord
    let events: [PastRecord]

    var id: String { registered.subject }
    var customer: String { registered.value["customer"]?.text ?? id }
    var party: String { registered.value["party"]?.text ?? registered.recorder.party }

    /// The first of some events; nil where none happened.
    func first(_ names: String...) -> PastRecord? {
        events.first { names.contains($0.event) && $0.counts }
    }

    /// Whether it is still to be won.
    var isOpen: Bool { first("won", "lost", "declined") == nil }

    /// Until when it was protected, as far as was known on a day; nil where it is not.
    func protectedUntil(on day: CalendarDate) -> CalendarDate? {
        let said = events.filter { $0.day <= day && $0.counts }
            .compactMap { $0.value["protected-until"]?.date }
        return said.last
    }

    /// Whether nobody else may sell there alone on a day.
    func isProtected(on day: CalendarDate) -> Bool {
        guard registered.day <= day, let until = protectedUntil(on: day), day <= until else {
            return false
        }
        return first("lost", "declined").map { day < $0.day } ?? true
    }
}

extension Past {
    /// The deals whose registration nobody contests, in the order of days.
    var deals: [Deal] {
        let all = records("deals")
        let events = Dictionary(grouping: all) { $0.subject }
        return all.filter { $0.event == "registered" && $0.counts }.map {
            Deal(registered: $0, events: events[$0.subject] ?? [])
        }
    }
}
