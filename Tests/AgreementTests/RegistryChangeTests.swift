import Git
import Terms
import Testing

@testable import Agreement

/// Rule 5: who may sign in future is agreed by those who may sign now, and by the new ones.
@Suite struct RegistryChangeTests {
    @Test(arguments: newKeys + oldKeys + judges)
    func ruleFive(_ attack: Attack) throws { try attack.play() }

    private static let phone = Actor.ada.with(key: "ada's phone")
    private static let zoe = Actor("zoe", of: "northwind")

    static let newKeys: [Attack] = [
        Attack("a new key has not signed", refusedBy: .registryChange) { shop, isWrong in
            let terms = TermsText().with { $0.keys.append(phone) }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: phone))
        },
        Attack("the new key of a new person has not signed", refusedBy: .registryChange) {
            shop, isWrong in
            let terms = TermsText().with { $0.keys.append(zoe) }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: zoe))
        },
        Attack("a new key signed in another person's name", refusedBy: .registryChange) {
            shop, isWrong in
            let terms = TermsText().with { $0.keys.append(phone) }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            try shop.merge(
                shop.signOff(
                    tip, by: isWrong ? Actor("ben", of: "northwind", seed: phone.seed) : phone))
        },
        Attack("a new key signed and withdrew", refusedBy: .registryChange) { shop, isWrong in
            let terms = TermsText().with { $0.keys.append(zoe) }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora, zoe)
            try shop.merge(isWrong ? shop.say(.withdrawal, on: tip, by: zoe) : tip)
        },
        Attack("a new key proved itself on another text", refusedBy: .registryChange) {
            shop, isWrong in
            let terms = TermsText().with { $0.keys.append(zoe) }
            let proof = try shop.signOff(shop.propose(terms), by: zoe)
            let other = terms.amended()
            let tip = try shop.propose(isWrong ? other : terms, on: proof)
            try shop.merge(shop.signOff(tip, by: .ada, .dora))
        },
    ]

    static let oldKeys: [Attack] = [
        Attack("a removed key is not retired", refusedBy: .registryChange) { shop, isWrong in
            let gone = try Actor.ben.fingerprint
            let terms = TermsText().with {
                $0.keys.removeAll { $0.person == "ben" }
                $0.parties["northwind"] = [.init(of: ["ada"])]
                if !isWrong { $0.retired = [gone] }
            }
            try shop.amend(terms, by: .ada, .dora)
        },
        Attack("another key is retired instead", refusedBy: .registryChange) { shop, isWrong in
            let gone = try (isWrong ? Actor.mallory : .ben).fingerprint
            let terms = TermsText().with {
                $0.keys.removeAll { $0.person == "ben" }
                $0.parties["northwind"] = [.init(of: ["ada"])]
                $0.retired = [gone]
            }
            try shop.amend(terms, by: .ada, .dora)
        },
        Attack("a fingerprint leaves `retired`", refusedBy: .registryChange) { shop, isWrong in
            let gone = try Actor.mallory.fingerprint
            let first = TermsText().with { $0.retired = [gone] }
            try shop.amend(first, by: .ada, .dora)
            try shop.amend(isWrong ? TermsText() : first.amended(), by: .ada, .dora)
        },
        Attack("a retired key returns", refusedBy: .wellFormed) { shop, isWrong in
            let gone = try Actor.mallory.fingerprint
            let first = TermsText().with { $0.retired = [gone] }
            try shop.amend(first, by: .ada, .dora)
            let back = Actor("zoe", of: "northwind", seed: isWrong ? "mallory" : "zoe")
            let terms = first.with { $0.keys.append(back) }
            // Nobody can speak honestly by a registry that can't be read; it's refused before.
            try shop.amend(terms, by: .ada, .dora, back)
        },
        Attack("a retired key signs", refusedBy: .signOffs) { shop, isWrong in
            let gone = try Actor.ben.fingerprint
            let terms = TermsText().with {
                $0.keys.removeAll { $0.person == "ben" }
                $0.parties["northwind"] = [.init(of: ["ada"])]
                $0.retired = [gone]
            }
            try shop.amend(terms, by: .ada, .dora)
            try shop.amend(
                terms.amended(), by: isWrong ? Actor.ada.impersonated(by: .ben) : .ada, .dora)
        },
    ]

    static let judges: [Attack] = [
        Attack("a new party has not signed", refusedBy: .registryChange) { shop, isWrong in
            let gil = Actor("gil", of: "fabrikam")
            let hal = Actor("hal", of: "fabrikam")
            let terms = TermsText().with {
                $0.parties["fabrikam"] = [.init(needs: 2, of: ["gil", "hal"])]
                $0.keys += [gil, hal]
            }
            // Both keys are proved; under the attack, one of the two took the sign-off back in
            // favour of a party that asks for two.
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora, gil, hal)
            try shop.merge(isWrong ? shop.say(.withdrawal, on: tip, by: hal) : tip)
        },
        Attack("the new registry asks for more people", refusedBy: .registryChange) {
            shop, isWrong in
            let terms = TermsText().with {
                $0.parties["northwind"] = [.init(needs: 2, of: ["ada", "ben"])]
            }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .ben))
        },
        Attack("a person takes over: the key is only in the new registry", refusedBy: .signOffs) {
            shop, isWrong in
            // Mallory adds a key to Ada's entry and signs as Ada, where only Ada could.
            let forged = Actor.ada.impersonated(by: .mallory)
            let alone = TermsText().with { $0.parties["northwind"] = [.init(of: ["ada"])] }
            try shop.amend(alone, by: .ada, .dora)
            let terms = alone.with { $0.keys.append(forged) }
            let tip = try shop.signOff(shop.propose(terms), by: forged, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .ada))
        },
        Attack("a party is removed without its consent", refusedBy: .signOffs) { shop, isWrong in
            let gil = Actor("gil", of: "fabrikam")
            let three = TermsText().with {
                $0.parties["fabrikam"] = [.init(of: ["gil"])]
                $0.keys.append(gil)
            }
            try shop.amend(three, by: .ada, .dora, gil)
            let gone = try gil.fingerprint
            let two = TermsText().with { $0.retired = [gone] }
            let tip = try shop.signOff(shop.propose(two), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: gil))
        },
    ]

    @Test(arguments: [
        ("needs more than there are", [TermsText.Rule(needs: 3, of: ["ada", "ben"])]),
        ("needs nobody", [TermsText.Rule(needs: 0, of: ["ada"])]),
        ("counts somebody twice", [TermsText.Rule(needs: 2, of: ["ada", "ada"])]),
        ("counts somebody of another party", [TermsText.Rule(needs: 2, of: ["ada", "dora"])]),
        ("counts somebody unknown", [TermsText.Rule(needs: 2, of: ["ada", "nobody"])]),
        ("lists nobody", [TermsText.Rule(of: [])]),
        ("has no rules", []),
        ("has a limited rule first", [TermsText.Rule(of: ["ada"], only: ["purpose"])]),
        (
            "has a lighter rule that can't be met",
            [
                TermsText.Rule(of: ["ada"]),
                TermsText.Rule(needs: 2, of: ["cleo"], only: ["purpose"]),
            ]
        ),
    ])
    func rulesThatCantBeMet(what: String, rules: [TermsText.Rule]) throws {
        for founds in [true, false] {
            let shop = try Workshop()
            let terms = TermsText().with { $0.parties["northwind"] = rules }
            if founds {
                try shop.found(terms)
            } else {
                try shop.found()
                try shop.amend(terms, by: .ada, .ben, .cleo, .dora, .emil)
            }
            #expect(
                try shop.history().breach?.violations.map(\.rule).first == .wellFormed, "\(what)")
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "~", "null", "# nothing\n", "---\n", "--- {}\n", "text", "parties: {}\n",
        "parties:\npeople:\n", "parties: {a: {name: A, kind: msp, signing: [{of: [x]}]}}\n",
        """
        parties:
          northwind: {name: A, kind: independent}
          contoso: {name: B, kind: independent}
        people: {}

        """,
        """
        parties:
          northwind: {name: A, kind: msp, signing: [{needs: 1}]}
          contoso: {name: B, kind: msp, signing: [{needs: 1}]}
        people: {}

        """,
        """
        parties:
          northwind: {name: A, kind: msp, signing: [{of: [ada]}]}
          contoso: {name: B, kind: msp, signing: [{of: [dora]}]}
        people: {ada: {name: A, party: northwind}, dora: {name: D, party: contoso}}

        """,
        """
        parties:
          northwind: {name: A, kind: msp, signing: [~]}
          contoso: {name: B, kind: msp, signing: ~}
        people: {}

        """,
    ])
    func aRegistryThatAsksNobodyFoundsNothing(text: String) throws {
        let shop = try Workshop()
        let terms = TermsText().with { $0.files["parties.yaml"] = text }
        try shop.merge(try shop.propose(terms))
        let history = try shop.history()
        #expect(history.breach?.violations.first?.rule == .wellFormed)
        #expect(history.frameworks.isEmpty)
    }

    @Test func aPartysRulesAreNotLoosenedWithoutIt() throws {
        for isWrong in [false, true] {
            let shop = try Workshop.founded()
            let terms = TermsText().with {
                $0.parties["contoso"] = [.init(of: ["dora", "emil"]), .init(of: ["emil"])]
            }
            try shop.amend(terms, by: .ada, isWrong ? .emil.impersonated(by: .mallory) : .emil)
            // Both registries ask Contoso.
            #expect(
                try shop.history().breach?.violations.map(\.rule)
                    == (isWrong ? [.signOffs, .registryChange] : nil))
        }
    }

    @Test func theSameKeyBelongsToOnePerson() throws {
        for twin in [
            Actor("zoe", of: "northwind", seed: "ada"), Actor("zoe", of: "contoso", seed: "ada"),
        ] {
            let shop = try Workshop()
            try shop.found(TermsText().with { $0.keys.append(twin) })
            #expect(try shop.history().breach?.violations.first?.rule == .wellFormed)
        }
    }

    @Test func theFoundingNeedsEveryKey() throws {
        for missing in TermsText().keys {
            let shop = try Workshop()
            let start = try shop.propose(TermsText())
            let tip = try shop.signOff(start, by: TermsText().keys.filter { $0 != missing })
            try shop.merge(tip)
            #expect(try shop.history().breach?.violations.map(\.rule) == [.registryChange])
        }
    }
}
