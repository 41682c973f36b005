internal import Terms

extension AuditRule {
    static let meeting = AuditRule(
        "meeting", .governance,
        "Whether the agreed meetings are held as often as agreed."
    ) { past in
        let held = Dictionary(grouping: past.records("meetings", "held")) {
            $0.value["meeting"]?.text ?? ""
        }
        let path = TermPath(section: "governance").appending("meetings")
        return (past.current.document[path]?.items ?? []).compactMap { item in
            guard let id = item.id, let every = item.value["cadence"]?.duration else { return nil }
            let records = held[id] ?? []
            let stretches = past.stretches(from: past.start) {
                $0.document[path]?[id]?["cadence"]?.duration
            }
            let who = item.value["who"]?.items.compactMap(\.value.text) ?? []
            var found = past.assessment(
                "meeting", path.appending(id), label: "Meeting: \(id)",
                every: every, stretches: stretches, records: records,
                next: .init(
                    who: who.isEmpty ? past.managers : who,
                    what: "meet, and record it: entente record meeting --set meeting=\(id)"))
            let absent = past.absent(who, from: records.counted)
            if !absent.isEmpty {
                found?.reason += "; \(past.names(absent)) came to fewer than half of them"
            }
            return found
        }
    }
}

extension Past {
    /// Those who came to fewer than half of some meetings; a party came where one of its people did.
    fileprivate func absent(_ who: [String], from meetings: [PastRecord]) -> [String] {
        let people = current.document.sections[.parties]?.value?["people"]
        let came = meetings.map { meeting in
            let names = meeting.value["who"]?.items.compactMap(\.value.text) ?? []
            return Set(names + names.compactMap { people?[$0]?["party"]?.text })
        }
        return who.filter { id in came.count { $0.contains(id) } * 2 < came.count }
    }

    /// How often something happened that has to happen again and again; nil where nothing asks
    /// for it.
    func assessment(
        _ rule: String, _ path: TermPath, subject: String? = nil, label: String,
        every: CalendarDuration, stretches: [Cadence.Stretch], records: [PastRecord],
        until day: CalendarDate? = nil, next: Assessment.Step
    ) -> Assessment? {
        guard
            let cadence = Cadence(
                stretches, days: records.counted.map(\.day), today: min(today, day ?? today))
        else { return nil }
        let judged = cadence.judgement
        let missing = cadence.periods - cadence.met
        var found = Assessment(
            rule: rule, path: path, subject: subject, label: label, version: current.number,
            promised: Words.every(every), actual: cadence.words,
            difference: missing > 0 ? "\(missing) missing" : nil, status: judged.status,
            reason: judged.reason + records.contestedWords, evidence: records.evidence,
            due: cadence.next, since: judged.since, measure: cadence.measure)
        if found.status != .kept { found.next = next }
        return found
    }
}
