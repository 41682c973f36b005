internal import Settlement
internal import Terms

/// How a distribution reads.
struct SettlementWording {
    let names: Names
    let hasDays: Bool

    func name(_ recipient: Recipient) -> String {
        switch recipient {
        case .party(let id): names.party(id)
        case .others: "Costs of others"
        case .taxes: "Taxes"
        }
    }

    /// `EUR 1,000.00`.
    func money(_ amount: Int64, _ currency: String) -> String {
        Money(currency: currency, minorUnits: amount)?.description ?? "\(currency) \(amount)"
    }

    /// `1,000.00`, for columns whose head names the currency.
    func figure(_ amount: Int64, _ currency: String) -> String {
        String(money(amount, currency).dropFirst(currency.count + 1))
    }

    /// As ``figure(_:_:)``, with a plus sign before what is more than nothing.
    func difference(_ amount: Int64, _ currency: String) -> String {
        (amount > 0 ? "+" : "") + figure(amount, currency)
    }

    /// A part of a whole in percent with one decimal, or nothing where that says nothing.
    func percent(_ amount: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "" }
        let permille = Apportionment.divide(1_000, by: [max(0, amount), max(0, whole - amount)])[0]
        return amount < 0 ? "" : Share.percent(Int(permille) * 10)
    }

    // MARK: Lines

    /// What a line is about: `subscription, year 1`.
    func title(_ line: Line) -> String {
        let stream = line.sources.first.map { $0.stream ?? "what fits no stream" } ?? ""
        let subject =
            switch line.rule {
            case .taxes: "Taxes of \(stream)"
            case .costs: "Costs of others for \(stream)"
            case .refund: "Refunds of \(stream)"
            case .recordedCosts, .agreedCosts, .fixed, .recoup: line.path.last
            case .shares, .finalShares: stream
            case .tier: "\(stream), tier \(line.path.parent?.last ?? "")"
            case .years(let from, let to): "\(stream), contract \(years(from, to))"
            case .cap: "\(stream), at most"
            case .floor: "\(stream), at least"
            }
        return [subject, time(line.time)].compactMap(\.self).joined(separator: ", ")
    }

    private func time(_ time: Line.Time) -> String? {
        switch time {
        case .all: nil
        case .period(let span): hasDays ? "\(span.first) to \(span.last)" : nil
        case .year(let year, let span):
            hasDays ? "year \(year) (\(span.first) to \(span.last))" : "year \(year)"
        }
    }

    private func years(_ from: Int64, _ to: Int64?) -> String {
        guard let to else { return "year \(from) and later" }
        return from == to ? "year \(from)" : "years \(from) to \(to)"
    }

    /// Why a line is as it is, with its figures.
    func reason(_ line: Line) -> String {
        func money(_ amount: Int64) -> String { self.money(amount, line.currency) }
        switch line.rule {
        case .taxes: return "What is divided here is without tax."
        case .costs: return "What is divided here is without the costs of others."
        case .refund:
            return "A refund that the others don't give their part back for is borne by whoever "
                + "invoices."
        case .recordedCosts(let costs):
            return "The costs of others that were recorded with the revenue: \(money(costs))."
        case .agreedCosts(let costs):
            return "Agreed costs of others in each settlement period: \(money(costs))."
        case .fixed(let amount):
            return "An agreed amount in each settlement period: \(money(amount))."
        case .recoup(let goal, let before):
            let left = goal - before - line.amount
            return "What was put in is paid back: \(money(goal)) in all, \(money(before)) before, "
                + (left == 0 ? "nothing left." : "\(money(left)) still to come.")
        case .shares: return "Divided by these shares, whatever the amount and the year."
        case .finalShares: return "What fits no stream is divided by the shares of the last step."
        case .tier(let from, let to):
            let end = to.map { " to \(money($0))" } ?? " on"
            return "The slice of the year's amount from \(money(from))\(end) by its own shares."
        case .years(let from, let to):
            return "What customers pay in \(years(from, to)) of their contracts."
        case .cap(let most, let party):
            return "\(names.party(party)) receives \(money(most)) in a year at most; the others "
                + "receive what is above it."
        case .floor(let least, let party):
            return "\(names.party(party)) receives \(money(least)) in a year at least, if so much "
                + "comes in; the others make up for it."
        }
    }

    /// What keeps a step from being paid in full, or may keep it.
    func limit(_ line: Line) -> String? {
        guard let limit = line.limit else { return nil }
        if let share = limit.atMost {
            return "At most \(share) of the \(money(limit.there, line.currency)) that is there."
        }
        switch line.rule {
        case .recordedCosts(let due), .agreedCosts(let due), .fixed(let due):
            return line.amount < due ? "There is no more." : nil
        default:
            return nil
        }
    }

    /// `Out of subscription 300.00, operations 200.00.`; nil where there is only one place.
    func sources(_ line: Line) -> String? {
        var sums: [(name: String, amount: Int64)] = []
        for source in line.sources {
            let name = source.stream ?? "what fits no stream"
            if let place = sums.firstIndex(where: { $0.name == name }) {
                sums[place].amount += source.amount
            } else {
                sums.append((name, source.amount))
            }
        }
        guard sums.count > 1 || line.isStep else { return nil }
        return "Out of "
            + sums.map { "\($0.name) \(figure($0.amount, line.currency))" }
            .joined(separator: ", ") + "."
    }

    /// `Northwind Ltd 60.00, Contoso GmbH 40.00`.
    func parts(_ line: Line) -> StyledText {
        line.parts.map {
            StyledText("\(name($0.recipient)) ")
                + StyledText(
                    line.amount == 0
                        ? difference($0.amount, line.currency) : figure($0.amount, line.currency),
                    [.bold, .together])
        }.joinedByDots()
    }
}

extension Line {
    /// Whether it is a step of the order of payment, which all streams bear.
    fileprivate var isStep: Bool {
        switch rule {
        case .recordedCosts, .agreedCosts, .fixed, .recoup: true
        default: false
        }
    }
}
