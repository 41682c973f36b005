import Git
import Terms
import Testing

@testable import Agreement

/// Rule 4: who has to sign, and what a sign-off is good for.
@Suite struct SignOffTests {
    @Test(arguments: people + replays + withdrawals)
    func ruleFour(_ attack: Attack) throws { try attack.play() }

    static let people: [Attack] = [
        Attack("a party has not signed", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .dora))
        },
        Attack("a stranger signs in a person's name", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(
                shop.signOff(tip, by: isWrong ? .dora.impersonated(by: .mallory) : .dora))
        },
        Attack("another party's person signs in a person's name", refusedBy: .signOffs) {
            shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(shop.signOff(tip, by: isWrong ? .dora.impersonated(by: .ada) : .dora))
        },
        Attack("a person signs for another party", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(
                shop.say(on: tip, by: .dora) { if isWrong { $0.party = "northwind" } })
        },
        Attack("a person signs as a colleague", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(shop.say(on: tip, by: .dora) { if isWrong { $0.person = "emil" } })
        },
        Attack("a person in no rule signs", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().retitled()), by: .dora)
            try shop.merge(shop.signOff(tip, by: isWrong ? .cleo : .ada))
        },
        Attack("an objection is no sign-off", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(shop.say(isWrong ? .objection : .signOff, on: tip, by: .dora))
        },
        Attack("the sign-off stands beside the tip that is merged", refusedBy: .signOffs) {
            shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            let signed = try shop.signOff(tip, by: .dora)
            try shop.merge(isWrong ? tip : signed)
        },
        Attack("the lighter rule covers clauses/branding, not clauses/fees", refusedBy: .signOffs) {
            shop, isWrong in
            let terms = TermsText().with {
                $0.files["clauses/\(isWrong ? "fees" : "branding").md"] = "# New\n"
            }
            try shop.merge(shop.signOff(shop.propose(terms), by: .cleo, .dora))
        },
        Attack("the lighter rule does not cover one file more", refusedBy: .signOffs) {
            shop, isWrong in
            let terms = TermsText().amended().with {
                if isWrong { $0.files["clauses/fees.md"] = "# Fees\n" }
            }
            try shop.merge(shop.signOff(shop.propose(terms), by: .cleo, .dora))
        },
        Attack("the lighter rule does not cover framework.yaml", refusedBy: .signOffs) {
            shop, isWrong in
            let terms = isWrong ? TermsText().amended().retitled() : TermsText().amended()
            try shop.merge(shop.signOff(shop.propose(terms), by: .cleo, .dora))
        },
        Attack("the lighter rule does not cover a removal elsewhere", refusedBy: .signOffs) {
            shop, isWrong in
            var terms = TermsText().with { $0.files["clauses/fees.md"] = "# Fees\n" }
            try shop.amend(terms, by: .ada, .dora)
            terms = terms.amended()
            if isWrong { terms.files["clauses/fees.md"] = nil }
            try shop.merge(shop.signOff(shop.propose(terms), by: .cleo, .dora))
        },
    ]

    static let replays: [Attack] = [
        replay("framework") { $0.framework = "alliance-two" },
        replay("founding") { $0.founding = Digest(of: [1]) },
        replay("founding, as if it were one") { $0.founding = nil },
        replay("version, earlier") { $0.version = 1 },
        replay("version, later") { $0.version = 3 },
        replay("base") { $0.base = Digest(of: [2]) },
        replay("base, as if there were none") { $0.base = nil },
        replay("terms") { $0.terms = Digest(of: [3]) },
        Attack("the sign-offs of a first text carried to a second", refusedBy: .signOffs) {
            shop, isWrong in
            let first = try shop.propose(TermsText().amended("One"))
            let signed = try shop.signOff(first, by: .ada, .dora)
            guard isWrong else {
                try shop.merge(signed)
                return
            }
            try shop.merge(shop.propose(TermsText().amended("Two"), on: signed))
        },
        Attack(
            "the text is changed after the sign-offs and merged from below", refusedBy: .onlyThat
        ) { shop, isWrong in
            let signed = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let other = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended("Else"))))
            try shop.merge(signed, tree: isWrong ? other : nil)
        },
        Attack("sign-offs of the same text, made for the version before", refusedBy: .signOffs) {
            shop, isWrong in
            // Two proposals for version 2; the loser's sign-offs must not make it version 3.
            let (one, two) = (TermsText().amended("One"), TermsText().amended("Two"))
            let first = try shop.signOff(shop.propose(one), by: .ada, .dora)
            var second = try shop.signOff(shop.propose(two), by: .ada, .dora)
            try shop.merge(first)
            if !isWrong { second = try shop.signOff(second, by: .ada, .dora) }
            try shop.merge(second)
        },
        Attack("going back to an old text on its old sign-offs", refusedBy: .signOffs) {
            shop, isWrong in
            let one = try shop.signOff(shop.propose(TermsText().amended("One")), by: .ada, .dora)
            try shop.merge(one)
            try shop.amend(TermsText().amended("Two"), by: .ada, .dora)
            var again = try shop.propose(TermsText().amended("One"), on: one)
            if !isWrong { again = try shop.signOff(again, by: .ada, .dora) }
            try shop.merge(again)
        },
        Attack(
            "the sign-offs are in main already, by a merge that changes nothing",
            refusedBy: .signOffs
        ) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            if isWrong {
                let same = try shop.repository.commit(shop.main).tree
                shop.main = try shop.commit(same, [shop.main, tip], "Unrelated\n")
            }
            try shop.merge(tip)
        },
    ]

    static let withdrawals: [Attack] = [
        Attack("withdrawn afterwards", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(isWrong ? shop.say(.withdrawal, on: tip, by: .dora) : tip)
        },
        Attack("withdrawn, and signed again only before", refusedBy: .signOffs) { shop, isWrong in
            var tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora, .dora)
            tip = try shop.say(.withdrawal, on: tip, by: .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .dora))
        },
        Attack("withdrawn in parallel", refusedBy: .signOffs) { shop, isWrong in
            let start = try shop.propose(TermsText().amended())
            let signed = try shop.signOff(start, by: .ada, .dora)
            let taken = try shop.say(.withdrawal, on: start, by: isWrong ? .dora : .emil)
            let both = try shop.commit(
                shop.repository.commit(signed).tree, [signed, taken], "Join\n")
            try shop.merge(both)
        },
        Attack("withdrawn by a colleague does not count, by oneself does", refusedBy: .signOffs) {
            shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(shop.say(.withdrawal, on: tip, by: isWrong ? .dora : .emil))
        },
        Attack("a forged withdrawal does not count", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(
                shop.say(
                    .withdrawal, on: tip, by: isWrong ? .dora : .dora.impersonated(by: .mallory)))
        },
        Attack("a withdrawal of another text does not count", refusedBy: .signOffs) {
            shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(
                shop.say(.withdrawal, on: tip, by: .dora) {
                    if !isWrong { $0.terms = Digest(of: [4]) }
                })
        },
    ]

    private static func replay(
        _ what: String, _ change: @escaping @Sendable (inout Statement) -> Void
    ) -> Attack {
        Attack("a sign-off of another \(what)", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(shop.say(on: tip, by: .dora) { if isWrong { change(&$0) } })
        }
    }

    /// Rules that need several people, judged with every number of them.
    @Test(arguments: 1...3, 0...3)
    func needsOutOfThree(needs: Int, signers: Int) throws {
        let terms = TermsText().with {
            $0.parties["northwind"] = [.init(needs: needs, of: ["ada", "ben", "cleo"])]
        }
        let shop = try Workshop()
        try shop.found(terms)
        var tip = try shop.signOff(shop.propose(terms.amended()), by: .dora)
        for actor in [Actor.ada, .ben, .cleo].prefix(signers) {
            tip = try shop.signOff(tip, by: actor, actor)
        }
        try shop.merge(tip)
        #expect(
            try shop.history().breach?.violations.map(\.rule) ?? []
                == (signers < needs ? [.signOffs] : []))
    }

    @Test func onePersonWithTwoKeysIsOnePerson() throws {
        let second = Actor.ada.with(key: "ada at home")
        let terms = TermsText().with {
            $0.parties["northwind"] = [.init(needs: 2, of: ["ada", "ben"])]
            $0.keys.append(second)
        }
        try Attack("two keys of one person", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(terms.amended()), by: .ada, .dora)
            try shop.merge(shop.signOff(tip, by: isWrong ? second : .ben))
        }.play(on: terms)
    }

    @Test func aPartyWithoutRulesDoesNotSignAndOneWithRulesDoes() throws {
        for signs in [false, true] {
            let terms = TermsText().with {
                $0.parties["oversight"] = signs ? [.init(of: ["frida"])] : []
                $0.keys.append(.frida)
            }
            let shop = try Workshop()
            try shop.found(terms)
            try shop.amend(terms.amended(), by: .ada, .dora)
            #expect(
                try shop.history().breach?.violations.map(\.rule) == (signs ? [.signOffs] : nil))
        }
    }

    @Test func aSignOffOfOneRepositoryIsWorthNothingInAnother() throws {
        let (here, there) = (try Workshop(), try Workshop())
        try here.found()
        try there.found(TermsText().retitled())
        let signed = try here.signOff(here.propose(TermsText().amended()), by: .ada, .dora)
        // The other repository takes all objects and tries the same merge on its own history.
        try there.git(["fetch", "-q", here.path, "\(signed)"])
        try there.merge(signed)
        #expect(try there.history().breach?.violations.first?.rule == .signOffs)
        try here.merge(signed)
        #expect(try here.history().breach == nil)
    }

    @Test func everyStepOfALongLifeCounts() throws {
        let shop = try Workshop.founded()
        for number in 2...25 {
            try shop.amend(TermsText().amended("Number \(number)"), by: .ben, .emil)
        }
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.frameworks["alliance"]?.inForce.number == 25)
    }
}
