internal import Terms

/// What was done for a customer.
struct Project: Sendable {
    let opened: PastRecord
    let events: [PastRecord]

    var id: String { opened.subject }
    var customer: String { opened.value["customer"]?.text ?? id }
    var manager: String? { opened.value["manager"]?.text }
    var isTrial: Bool { opened.value["trial"]?.text == "true" }

    /// What happened of one kind, of what counts.
    func all(_ name: String) -> [PastRecord] { events.filter { $0.event == name && $0.counts } }

    /// The day on which it was closed; nil while it goes on.
    var closed: CalendarDate? { all("closed").first?.day }
}

extension Past {
    /// The projects whose opening nobody contests, in the order of days.
    var projects: [Project] {
        let all = records("projects")
        let events = Dictionary(grouping: all) { $0.subject }
        return all.filter { $0.event == "opened" && $0.counts }.map {
            Project(opened: $0, events: events[$0.subject] ?? [])
        }
    }
}
