internal import Terms

extension AuditRule {
    static let projectReport = AuditRule(
        "project-report", .governance,
        "Whether each project is reported on as often as agreed."
    ) { past in
        past.projects.compactMap { project in
            let path = TermPath(section: "governance").appending("customer-projects")
            let overseer = past.current.document[path]?["overseer"]?.text
            let terms = past.version(on: project.closed ?? past.today)
            guard let every = terms.document[path]?["cadence"]?.duration else { return nil }
            let stretches = past.stretches(from: project.opened.day, to: project.closed) {
                $0.document[path]?["cadence"]?.duration
            }
            let found = past.assessment(
                "project-report", path.appending("cadence"), subject: project.id,
                label: "Reports on \(project.id) for \(project.customer)", every: every,
                stretches: stretches, records: project.events.filter { $0.event == "report" },
                until: project.closed,
                next: .init(
                    who: [overseer ?? project.manager].compactMap(\.self),
                    what: "report: entente record project report \(project.id)"))
            return found.map { project.closed == nil ? $0 : $0.closed() }
        }
    }

    static let milestone = AuditRule(
        "milestone", .governance,
        "Whether the milestones of each project are reached in time."
    ) { past in
        past.projects.flatMap { project -> [Assessment] in
            let reached = project.all("milestone")
            return (project.opened.value["milestones"]?.items ?? []).compactMap { item in
                guard let id = item.id, let due = item.value["by"]?.date else { return nil }
                let record = reached.first { $0.value["milestone"]?.text == id }
                return past.milestone(
                    item.value["name"]?.text ?? id, id: id, of: project, due: due, record: record)
            }
        }
    }
}

extension Assessment {
    /// The same of something that is over: nobody can mend it, and nothing falls due.
    fileprivate func closed() -> Assessment {
        var over = self
        over.next = nil
        over.due = nil
        over.since = nil
        if let measure, measure.actual < measure.promised {
            let isHalf = measure.promised <= measure.actual * 2
            over.status = isHalf ? .drifting : .broken
            over.reason = "The project is closed, and reports are missing"
        } else {
            over.status = .kept
            over.reason = "The project is closed, and no report is missing"
        }
        return over
    }
}

extension Past {
    fileprivate func milestone(
        _ name: String, id: String, of project: Project, due: CalendarDate, record: PastRecord?
    ) -> Assessment {
        var found = Assessment(
            rule: "milestone", path: TermPath(section: "governance").appending("customer-projects"),
            subject: "\(project.id)/\(id)", label: "\(project.id): \(name)",
            version: version(on: project.opened.day).number, promised: "By \(due)",
            actual: record.map { "On \($0.day)" } ?? "Not yet", status: .notYetDue,
            reason: "There is time until \(due)",
            evidence: ([project.opened] + [record].compactMap(\.self)).evidence, due: due)
        if let record {
            let late = due.days(to: record.day)
            found.status = .kept
            found.since = record.day
            found.difference = late > 0 ? "\(Words.days(late)) late" : nil
            found.reason = "It was reached on \(record.day)"
            return found
        }
        found.next = .init(
            who: [project.manager].compactMap(\.self),
            what: "record it when it is reached: entente record project milestone \(project.id) "
                + "--set milestone=\(id)")
        let end = project.closed ?? today
        guard due < end else { return found }
        found.status = .broken
        found.since = due
        found.difference = "\(Words.days(due.days(to: end))) late"
        found.reason = "It was due on \(due), and nobody has recorded that it is reached"
        return found
    }
}
