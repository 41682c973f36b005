internal import Terms

extension AuditRule {
    static let readiness = AuditRule(
        "readiness", .commercials,
        "Whether each team has put in the hours of training that were agreed."
    ) { past in
        let made = Dictionary(grouping: past.records("investments", "made")) {
            $0.value["promise"]?.text ?? ""
        }
        return past.promises("commercials.readiness").compactMap { promise in
            guard let team = promise.value["team"]?.text,
                let people = promise.value["people"]?.integer,
                let hours = promise.value["hours"]?.integer
            else { return nil }
            // Within 100,000 people and 10,000 hours.
            let whole = Figure(people * hours, "hours")
            var found = Effort(whole).assessment(
                of: promise, rule: "readiness", party: team, records: made[promise.id] ?? [],
                past: past)
            found.promised =
                "\(Words.counted(Int(people), "person", "people")) of \(past.name(team)), "
                + "\(hours) hours each" + (promise.due.map { ", by \($0)" } ?? "")
            return found
        }
    }
}
