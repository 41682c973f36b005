internal import Records
internal import Terms

extension AuditRule {
    static let registration = AuditRule(
        "registration", .commercials,
        "Whether registered deals are decided on in time."
    ) { past in
        let path = TermPath(section: "commercials").appending("pipeline")
            .appending("registration").appending("decide-within")
        guard let within = past.current.document[path]?.duration else { return [] }
        var late: [(deal: Deal, decided: CalendarDate?, due: CalendarDate)] = []
        let deals = past.deals
        for deal in deals {
            // Each deal by the terms of the day on which it was registered.
            let day = deal.registered.day
            let due = (past.version(on: day).document[path]?.duration ?? within)
            let end = day.due(within: due)
            let decided = deal.first("accepted", "declined", "won", "lost")?.day
            if (decided ?? past.today) > end { late.append((deal, decided, end)) }
        }
        let open = late.filter { $0.decided == nil }
        let status: Assessment.Status =
            deals.isEmpty ? .notYetDue : !open.isEmpty ? .broken : late.isEmpty ? .kept : .drifting
        let undecided = open.map(\.deal.id).joined(separator: ", ")
        var found = Assessment(
            rule: "registration", path: path, label: "Registered deals are decided on",
            version: past.current.number, promised: "Within \(within)",
            actual: "\(deals.count - late.count) of \(Words.counted(deals.count, "deal")) in time",
            difference: late.isEmpty ? nil : "\(late.count) late", status: status,
            reason: deals.isEmpty
                ? "No deal is registered"
                : open.isEmpty
                    ? late.isEmpty
                        ? "Each one was decided on in time" : "All of them are decided on"
                    : "Nobody has decided on \(undecided)",
            evidence: late.flatMap { [$0.deal.registered] }.evidence,
            since: open.map(\.due).min(),
            measure: deals.isEmpty
                ? nil
                : .init(
                    promised: Figure(deals.count, "deals"),
                    actual: Figure(deals.count - late.count, "deals")))
        if let first = open.first {
            found.next = .init(
                who: past.signing.filter { $0 != first.deal.party }.map(past.manager),
                what: "decide: entente record deal accepted \(first.deal.id)")
        }
        return [found]
    }

    static let dealClash = AuditRule(
        "deal-clash", .commercials,
        "Whether both sides work on one customer while one of them is protected."
    ) { past in
        let path = TermPath(section: "commercials").appending("pipeline").appending("registration")
        guard past.current.document[path] != nil else { return [] }
        let deals = past.deals
        let clashes = Dictionary(grouping: deals) { $0.customer.folded }
            .values.flatMap(Clash.all).sorted {
                ($0.second.registered.day, $0.second.id) < ($1.second.registered.day, $1.second.id)
            }
        guard clashes.isEmpty else { return clashes.map { past.assessment(of: $0, path) } }
        guard !deals.isEmpty else { return [] }
        return [
            Assessment(
                rule: "deal-clash", path: path,
                label: "Nobody works on a customer whom the other side has registered",
                version: past.current.number, promised: "One side for each customer",
                actual: "\(Words.counted(deals.count, "deal")), and no clash", status: .kept,
                reason: "No customer of a protected deal was claimed by another side")
        ]
    }
}

/// Two deals of two sides with one customer, of which the first was protected.
private struct Clash {
    let first: Deal
    let second: Deal

    /// Those among the deals with one customer, in the order of days.
    static func all(in deals: [Deal]) -> [Clash] {
        var clashes: [Clash] = []
        /// The deal of each party that is protected the longest.
        var protected: [(until: CalendarDate, deal: Deal)] = []
        for deal in deals {
            // Who accepts or gives up a deal has no quarrel about it.
            if deal.first("accepted", "declined", "lost") == nil,
                let first = protected.first(where: {
                    $0.deal.party != deal.party && deal.registered.day <= $0.until
                })
            {
                clashes.append(Clash(first: first.deal, second: deal))
            }
            guard let until = deal.protectedUntil else { continue }
            let place = protected.firstIndex { $0.deal.party == deal.party }
            if place.map({ protected[$0].until < until }) ?? true {
                if let place { protected.remove(at: place) }
                protected.append((until, deal))
            }
        }
        return clashes
    }
}

extension Past {
    fileprivate func assessment(of clash: Clash, _ path: TermPath) -> Assessment {
        let (first, second) = (clash.first, clash.second)
        let won = second.won
        let until = first.protectedUntil.map { " until \($0)" } ?? ""
        return Assessment(
            rule: "deal-clash", path: path, subject: second.id,
            label: "\(second.customer) is claimed by two sides",
            version: version(on: second.registered.day).number,
            promised: "\(name(first.party)) is protected there\(until)",
            actual: "\(name(second.party)) registered it on \(second.registered.day)"
                + (won.map { " and won it on \($0.day)" } ?? ""),
            status: won == nil ? .drifting : .broken,
            reason: "\(first.id) was registered on \(first.registered.day), and nobody accepted "
                + second.id,
            evidence: [first.registered, second.registered, won].compactMap(\.self).evidence,
            since: second.registered.day,
            next: .init(
                who: [first.party, second.party].map(manager),
                what: "decide on it: entente record deal declined \(second.id)"))
    }
}
