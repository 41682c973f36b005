/// Two years of a partnership by the worked example, made from a seed: 500 records by both sides and
/// the advisor, with one target that is missed, one dispute that is mediated, one amendment of
/// shares after the first year, and one renewal.
public struct TwoYears: Sendable {
    /// A record as it is written down.
    public struct Event: Sendable {
        /// The file, below `records/`.
        public let path: String
        /// The file.
        public let text: String
        /// Who records it.
        public let person: String
        /// For which party.
        public let party: String
        /// When, in seconds since 1970.
        public let seconds: Int64
        /// The version in force then.
        public let version: Int

        /// The place by which others refer to it.
        public var id: String { String(path.dropLast(5)) }
    }

    /// An invoice or, with the number of another one, a credit; amounts in cents.
    public struct Invoice: Sendable {
        /// Its number.
        public let number: String
        /// The day, counted from the first one, which is 0.
        public let day: Int
        /// The stream of its deal.
        public let stream: String
        /// The version in force when its deal was registered.
        public let version: Int
        /// The day on which the customer's contract begins.
        public let starts: Int
        /// What the customer pays, tax included.
        public let amount: Int
        /// Tax.
        public let tax: Int
        /// What others charge.
        public let costs: Int
        /// The invoice that it takes back.
        public let credits: String?
    }

    /// The records, in the order in which they are made.
    public private(set) var events: [Event] = []
    /// The invoices and credits among them.
    public private(set) var invoices: [Invoice] = []

    /// How many days there are from 1 February 2027 to 31 January 2029.
    public static let days = 731
    /// The first day of the second version: 1 February 2028.
    public static let amended = 365

    /// What has to be replaced in the files of the worked example for the first version: a term of
    /// one year, so that it is renewed after it.
    public static let first = [("framework.yaml", "ends: 2030-01-31", "ends: 2028-01-31")]
    /// What the amendment replaces then, in `commercials.yaml`: shares of the stream `onboarding`.
    public static let second = [
        (
            "commercials.yaml", "northwind: 70%\n      contoso: 30%",
            "northwind: 60%\n      contoso: 40%"
        )
    ]

    private var random: SplitMix
    private var planned: [(day: Int, order: Int, make: Plan)] = []

    private struct Plan {
        let kind: String
        let subject: String
        let event: String
        let fields: [String]
        let person: String
        var invoice: Invoice?
        /// What comes of it: whether the other side confirms or disputes it.
        var answer: Answer?
    }

    private enum Answer { case confirm, dispute }

    /// Makes them.
    public init(seed: UInt64 = 1, records: Int = 500) {
        random = SplitMix(state: seed)
        planMeetings()
        planFigures()
        planProject()
        planDispute()
        planDeals(filling: records)
        write()
    }

    // MARK: Days

