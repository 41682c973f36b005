internal import Records
internal import Terms

/// A record as the rules look at it: one that was not withdrawn.
///
/// A class, for there are ten thousands of them in a long partnership, and each rule sorts them in
/// its own way; nothing in it ever changes.
final class PastRecord: Sendable {
    let id: RecordID
    let event: String
    let subject: String
    let day: CalendarDate
    let value: Value
    let standing: Record.Standing
    let recorder: Recorder

    init?(_ record: Record, signing: [String]) {
        guard let value = record.value, let day = value["on"]?.date else { return nil }
        id = record.id
        event = record.event.name
        subject = record.id.subject
        self.day = day
        self.value = value
        standing = record.standing(among: signing)
        recorder = record.contents[0].recorder
    }

    /// Whether it counts: what another party says is wrong does not, until both agree.
    var counts: Bool { standing != .contested }

    var evidence: Assessment.Evidence {
        Assessment.Evidence(record: id, day: day, standing: standing)
    }
}

extension [PastRecord] {
    /// Those that nobody says are wrong.
    var counted: [PastRecord] { filter(\.counts) }

    var evidence: [Assessment.Evidence] { map(\.evidence) }

    /// What is said about those that do not count, behind a sentence.
    var contestedWords: String {
        let count = filter { !$0.counts }.count
        return count == 0
            ? "" : "; \(count) contested record\(count == 1 ? " does" : "s do") not count"
    }
}
