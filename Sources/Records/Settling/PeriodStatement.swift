public import Settlement
public import Terms

/// Who owes whom for some days, from the deals on record: what was divided, what was open before,
/// what is settled already, and what is left to pay.
public struct PeriodStatement: Sendable {
    /// What one party owes another one, in one currency, in minor units; below zero, it is the other
    /// way round.
    public struct Debt: Hashable, Sendable {
        /// Whoever invoices customers.
        public let debtor: String
        /// The other party.
        public let creditor: String
        /// The ISO 4217 code.
        public let currency: String
        /// What was divided before and is not settled.
        public let carried: Int64
        /// What the revenue of these days adds.
        public let added: Int64
        /// What is on record as settled for these days.
        public let settled: Int64
        /// What would be left to pay if nothing that is contested counted.
        public let uncontested: Int64

        /// What is left to pay.
        public var left: Int64 { carried + added - settled }
    }

    /// How much of what was put in is paid back.
    public struct Recoupment: Hashable, Sendable {
        /// The step of the order of payment.
        public let path: TermPath
        /// The ISO 4217 code.
        public let currency: String
        /// All of it, in minor units.
        public let goal: Int64
        /// What is paid back at the end of these days.
        public let paid: Int64
        /// What of that these days have paid.
        public let added: Int64
    }

    /// The first day.
    public let from: CalendarDate
    /// The last day.
    public let to: CalendarDate
    /// The invoices and credits of these days, by day and then in the order of the records.
    public let revenue: [RecordedRevenue]
    /// What these days add under each version, from the earliest on.
    public let parts: [(version: Int, distribution: Distribution)]
    /// Who owes whom, by currency and creditor. Empty where the terms don't say who invoices.
    public let debts: [Debt]
    /// What is paid back so far.
    public let recoupments: [Recoupment]
    /// What is worth knowing beside what the distributions say.
    public let notes: [Note]

    /// Works it out. Linear in the number of records.
    ///
    /// - Parameters:
    ///   - book: What is on record.
    ///   - terms: What each version says about money, by its number.
    ///   - inForce: The number of the version in force, which says who invoices.
    ///   - signing: The parties whose signatures bind them.
    ///   - from: The first day.
    ///   - to: The last day.
    /// - Throws: A finding about the first record that can't be divided.
    public init(
        _ book: RecordBook, terms: [Int: CommercialTerms], inForce: Int, signing: [String],
        from: CalendarDate, to: CalendarDate
    ) throws(Finding) {
        self.from = from
        self.to = to
        let all = RecordedRevenue.all(in: book, signing: signing).filter { $0.line.date <= to }
        revenue = all.filter { $0.line.date >= from }.enumerated().sorted {
            ($0.element.line.date, $0.offset) < ($1.element.line.date, $1.offset)
        }.map(\.element)
        let before = try Self.divide(all.filter { $0.line.date < from }, terms)
        let after = try Self.divide(all, terms)
        parts = zip(before, after).map { ($1.version, $1.distribution.since($0.distribution)) }
            .filter { !$0.1.totals.isEmpty && ($0.1.revenueLines > 0 || !$0.1.lines.isEmpty) }
        recoupments = Self.recoupments(before: before, after: after)
        let certain = all.filter { $0.standing != .contested }
        let isCertain = certain.count == all.count
        let uncontested = isCertain ? after : try Self.divide(certain, terms)
        guard let debtor = terms[inForce]?.invoicedBy else {
            debts = []
            notes = Self.notes(from, to, terms[inForce])
            return
        }
        let payments = Self.payments(in: book, before: from, until: to, debtor: debtor)
        let sums = [before, after, uncontested].map { Self.sums($0) }
        let keys = Set(sums.flatMap(\.keys)).union(payments.before.keys)
            .union(payments.during.keys).filter { $0.party != debtor }
        debts = keys.sorted().map { key in
            let (old, new, sure) = (sums[0][key] ?? 0, sums[1][key] ?? 0, sums[2][key] ?? 0)
            let (paid, settled) = (payments.before[key] ?? 0, payments.during[key] ?? 0)
            return Debt(
                debtor: debtor, creditor: key.party, currency: key.currency, carried: old - paid,
                added: new - old, settled: settled, uncontested: sure - paid - settled)
        }
        notes = Self.notes(from, to, terms[inForce])
    }

