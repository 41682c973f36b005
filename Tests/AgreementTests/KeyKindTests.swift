import Foundation
import Git
import Testing

@testable import Agreement
@testable import SSHSignature

/// "Signatures": what each kind of key can do, and what is refused of it.
@Suite struct KeyKindTests {
    /// Dora with one key of this kind, and everybody else as always.
    private static func terms(_ kind: ActorKey.Kind) -> TermsText {
        TermsText().with {
            $0.keys.removeAll { $0.person == "dora" }
            $0.keys.append(.dora.with(kind))
        }
    }

    @Test(arguments: ActorKey.Kind.allCases)
    func founds(kind: ActorKey.Kind) throws {
        let shop = try Workshop()
        try shop.found(Self.terms(kind))
        try shop.amend(Self.terms(kind).amended(), by: .ada, .dora.with(kind))
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.frameworks["alliance"]?.inForce.number == 2)
    }

    @Test(arguments: signatures)
    func refused(kind: ActorKey.Kind, what: String, sealing: Sealing) throws {
        let attack = Attack("\(kind.rawValue): \(what)", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(Self.terms(kind).amended()), by: .ada)
            try shop.merge(
                shop.say(on: tip, by: .dora.with(kind), sealing: isWrong ? sealing : Sealing()))
        }
        try attack.play(on: Self.terms(kind))
    }

    /// What is wrong with a signature, for each kind of key.
    static let signatures: [(ActorKey.Kind, String, Sealing)] = ActorKey.Kind.allCases.flatMap {
        kind -> [(ActorKey.Kind, String, Sealing)] in
        common.map { (kind, $0.0, $0.1) } + (own[kind] ?? []).map { (kind, $0.0, $0.1) }
    }

    private static let common: [(String, Sealing)] = [
        ("the namespace of files", Sealing(namespace: "file")),
        ("no namespace", Sealing(namespace: "")),
        ("SHA-1", Sealing(hash: "sha1")),
        ("an unknown hash", Sealing(hash: "sha3-512")),
        ("something reserved", Sealing(reserved: [1])),
        ("other data", Sealing(message: { $0 + [0x0a] })),
        ("a truncated blob", Sealing(blob: { $0.dropLast() })),
        ("a giant length", Sealing(blob: { $0[..<10] + [0xff, 0xff, 0xff, 0xff] + $0[14...] })),
        ("the key of somebody else", Sealing(fields: { $0.key = strange })),
        (
            "a certificate",
            Sealing(fields: {
                $0.key = renamed($0.key) { $0.replacing("@openssh.com", with: "") + certificate }
            })
        ),
        (
            "a certificate's algorithm",
            Sealing(fields: {
                $0.signature = renamed($0.signature) {
                    $0.replacing("@openssh.com", with: "") + certificate
                }
            })
        ),
        ("another kind", Sealing(fields: { $0.signature = renamed($0.signature, swapped) })),
    ]

    private static let own: [ActorKey.Kind: [(String, Sealing)]] = [
        .rsa: [
            (
                "ssh-rsa, that is SHA-1",
                Sealing(fields: { $0.signature = renamed($0.signature) { _ in "ssh-rsa" } })
            ),
            (
                "the other hash",
                Sealing(fields: { $0.signature = renamed($0.signature) { _ in "rsa-sha2-256" } })
            ),
        ],
        .deviceEd25519: absent,
        .deviceECDSA: absent + [
            (
                "the form of browsers",
                Sealing(fields: { $0.signature = renamed($0.signature) { "webauthn-" + $0 } })
            )
        ],
    ]

    private static let absent: [(String, Sealing)] = [
        ("nobody there", Sealing(flags: 0)),
        ("somebody known and not there", Sealing(flags: 4)),
        (
            "nobody there, and a flag that says so later",
            Sealing(flags: 0, fields: { $0.signature[$0.signature.count - 5] = 1 })
        ),
        ("no counter", Sealing(fields: { $0.signature.removeLast(4) })),
    ]

    private static let certificate = "-cert-v01@openssh.com"

    private static let strange: [UInt8] = (try? Actor.mallory.keyBlob) ?? []

    @Sendable private static func swapped(_ name: String) -> String {
        name == "ssh-ed25519" ? "ecdsa-sha2-nistp256" : "ssh-ed25519"
    }

    /// The wire form with another name at its start.
    private static func renamed(_ blob: [UInt8], _ rename: (String) -> String) -> [UInt8] {
        let length = Int(blob[3])
        let name = String(decoding: blob[4..<4 + length], as: UTF8.self)
        return wire(rename(name).utf8) + blob[(4 + length)...]
    }

    // MARK: Registry

    @Test func shortKeysAreNotRegistered() throws {
        let attack = Attack("an RSA key of 2048 bits", refusedBy: .wellFormed) { shop, isWrong in
            var ben = Actor.ben.with(key: isWrong ? "mallory-short" : "ada-rsa")
            ben.kind = .rsa
            let terms = TermsText().with { $0.keys.append(ben) }
            // Its own possession is shown where it counts at all.
            var tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            if !isWrong { tip = try shop.signOff(tip, by: ben) }
            try shop.merge(tip)
        }
        try attack.play()
    }

    @Test(arguments: ActorKey.Kind.allCases)
    func newKeysShowPossession(kind: ActorKey.Kind) throws {
        let attack = Attack("a new \(kind) key", refusedBy: .registryChange) { shop, isWrong in
            let ben = Actor.ben.with(key: "another").with(kind)
            let terms = TermsText().with { $0.keys.append(ben) }
            let tip = try shop.signOff(shop.propose(terms), by: .ada, .dora)
            try shop.merge(isWrong ? tip : shop.signOff(tip, by: ben))
        }
        try attack.play()
    }

    // MARK: Second forms

    /// Anybody can make the copy. It adds no voice.
    @Test func aCopyOfASignOffIsNoSecondPerson() throws {
        let rule = TermsText.Rule(needs: 2, of: ["dora", "emil"])
        let terms = Self.terms(.ecdsa).with { $0.parties["contoso"] = [rule] }
        let dora = Actor.dora.with(.ecdsa)
        let attack = Attack("a copy with another s", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(terms.amended()), by: .ada)
            let first = try shop.say(on: tip, by: dora)
            let copy = try shop.copy(first)
            let second = try isWrong ? copy : shop.signOff(copy, by: .emil)
            try shop.merge(
                shop.commit(shop.repository.commit(tip).tree, [first, second], "Join\n"))
        }
        try attack.play(on: terms)
    }

    /// Nor does a copy of a withdrawal take back what was signed after the withdrawal.
    @Test func aCopyOfAWithdrawalTakesNothingBack() throws {
        let terms = Self.terms(.ecdsa)
        let dora = Actor.dora.with(.ecdsa)
        let attack = Attack("withdrawn once more", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(terms.amended()), by: .ada, dora)
            let withdrawal = try shop.say(.withdrawal, on: tip, by: dora)
            let signed = try shop.signOff(withdrawal, by: dora)
            let other =
                try isWrong
                ? shop.say(.withdrawal, on: tip, by: dora) : shop.copy(withdrawal)
            try shop.merge(
                shop.commit(shop.repository.commit(tip).tree, [signed, other], "Join\n"))
        }
        try attack.play(on: terms)
    }
}

