internal import Terms

/// Something that has to happen again and again, and when it did.
struct Cadence {
    /// A stretch of time in which it had to happen that often.
    struct Stretch {
        let from: CalendarDate
        /// The first day after it; nil where it goes on.
        let until: CalendarDate?
        let every: CalendarDuration
    }

    /// How many whole periods are over.
    private(set) var periods = 0
    /// In how many of them it happened, or soon after.
    private(set) var met = 0
    /// The last time that it happened.
    let last: CalendarDate?
    /// When it is due next.
    let next: CalendarDate
    private let every: CalendarDuration
    private let today: CalendarDate

    /// Looks at what happened up to a day; nil without a stretch. Linear in the days and periods.
    ///
    /// - Parameters:
    ///   - stretches: How often it had to happen, in the order of time.
    ///   - days: When it happened, in the order of time.
    ///   - today: The day.
    init?(_ stretches: [Stretch], days: [CalendarDate], today: CalendarDate) {
        guard let current = stretches.last else { return nil }
        last = days.last
        every = current.every
        next = max(last ?? current.from, current.from).due(within: current.every)
        self.today = today
        var place = 0
        for stretch in stretches {
            let end = stretch.until.map { min($0, today) } ?? today
            var from = stretch.from
            for number in 1...Self.most {
                let to = stretch.from.adding(stretch.every, times: number)
                guard from < to, to <= end else { break }
                while place < days.count, days[place] < from { place += 1 }
                // What comes in the first half of the next period makes up for one that is missing.
                let late = CalendarDate(dayNumber: to.dayNumber + from.days(to: to) / 2)
                if place < days.count, days[place] < late {
                    met += 1
                    place += 1
                }
                periods += 1
                from = to
            }
        }
    }

    /// More periods than anybody lives to see.
    private static let most = 20_000

    /// How it stands, since when, and why.
    var judgement: (status: Assessment.Status, since: CalendarDate?, reason: String) {
        if next.due(within: every) < today {
            return (
                .broken, next,
                "It was due on \(next), and again \(every) later"
            )
        }
        if next < today { return (.drifting, next, "It was due on \(next)") }
        if last == nil { return (.notYetDue, nil, "The first one is due on \(next)") }
        if periods - met > 1, (periods - met) * 4 > periods {
            return (.drifting, nil, "More than a quarter of them are missing")
        }
        return (.kept, last, "The next one is due on \(next)")
    }

    /// `in 8 of 9 periods, the last time on 2027-12-01`.
    var words: String {
        let whole = periods == 0 ? "" : "\(met) in \(Words.counted(periods, "period"))"
        let last = last.map { "the last time on \($0)" } ?? "never yet"
        return whole.isEmpty ? last.prefix(1).uppercased() + last.dropFirst() : "\(whole), \(last)"
    }

    /// What can be drawn; nil before the first period is over.
    var measure: Assessment.Measure? {
        periods == 0
            ? nil
            : .init(promised: Figure(periods, "periods"), actual: Figure(met, "periods"))
    }
}

extension Past {
    /// How often something had to happen, by the terms of each time: from a day on, up to another
    /// one or without an end. `every` says how often by the terms of a version; nil where they
    /// don't ask for it.
    func stretches(
        from start: CalendarDate, to end: CalendarDate? = nil,
        every: (TermsInForce) -> CalendarDuration?
    ) -> [Cadence.Stretch] {
        var found: [Cadence.Stretch] = []
        for (index, version) in versions.enumerated() {
            let next = index + 1 < versions.count ? versions[index + 1].from : nil
            let until = [next, end].compactMap(\.self).min()
            let from = index == 0 ? start : max(start, version.from)
            guard let duration = every(version), duration.count > 0,
                until.map({ from < $0 }) ?? true
            else { continue }
            if let last = found.last, last.every == duration, last.until == from {
                found[found.count - 1] = .init(from: last.from, until: until, every: duration)
            } else {
                found.append(.init(from: from, until: until, every: duration))
            }
        }
        return found
    }
}
