internal import Settlement
internal import Terms

/// What each party puts in, added up: money, hours, and what both are worth together.
struct InvestmentsOverview {
    let layout: ValueLayout

    private struct Stake {
        var party: String
        var money: Int64 = 0
        var hours: Int64 = 0
        var worth: Int64 = 0
    }

    /// The table and its drawing; empty where nothing is to be added up, or where it can't be:
    /// amounts of several currencies, hours without a rate, or more than can be counted.
    func blocks(of items: [Value.Item], _ fields: [Field], at path: TermPath?) -> [Block] {
        let names = Set(fields.map(\.name))
        guard names.isSuperset(of: ["party", "amount", "hours", "rate"]), items.count > 1,
            let (stakes, currency) = stakes(of: items)
        else { return [] }
        let parts = Apportionment.divide(
            Int64(Share.whole.basisPoints), by: stakes.map(\.worth))
        func money(_ units: Int64) -> String {
            units == 0 ? "" : Money(currency: currency, minorUnits: units)?.description ?? ""
        }
        let table = TextTable(
            rows: zip(stakes, parts).map { stake, part in
                [StyledText(layout.names.party(stake.party))]
                    + [
                        money(stake.money), stake.hours == 0 ? "" : String(stake.hours),
                        money(stake.worth), Share.percent(Int(part)),
                    ].map { StyledText($0, .together) }
            },
            header: ["In all", "Money", "Hours", "Worth", "Part"],
            alignments: [.left, .right, .right, .right, .right])
        let most = stakes.map(\.worth).max() ?? 0
        let chart = BarChart(
            title: "What each side puts in",
            legend: stakes.map { layout.names.party($0.party) },
            bars: stakes.enumerated().map { index, stake in
                let length = Int(Int128(stake.worth) * 10_000 / Int128(max(1, most)))
                return .init(
                    label: layout.names.party(stake.party),
                    parts: [.init(owner: index, length: length, text: money(stake.worth))])
            }, anchor: path.map(Anchor.init))
        return [.table(table), .figure(chart)]
    }

    /// What each party puts in, by id, and the one currency of it.
    private func stakes(of items: [Value.Item]) -> ([Stake], String)? {
        var stakes: [String: Stake] = [:]
        var currencies: Set<String> = []
        for item in items {
            guard let party = item.value["party"]?.text else { return nil }
            var stake = stakes[party] ?? Stake(party: party)
            if let amount = item.value["amount"]?.money {
                currencies.insert(amount.currency)
                guard let money = stake.money.plus(amount.minorUnits),
                    let worth = stake.worth.plus(amount.minorUnits)
                else { return nil }
                (stake.money, stake.worth) = (money, worth)
            }
            if let hours = item.value["hours"]?.integer {
                guard let rate = item.value["rate"]?.money,
                    let value = rate.minorUnits.times(hours), let sum = stake.hours.plus(hours),
                    let worth = stake.worth.plus(value)
                else { return nil }
                currencies.insert(rate.currency)
                (stake.hours, stake.worth) = (sum, worth)
            }
            stakes[party] = stake
        }
        guard let currency = currencies.first, currencies.count == 1,
            stakes.values.allSatisfy({ $0.worth >= 0 }),
            stakes.values.contains(where: { $0.worth > 0 })
        else { return nil }
        return (stakes.values.sorted { $0.party < $1.party }, currency)
    }
}

extension Int64 {
    fileprivate func plus(_ other: Int64) -> Int64? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }

    fileprivate func times(_ other: Int64) -> Int64? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }
}