    /// A day as it is written: `2027-02-01` for 0.
    public static func date(_ day: Int) -> String {
        let lengths = [28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31]
        var (year, month, rest) = (2027, 2, day)
        while true {
            let length = month == 2 && year % 4 == 0 ? 29 : lengths[(month + 10) % 12]
            if rest < length { break }
            rest -= length
            month += 1
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return "\(year)-\(two(month))-\(two(rest + 1))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func money(_ cents: Int) -> String {
        "EUR \(cents / 100).\(two(cents % 100))"
    }

    // MARK: Plans

    private mutating func plan(
        _ day: Int, _ kind: String, _ subject: String, _ event: String, _ fields: [String],
        by person: String, answer: Answer? = nil, invoice: Invoice? = nil
    ) {
        planned.append(
            (
                day, planned.count,
                Plan(
                    kind: kind, subject: subject, event: event, fields: fields, person: person,
                    invoice: invoice, answer: answer)
            ))
    }

    private mutating func planMeetings() {
        for month in 1...23 where month % 7 != 0 {
            plan(
                month * 30 + random.below(5), "meetings", "management", "held",
                ["meeting: management", "who: [ben, cleo, emil]"],
                by: month.isMultiple(of: 2) ? "ben" : "emil")
        }
        for quarter in 1...7 {
            let day = quarter * 90
            plan(
                day, "meetings", "steering", "held",
                ["meeting: steering", "who: [ada, dora, frida]", "decided: [\"We go on.\"]"],
                by: "ada")
            for (person, of) in [
                ("ben", "northwind"), ("ben", "contoso"), ("emil", "contoso"),
                ("emil", "northwind"),
            ] {
                let ratings = [
                    "trust", "communication", "fairness", "team-orientation", "innovation", "focus",
                ].map { "\($0): \(3 + random.below(3))" }
                plan(
                    day - 2, "health", person == "ben" ? "northwind" : "contoso", "rated",
                    ["of: \(of)"] + ratings, by: person)
            }
        }
        for person in ["ada", "ben", "cleo", "dora", "emil"] {
            plan(
                7 + random.below(20), "acknowledgements", person, "shared",
                ["person: \(person)", "version: 1"], by: person)
        }
        for (day, status) in [(350, "kept"), (700, "drifting")] {
            plan(
                day, "reviews", "frida", "given",
                [
                    "verdicts:\n  - {term: commercials.pipeline, status: \(status), why: Seen.}"
                ], by: "frida")
        }
    }

    private mutating func planFigures() {
        // The first objective asks for five contracts by the end of the first year: it is missed.
        for (day, value) in [(90, 0), (180, 1), (270, 2), (364, 3)] {
            plan(
                day, "measures", "first-five", "taken",
                ["of: first-five", "value: \(value) contracts", "source: Pipeline list"],
                by: "emil",
                answer: .confirm)
        }
        for quarter in 1...7 {
            for (name, value) in [
                ("available", "99.\(7 + random.below(2))%"),
                ("live-in-six-weeks", "\(18 - 2 * quarter) weeks"),
                ("contoso-subscriptions", "\(quarter * 300) technicians"),
            ] {
                plan(
                    quarter * 90 + 3, "measures", name, "taken",
                    ["of: \(name)", "value: \(value)", "source: Report"], by: "cleo")
            }
        }
        for (day, promise, party, what) in [
            (20, "northwind-platform", "northwind", "amount: EUR 36000.00"),
            (40, "contoso-tenants", "contoso", "hours: 500"),
            (70, "contoso-tenants", "contoso", "hours: 220"),
            (50, "contoso-training", "contoso", "hours: 90"),
            (120, "northwind-pre-sales", "northwind", "hours: 200"),
            (260, "northwind-pre-sales", "northwind", "hours: 180"),
            (200, "northwind-marketing", "northwind", "amount: EUR 12000.00"),
            (210, "contoso-marketing", "contoso", "amount: EUR 18000.00"),
        ] {
            plan(
                day, "investments", party, "made",
                ["party: \(party)", what, "what: As agreed", "promise: \(promise)"],
                by: party == "northwind" ? "ben" : "emil", answer: .confirm)
        }
    }

    private mutating func planProject() {
        plan(
            30, "projects", "first-move", "opened",
            [
                "customer: Lift AG", "lead: northwind", "manager: cleo", "trial: true",
                "milestones:\n  - {id: go-live, name: Live, by: 2027-05-01}",
            ], by: "cleo")
        for (day, state) in [(44, "on-track"), (58, "at-risk"), (72, "at-risk"), (86, "on-track")] {
            plan(
                day, "projects", "first-move", "report",
                ["state: \(state)", "text: As it is."], by: "frida")
        }
        plan(95, "projects", "first-move", "milestone", ["milestone: go-live"], by: "cleo")
        plan(110, "projects", "first-move", "closed", ["outcome: delivered"], by: "cleo")
        plan(
            120, "projects", "first-move", "decided",
            ["decision: continue", "why: It works."], by: "ada")
    }

    private mutating func planDispute() {
        plan(
            400, "disputes", "night-hours", "raised",
            [
                "term: commercials.waterfall.night-desk", "with: [northwind]",
                "what: The night desk was not staffed on eleven nights.",
            ], by: "emil")
        var day = 402
        for (step, length, outcome) in [
            ("talk", 4, "no-result"), ("managers", 10, "no-result"),
            ("executives", 15, "no-result"), ("mediation", 40, "settled"),
        ] {
            plan(
                day, "disputes", "night-hours", "step-started", ["step: \(step)"], by: "emil")
            day += length
            plan(
                day, "disputes", "night-hours", "step-ended",
                ["step: \(step)", "outcome: \(outcome)"], by: "ben")
            day += 1
        }
        plan(
            day, "disputes", "night-hours", "resolved",
            ["how: Northwind gives back half of those nights."], by: "ada")
    }

    private struct Deal {
        let name: String
        let stream: String
        let registered: Int
        let won: Int
    }

    private mutating func planDeals(filling records: Int) {
        let streams = [
            "subscription", "operations", "onboarding", "projects", "support", "referral",
        ]
        var won: [Deal] = []
        for number in 0..<36 {
            let day = 3 + number * 17 + random.below(10)
            let name = "deal-\(number)"
            let isNorthwind = number % 3 != 0
            let stream = streams[number % streams.count]
            plan(
                day, "deals", name, "registered",
                [
                    "customer: Customer \(number)",
                    "party: \(isNorthwind ? "northwind" : "contoso")",
                    "stream: \(stream)", "value: \(Self.money(1_000_000 + number * 10_000))",
                    "protected-until: \(Self.date(day + 180))",
                ], by: isNorthwind ? "ben" : "emil")
            plan(
                day + 2, "deals", name, "accepted", [], by: isNorthwind ? "emil" : "ben")
            if number % 6 < 5 || number % 12 == 5 {
                let sold = day + 14 + random.below(20)
                plan(
                    sold, "deals", name, "won",
                    ["value: \(Self.money(1_000_000))", "starts: \(Self.date(sold))"], by: "ben")
                won.append(Deal(name: name, stream: stream, registered: day, won: sold))
            } else {
                plan(day + 40, "deals", name, "lost", ["why: Too dear."], by: "ben")
            }
        }
        planInvoices(of: won, filling: records)
    }

    private mutating func planInvoices(of deals: [Deal], filling records: Int) {
        var number = 0
        while planned.count + planned.count(where: { $0.make.answer != nil }) < records {
            let deal = deals[number % deals.count]
            number += 1
            let left = records - planned.count - planned.count(where: { $0.make.answer != nil })
            // The first ones come soon, so that no quarter is without.
            let span = number <= 5 ? 5 : max(1, Self.days - 3 - deal.won)
            let day = min(Self.days - 3, deal.won + random.below(span))
            let net = (5_000 + random.below(2_500_000))
            let invoice = Invoice(
                number: "R-\(number)", day: day, stream: deal.stream,
                version: deal.registered < Self.amended ? 1 : 2, starts: deal.won,
                amount: net + net * 19 / 100, tax: net * 19 / 100,
                costs: ["projects", "operations"].contains(deal.stream)
                    ? random.below(net / 3) : 0, credits: nil)
            let answer: Answer? =
                left < 2 ? nil : number % 40 == 0 ? .dispute : number % 3 == 0 ? .confirm : nil
            plan(invoice, of: deal, answer: answer)
            guard number % 20 == 0, left > 4 else { continue }
            let back = invoice.amount / (1 + random.below(3))
            plan(
                Invoice(
                    number: "C-\(number)", day: min(Self.days - 2, day + random.below(150)),
                    stream: deal.stream, version: invoice.version, starts: deal.won,
                    amount: -back, tax: 0, costs: 0, credits: invoice.number), of: deal,
                answer: nil)
        }
    }

    private mutating func plan(_ invoice: Invoice, of deal: Deal, answer: Answer?) {
        var fields = ["number: \(invoice.number)"]
        if let credited = invoice.credits {
            fields += ["invoice: \(credited)", "amount: \(Self.money(-invoice.amount))"]
        } else {
            fields += [
                "amount: \(Self.money(invoice.amount))", "tax: \(Self.money(invoice.tax))",
            ]
            if invoice.costs > 0 { fields.append("costs: \(Self.money(invoice.costs))") }
        }
        plan(
            invoice.day, "deals", deal.name, invoice.credits == nil ? "invoiced" : "credited",
            fields, by: "ben", answer: answer, invoice: invoice)
    }

    // MARK: Writing

    private static let parties = [
        "ada": "northwind", "ben": "northwind", "cleo": "northwind", "dora": "contoso",
        "emil": "contoso", "frida": "oversight",
    ]

    private mutating func write() {
        for (day, _, plan) in planned.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
            let id = add(
                day, plan.kind, plan.subject, plan.event, ["on: \(Self.date(day))"] + plan.fields,
                by: plan.person)
            if let invoice = plan.invoice { invoices.append(invoice) }
            guard let answer = plan.answer else { continue }
            let other = Self.parties[plan.person] == "contoso" ? "ben" : "emil"
            let reason = answer == .dispute ? ["reason: Not so much."] : []
            add(
                day, plan.kind, plan.subject, answer == .confirm ? "confirm" : "dispute",
                ["record: \(id)"] + reason, by: other)
        }
    }

    @discardableResult
    private mutating func add(
        _ day: Int, _ kind: String, _ subject: String, _ event: String, _ fields: [String],
        by person: String
    ) -> String {
        // The hour and minute tell records of one day apart.
        let number = events.count
        let moment =
            Self.date(day).filter { $0 != "-" }
            + "T\(Self.two(8 + number / 60 % 12))\(Self.two(number % 60))00Z"
        let made = Event(
            path: "\(kind)/\(subject)/\(moment)-\(event).yaml",
            text: fields.joined(separator: "\n") + "\n", person: person,
            party: Self.parties[person] ?? "", seconds: 1_801_440_000 + Int64(day) * 86_400,
            version: day < Self.amended ? 1 : 2)
        events.append(made)
        return made.id
    }
}

/// The generator SplitMix64: small, and the same everywhere.
private struct SplitMix: Sendable {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(max(1, limit)))
    }
}
