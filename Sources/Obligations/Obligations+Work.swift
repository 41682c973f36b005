internal import Records
internal import Terms

/// What follows from deals, projects and disputes on record.
extension Obligations {
    func projects() -> [Obligation] {
        var found = trial()
        let path = TermPath(section: "governance").appending("customer-projects")
        let every = values[path]?["cadence"]?.duration
        for name in (book.subjects["projects"] ?? []).sorted() {
            let records = book.records(about: "projects/\(name)").filter { $0.value != nil }
            guard let opening = book.opening(of: "projects/\(name)"), let project = opening.value,
                !records.contains(where: { $0.event.name == "closed" })
            else { continue }
            let manager = project["manager"]?.text.map { [$0] } ?? []
            let reached = Set(records.compactMap { $0.value?["milestone"]?.text })
            for milestone in project["milestones"]?.items ?? [] {
                guard let id = milestone.id, !reached.contains(id),
                    let by = milestone.value["by"]?.date
                else { continue }
                found.append(
                    Obligation(
                        .milestone, "\(name)/\(id)", on: by,
                        "\(milestone.value["name"]?.text ?? id) (\(name))", who: manager,
                        source: path, record: opening.id))
            }
            guard let every, let first = opening.day else { continue }
            let reports = records.filter { $0.event.name == "report" }.compactMap(\.day)
            found += series(every: every, from: first, done: reports).map {
                Obligation(
                    .report, "\(name)/\($0.number)", on: $0.date, "Report on the project \(name)",
                    who: values[path]?["overseer"]?.text.map { [$0] } ?? manager,
                    source: path.appending("cadence"), record: opening.id, every: every)
            }
        }
        return found
    }

    private func trial() -> [Obligation] {
        let path = TermPath(section: "governance").appending("trial")
        guard let by = values[path]?["decide-by"]?.date, records("projects", "decided").isEmpty
        else { return [] }
        let named = names(values[path]?["decided-by"])
        return [
            Obligation(
                .decision, "trial", on: by, "Decide how it goes on after the trial",
                who: named.isEmpty ? signing.map(sponsor) : named,
                source: path.appending("decide-by"))
        ]
    }

    func deals() -> [Obligation] {
        let path = TermPath(section: "commercials").appending("pipeline").appending("registration")
        let decideWithin = values[path]?["decide-within"]?.duration
        var found: [Obligation] = []
        for name in (book.subjects["deals"] ?? []).sorted() {
            let records = book.records(about: "deals/\(name)").filter { $0.value != nil }
            guard let opening = book.opening(of: "deals/\(name)"), let deal = opening.value,
                let day = opening.day
            else { continue }
            let events = Set(records.map(\.event.name))
            guard events.isDisjoint(with: ["won", "lost", "declined"]) else { continue }
            let customer = deal["customer"]?.text ?? name
            if let decideWithin, !events.contains("accepted") {
                let others = signing.filter { $0 != opening.party }.map(manager)
                found.append(
                    Obligation(
                        .decision, "deal/\(name)", on: day.due(within: decideWithin),
                        "Accept or decline the deal \(name) with \(customer)", who: others,
                        source: path.appending("decide-within"), record: opening.id))
            }
            let last = records.last { $0.value?["protected-until"]?.date != nil }
            if let until = last?.value?["protected-until"]?.date, until >= today {
                found.append(
                    Obligation(
                        .protection, "deal/\(name)", on: until,
                        "The deal \(name) with \(customer) is protected no longer",
                        who: managers(for: deal["party"]?.text),
                        source: path.appending("protect-for"), record: last?.id))
            }
        }
        return found
    }

    func disputes() -> [Obligation] {
        DisputeLadder.all(in: book, terms: RecordTerms(values)).compactMap { ladder in
            guard let step = ladder.currentStep, let due = step.due else { return nil }
            let next = ladder.ahead.first.map { ", or \($0.kind) begins" } ?? ""
            return Obligation(
                .dispute, "\(ladder.name)/\(step.id)", on: due,
                "Dispute \(ladder.name): \(step.kind) is over\(next)", who: step.who,
                source: step.path, record: ladder.opening.id)
        }
    }
}
