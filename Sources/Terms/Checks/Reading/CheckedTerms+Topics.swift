/// The parts of the terms that several rules read.
extension CheckedTerms {
    /// The revenue streams that could be read in full.
    var streams: [Term] { items("commercials.streams") }

    /// The shares of the last split in the order of payment, where there are any.
    var finalSplit: Term? {
        self["commercials.waterfall"]?.items.last { $0["step"]?.text == "split" }?["shares"]
    }

    /// The ladders for disputes that have steps, with what they are for.
    var ladders: [(name: String, steps: [Term])] {
        ["partners", "customers"].compactMap { name in
            let path = "safeguards.disputes.\(name).steps"
            guard let steps = self[path], isWhole(path), !steps.isEmpty else { return nil }
            return (name, steps.items)
        }
    }

    /// The independent advisor, where it could be read in full.
    var advisor: Term? {
        isWhole("governance.advisor") ? self["governance.advisor"] : nil
    }

    /// Whether anybody has a role beyond the executive sponsors, so that the others are missing.
    var hasBegunRoles: Bool {
        guard let roles = self["governance.roles"], isWhole(roles.path) else { return false }
        return roles.members.contains { $0.key != "parties" }
            || (roles["parties"]?.members ?? []).contains { _, party in
                party.members.contains { $0.key != "executive-sponsor" }
            }
    }

    /// Whether what is missing keeps people from signing: in everything but a working document
    /// that binds nobody, which may grow while it is in force.
    var asksForAnswers: Bool {
        let form = document.sections[.framework]?.value
        return form?["form"]?.text != "working-document"
            || form?["binding"]?.scalar == .boolean(true)
    }

    /// The companies that are not among these parties.
    func companies(without parties: some Sequence<String>) -> [Party] {
        let named = Set(parties)
        return companies.filter { !named.contains($0.id) }
    }
}

extension Term {
    /// The splits of a stream: the one that always counts, those of its tiers and of its years.
    var splits: [Term] {
        let steps = ["tiers", "years"].flatMap { self[$0]?.items ?? [] }
        return ([self] + steps).compactMap { $0["shares"] }
    }

    /// All single values at and below this term that are text, in the order of the schema.
    var written: [Term] {
        switch value {
        case .scalar(.text), .scalar(.prose): [self]
        case .scalar: []
        case .list: items.flatMap(\.written)
        case .object: members.flatMap(\.term.written)
        }
    }

    /// All amounts of money at and below this term, in the order of the schema.
    var amounts: [Term] {
        switch value {
        case .scalar: money == nil ? [] : [self]
        case .list: items.flatMap(\.amounts)
        case .object: members.flatMap(\.term.amounts)
        }
    }
}

extension CalendarDuration {
    /// About how many days it is, for comparing lengths of time.
    var days: Int {
        switch unit {
        case .hour: count / 24
        case .day: count
        case .businessDay: count * 7 / 5
        case .week: count * 7
        case .month: count * 365 / 12
        case .quarter: count * 365 / 4
        case .year: count * 365
        }
    }
}
