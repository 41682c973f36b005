public import Terms

/// Checks a record before it is made: what it refers to, when it happened, whose it is, and what is
/// on record already.
public struct RecordCheck: Sendable {
    /// What is on record; a record that was checked can be added to it, so that the next one is
    /// checked against it as well.
    public var book: RecordBook
    let terms: RecordTerms
    private let recorder: Recorder
    private let founded: CalendarDate
    /// The day on which it is recorded.
    public let today: CalendarDate
    private var references: ReferenceCheck

    /// Prepares to check records of one person.
    ///
    /// - Parameters:
    ///   - book: What is on record.
    ///   - document: The terms in force.
    ///   - recorder: Who records.
    ///   - founded: The day on which the framework was founded.
    ///   - today: The day on which it is recorded.
    public init(
        _ book: RecordBook, document: TermsDocument, recorder: Recorder, founded: CalendarDate,
        today: CalendarDate
    ) {
        self.book = book
        terms = RecordTerms(document)
        self.recorder = recorder
        self.founded = min(founded, terms.starts ?? founded)
        self.today = today
        references = ReferenceCheck(terms: document, records: book.subjects)
    }

    /// What is wrong with a record, in reading order; empty where it can be made.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - kind: What kind of record it is.
    ///   - subject: What it is about.
    ///   - file: What is written down.
    ///   - earlier: The record that it takes the place of, where it does.
    /// - Returns: The mistakes.
    public mutating func findings(
        _ event: RecordEvent, of kind: RecordKind, about subject: String, in file: FieldFile,
        correcting earlier: Record? = nil
    ) -> [Finding] {
        guard let value = file.value, !file.findings.hasErrors else { return file.findings }
        let before = references.findings.count
        references.check(file)
        let draft = Draft(
            event: event, kind: kind, subject: subject, value: value, file: file,
            earlier: earlier)
        var found = file.findings
        found += references.findings.dropFirst(before)
        for check in [place, dates, right, money, invoice, figures, ladder] {
            found += check(draft)
        }
        return found.inReadingOrder()
    }

    /// A record that is being checked.
    struct Draft {
        let event: RecordEvent
        let kind: RecordKind
        let subject: String
        let value: Value
        let file: FieldFile
        let earlier: Record?

        var folder: String { "\(kind.name)/\(subject)" }

        func finding(
            _ rule: String, at field: String? = nil, _ message: String, next: String? = nil
        ) -> Finding {
            let path = field.map { file.path(of: $0) }
            return Finding(
                rule: rule, file: file.file, position: path.flatMap(file.position), path: path,
                message: message, next: next)
        }
    }

    // MARK: What is on record

    private func place(_ draft: Draft) -> [Finding] {
        guard Identifier.isValid(draft.subject) else {
            return [
                draft.finding(
                    "bad-id",
                    "`\(TextRules.visible(draft.subject))` can't be the name of a "
                        + draft.kind.singular,
                    next: "Use lower-case letters, digits and hyphens, starting with a letter")
            ]
        }
        let opening = book.opening(of: draft.folder)
        switch draft.event.place {
        case .any: return []
        case .opening:
            guard let opening, opening.id != draft.earlier?.id else { return [] }
            return [
                draft.finding(
                    "recorded-already",
                    "the \(draft.kind.singular) `\(draft.subject)` is on record already, by "
                        + opening.contents[0].recorder.name,
                    next: "Give this one another name, or correct that one: entente record correct "
                        + opening.id.description)
            ]
        case .after:
            if let value = opening?.value { return milestone(draft, of: value) }
            let known = (book.subjects[draft.kind.name] ?? []).sorted()
            let nearest = Suggestion.nearest(to: draft.subject, in: known)
            let verb = draft.kind.events.first {
                if case .opening = $0.place { true } else { false }
            }
            return [
                draft.finding(
                    "unknown-\(draft.kind.singular)",
                    "there is no \(draft.kind.singular) `\(TextRules.visible(draft.subject))` on "
                        + "record" + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                    next: "entente record \(draft.kind.name) \(verb?.name ?? "") "
                        + TextRules.visible(draft.subject))
            ]
        }
    }

    private func milestone(_ draft: Draft, of project: Value) -> [Finding] {
        guard draft.event.name == "milestone", let name = draft.value["milestone"]?.text else {
            return []
        }
        let known = (project["milestones"]?.items ?? []).compactMap(\.id)
        guard !known.contains(name) else { return [] }
        let nearest = Suggestion.nearest(to: name, in: known)
        return [
            draft.finding(
                "unknown-milestone", at: "milestone",
                "the project has no milestone `\(name)`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: known.isEmpty ? nil : "Known: \(known.joined(separator: ", "))")
        ]
    }

    private func dates(_ draft: Draft) -> [Finding] {
        guard let day = draft.value["on"]?.date else { return [] }
        if day < founded {
            return [
                draft.finding(
                    "before-founding", at: "on",
                    "\(day) is before the founding of the framework on \(founded)",
                    next: "What happened before is no part of it")
            ]
        }
        if day > today {
            return [
                draft.finding(
                    "in-the-future", at: "on", "\(day) has not come yet: today is \(today)",
                    next: "Record it when it has happened")
            ]
        }
        return []
    }

    // MARK: Rights

    private func right(_ draft: Draft) -> [Finding] {
        let isAllowed: Bool
        switch draft.event.right {
        case .anybody: isAllowed = true
        case .partyIn(let field):
            isAllowed = draft.value[field]?.text.map { $0 == recorder.party } ?? true
        case .otherThanOpener:
            isAllowed = book.opening(of: draft.folder).map { $0.party != recorder.party } ?? true
        case .personOrManager(let field):
            guard let person = draft.value[field]?.text else { return [] }
            isAllowed =
                person == recorder.person
                || terms.party(of: person) == recorder.party
                    && terms.manager(of: recorder.party) == recorder.person
        case .named(let path):
            isAllowed =
                terms.text(at: path).map { $0 == recorder.person || $0 == recorder.party } ?? true
        case .signatory: isAllowed = terms.bindsParty(recorder)
        }
        guard !isAllowed else { return [] }
        return [
            draft.finding(
                "no-right",
                "\(recorder.name) may not record this: it is recorded by "
                    + draft.event.right.inWords,
                next: "Ask them to record it")
        ]
    }
}
