public import Terms

/// What the terms say that records are held against.
public struct RecordTerms: Sendable {
    /// What the terms say.
    public let values: TermsValues
    /// The currencies that they name.
    let currencies: Set<String>
    /// The parties whose signatures bind them.
    public let signing: [String]
    private let currencyOfStream: [String: String]
    private let targets: [String: Quantity]

    /// Reads the terms. Linear in their size.
    public init(_ document: TermsDocument) { self.init(document.values) }

    /// Reads what the terms say. Linear in its size.
    public init(_ values: TermsValues) {
        self.values = values
        signing = Self.signing(in: values)
        let commercials = values.sections[.commercials]
        var named: Set<String> = []
        var currencyOfStream: [String: String] = [:]
        for stream in commercials?["streams"]?.items ?? [] {
            guard let id = stream.id, let currency = stream.value["currency"]?.text else {
                continue
            }
            currencyOfStream[id] = currency
            named.insert(currency)
        }
        if let commercials { named.formUnion(commercials.amounts.map(\.money.currency)) }
        currencies = named
        self.currencyOfStream = currencyOfStream
        var targets: [String: Quantity] = [:]
        for list in ["success", "objectives"] {
            for item in values.sections[.purpose]?[list]?.items ?? [] {
                if let id = item.id { targets[id] = item.value["target"]?.quantity }
            }
        }
        self.targets = targets
    }

    /// The parties whose signatures bind them.
    public static func signing(in values: TermsValues) -> [String] {
        let parties = values.sections[.parties]?["parties"]?.members ?? []
        return parties.filter { !($0.value["signing"]?.items.isEmpty ?? true) }.map(\.key)
    }

    /// The currency of a stream, where it names one.
    func currency(ofStream id: String) -> String? { currencyOfStream[id] }

    /// The target of an objective or success measure.
    func target(of id: String) -> Quantity? { targets[id] }

    /// The text at a path of the terms.
    func text(at path: String) -> String? { TermPath(path).flatMap { values[$0] }?.text }

    /// The partnership manager of a party.
    func manager(of party: String) -> String? {
        text(at: "governance.roles.parties.\(party).partnership-manager")
    }

    /// Whether the first signing rule of a party names a person.
    func bindsParty(_ recorder: Recorder) -> Bool {
        let rule = values.sections[.parties]?["parties"]?[recorder.party]?["signing"]?
            .items.first
        return rule?.value["of"]?.items.contains { $0.value.text == recorder.person } ?? false
    }

    /// The party of a person.
    func party(of person: String) -> String? {
        values.sections[.parties]?["people"]?[person]?["party"]?.text
    }

    /// The day on which the agreement starts, where it says so.
    var starts: CalendarDate? {
        TermPath("framework.term.starts").flatMap { values[$0] }?.date
    }

    /// How long a registered deal is protected.
    var protection: CalendarDuration? {
        TermPath("commercials.pipeline.registration.protect-for").flatMap { values[$0] }?.duration
    }
}

extension Value {
    /// All amounts of money in it, with the names of the fields around each.
    var amounts: [(path: [String], money: Money)] {
        var found: [(path: [String], money: Money)] = []
        var pending: [(path: [String], value: Value)] = [([], self)]
        while let (path, value) = pending.popLast() {
            switch value {
            case .scalar(.money(let money)): found.append((path, money))
            case .scalar: break
            case .object(let members):
                pending += members.map { (path + [$0.key], $0.value) }
            case .list(let items):
                pending += items.enumerated().map { (path + [$1.id ?? "\($0 + 1)"], $1.value) }
            }
        }
        return found
    }
}
