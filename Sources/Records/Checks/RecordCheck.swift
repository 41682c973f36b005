public import Terms

/// Checks a record before it is made: what it refers to, when it happened, whose it is, and what is
/// on record already.
public struct RecordCheck: Sendable {
    /// What is on record; a record that was checked can be added to it, so that the next one is
    /// checked against it as well.
    public var book: RecordBook
    private let terms: RecordTerms
    private let recorder: Recorder
    private let founded: CalendarDate
    /// The day on which it is recorded.
    public let today: CalendarDate
    private var references: ReferenceCheck

    /// Prepares to check records of one person.
    ///
    /// - Parameters:
    ///   - book: What is on record.
    ///   - terms: The terms in force.
    ///   - recorder: Who records.
    ///   - founded: The day on which the framework was founded.
    ///   - today: The day on which it is recorded.
    public init(
        _ book: RecordBook, terms: RecordTerms, recorder: Recorder, founded: CalendarDate,
        today: CalendarDate
    ) {
        self.book = book
        self.terms = terms
        self.recorder = recorder
        self.founded = min(founded, terms.starts ?? founded)
        self.today = today
        references = ReferenceCheck(terms: terms.document, records: book.subjects)
    }

    /// What is wrong with a record, in reading order; empty where it can be made.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - kind: What kind of record it is.
    ///   - subject: What it is about.
    ///   - file: What is written down.
    ///   - correcting: The record that it takes the place of, where it does.
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
        for check in [place, dates, right, money, invoice, figures] { found += check(draft) }
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

    // MARK: Figures

    private func money(_ draft: Draft) -> [Finding] {
        let stream =
            draft.value["stream"]?.text
            ?? book.opening(of: draft.folder)?.value?["stream"]?.text
        let own = stream.flatMap(terms.currency(ofStream:))
        return draft.value.amounts.compactMap { path, money in
            if let own, money.currency != own {
                return draft.finding(
                    "wrong-currency", at: path.first,
                    "`\(path[0])` is in \(money.currency), and the stream "
                        + "`\(stream ?? "")` in \(own)",
                    next: "Convert it as the terms say, and record \(own)")
            }
            guard own == nil, !terms.currencies.isEmpty,
                !terms.currencies.contains(money.currency)
            else { return nil }
            return draft.finding(
                "wrong-currency", at: path.first,
                "`\(path[0])` is in \(money.currency), which the terms don't name",
                next: "Known: \(terms.currencies.sorted().joined(separator: ", "))")
        }
    }

    private func invoice(_ draft: Draft) -> [Finding] {
        var found: [Finding] = []
        if let number = draft.value["number"]?.text, let known = book.invoice(number),
            known.id != draft.earlier?.id
        {
            found.append(
                draft.finding(
                    "same-invoice", at: "number",
                    "`\(TextRules.visible(number))` is on record already, "
                        + (known.id.line.map { "in line \($0)" } ?? "as \(known.id)"),
                    next: "Every invoice and credit counts once; correct the earlier one instead"))
        }
        guard draft.event.name == "credited", let number = draft.value["invoice"]?.text,
            let amount = draft.value["amount"]?.money
        else { return found }
        guard let invoice = book.invoice(number), invoice.id.folder == draft.folder,
            let whole = invoice.value?["amount"]?.money
        else {
            return found + [
                draft.finding(
                    "unknown-invoice", at: "invoice",
                    "there is no invoice `\(TextRules.visible(number))` of this deal on record")
            ]
        }
        let credited = book.records(about: draft.folder).filter {
            $0.event.name == "credited" && $0.value?["invoice"]?.text == number
                && $0.id != draft.earlier?.id
        }.compactMap { $0.value?["amount"]?.money }
        if amount.currency != whole.currency {
            found.append(
                draft.finding(
                    "wrong-currency", at: "amount",
                    "the credit is in \(amount.currency), the invoice in \(whole.currency)"))
        } else if credited.reduce(amount.minorUnits, { $0 + $1.minorUnits }) > whole.minorUnits {
            found.append(
                draft.finding(
                    "credited-twice", at: "amount",
                    "with it, more is credited than the \(whole) of the invoice"))
        }
        return found
    }

    private func figures(_ draft: Draft) -> [Finding] {
        if draft.kind.name == "investments", draft.value["amount"] == nil,
            draft.value["hours"] == nil
        {
            return [draft.finding("missing-field", "neither `amount` nor `hours` is given")]
        }
        guard draft.kind.name == "measures", let of = draft.value["of"]?.text,
            let value = draft.value["value"]?.quantity, let target = terms.target(of: of),
            !value.hasUnit(of: target)
        else { return [] }
        return [
            draft.finding(
                "wrong-unit", at: "value",
                "`\(value)` is not in the unit of the target of `\(of)`, which is \(target)")
        ]
    }
}

extension Quantity {
    /// Whether it counts the same as another one: `1 contract` and `5 contracts` do.
    fileprivate func hasUnit(of other: Quantity) -> Bool {
        switch (self, other) {
        case (.money(let left), .money(let right)): left.currency == right.currency
        case (.number(_, let left), .number(_, let right)):
            left == right || left + "s" == right || left == right + "s"
        default: false
        }
    }
}
