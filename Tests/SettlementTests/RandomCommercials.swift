import Settlement
import Terms

/// Makes random terms about money, and revenue for them.
struct RandomCommercials {
    var random: Random
    /// Two parties, or three.
    let parties: [String]
    /// At most so many streams.
    let largestStreams: Int

    init(seed: UInt64, parties: Int = 3, streams: Int = 3) {
        random = Random(state: seed)
        self.parties = Array(["acme", "bolt", "core"].prefix(parties))
        largestStreams = streams
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

    mutating func euros(upTo most: Int) -> String { "EUR \(number(0...most))" }

    // MARK: Terms

    mutating func split() -> String {
        var left = 10_000
        var shares: [String] = []
        for (index, party) in parties.enumerated() {
            let share = index == parties.count - 1 ? left : number(0...left)
            left -= share
            shares.append("\(party): \(Share.percent(share))")
        }
        return "{\(shares.joined(separator: ", "))}"
    }

    mutating func stream(_ id: String) -> String {
        let base = ["gross", "net", "margin"].randomElement(using: &random) ?? ""
        var fields = ["id: \(id)", "kind: services", "base: \(base)", "currency: EUR"]
        switch number(0...2) {
        case 0: fields.append("shares: \(split())")
        case 1:
            let steps = [0, number(1...200), number(201...900)].prefix(number(1...3)).map {
                "{id: from-\($0), from: EUR \($0), shares: \(split())}"
            }
            fields.append("tiers: [\(steps.joined(separator: ", "))]")
        default:
            let steps = [1, 2, 4].prefix(number(1...3)).map {
                "{id: from-\($0), from: \($0), shares: \(split())}"
            }
            fields.append("years: [\(steps.joined(separator: ", "))]")
        }
        let party = parties.randomElement(using: &random) ?? ""
        let floor = number(0...400)
        if chance(30) { fields.append("floor: EUR \(floor), floor-for: \(party)") }
        if chance(30) { fields.append("cap: EUR \(number(floor...800)), cap-for: \(party)") }
        if chance(50) {
            fields.append(
                "clawback: {when: It fails., within: 6 months, share: \(number(0...100))%}")
        }
        return "  - {\(fields.joined(separator: ", "))}"
    }

    mutating func step(_ id: String) -> String {
        var fields = ["id: \(id)"]
        let party = parties.randomElement(using: &random) ?? ""
        switch number(0...3) {
        case 0: fields += ["step: pass-through"]
        case 1: fields += ["step: pass-through", "amount: \(euros(upTo: 90))"]
        case 2: fields += ["step: fixed", "amount: \(euros(upTo: 90))", "party: \(party)"]
        default: fields += ["step: recoup", "amount: \(euros(upTo: 900))", "shares: \(split())"]
        }
        if chance(40) { fields.append("at-most: \(number(1...100))%") }
        return "  - {\(fields.joined(separator: ", "))}"
    }

    /// The ids of the streams, and the text of commercials.yaml.
    mutating func commercials() -> (streams: [String], text: String) {
        let streams = (0..<number(1...largestStreams)).map { "s\($0)" }
        let frequency = ["1 month", "1 quarter", "2 weeks"].randomElement(using: &random) ?? ""
        var text = "settlement: {frequency: \(frequency), pay-within: 9 days, invoiced-by: acme}\n"
        text += "streams:\n" + streams.map { stream($0) }.joined(separator: "\n")
        text += "\nwaterfall:\n"
        for index in 0..<number(0...3) { text += step("w\(index)") + "\n" }
        return (streams, text + "  - {id: rest, step: split, shares: \(split())}\n")
    }

    // MARK: Revenue

    mutating func line(of stream: String?, refunds: Bool) throws -> Revenue {
        let day = number(0...900)
        let date = CalendarDate(dayNumber: 20_850 + day)
        let amount = Int64(number(0...30_000)) * (refunds && chance(20) ? -1 : 1)
        var line = Revenue(
            date: date, stream: stream,
            money: try Money(parsing: "EUR 0"))
        line.money = Money(currency: "EUR", minorUnits: amount) ?? line.money
        if chance(50) { line.tax = amount / Int64(number(2...9)) }
        if chance(40), amount >= 0 { line.costs = Int64(number(0...9_000)) }
        if chance(60) || amount < 0 {
            line.contractStart = CalendarDate(dayNumber: date.dayNumber - number(0...1_500))
        }
        return line
    }

    mutating func revenue(
        _ count: Int, of streams: [String], refunds: Bool = true
    ) throws -> [Revenue] {
        var lines: [Revenue] = []
        for _ in 0..<count {
            let stream = chance(90) ? streams.randomElement(using: &random) : nil
            lines.append(try line(of: stream, refunds: refunds))
        }
        return lines
    }
}
