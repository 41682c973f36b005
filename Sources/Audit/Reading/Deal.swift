internal import Records
internal import Terms

/// What became of an opportunity.
///
/// A class, as each of its invoices refers to it; nothing in it ever changes.
final class Deal: Sendable {
    let registered: PastRecord
    /// What happened to it but invoices and credits, of what counts.
    let steps: [PastRecord]
    /// Its invoices and credits, of what counts.
    let bills: [PastRecord]
    /// When the customer signed; nil where they have not.
    let won: PastRecord?

    init(registered: PastRecord, events: [PastRecord]) {
        self.registered = registered
        let isBill = { (record: PastRecord) in
            record.event == "invoiced" || record.event == "credited"
        }
        steps = events.filter { $0.counts && !isBill($0) }
        bills = events.filter { $0.counts && isBill($0) }
        won = steps.first { $0.event == "won" }
    }

    var id: String { registered.subject }
    var customer: String { registered.value["customer"]?.text ?? id }
    var party: String { registered.value["party"]?.text ?? registered.recorder.party }

    /// The first of some events; nil where none happened.
    func first(_ names: String...) -> PastRecord? {
        steps.first { names.contains($0.event) }
    }

    /// Whether it is still to be won.
    var isOpen: Bool { first("won", "lost", "declined") == nil }

    /// The last day on which nobody else may sell there alone, by all that is known; nil where it
    /// is not protected.
    var protectedUntil: CalendarDate? {
        guard let until = steps.compactMap({ $0.value["protected-until"]?.date }).last else {
            return nil
        }
        return first("lost", "declined").map { min(until, $0.day) } ?? until
    }
}

extension Deal {
    /// The deals whose registration nobody contests, in the order of days.
    static func all(in records: [PastRecord]) -> [Deal] {
        let events = Dictionary(grouping: records) { $0.subject }
        return records.filter { $0.event == "registered" && $0.counts }.map {
            Deal(registered: $0, events: events[$0.subject] ?? [])
        }
    }
}
