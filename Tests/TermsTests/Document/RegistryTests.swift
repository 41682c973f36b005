import Terms
import Testing

struct RegistryTests {
    @Test func acceptsTheSample() {
        #expect(RegistryFindings.of(section(.parties, Sample.parties)).isEmpty)
    }

    @Test func wantsTwoCompanies() {
        let found = Sample.registry(replacing: "kind: isv", with: "kind: independent")
        #expect(found.map(\.brief) == ["too-few-parties 2:3"])
        #expect(found.first?.message == "a framework is agreed between at least two companies")
        #expect(
            found.first?.next
                == "Add the partner under `parties`, with a kind other than independent")
    }

    @Test(arguments: ["", "people: {}\n", "retired: []\n"])
    func placesWhatHasNoPlace(text: String) {
        let found = RegistryFindings.of(section(.parties, text))
        #expect(
            found.filter { $0.rule == "too-few-parties" }.map(\.brief) == ["too-few-parties 1:1"])
    }

    @Test func findsPeopleOfUnknownParties() {
        let found = Sample.registry(
            replacing: "party: contoso", with: "party: contosso")
        #expect(
            found.map(\.brief) == [
                "unknown-party 25:12", "signer-of-another-party 7:13", "rule-unsatisfiable 6:9",
            ])
        #expect(found.first?.message == "`dora` acts for `contosso`, which is not a party")
        #expect(found.first?.next == "Did you mean `contoso`?")
    }

    @Test func findsAKeyOfTwoPeople() {
        let found = Sample.registry(replacing: "AAAA2 ben", with: "AAAA1 other-comment")
        #expect(found.map(\.brief) == ["key-twice 22:12"])
        #expect(
            found.first?.message
                == "`ada` and `ben` have the same key; a key belongs to one person")
        #expect(found.first?.path?.description == "parties.people.ben.keys.1")
    }

    @Test func findsAKeyTwiceWithOnePerson() {
        let found = Sample.registry(
            replacing: "[ssh-ed25519 AAAA2 ben]", with: "[ssh-ed25519 AAAA2 a, ssh-ed25519 AAAA2 b]"
        )
        #expect(found.map(\.brief) == ["key-twice 22:33"])
        #expect(found.first?.message == "`ben` has the same key twice")
    }

    @Test func placesAKeyWhereItStands() {
        let found = Sample.registry(
            replacing: "[ssh-ed25519 AAAA2 ben]",
            with: "[ssh-ed25519 BBBB ben, ssh-ed25519 AAAA1 x]")
        #expect(found.map(\.brief) == ["key-twice 22:34"])
    }

    @Test func wantsASigningRuleOfACompany() {
        let found = Sample.registry(
            replacing: "    signing:\n      - needs: 1\n        of: [dora]\n", with: "")
        #expect(found.map(\.brief) == ["no-signing-rule 3:5"])
        #expect(
            found.first?.message == "`contoso` has no signing rule, so nobody could sign for it")
    }

    @Test func wantsNoneOfAnIndependentSide() {
        let found = Sample.registry(
            replacing: "people:\n",
            with: "  oversight:\n    name: Fair Hand\n    kind: independent\npeople:\n")
        #expect(found.isEmpty)
    }

    @Test func wantsTheFirstRuleToCoverEverything() {
        let found = Sample.registry(
            replacing: "of: [dora]", with: "of: [dora]\n        only: [purpose]")
        #expect(found.map(\.brief) == ["first-rule-limited 6:9"])
        #expect(
            found.first?.message
                == "the first signing rule of `contoso` has `only`; it must cover everything")
    }

    @Test func findsSignersOfTheOtherSide() {
        let found = Sample.registry(replacing: "of: [dora]", with: "of: [ada, dora]")
        #expect(found.map(\.brief) == ["signer-of-another-party 7:13"])
        #expect(
            found.first?.message == "`ada` is not a person of `contoso` and can't sign for it")
    }

    @Test func findsRulesThatNobodyCanMeet() {
        let found = Sample.registry(
            replacing: "keys: [ssh-ed25519 AAAA2 ben]", with: "keys: []")
        #expect(found.map(\.brief) == ["rule-unsatisfiable 12:9"])
        #expect(
            found.first?.message
                == "signing rule 1 of `northwind` needs 2 signatures, but 1 of its people has a key"
        )
        #expect(found.first?.next == "entente keys add ben <key.pub> puts a public key there")
        let needs = Sample.registry(replacing: "needs: 1", with: "needs: 3")
        #expect(needs.map(\.brief) == ["rule-unsatisfiable 6:9"])
        #expect(
            needs.first?.message
                == "signing rule 1 of `contoso` needs 3 signatures, but 1 of its people has a key")
    }

    @Test func judgesLaterRulesToo() {
        let found = Sample.registry(
            replacing: "of: [dora]",
            with: "of: [dora]\n      - needs: 2\n        of: [dora]\n        only: [purpose]")
        #expect(found.map(\.brief) == ["rule-unsatisfiable 8:9"])
        #expect(found.first?.path?.description == "parties.parties.contoso.signing.2")
    }

    @Test(arguments: [
        ("needs: 1", "needs: 0", ["bad-value 6:16"]),
        ("needs: 1", "needs: 1001", ["bad-value 6:16"]),
        ("needs: 1", "needs: one", ["bad-value 6:16"]),
        ("of: [dora]", "of: [dora, dora]", ["listed-twice 7:13"]),
        ("of: [dora]", "of: []", ["rule-unsatisfiable 6:9"]),
        ("      - needs: 1\n", "      - any: 1\n", ["unknown-key 6:9", "missing-field 6:9"]),
        ("kind: isv", "kind: vendr", ["bad-value 4:11"]),
        ("name: Contoso\n", "name:\n", ["missing-field 3:5"]),
        ("  contoso:\n", "  Contoso:\n", ["bad-id 2:3"]),
        ("keys: [ssh-ed25519 AAAA3 dora]", "keys: [AAAA3]", ["bad-value 26:12"]),
    ])
    func parsesStrictly(old: String, new: String, expected: [String]) {
        let text = Sample.parties.replacing(old, with: new)
        #expect(
            findings(in: .parties, text).prefix(2) == expected.filter { !$0.hasPrefix("rule") }[...]
        )
    }

    /// A rule that can't be read must not shift the numbers of the others.
    @Test func countsRulesThatCannotBeRead() {
        let found = Sample.registry(
            replacing: "      - needs: 1\n",
            with: "      - junk\n      - only: [purpose]\n        needs: 1\n")
        #expect(found.map(\.brief) == ["wrong-shape 6:9"])
    }

    @Test func limitsEntries() {
        func registry(_ people: Int, keysEach: Int = 0) -> String {
            var text = Sample.parties
            for person in 0..<people {
                text += "  p\(person):\n    name: P\n    party: contoso\n"
                if keysEach > 0 { text += "    keys:\n" }
                for key in 0..<keysEach { text += "      - k K\(person)x\(key)\n" }
            }
            return text
        }
        #expect(RegistryFindings.of(section(.parties, registry(997))).isEmpty)
        #expect(
            RegistryFindings.of(section(.parties, registry(998))).map(\.message)
                == ["1001 people; at most 1000 are allowed"])
        let keys = RegistryFindings.of(section(.parties, registry(2, keysEach: 499)))
        #expect(keys.map(\.brief) == ["registry-too-large 15:3"])
        #expect(keys.map(\.message) == ["1001 keys; at most 1000 are allowed"])
    }

    @Test func limitsParties() {
        var text = Sample.parties
        var extra = ""
        for party in 0..<999 { extra += "  q\(party):\n    name: Q\n    kind: independent\n" }
        text = text.replacing("people:\n", with: extra + "people:\n")
        #expect(
            RegistryFindings.of(section(.parties, text)).map(\.message)
                == ["1001 parties; at most 1000 are allowed"])
    }

    @Test func staysSilentAboutRulesThatCannotBeRead() {
        let found = Sample.registry(
            replacing: "    signing:\n      - needs: 1\n        of: [dora]\n",
            with: "    signing: dora\n")
        #expect(found.map(\.brief) == ["wrong-shape 5:14"])
    }

    /// A registry beyond its limits is refused, and not thought about.
    @Test func refusesAHugeRegistry() {
        var text = Sample.parties
        for person in 0..<5_000 { text += "  p\(person): {name: P, party: contoso}\n" }
        #expect(
            RegistryFindings.of(section(.parties, text)).map(\.rule) == ["registry-too-large"])
    }

    /// Time goes with the size: each of these signers compared with each of the people, or with
    /// each of the other signers, would take minutes.
    @Test func judgesManySignersOneByOne() {
        let count = 10_000
        let signers = (0..<count).map { "p\($0)" }.joined(separator: ", ")
        var text = Sample.parties.replacing("of: [dora]", with: "of: [dora, \(signers)]")
        for person in 0..<997 { text += "  p\(person): {name: P, party: contoso}\n" }
        #expect(
            RegistryFindings.of(section(.parties, text)).map(\.rule)
                == Array(repeating: "signer-of-another-party", count: count - 997))
    }
}
