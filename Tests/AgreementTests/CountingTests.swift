import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// Counting people: what is written of rules and keys, and who is counted.
@Suite struct CountingTests {
    @Test(arguments: parties + written)
    func counting(_ attack: Attack) throws { try attack.play() }

    static let parties: [Attack] = [
        Attack("all parties but one of three", refusedBy: .signOffs) { shop, isWrong in
            let gil = Actor("gil", of: "fabrikam")
            let three = TermsText().with {
                $0.parties["fabrikam"] = [.init(of: ["gil"])]
                $0.keys.append(gil)
            }
            try shop.amend(three, by: .ada, .dora, gil)
            let tip = try shop.signOff(shop.propose(three.amended()), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: gil))
        },
        Attack("those who may sign are not those who did", refusedBy: .signOffs) { shop, isWrong in
            let two = TermsText().with {
                $0.parties["northwind"] = [.init(needs: 2, of: ["ada", "ben", "cleo"])]
            }
            try shop.amend(two, by: .ada, .ben, .dora)
            // Three may, one did, and said so three times.
            let tip = try shop.signOff(shop.propose(two.amended()), by: .ada, .ada, .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .cleo))
        },
        Attack("a proposal that lowers the rule that it is judged by", refusedBy: .signOffs) {
            shop, isWrong in
            let two = TermsText().with {
                $0.parties["northwind"] = [.init(needs: 2, of: ["ada", "ben"])]
            }
            try shop.amend(two, by: .ada, .ben, .dora)
            let tip = try shop.signOff(shop.propose(TermsText()), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .ben))
        },
        Attack("a person is moved to the party that lacks one", refusedBy: .signOffs) {
            shop, isWrong in
            // Cleo of Northwind becomes one of Contoso's, and signs as such.
            let there = Actor("cleo", of: "contoso")
            let terms = TermsText().with {
                $0.parties["northwind"] = [.init(of: ["ada", "ben"])]
                $0.parties["contoso"] = [.init(of: ["cleo", "dora", "emil"])]
                $0.keys.removeAll { $0.person == "cleo" }
                $0.keys.append(there)
            }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, there)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: .dora))
        },
    ]

    /// What is written instead of `needs: 1` in the first rule of Contoso; and the like.
    static let written: [Attack] = [
        needs("-1"), needs("0"), needs("1.0"), needs("1.5"), needs("01"), needs("0x1"), needs("+1"),
        needs("0b1"), needs("1_"), needs("1e0"), needs("１"), needs("one"), needs("true"),
        needs("~"),
        needs("[1]"), needs("1000000"), needs("99999999999999999999999"), needs("!!int 1"),
        rewritten("the same person twice", "of: [dora, emil]", "of: [dora, dora]"),
        rewritten("the same person in two forms", "of: [dora, emil]", "of: [dora, \"do\\x72a\"]"),
        rewritten("a person in capitals", "of: [dora, emil]", "of: [dora, Emil]"),
        rewritten("a party twice", "  northwind:\n", "  contoso:\n    kind: msp\n  northwind:\n"),
        rewritten("a party in quotes again", "  northwind:\n", "  'contoso': {}\n  northwind:\n"),
        rewritten("a party in capitals", "  northwind:\n", "  Contoso: {}\n  northwind:\n"),
        rewritten("two lists of parties", "people:\n", "\"parties\": {}\npeople:\n"),
        rewritten("two lists, one of them escaped", "people:\n", "\"part\\x69es\": {}\npeople:\n"),
        rewritten("two documents", "people:\n", "---\npeople:\n"),
        rewritten("a merge key", "  northwind:\n", "  <<: {}\n  northwind:\n"),
        rewritten("a limit with nothing in it", only, "        only:\n"),
        rewritten("a limit that is null", only, "        only: ~\n"),
        rewritten("a limit in a comment", only, "        only: # [purpose, clauses/branding]\n"),
    ]

    private static let only = "        only: [purpose, clauses/branding]\n"

    private static func needs(_ text: String) -> Attack {
        rewritten("`needs: \(text)`", "needs: 1", "needs: \(text)")
    }

    private static func rewritten(_ what: String, _ old: String, _ new: String) -> Attack {
        Attack("a registry with \(what)", refusedBy: .wellFormed) { shop, isWrong in
            let text = try TermsText().registry()
            guard let place = text.range(of: old) else { throw Workshop.Failure("no \(old)") }
            let terms = TermsText().amended().with {
                if isWrong {
                    $0.files["parties.yaml"] = text.replacingCharacters(in: place, with: new)
                }
            }
            try shop.merge(shop.signOff(shop.propose(terms), by: .ada, .dora))
        }
    }

    // MARK: Keys

    /// One secret can sign as a plain key and as if it lay on a security key.
    @Test(arguments: [
        (ActorKey.Kind.ed25519, ActorKey.Kind.deviceEd25519), (.deviceEd25519, .ed25519),
        (.ecdsa, .deviceECDSA), (.deviceECDSA, .ecdsa),
    ])
    func oneKeyOfTwoKindsIsOnePersons(first: ActorKey.Kind, second: ActorKey.Kind) throws {
        for seed in ["gil", "other"] {
            let gil = Actor("gil", of: "northwind").with(first)
            let hal = Actor("hal", of: "northwind", seed: seed).with(second)
            let shop = try Workshop()
            try shop.found(TermsText().with { $0.keys += [gil, hal] })
            let rules = try shop.history().breach?.violations.map(\.rule)
            #expect(rules?.first == (seed == "gil" ? .wellFormed : nil))
        }
    }

    @Test(arguments: [
        (ActorKey.Kind.ed25519, ActorKey.Kind.deviceEd25519), (.deviceEd25519, .ed25519),
        (.ecdsa, .deviceECDSA), (.deviceECDSA, .ecdsa),
    ])
    func aRetiredKeyReturnsInNoOtherForm(first: ActorKey.Kind, second: ActorKey.Kind) throws {
        try Attack("a retired key of another kind", refusedBy: .wellFormed) { shop, isWrong in
            let gone = try Actor.mallory.with(first).fingerprint
            let terms = TermsText().with { $0.retired = [gone] }
            try shop.amend(terms, by: .ada, .dora)
            let back = Actor("gil", of: "northwind", seed: isWrong ? "mallory" : "gil").with(second)
            try shop.amend(terms.with { $0.keys.append(back) }, by: .ada, .dora, back)
        }.play()
    }

    /// Of a small order, so that signatures by it are made without a secret; and the like.
    @Test(arguments: [
        [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
        [1] + [UInt8](repeating: 0, count: 30) + [0x80],
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0xFF],
    ])
    func weakKeysAreNotRegistered(point: [UInt8]) throws {
        let blob = wire("ssh-ed25519".utf8, point)
        try refused(line: "ssh-ed25519 \(Data(blob).base64EncodedString()) weak")
    }

    /// RSA with an exponent of 1 takes every text for its own signature.
    @Test(arguments: [[1], [2], [0, 1], [0x81], [], [1, 0, 1, 0, 1]])
    func strangeExponentsAreNotRegistered(exponent: [UInt8]) throws {
        let modulus = [0] + [UInt8](repeating: 0xC5, count: 384)
        let blob = wire("ssh-rsa".utf8, exponent, modulus)
        try refused(line: "ssh-rsa \(Data(blob).base64EncodedString()) strange")
    }

    private func refused(line: String) throws {
        try Attack("a key that can't be trusted", refusedBy: .wellFormed) { shop, isWrong in
            let zoe = Actor("zoe", of: "northwind")
            let terms = TermsText().with { $0.keys.append(zoe) }
            let registry = try terms.registry().replacingOccurrences(
                of: try zoe.keyLine, with: isWrong ? line : try zoe.keyLine)
            let tip = try shop.propose(terms.with { $0.files["parties.yaml"] = registry })
            try shop.merge(shop.signOff(tip, by: isWrong ? [.ada, .dora] : [.ada, .dora, zoe]))
        }.play()
    }

    /// The same key with another comment, or with more space, is the same key.
    @Test(arguments: [" again", "", " ada@laptop"])
    func aCommentMakesNoOtherKey(comment: String) throws {
        try Attack("one key, written twice", refusedBy: .wellFormed) { shop, isWrong in
            let words = try (isWrong ? Actor.ada : Actor("zoe", of: "northwind")).keyLine
                .split(separator: " ")
            let line = words[0] + " " + words[1] + comment
            let zoe = Actor("zoe", of: "northwind")
            let terms = TermsText().with { $0.keys.append(zoe) }
            let registry = try terms.registry().replacingOccurrences(
                of: try zoe.keyLine, with: line)
            let tip = try shop.propose(terms.with { $0.files["parties.yaml"] = registry })
            try shop.merge(shop.signOff(tip, by: isWrong ? [.ada, .dora] : [.ada, .dora, zoe]))
        }.play()
    }
}
