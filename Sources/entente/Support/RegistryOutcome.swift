internal import Agreement
internal import Reports
internal import Terms

/// What a command did to the working `parties.yaml`, and what is next.
struct RegistryOutcome {
    private let framework: String
    private let edited: Workspace.EditedRegistry
    private let advice: String

    /// Edits the registry that the options name.
    static func edit(
        _ framework: FrameworkOption, _ options: GlobalOptions,
        _ edit: (RegistryEdit) throws -> RegistryEdit
    ) throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.history()
        let name = try session.framework(framework.framework, in: workspace, history: history)
        let edited = try workspace.editRegistry(of: name, edit)
        let advice =
            edited.newErrors.isEmpty
            ? try EditAdvice.line(for: name, in: workspace, history: history)
            : "Next: entente check \(name)"
        try RegistryOutcome(framework: name, edited: edited, advice: advice)
            .print(to: session.console)
    }

    private func print(to console: Console) throws {
        if console.wantsJSON {
            try console.print(json: Answer(framework: framework, edited: edited))
            return
        }
        for change in edited.changes { console.print(change.sentence) }
        if let first = edited.newErrors.first {
            let count = edited.newErrors.count
            console.note(
                console.style.wrap(
                    TextRules.visible(
                        "Still to mend: \(first.message), in \(first.place)"
                            + (count > 1 ? ", and \(count - 1) more places" : "")),
                    indent: 0, hanging: 2))
        }
        LockOutNote.print(edited.newLockOuts, to: console)
        console.note(advice)
    }

    private struct Answer: Encodable {
        struct Change: Encodable {
            let change: String
            let fingerprint: String?
            let party: String
            let person: String?
            let rule: Int?
        }

        let changes: [Change]
        let errors: [String]
        let file: String
        let framework: String
        let lockOuts: [LockOutJSON]

        init(framework: String, edited: Workspace.EditedRegistry) {
            self.framework = framework
            file = edited.path
            changes = edited.changes.map {
                Change(
                    change: $0.kind.rawValue, fingerprint: $0.fingerprint, party: $0.party,
                    person: $0.person, rule: $0.rule)
            }
            errors = edited.newErrors.map { "\($0.place): \($0.message)" }
            lockOuts = edited.lockOuts.map(LockOutJSON.init)
        }
    }
}

extension RegistryEdit.Change {
    /// What was done, in words.
    fileprivate var sentence: String {
        let person = person ?? ""
        let fingerprint = fingerprint ?? ""
        return switch kind {
        case .keyAdded: "\(person) (\(party)) has a new key: \(fingerprint)"
        case .keyRetired: "retired, never to return: \(person)'s key \(fingerprint)"
        case .personAdded: "\(person) is a person of \(party)"
        case .personRemoved: "\(person) is no longer a person of \(party)"
        case .ruleChanged: "signing rule \(rule ?? 1) of \(party) no longer names \(person)"
        case .partyRemoved: "\(party) is no longer a party"
        }
    }
}

/// The warning about parties that one lost key could lock out.
enum LockOutNote {
    /// Says it, where there is something to say.
    static func print(_ lockOuts: [LockOut], to console: Console) {
        guard !lockOuts.isEmpty else { return }
        let parties = lockOuts.map { lockOut in
            "\(lockOut.party.name) (\(lockOut.people.map(\.id).joined(separator: " or ")))"
        }
        console.note(
            console.style.wrap(
                TextRules.visible(
                    "Warning: one lost key could lock out \(parties.joined(separator: ", ")). "
                        + "One more signatory helps, or a second key, kept elsewhere."),
                indent: 0, hanging: 2))
    }
}

/// A party that one lost key could lock out, for programs.
struct LockOutJSON: Encodable {
    let party: String
    let people: [String]

    init(_ lockOut: LockOut) {
        party = lockOut.party.id
        people = lockOut.people.map(\.id)
    }
}
