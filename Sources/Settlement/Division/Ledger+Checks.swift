internal import Terms

/// What keeps a line from being divided.
extension Ledger {
    /// The most that the amounts of all lines may sum to, so that no step overflows.
    static let largestVolume = Int64.max / 8

    /// The place of the stream that a line belongs to; nil for what fits none.
    func stream(of line: Revenue) throws(Finding) -> Int? {
        guard let name = line.stream else {
            guard terms.finalShares == nil else { return nil }
            throw finding(
                "no-stream", line, "no stream is named, and the terms divide nothing else",
                next: "Name one of \(known), or add shares to the final split of the waterfall")
        }
        if let index = indices[name] { return index }
        let nearest = Suggestion.nearest(to: name, in: terms.streams.map(\.id))
        throw finding(
            "unknown-stream", line,
            "there is no stream `\(TextRules.visible(name))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: terms.streams.isEmpty
                ? "The terms have no streams; leave the stream out" : "Known: \(known)")
    }

    func check(_ line: Revenue, in stream: StreamTerms?) throws(Finding) {
        if let stream, let currency = stream.currency, currency != line.money.currency {
            throw finding(
                "wrong-currency", line,
                "`\(stream.id)` is divided in \(currency), and the amount is in "
                    + line.money.currency,
                next: "Convert it to \(currency) first, as your agreement says")
        }
        if let starts = terms.calendar.starts, line.date < starts {
            throw finding(
                "before-start", line, "\(line.date) is before the agreement starts, on \(starts)",
                next: "Leave it out, or check the date")
        }
        let amount = line.money.minorUnits
        guard line.tax == 0 || (line.tax > 0) == (amount > 0), amount != .min,
            line.tax.magnitude <= amount.magnitude
        else {
            throw finding(
                "bad-tax", line, "the tax is no part of the amount",
                next: "The amount is what the customer pays, tax included")
        }
        guard line.costs == 0 || (line.costs > 0 && !line.isRefund) else {
            throw finding(
                "bad-costs", line, line.isRefund ? "a refund has no costs" : "costs are below zero",
                next: "Take what others give back off their next costs")
        }
        guard line.refunds == nil || line.isRefund else {
            throw finding(
                "no-refund", line, "a refund names the day of what is paid back, and this is none",
                next: "Write the amount of a refund with a minus, or leave the day out")
        }
        if let start = line.contractStart, start > day(of: line) {
            throw finding(
                "before-contract", line, "the customer's contract began later, on \(start)",
                next: "Check the dates")
        }
        if let refunds = line.refunds, refunds > line.date {
            throw finding(
                "before-payment", line, "it pays back what came in later, on \(refunds)",
                next: "Check the dates")
        }
    }

    /// The volume with a line.
    func size(of line: Revenue, after volume: Int64) throws(Finding) -> Int64 {
        let (size, overflow) = Int64(clamping: line.money.minorUnits.magnitude)
            .addingReportingOverflow(line.costs)
        let (sum, overflowOfSum) = volume.addingReportingOverflow(size)
        guard !overflow, !overflowOfSum, sum <= Self.largestVolume else {
            throw finding(
                "too-large", line, "the amounts up to here are too large to be counted",
                next: "Check the amounts; all of them together may be 10^18 minor units")
        }
        return sum
    }

    /// The place of the years of a contract that a line counts for.
    func step(of line: Revenue, in stream: StreamTerms?) throws(Finding) -> Int {
        guard let stream, case .byYear(let steps) = stream.division else { return 0 }
        guard let start = line.contractStart ?? terms.calendar.starts else {
            throw finding(
                "no-contract-start", line,
                "`\(stream.id)` is divided by years, and nobody knows since when",
                next: "Add the day on which the customer's contract began, in a column `start`")
        }
        let year = Int64(start.months(to: day(of: line)) / 12 + 1)
        return steps.lastIndex { $0.from <= year } ?? 0
    }

    /// Whether parties give back their part of a refund.
    func isGivenBack(_ line: Revenue, in stream: StreamTerms?) throws(Finding) -> Bool {
        guard let clawback = stream?.clawback else {
            try needBearer(line)
            return false
        }
        guard let since = line.refunds ?? line.contractStart else {
            throw finding(
                "no-refund-day", line,
                "nobody knows whether this refund is within \(clawback.within) of what it pays back",
                next: "Add the day on which that came in, in a column `refunds`")
        }
        guard let last = since.adding(clawback.within) else {
            throw finding(
                "no-clawback-time", line,
                "`\(clawback.path).within` can't be counted on a calendar alone",
                next: "Write it in days, weeks, months, quarters or years")
        }
        let isWithin = line.date <= last
        if !isWithin || clawback.share != .whole { try needBearer(line) }
        return isWithin
    }

    /// The day that decides about years of a contract.
    private func day(of line: Revenue) -> CalendarDate { line.refunds ?? line.date }

    private func needBearer(_ line: Revenue) throws(Finding) {
        guard terms.invoicedBy == nil else { return }
        throw finding(
            "nobody-bears", line, "the terms don't say who bears a refund that nobody gives back",
            next: "entente set commercials.settlement.invoiced-by <party>")
    }

    private var known: String { terms.streams.map(\.id).joined(separator: ", ") }

    private func finding(
        _ rule: String, _ line: Revenue, _ message: String, next: String
    ) -> Finding {
        Finding(rule: rule, file: file, position: line.position, message: message, next: next)
    }
}
