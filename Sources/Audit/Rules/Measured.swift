internal import Terms

extension AuditRule {
    static let objective = AuditRule(
        "objective", .purpose,
        "Where each objective stands, against the target of its day."
    ) { past in
        let measures = past.measures
        return past.promises("purpose.objectives").map { promise in
            Measured(promise, measures[promise.id] ?? [], past).assessment(
                rule: "objective", label: promise.value["statement"]?.text ?? promise.id,
                what: promise.value["metric"]?.text,
                who: promise.value["owner"]?.text.map { [$0] } ?? [])
        }
    }

    static let success = AuditRule(
        "success", .purpose,
        "Where each party's measures of success stand, against the target of their day."
    ) { past in
        let measures = past.measures
        return past.promises("purpose.success").map { promise in
            let party = promise.value["party"]?.text ?? "joint"
            let whose = party == "joint" ? "Both" : past.name(party)
            return Measured(promise, measures[promise.id] ?? [], past).assessment(
                rule: "success",
                label: "\(whose): \(promise.value["measure"]?.text ?? promise.id)", what: nil,
                who: party == "joint" ? past.managers : [past.manager(of: party)])
        }
    }
}

extension Past {
    /// The figures that were read, by what they are figures of.
    fileprivate var measures: [String: [PastRecord]] {
        Dictionary(grouping: records("measures", "taken")) { $0.value["of"]?.text ?? "" }
    }
}

/// A figure that the terms want to see somewhere by a day, with what was read.
private struct Measured {
    let promise: Promised
    let records: [PastRecord]
    let past: Past
    let target: Target?

    init(_ promise: Promised, _ records: [PastRecord], _ past: Past) {
        self.promise = promise
        self.past = past
        target = Target(promise.value)
        self.records = records.filter { $0.day >= promise.from }
    }

    /// A figure that counts, on its day.
    private struct Reading {
        let day: CalendarDate
        let value: Figure
    }

    private var readings: [Reading] {
        records.counted.compactMap { record in
            guard let value = record.value["value"]?.quantity.map({ Figure($0) }),
                target.map({ value.fits($0.value) }) ?? true
            else { return nil }
            return Reading(day: record.day, value: value)
        }
    }

    func assessment(rule: String, label: String, what: String?, who: [String]) -> Assessment {
        let readings = readings
        var found = Assessment(
            rule: rule, path: promise.path, label: label, version: promise.terms.number,
            promised: promised(what), actual: "Nothing was read", status: .unknown, reason: "",
            evidence: records.evidence, due: promise.due, isDated: promise.due != nil)
        found.quadrant = promise.value["quadrant"]?.text
        found.trend = readings.map { reading in
            let terms = past.version(on: reading.day)
            let ofItsDay = terms.document[promise.path].flatMap(Target.init)?.value
            return .init(
                day: reading.day, value: reading.value,
                target: ofItsDay.flatMap { $0.fits(reading.value) ? $0 : nil })
        }
        if let target {
            let count = judged(readings, target)
            judge(&found, readings, target, last: count)
            if let last = count {
                found.actual = "\(last.value) on \(last.day)" + trendWords(readings, upTo: last)
                found.difference = Words.difference(last.value, from: target.value)
                found.measure = .init(promised: target.value, actual: last.value)
            }
        } else {
            found.reason = "The terms name no figure that it could be held against"
        }
        found.reason += records.contestedWords
        if found.status != .kept {
            found.next = .init(
                who: who,
                what: found.status == .unknown || readings.isEmpty
                    ? "read the figure and record it: entente record measure "
                        + "--set of=\(promise.id)"
                    : found.status == .notYetDue
                        ? "go on, and read the figure again" : "say what has to change")
        }
        return found
    }

    private func promised(_ what: String?) -> String {
        let figure = target?.words ?? "No figure"
        let by = promise.due.map { " by \($0)" } ?? ""
        return (what.map { "\($0): " } ?? "") + figure + by
    }

    /// The figure that decides: the last one on the day it is due or before, else the first one
    /// after that; before it is due, the last one.
    private func judged(_ readings: [Reading], _ target: Target) -> Reading? {
        guard let due = promise.due, due < past.today else { return readings.last }
        return readings.last { $0.day <= due } ?? readings.first
    }

    private func judge(
        _ found: inout Assessment, _ readings: [Reading], _ target: Target, last: Reading?
    ) {
        let isOver = promise.due.map { $0 < past.today } ?? false
        guard let last else { return unread(&found, isOver: isOver) }
        if target.isReached(by: last.value) {
            found.status = .kept
            found.since = last.day
            found.reason =
                "\(last.value) on \(last.day) reaches \(target.words)"
        } else if isOver, let due = promise.due {
            if let later = readings.first(where: {
                $0.day > due && target.isReached(by: $0.value)
            }) {
                found.status = .kept
                found.since = later.day
                found.reason =
                    "It was reached on \(later.day), "
                    + "\(Words.days(later.day.dayNumber - due.dayNumber)) late"
            } else {
                found.status = .broken
                found.since = due
                found.reason = "It was due on \(due), and the figure was \(last.value)"
            }
        } else if let due = promise.due,
            target.isBehind(last.value, on: last.day, from: promise.from, to: due)
        {
            found.status = .drifting
            found.since = behindSince(readings, target, due)
            let way = target.expected(on: last.day, from: promise.from, to: due)
            found.reason =
                "On the straight way to its target it would have been "
                + "\(way ?? target.value) on \(last.day)"
        } else {
            found.status = .notYetDue
            found.reason = promise.due == nil ? "The terms name no day" : "It is on its way"
        }
    }

    /// The first day from which on each figure was behind.
    private func behindSince(
        _ readings: [Reading], _ target: Target, _ due: CalendarDate
    ) -> CalendarDate? {
        let behind = readings.reversed().prefix {
            target.isBehind($0.value, on: $0.day, from: promise.from, to: due)
        }
        return behind.last?.day
    }

    private func unread(_ found: inout Assessment, isOver: Bool) {
        guard let due = promise.due else {
            found.reason = "Nobody has read the figure"
            return
        }
        let half = promise.from.dayNumber + (due.dayNumber - promise.from.dayNumber) / 2
        if isOver {
            found.since = due
            found.reason = "It was due on \(due), and nobody has read the figure"
        } else if past.today.dayNumber > half {
            found.since = CalendarDate(dayNumber: half)
            found.reason = "Half of the time is over, and nobody has read the figure"
        } else {
            found.status = .notYetDue
            found.reason = "There is time until \(due), and nobody has read the figure yet"
        }
    }

    /// Which way the figure goes, from the one before.
    private func trendWords(_ readings: [Reading], upTo last: Reading) -> String {
        guard let before = readings.last(where: { $0.day < last.day }) else { return "" }
        if before.value < last.value { return ", up from \(before.value)" }
        if last.value < before.value { return ", down from \(before.value)" }
        return ", as before"
    }
}
