internal import Terms

/// Gathers what somebody who reads a distribution has to know.
struct Notes {
    private let terms: CommercialTerms
    private(set) var all: [Note] = []

    init(terms: CommercialTerms, lateLines: Int) {
        self.terms = terms
        for stream in terms.streams {
            for (bound, field) in [(stream.floor, "floor-for"), (stream.cap, "cap-for")] {
                guard let bound, !bound.isNamed else { continue }
                say(
                    "whose-bound", bound.path,
                    "\(bound.path) does not say for whom it is. It is read as that of "
                        + "\(bound.party), who has the smallest share; say it with \(field).")
            }
        }
        if terms.calendar.starts == nil {
            say(
                "no-start", TermPath(section: "framework").appending("term").appending("starts"),
                "The terms don't say when the agreement starts; years are those of the calendar.")
        }
        for path in terms.unreached {
            say("unreached", path, "\(path) stands behind a split, which leaves nothing.")
        }
        if lateLines > 0, let ends = terms.ends {
            say(
                "after-end", TermPath(section: "framework").appending("term"),
                "\(lateLines) of the lines are dated after the end of the agreement, \(ends).")
        }
    }

    mutating func add(_ division: CurrencyDivision) {
        func money(_ amount: Int64) -> String {
            Money(currency: division.currency, minorUnits: amount)?.description ?? "\(amount)"
        }
        for (stream, amount) in division.ignoredCosts.sorted(by: { $0.key < $1.key })
        where amount > 0 {
            say(
                "costs-not-taken-off", path(of: stream),
                "Costs of \(money(amount)) in \(name(stream)) are not taken off: the terms say so "
                    + "neither by its base nor by a step for the costs of others.")
        }
        for (stream, amount) in division.openCosts.sorted(by: { $0.key < $1.key }) where amount > 0
        {
            say(
                "costs-not-covered", path(of: stream),
                "Costs of \(money(amount)) in \(name(stream)) are above what is there for them, "
                    + "and stay with whoever paid them.")
        }
        for step in terms.steps {
            guard let amount = division.shared.unpaid[step.path], amount > 0 else { continue }
            say(
                "not-paid", step.path,
                "\(money(amount)) of \(step.path) could not be paid, and is not paid "
                    + "later.")
        }
        for bound in division.missed.sorted(by: { $0.path < $1.path }) {
            say(
                "floor-not-reached", bound.path,
                "A year's revenue is below \(bound.path); \(bound.party) receives all of it.")
        }
    }

    private func name(_ stream: Int) -> String {
        stream < terms.streams.count ? terms.streams[stream].id : "what fits no stream"
    }

    private func path(of stream: Int) -> TermPath {
        stream < terms.streams.count
            ? terms.streams[stream].path : TermPath(section: "commercials").appending("waterfall")
    }

    private mutating func say(_ code: String, _ path: TermPath, _ message: String) {
        all.append(Note(code: code, path: path, message: message))
    }
}
