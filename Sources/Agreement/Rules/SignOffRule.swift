/// Rule 4: for every party of the registry in force, the rule that covers the changed files is
/// met by distinct people of that party.
enum SignOffRule {
    static func violations(of standings: [PartyStanding]) -> [Violation] {
        standings.filter { $0.judge == .inForce && !$0.isSatisfied }.map { standing in
            Violation(.signOffs, standing.shortfall, party: standing.party.id)
        }
    }
}

extension PartyStanding {
    /// What is missing, in words: "Northwind has not signed: 1 of ada, ben".
    var shortfall: String {
        let people = eligible.joined(separator: ", ")
        let state = signed.isEmpty ? "has not signed" : "has not signed with enough people"
        return "\(party.name) \(state): \(missing) more of \(people)"
    }
}
