internal import Terms

extension AuditRule {
    static let trial = AuditRule(
        "trial", .governance,
        "Whether the trial project was decided on in time."
    ) { past in
        past.promise("governance.trial") { $0["decide-by"]?.date }.compactMap { promise in
            guard let due = promise.due else { return nil }
            let trials = past.projects.filter(\.isTrial)
            let decided = trials.flatMap { $0.all("decided") }.min { $0.day < $1.day }
            var found = Assessment(
                rule: "trial", path: promise.path.appending("decide-by"),
                label: "The trial is decided on", version: promise.terms.number,
                promised: "By \(due)", actual: "Nothing is decided", status: .notYetDue,
                reason: "There is time until \(due)",
                evidence: (trials.map(\.opened) + [decided].compactMap(\.self)).evidence, due: due,
                isDated: true)
            if let decided {
                let late = due.days(to: decided.day)
                found.status = .kept
                found.since = decided.day
                found.actual =
                    "\(decided.value["decision"]?.text ?? "decided"), on \(decided.day)"
                found.difference = late > 0 ? "\(Words.days(late)) late" : nil
                found.reason = decided.value["why"]?.text ?? "It was decided"
                return found
            }
            let who = promise.value["decided-by"]?.items.compactMap(\.value.text) ?? []
            found.next = .init(
                who: who,
                what: trials.first.map {
                    "decide: entente record project decided \($0.id)"
                } ?? "open the trial: entente record project opened <name> --set trial=true")
            if due < past.today {
                found.status = .broken
                found.since = due
                found.reason = "It was to be decided by \(due)"
            }
            return found
        }
    }

    static let trialQuestions = AuditRule(
        "trial-questions", .governance,
        "Whether the questions at the end of the trial are answered."
    ) { past in
        past.promise("governance.trial") { $0["decide-by"]?.date }.compactMap { promise in
            let asked = promise.value["exit-questions"]?.items.compactMap(\.value.text) ?? []
            guard !asked.isEmpty else { return nil }
            let trials = past.projects.filter(\.isTrial)
            let reviews = trials.flatMap { $0.all("reviewed") }
            let answered = Set(
                reviews.flatMap { $0.value["answers"]?.items ?? [] }
                    .compactMap { $0.value["question"]?.text?.folded })
            let open = asked.filter { !answered.contains($0.folded) }
            let isOver =
                trials.contains { !$0.all("decided").isEmpty || $0.closed != nil }
                || promise.due.map { $0 < past.today } ?? false
            var found = Assessment(
                rule: "trial-questions", path: promise.path.appending("exit-questions"),
                label: "The questions at the end of the trial are answered",
                version: promise.terms.number,
                promised: Words.counted(asked.count, "answer"),
                actual: Words.counted(asked.count - open.count, "answer"),
                difference: open.isEmpty ? nil : "\(open.count) missing",
                status: open.isEmpty ? .kept : isOver ? .broken : .notYetDue,
                reason: open.first.map { "Not answered: \($0)" } ?? "All of them are answered",
                evidence: reviews.evidence, due: promise.due,
                measure: .init(
                    promised: Figure(asked.count, "answers"),
                    actual: Figure(asked.count - open.count, "answers")),
                isDated: promise.due != nil)
            if !open.isEmpty {
                if isOver { found.since = promise.due.map { min($0, past.today) } }
                found.next = .init(
                    who: past.managers,
                    what: trials.first.map {
                        "answer them: entente record project reviewed \($0.id)"
                    } ?? "answer them when there is a trial")
            }
            return found
        }
    }
}

extension String {
    /// In small letters, without what people leave out or add when they copy a sentence.
    var folded: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