    // MARK: Parts

    private struct Key: Hashable, Comparable {
        let currency: String
        let party: String

        static func < (left: Key, right: Key) -> Bool {
            (left.currency, left.party) < (right.currency, right.party)
        }
    }

    private typealias Parts = [(version: Int, distribution: Distribution)]

    private static func divide(
        _ revenue: [RecordedRevenue], _ terms: [Int: CommercialTerms]
    ) throws(Finding) -> Parts {
        var ledger = VersionedLedger(terms, file: "records")
        for recorded in revenue {
            do throws(Finding) {
                try ledger.add(recorded.line, under: recorded.version)
            } catch {
                throw Finding(
                    rule: error.rule, file: recorded.record.path, message: error.message,
                    next: error.next)
            }
        }
        return ledger.distributions()
    }

    private static func sums(_ parts: Parts) -> [Key: Int64] {
        var sums: [Key: Int64] = [:]
        for total in parts.flatMap(\.distribution.totals) {
            for part in total.parts {
                guard case .party(let party) = part.recipient else { continue }
                sums[Key(currency: total.currency, party: party), default: 0] += part.amount
            }
        }
        return sums
    }

    /// What is on record as settled: for days before these, and for these.
    private static func payments(
        in book: RecordBook, before from: CalendarDate, until to: CalendarDate, debtor: String
    ) -> (before: [Key: Int64], during: [Key: Int64]) {
        var found: (before: [Key: Int64], during: [Key: Int64]) = ([:], [:])
        for record in book.records where record.event.name == "settled" {
            guard let value = record.value, let last = value["to"]?.date, last <= to,
                let amount = value["amount"]?.money, let payer = value["payer"]?.text,
                let payee = value["payee"]?.text, payer == debtor || payee == debtor
            else { continue }
            let key = Key(currency: amount.currency, party: payer == debtor ? payee : payer)
            let paid = Int64(0).adding(clamped: amount.minorUnits)
            let sum = payer == debtor ? paid : -paid
            if last < from {
                found.before[key] = (found.before[key] ?? 0).adding(clamped: sum)
            } else {
                found.during[key] = (found.during[key] ?? 0).adding(clamped: sum)
            }
        }
        return found
    }

    private static func recoupments(before: Parts, after: Parts) -> [Recoupment] {
        struct Step: Hashable { let path: TermPath, currency: String }
        func paid(_ parts: Parts) -> [Step: (goal: Int64, paid: Int64)] {
            var found: [Step: (goal: Int64, paid: Int64)] = [:]
            for line in parts.flatMap(\.distribution.lines) {
                guard case .recoup(let goal, _) = line.rule else { continue }
                let step = Step(path: line.path, currency: line.currency)
                found[step] = (goal, (found[step]?.paid ?? 0) + line.amount)
            }
            return found
        }
        let old = paid(before)
        return paid(after).sorted {
            ($0.key.currency, $0.key.path) < ($1.key.currency, $1.key.path)
        }.map { step, sum in
            Recoupment(
                path: step.path, currency: step.currency, goal: sum.goal, paid: sum.paid,
                added: sum.paid - (old[step]?.paid ?? 0))
        }
    }

    private static func notes(
        _ from: CalendarDate, _ to: CalendarDate, _ terms: CommercialTerms?
    ) -> [Note] {
        guard let terms else { return [] }
        let path = TermPath(section: "commercials").appending("settlement")
        var notes: [Note] = []
        if terms.invoicedBy == nil {
            notes.append(
                Note(
                    code: "no-debtor", path: path.appending("invoiced-by"),
                    message: "The terms don't say who invoices, so that nobody knows who owes whom."
                ))
        }
        let (first, last) = (
            terms.calendar.span(ofPeriod: terms.calendar.period(of: from)),
            terms.calendar.span(ofPeriod: terms.calendar.period(of: to))
        )
        if first.first != from || last.last != to {
            notes.append(
                Note(
                    code: "other-period", path: path.appending("frequency"),
                    message: "These days are no whole settlement periods; those begin on "
                        + "\(first.first) and end on \(last.last)."))
        }
        return notes
    }
}
