import SSHSignature
import Terms
import Testing

@testable import Agreement

/// Putting people and keys into the text of `parties.yaml`, and taking them out.
@Suite struct RegistryEditTests {
    private static let phone = Actor.ada.with(key: "ada's phone")

    private func edit(_ text: TermsText = TermsText()) throws -> RegistryEdit {
        try RegistryEdit(text.registry())
    }

    private func line(_ actor: Actor) throws -> KeyLine { try KeyLine(actor.keyLine) }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Problem)?.code ?? "\(error)"
        }
    }

    @Test("a key is added as one line, and all else stays")
    func add() throws {
        let before = try edit()
        let after = try before.addingKey(line(Self.phone), to: "ada")
        let old = before.text.split(separator: "\n", omittingEmptySubsequences: false)
        let new = after.text.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = new.difference(from: old)
        #expect(difference.removals.isEmpty && difference.insertions.count == 1)
        #expect(after.changes.map(\.kind) == [.keyAdded])
        #expect(after.registry?.person("ada")?.keys.count == 2)
    }

    @Test("rotation puts the new key where the old one stood, and retires that")
    func rotate() throws {
        let after = try edit().rotatingKey(of: "ada", to: line(Self.phone))
        #expect(after.registry?.person("ada")?.keys == [try line(Self.phone).key])
        #expect(after.registry?.retired == [try Actor.ada.fingerprint])
        #expect(after.changes.map(\.kind) == [.keyAdded, .keyRetired])
        let both = try edit().addingKey(line(Self.phone), to: "ada")
        let third = try line(Actor.ada.with(key: "third"))
        #expect(code { _ = try both.rotatingKey(of: "ada", to: third) } == "which-key")
        let named = try both.rotatingKey(of: "ada", to: third, old: Actor.ada.fingerprint)
        #expect(named.registry?.person("ada")?.keys.count == 2)
    }

    @Test("comments, blank lines and the style of lists stay")
    func comments() throws {
        let key = try Actor.ada.keyLine
        let spare = try Self.phone.keyLine
        let text = try edit().text.replacing(
            "      - \(key)\n",
            with: "      # the laptop\n      - \"\(key)\" # since May\n\n      # the phone\n"
                + "      - \(spare)\n")
        let start = try RegistryEdit(text)
        let retired = try start.retiringKey(Actor.ada.fingerprint)
        for comment in ["# the laptop", "# the phone"] {
            #expect(retired.text.contains(comment))
        }
        #expect(!retired.text.contains("# since May"), "it is about the key that is gone")
        #expect(retired.registry?.person("ada")?.keys == [try line(Self.phone).key])
        let third = try line(Actor.ada.with(key: "third"))
        let rotated = try start.rotatingKey(of: "ada", to: third, old: Actor.ada.fingerprint)
        #expect(rotated.text.contains("# since May"))
        let removed = try start.removingPerson("ada", fromRules: true)
        #expect(removed.registry?.person("ada") == nil)
        #expect(removed.registry?.retired.count == 2)
    }

    @Test("what is refused leaves no trace")
    func refusals() throws {
        let start = try edit(TermsText().with { $0.retired = [try Self.phone.fingerprint] })
        let third = try line(Actor.ada.with(key: "third"))
        let cases: [(String, () throws -> Void)] = [
            ("key-twice", { _ = try start.addingKey(line(.dora), to: "ada") }),
            ("retired-key", { _ = try start.addingKey(line(Self.phone), to: "ada") }),
            ("retired-key", { _ = try start.rotatingKey(of: "ada", to: line(Self.phone)) }),
            ("no-such-person", { _ = try start.addingKey(third, to: "nobody") }),
            ("no-such-key", { _ = try start.retiringKey("SHA256:nothing") }),
            ("retired-already", { _ = try start.retiringKey(Self.phone.fingerprint) }),
            ("rule-unsatisfiable", { _ = try start.retiringKey("cleo") }),
            ("named-in-rule", { _ = try start.removingPerson("ada") }),
            ("too-few-parties", { _ = try start.removingParty("contoso") }),
            ("no-such-party", { _ = try start.removingParty("nobody") }),
            (
                "no-such-party",
                { _ = try start.adding(.init(id: "zoe", name: "Zoe", party: "nobody")) }
            ),
            (
                "person-exists",
                { _ = try start.adding(.init(id: "ada", name: "Ada", party: "northwind")) }
            ),
            (
                "bad-name",
                { _ = try start.adding(.init(id: "Zoë", name: "Zoë", party: "northwind")) }
            ),
            (
                "not-edited",
                { _ = try start.adding(.init(id: "zoe", name: "a\u{202E}b", party: "northwind")) }
            ),
        ]
        for (expected, body) in cases { #expect(code(body) == expected) }
    }

    @Test("a draft gets its keys one by one, also where two have to sign")
    func draft() throws {
        let text = try edit().text.replacing(
            "needs: 1\n        of: [dora", with: "needs: 2\n        of: [dora"
        )
        .replacing("      - \(try Actor.dora.keyLine)\n", with: "")
        .replacing("      - \(try Actor.emil.keyLine)\n", with: "")
        let start = try RegistryEdit(text)
        #expect(start.registry == nil)
        let one = try start.addingKey(line(.dora), to: "dora")
        #expect(try one.addingKey(line(.emil), to: "emil").registry != nil)
    }

    @Test("a person with a name that means something in YAML")
    func names() throws {
        let after = try edit().adding(
            .init(
                id: "zoe", name: "Zoë: # \"the\" {boss}", party: "contoso", title: "- null",
                email: "zoe@x.example", key: line(Actor("zoe", of: "contoso"))))
        let zoe = try #require(after.registry?.person("zoe"))
        #expect(zoe.name == "Zoë: # \"the\" {boss}" && zoe.title == "- null")
        let back = try after.removingPerson("zoe")
        #expect(back.registry?.retired == [try Actor("zoe", of: "contoso").fingerprint])
        #expect(try back.text.hasPrefix(edit().text.replacing("retired: []\n", with: "")))
    }

    @Test(
        "text that is no public key",
        arguments: [
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA", "PuTTY-User-Key-File-3: ssh-ed25519", "",
            "ssh-ed25519", "ssh-ed25519 AAAA", "two\nlines",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA weak",
        ])
    func notAKey(_ text: String) {
        #expect(throws: Problem.self) { try KeyLine(text) }
    }

    @Test("who could be locked out by one lost key")
    func lockOuts() throws {
        func lockOuts(_ change: (inout TermsText) throws -> Void) throws -> [String: [String]] {
            let text = try TermsText().with(change)
            let registry = try #require(try edit(text).registry)
            return Dictionary(
                uniqueKeysWithValues: registry.lockOuts.map {
                    ($0.party.id, $0.people.map(\.id))
                })
        }
        #expect(try lockOuts { _ in }.isEmpty, "1 of ada, ben; 1 of dora, emil")
        #expect(
            try lockOuts { $0.parties["contoso"] = [.init(of: ["dora"])] } == ["contoso": ["dora"]])
        #expect(
            try lockOuts { $0.parties["contoso"] = [.init(needs: 2, of: ["dora", "emil"])] }
                == ["contoso": ["dora", "emil"]])
        #expect(
            try lockOuts {
                $0.parties["contoso"] = [.init(of: ["dora"])]
                $0.keys.append(Actor.dora.with(key: "spare"))
            }.isEmpty, "a second key helps")
        #expect(
            try lockOuts {
                $0.parties["contoso"] = [
                    .init(of: ["dora"]), .init(of: ["emil"], only: ["purpose"]),
                ]
            } == ["contoso": ["dora"]], "a limited rule does not help")
        #expect(
            try lockOuts {
                $0.parties["contoso"] = [.init(of: ["dora"]), .init(of: ["emil"])]
            }.isEmpty, "a second rule that covers everything does")
    }
}
