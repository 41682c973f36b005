internal import Settlement
public import Terms

extension RecordEvent {
    /// The fields that need not be said, since they follow from who records and when.
    public var fieldsWithDefaults: Set<String> {
        var names: Set = ["on"]
        if fields.contains(where: { $0.name == "version" }) { names.insert("version") }
        switch right {
        case .partyIn(let field), .personOrManager(let field): names.insert(field)
        default: break
        }
        return names
    }
}

extension WrittenFields {
    /// Fills in what was not said of an event and follows from who records it and when.
    ///
    /// - Throws: `YAMLEditor.EditError` where a value does not fit.
    public mutating func fillIn(
        _ event: RecordEvent, by recorder: Recorder, terms: RecordTerms, version: Int,
        today: CalendarDate
    ) throws(YAMLEditor.EditError) {
        func open(_ name: String) -> Bool {
            event.fields.contains { $0.name == name } && !says(name)
        }
        if open("on") { try set("on", to: today.description) }
        if open("version") { try set("version", to: String(version)) }
        switch event.right {
        case .partyIn(let field) where open(field): try set(field, to: recorder.party)
        case .personOrManager(let field) where open(field): try set(field, to: recorder.person)
        default: break
        }
        guard event.name == "registered", open("protected-until"), let day = self.day,
            let end = terms.protection.flatMap(day.adding)
        else { return }
        try set("protected-until", to: end.description)
    }

    private var day: CalendarDate? { text(of: "on").flatMap { try? CalendarDate(parsing: $0) } }
}
