/// Who receives what of two played years by the worked example: a calculation that knows nothing of
/// the program, in cents with fractions.
public struct TwoYearsModel: Sendable {
    /// What Contoso receives.
    public private(set) var contoso = 0.0
    /// What is recouped.
    public private(set) var recouped = 0.0

    /// Adds up what was invoiced before a day, counted from the first one.
    public init(_ all: [TwoYears.Invoice], until end: Int) {
        let invoices = all.filter { $0.day < end }
        let byNumber = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0) })
        // Net amounts by quarter, version, stream and year of the customer's contract.
        struct Key: Hashable {
            let quarter: Int, version: Int, stream: String, step: Int
        }
        var net: [Key: Double] = [:]
        var costs: [Key: Double] = [:]
        for invoice in invoices {
            let origin = invoice.credits.flatMap { byNumber[$0] }
            let since = origin ?? invoice
            let isLate = TwoYears.date(since.day) >= Self.later(TwoYears.date(invoice.starts), 12)
            let key = Key(
                quarter: Self.quarter(invoice.day), version: invoice.version,
                stream: invoice.stream, step: invoice.stream == "subscription" && isLate ? 2 : 1)
            var amount = Double(invoice.amount - invoice.tax)
            if let origin {
                amount = Double(invoice.amount) * (1 - Double(origin.tax) / Double(origin.amount))
                let months = ["subscription": 12, "operations": 3, "support": 3, "referral": 12]
                guard let within = months[invoice.stream],
                    TwoYears.date(invoice.day) <= Self.later(TwoYears.date(origin.day), within)
                else { continue }  // borne by Northwind alone
            }
            net[key, default: 0] += amount
            costs[key, default: 0] += Double(invoice.costs)
        }
        for key in net.keys where key.stream == "projects" {
            net[key, default: 0] -= min(costs[key, default: 0], max(0, net[key, default: 0]))
        }
        var pots: [String: Double] = [:]
        func keep(_ key: Key, _ amount: Double) {
            let year = key.quarter / 4
            pots["\(key.stream) \(year) \(key.version) \(key.step)", default: 0] += amount
        }
        for quarter in 0..<8 {
            var desk = 450_000.0
            for version in 1...2 {
                let keys = net.keys.filter { $0.quarter == quarter && $0.version == version }
                var left = Dictionary(uniqueKeysWithValues: keys.map { ($0, net[$0, default: 0]) })
                func take(_ amount: Double) {
                    let there = left.values.reduce(0) { $0 + max(0, $1) }
                    for key in keys where left[key, default: 0] > 0 {
                        left[key, default: 0] -= amount * left[key, default: 0] / there
                    }
                }
                var there: Double { max(0, left.values.reduce(0, +)) }
                // Others are paid first, out of what their own stream has.
                for key in keys where key.stream != "projects" {
                    left[key, default: 0] -= min(
                        costs[key, default: 0], max(0, left[key, default: 0]))
                }
                let paid = min(desk, there)
                take(paid)
                desk -= paid
                let back = min(12_000_000 - recouped, 0.2 * there)
                take(back)
                recouped += back
                contoso += 0.7 * back
                for key in keys { keep(key, left[key, default: 0]) }
            }
        }
        for year in 0..<2 {
            func pot(_ stream: String, _ version: Int, _ step: Int = 1) -> Double {
                pots["\(stream) \(year) \(version) \(step)"] ?? 0
            }
            func both(_ stream: String, _ step: Int = 1) -> Double {
                pot(stream, 1, step) + pot(stream, 2, step)
            }
            contoso += 0.6 * both("subscription") + 0.675 * both("subscription", 2)
            let operations = both("operations")
            contoso +=
                0.15 * min(operations, 25_000_000)
                + 0.20 * max(0, min(operations, 60_000_000) - 25_000_000)
                + 0.25 * max(0, operations - 60_000_000)
            contoso += 0.3 * pot("onboarding", 1) + 0.4 * pot("onboarding", 2)
            contoso += 0.5 * both("projects")
            let support = both("support")
            contoso += max(0.35 * support, min(2_400_000, support))
            let referral = both("referral")
            contoso += referral - min(0.15 * referral, 4_000_000)
        }
    }

    private static func quarter(_ day: Int) -> Int {
        let date = TwoYears.date(day).split(separator: "-").compactMap { Int($0) }
        return ((date[0] - 2027) * 12 + date[1] - 2) / 3
    }

    /// A day some months later, for comparing: `2028-02-30` is behind all of February.
    private static func later(_ date: String, _ months: Int) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        let month = parts[1] - 1 + months
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts[0] + month / 12)-\(two(month % 12 + 1))-\(two(parts[2]))"
    }
}
