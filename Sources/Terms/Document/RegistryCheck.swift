/// Checks what the registry says as a whole: who may sign for whom, and whether the signing rules
/// can be met at all (format.md, "The registry"; trust.md, rule 5).
struct RegistryCheck {
    private(set) var findings: [Finding] = []
    private let section: Section

    init(section: Section?) {
        guard let section, let value = section.value else {
            self.section = Section(.parties, bytes: [])
            return
        }
        self.section = section
        let parties = value["parties"]?.members ?? []
        let people = value["people"]?.members ?? []
        checkLimits(parties: parties, people: people)
        // A registry beyond its limits is refused, and not thought about.
        guard findings.isEmpty else { return }
        let root = TermPath(section: section.name.rawValue)
        let leavesOutParties = section.leavesOut(root.appending("parties"))
        if parties.isEmpty || !leavesOutParties,
            parties.filter({ !$0.isIndependentSide }).count < 2
        {
            report(
                "too-few-parties", ["parties"],
                "a framework is agreed between at least two companies",
                next: "Add the partner under `parties`, with a kind other than independent")
        }
        if !leavesOutParties { checkPeople(people, parties: Set(parties.map(\.key))) }
        checkKeys(people)
        // The people of each party, and whether they have a key.
        var hasKey: [String: [String: Bool]] = [:]
        for person in people {
            guard let party = person.value["party"]?.text else { continue }
            hasKey[party, default: [:]][person.key] =
                !(person.value["keys"]?.items ?? []).isEmpty
        }
        guard !section.leavesOut(root.appending("people")) else { return }
        for party in parties { checkRules(of: party, hasKey: hasKey[party.key] ?? [:]) }
    }

    private mutating func checkLimits(parties: [Value.Member], people: [Value.Member]) {
        let keys = people.reduce(0) { $0 + ($1.value["keys"]?.items.count ?? 0) }
        for (count, what) in [
            (parties.count, "parties"), (people.count, "people"), (keys, "keys"),
        ] where count > Limits.registryEntries {
            report(
                "registry-too-large", [what == "parties" ? "parties" : "people"],
                "\(count) \(what); at most \(Limits.registryEntries) are allowed")
        }
    }

    private mutating func checkPeople(_ people: [Value.Member], parties: Set<String>) {
        for person in people {
            guard let party = person.value["party"]?.text, !parties.contains(party) else {
                continue
            }
            report(
                "unknown-party", ["people", person.key, "party"],
                "`\(person.key)` acts for `\(party)`, which is not a party",
                next: Suggestion.nearest(to: party, in: parties.sorted())
                    .map { "Did you mean `\($0)`?" })
        }
    }

    private mutating func checkKeys(_ people: [Value.Member]) {
        var owners: [Substring: String] = [:]
        for person in people {
            for (index, item) in (person.value["keys"]?.items ?? []).enumerated() {
                let words = (item.value.text ?? "").split(separator: " ")
                guard words.count >= 2 else { continue }
                if let owner = owners.updateValue(person.key, forKey: words[1]) {
                    report(
                        "key-twice", ["people", person.key, "keys", String(index + 1)],
                        owner == person.key
                            ? "`\(owner)` has the same key twice"
                            : "`\(owner)` and `\(person.key)` have the same key; "
                                + "a key belongs to one person")
                }
            }
        }
    }

    private mutating func checkRules(of party: Value.Member, hasKey: [String: Bool]) {
        let rules = party.value["signing"]?.items ?? []
        let path = ["parties", party.key]
        let rulesPath = TermPath(section: "parties").appending("parties")
            .appending(party.key).appending("signing")
        guard !section.leavesOut(rulesPath) else { return }
        if rules.isEmpty, party.value["kind"]?.text != "independent" {
            report(
                "no-signing-rule", path,
                "`\(party.key)` has no signing rule, so nobody could sign for it",
                next: "Add `signing:` with `- needs: 1` and `of: [a person]`")
        }
        if rules.first?.value["only"] != nil {
            report(
                "first-rule-limited", path + ["signing", "1"],
                "the first signing rule of `\(party.key)` has `only`; it must cover everything")
        }
        for (index, rule) in rules.enumerated() {
            let rulePath = path + ["signing", String(index + 1)]
            let signers = (rule.value["of"]?.items ?? []).compactMap(\.value.text)
            for signer in signers where hasKey[signer] == nil {
                report(
                    "signer-of-another-party", rulePath + ["of"],
                    "`\(signer)` is not a person of `\(party.key)` and can't sign for it")
            }
            let able = signers.count { hasKey[$0] == true }
            if case .scalar(.integer(let needs))? = rule.value["needs"], needs > able {
                report(
                    "rule-unsatisfiable", rulePath,
                    "signing rule \(index + 1) of `\(party.key)` needs \(needs) "
                        + "signature\(needs == 1 ? "" : "s"), but \(able) of its people "
                        + (able == 1 ? "has a key" : "have a key"),
                    next: signers.first { hasKey[$0] != true }.map {
                        "entente keys add \($0) <key.pub> puts a public key there"
                    })
            }
        }
    }

    private mutating func report(
        _ rule: String, _ inner: [String], _ message: String, next: String? = nil
    ) {
        var path = TermPath(section: section.name.rawValue)
        var position = section.positions[path] ?? SourcePosition(line: 1, column: 1)
        for component in inner {
            path = path.appending(component)
            position = section.positions[path] ?? position
        }
        findings.append(
            Finding(
                rule: rule, file: section.name.file, position: position, path: path,
                message: message, next: next))
    }
}
