internal import Records
internal import Terms

/// What was promised: meetings, targets, training, investments, values.
extension Obligations {
    func meetings() -> [Obligation] {
        guard let start else { return [] }
        var held: [String: [CalendarDate]] = [:]
        for record in records("meetings", "held") {
            if let day = record.day { held[record.id.subject, default: []].append(day) }
        }
        return items("governance.meetings").flatMap { id, meeting, path -> [Obligation] in
            guard let every = meeting["cadence"]?.duration else { return [] }
            return series(every: every, from: start, done: held[id] ?? []).map {
                Obligation(
                    .meeting, "\(id)/\($0.number)", on: $0.date, "Meeting \(id)",
                    who: names(meeting["who"]), source: path, every: every)
            }
        }
    }

    func targets() -> [Obligation] {
        var last: [String: Record] = [:]
        for record in records("measures", "taken") {
            if let known = last[record.id.subject]?.day, let day = record.day, day < known {
                continue
            }
            last[record.id.subject] = record
        }
        func target(
            _ id: String, _ value: Value, _ path: TermPath, _ what: String, who: [String]
        ) -> Obligation? {
            guard let by = value["by"]?.date else { return nil }
            let read = last[id]
            // A figure of that day or later says how it ended.
            if let day = read?.day, day >= by { return nil }
            let goal = value["target"]?.text.map { ": \($0)" } ?? ""
            let stands = read.flatMap { record in
                record.value?["value"]?.text.map { value in
                    "; \(value)" + (record.day.map { " on \($0)" } ?? "")
                }
            }
            return Obligation(
                .target, id, on: by, "\(what)\(goal)\(stands ?? "; no figure yet")", who: who,
                source: path, record: read?.id)
        }
        return items("purpose.objectives").compactMap { id, value, path in
            target(
                id, value, path, value["metric"]?.text ?? "Objective \(id)",
                who: value["owner"]?.text.map { [$0] } ?? [])
        }
            + items("purpose.success").compactMap { id, value, path in
                target(
                    id, value, path, value["measure"]?.text ?? "Success \(id)",
                    who: managers(for: value["party"]?.text))
            }
    }

    /// Trainings; no record says that one was given but a review that finds it kept.
    func training() -> [Obligation] {
        items("commercials.readiness").compactMap { id, value, path in
            guard let by = value["by"]?.date, !isKept(path), let team = value["team"]?.text else {
                return nil
            }
            let people = value["people"]?.text.map { ", \($0) people" } ?? ""
            return Obligation(
                .training, id, on: by, "Training, " + (value["course"]?.text ?? id) + people,
                who: managers(for: team), source: path)
        }
    }

    func investments() -> [Obligation] {
        var made: [String: (minor: Int64, hours: Int64)] = [:]
        for record in records("investments", "made") {
            guard let promise = record.value?["promise"]?.text else { continue }
            var sum = made[promise] ?? (0, 0)
            sum.minor = sum.minor.adding(clamped: record.value?["amount"]?.money?.minorUnits ?? 0)
            sum.hours = sum.hours.adding(clamped: record.value?["hours"]?.integer ?? 0)
            made[promise] = sum
        }
        return items("commercials.investments").compactMap { id, value, path in
            guard let by = value["by"]?.date, !isKept(path) else { return nil }
            let done = made[id] ?? (0, 0)
            let kind = "Investment, " + (value["kind"]?.text ?? id)
            let what: String
            if let amount = value["amount"]?.money {
                guard done.minor < amount.minorUnits else { return nil }
                let left = Money(
                    currency: amount.currency, minorUnits: amount.minorUnits - max(0, done.minor))
                what = "\(kind): \(left?.description ?? "") of \(amount) left"
            } else if let hours = value["hours"]?.integer {
                guard done.hours < hours else { return nil }
                what = "\(kind): \(hours - done.hours) of \(hours) hours left"
            } else {
                guard made[id] == nil else { return nil }
                what = "\(kind): nothing is on record"
            }
            return Obligation(
                .investment, id, on: by, what, who: managers(for: value["party"]?.text),
                source: path)
        }
    }

    func acknowledgements() -> [Obligation] {
        guard let start, let asked = value("purpose.acknowledgement") else { return [] }
        let path = TermPath(section: "purpose").appending("acknowledgement")
        let every = asked["renewed-every"]?.duration.flatMap { $0.isNone ? nil : $0 }
        var shared: [String: [CalendarDate]] = [:]
        for record in records("acknowledgements", "shared") {
            if let day = record.day { shared[record.id.subject, default: []].append(day) }
        }
        let people = value("parties.people")?.members ?? []
        let named = Set(names(asked["who"]))
        return people.compactMap { person in
            guard named.contains(person.key) || named.contains(person.value["party"]?.text ?? "")
            else { return nil }
            let name = person.value["name"]?.text ?? person.key
            let days = shared[person.key] ?? []
            guard let last = days.max() else {
                guard let within = asked["within"]?.duration else { return nil }
                return Obligation(
                    .acknowledgement, "\(person.key)/1", on: start.due(within: within),
                    "\(name) shares the values", who: [person.key],
                    source: path.appending("within"))
            }
            guard let every else { return nil }
            return Obligation(
                .acknowledgement, "\(person.key)/\(days.count + 1)", on: last.due(within: every),
                "\(name) shares the values again", who: [person.key],
                source: path.appending("renewed-every"), every: every)
        }
    }

    func exclusivity() -> [Obligation] {
        let path = TermPath(section: "safeguards").appending("exclusivity")
        guard values[path]?["mode"]?.text != "none", let until = values[path]?["until"]?.date,
            until >= today
        else { return [] }
        return [
            Obligation(
                .protection, "exclusivity", on: until, "Exclusivity ends",
                who: signing.map(sponsor), source: path.appending("until"))
        ]
    }

    /// Whether the last review that speaks about a term finds it kept.
    private func isKept(_ path: TermPath) -> Bool {
        let verdicts = records("reviews", "given").flatMap { $0.value?["verdicts"]?.items ?? [] }
        return verdicts.last { $0.value["term"]?.text == path.description }?
            .value["status"]?.text == "kept"
    }
}