extension Workshop {
    /// The commit with (r, n − s) in place of (r, s) in its ECDSA signature.
    fileprivate func copy(_ id: ObjectID) throws -> ObjectID {
        let bytes = try repository.object(id).bytes
        let commit = try SignedCommit(parsing: bytes)
        let value = commit.signature.signatureBytes
        let r = Array(value[4..<4 + Int(value[3])])
        let s = Array(value[(8 + r.count)...])
        let order: [UInt8] =
            [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0] + [UInt8](repeating: 0xff, count: 8) + [
                0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63,
                0x25, 0x51,
            ]
        let padded = { (number: [UInt8]) in
            Array(([UInt8](repeating: 0, count: 32) + number).suffix(32))
        }
        var difference = order
        var borrow = 0
        for (index, digit) in padded(s).enumerated().reversed() {
            let rest = Int(order[index]) - Int(digit) - borrow
            difference[index] = UInt8(rest & 0xff)
            borrow = rest < 0 ? 1 : 0
        }
        let changed = ActorKey.numbers(padded(r) + difference)
        let head =
            Array("SSHSIG".utf8) + number(1) + wire(commit.signature.publicKey.blob)
            + wire("git".utf8, [], "sha512".utf8)
        let blob = head + wire(wire("ecdsa-sha2-nistp256".utf8, changed))
        let text = String(decoding: Armour.encode(blob).dropLast(), as: UTF8.self)
        let copy = Self.inserting(text, into: commit.payload)
        guard copy != bytes else { throw Failure("the copy is no copy") }
        return try repository.write(commit: copy)
    }
}
