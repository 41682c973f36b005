internal import Terms

/// The order of payment in one settlement period.
extension CurrencyDivision {
    /// Pays the steps out of what is there, each stream in proportion to what it has left, and
    /// returns what is left.
    mutating func pay(_ sources: [Source], in period: Int) -> [Source] {
        var sources = sources
        let span = terms.calendar.span(ofPeriod: period)
        let time = Line.Time.period(span)
        for step in terms.steps {
            let turn = SharedFigures.StepTime(path: step.path, first: span.first)
            guard let demand = demand(of: step, in: turn, on: sources) else { continue }
            let there = max(0, sources.reduce(0) { $0 + $1.amount })
            let limit = step.atMost.map { Apportionment.portion($0, of: there) } ?? there
            let paid = min(demand.amount, limit)
            let taken = Apportionment.divide(paid, by: demand.weights)
            for (place, amount) in taken.enumerated() {
                sources[place].amount -= amount
                if step.kind == .recordedCosts { sources[place].costs -= amount }
            }
            write(
                demand.rule, step.path, time,
                zip(sources, taken).map { Line.Source(stream: name($0.key.stream), amount: $1) },
                paid, parts(of: step, paid),
                limit: Line.Limit(there: there, atMost: step.atMost))
            if case .recoup = step.kind {
                shared.recouped[step.path, default: 0] += paid
            } else if step.kind != .recordedCosts {
                // There may be many periods; a note need not count beyond what can be counted.
                let before =
                    (shared.unpaid[step.path] ?? 0) - (shared.paid[turn] == nil ? 0 : demand.amount)
                shared.unpaid[step.path] = min(
                    Ledger.largestVolume, before + demand.amount - paid)
                shared.paid[turn, default: 0] += paid
            }
        }
        let hasStep = terms.steps.contains { $0.kind == .recordedCosts }
        for source in sources where source.costs > 0 {
            let stream = source.key.stream
            if hasStep {
                openCosts[stream, default: 0] += source.costs
            } else {
                ignoredCosts[stream, default: 0] += source.costs
            }
        }
        return sources
    }

    /// What a step asks for in a period.
    private struct Demand {
        let amount: Int64
        /// In which proportion each source pays.
        let weights: [Int64]
        let rule: Line.Rule
    }

    /// What a step asks for; nil where it asks for nothing in this currency.
    private func demand(
        of step: WaterfallStep, in turn: SharedFigures.StepTime, on sources: [Source]
    ) -> Demand? {
        let weights = sources.map { max(0, $0.amount) }
        func agreed(_ money: Money, _ rule: Line.Rule) -> Demand? {
            guard money.currency == currency else { return nil }
            let before = shared.paid[turn] ?? 0
            guard before == 0 || before < money.minorUnits else { return nil }
            return Demand(amount: money.minorUnits - before, weights: weights, rule: rule)
        }
        switch step.kind {
        case .recordedCosts:
            let costs = sources.map { min($0.costs, max(0, $0.amount)) }
            let sum = costs.reduce(0, +)
            let all = sources.reduce(0) { $0 + $1.costs }
            guard all > 0 else { return nil }
            return Demand(amount: sum, weights: costs, rule: .recordedCosts(of: all))
        case .agreedCosts(let money):
            return agreed(money, .agreedCosts(of: money.minorUnits))
        case .fixed(let money, _):
            return agreed(money, .fixed(of: money.minorUnits))
        case .recoup(let goals):
            guard let goal = goals.first(where: { $0.money.currency == currency })?.money else {
                return nil
            }
            let before = shared.recouped[step.path] ?? 0
            let rest = goal.minorUnits - before
            guard rest > 0 else { return nil }
            return Demand(
                amount: rest, weights: weights,
                rule: .recoup(goal: goal.minorUnits, before: before))
        case .split:
            return nil
        }
    }

    /// Who receives what a step pays. What is paid back is divided as a whole over all periods, so
    /// that periods make no difference to the sum.
    private func parts(of step: WaterfallStep, _ paid: Int64) -> [Part] {
        switch step.kind {
        case .recordedCosts, .agreedCosts: return [Part(step.costs, paid)]
        case .fixed(_, let split): return split.divide(paid)
        case .recoup(let goals):
            guard let goal = goals.first(where: { $0.money.currency == currency }) else {
                return []
            }
            let before = shared.recouped[step.path] ?? 0
            return zip(goal.split.divide(before + paid), goal.split.divide(before)).map {
                Part($0.recipient, $0.amount - $1.amount)
            }
        case .split: return []
        }
    }
}
