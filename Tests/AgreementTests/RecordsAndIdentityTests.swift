import Git
import Terms
import Testing

@testable import Agreement

/// Records, and rule 6.
@Suite struct RecordsAndIdentityTests {
    @Test(arguments: records + identity)
    func rule(_ attack: Attack) throws { try attack.play() }

    static let records: [Attack] = [
        record("an unsigned record") { shop, tree, isWrong in
            isWrong
                ? try shop.commit(tree, [shop.main])
                : try shop.recorded(tree, [shop.main])
        },
        record("a record by a stranger") { shop, tree, isWrong in
            try shop.recorded(tree, [shop.main], by: isWrong ? .mallory : .cleo)
        },
        record("a record for another namespace") { shop, tree, isWrong in
            try shop.recorded(
                tree, [shop.main], sealing: Sealing(namespace: isWrong ? "file" : "git"))
        },
        record("a record in a merge") { shop, tree, isWrong in
            let other = try shop.commit(tree, [])
            return try shop.recorded(tree, [shop.main] + (isWrong ? [other] : []))
        },
        record("an executable record") { shop, tree, isWrong in
            let mode: TreeEntry.Mode = isWrong ? .executable : .file
            return try shop.recorded(
                shop.repository.tree(
                    tree, replacing: "frameworks/alliance/records/deals/b.yaml",
                    with: (mode, shop.blob("b\n"))), [shop.main])
        },
        record("a symbolic link among the records") { shop, tree, isWrong in
            let mode: TreeEntry.Mode = isWrong ? .symlink : .file
            return try shop.recorded(
                shop.repository.tree(
                    tree, replacing: "frameworks/alliance/records/deals/b.yaml",
                    with: (mode, shop.blob("../../terms/parties.yaml"))), [shop.main])
        },
        record("a submodule among the records") { shop, tree, isWrong in
            try shop.recorded(
                isWrong
                    ? shop.repository.tree(
                        tree, replacing: "frameworks/alliance/records/deals/sub",
                        with: (.submodule, shop.main)) : tree, [shop.main])
        },
        later("an edit") { shop, isWrong in
            try shop.repository.tree(
                shop.repository.commit(shop.main).tree,
                replacing: "frameworks/alliance/records/deals/\(isWrong ? "a" : "b").yaml",
                with: (.file, shop.blob("changed: 1\n")))
        },
        later("a removal") { shop, isWrong in
            try shop.repository.tree(
                shop.repository.commit(shop.main).tree,
                replacing: "frameworks/alliance/records/deals/\(isWrong ? "a" : "b").yaml",
                with: isWrong ? nil : (.file, shop.blob("b: 1\n")))
        },
        later("a removal of all of them") { shop, isWrong in
            try shop.repository.tree(
                shop.repository.commit(shop.main).tree,
                replacing: "frameworks/alliance/records\(isWrong ? "" : "/deals/b.yaml")",
                with: isWrong ? nil : (.file, shop.blob("b: 1\n")))
        },
        later("a change of mode") { shop, isWrong in
            try shop.repository.tree(
                shop.repository.commit(shop.main).tree,
                replacing: "frameworks/alliance/records/deals/\(isWrong ? "a" : "b").yaml",
                with: (isWrong ? .executable : .file, shop.blob("a: 1\n")))
        },
        later("a folder in the place of a record") { shop, isWrong in
            try shop.repository.tree(
                shop.repository.commit(shop.main).tree,
                replacing: "frameworks/alliance/records/deals/\(isWrong ? "a" : "b").yaml/c",
                with: (.file, shop.blob("c: 1\n")))
        },
    ]

    static let identity: [Attack] = [
        Attack("the uid changes", refusedBy: .identity) { shop, isWrong in
            let terms = TermsText().retitled().with {
                if isWrong { $0.uid = "22222222-2222-4222-8222-222222222222" }
            }
            try shop.amend(terms, by: .ada, .dora)
        },
        Attack("two frameworks with one uid", refusedBy: .identity) { shop, isWrong in
            let terms = TermsText().with {
                if !isWrong { $0.uid = "22222222-2222-4222-8222-222222222222" }
            }
            try shop.found(terms, of: "second")
        },
        uid("no uid", "title: T\n"), uid("an empty uid", "uid:\n"),
        uid("two uids", "uid: 11111111-1111-4111-8111-111111111111\nuid: 2\n"),
        uid("the uid in capitals", "uid: AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA\n"),
        uid("a uid that is no UUID", "uid: alliance\n"), uid("no YAML", "uid: [\n"),
        uid("no mapping", "- uid\n"),
    ]

    private static func uid(_ what: String, _ text: String) -> Attack {
        Attack("a framework.yaml with \(what)", refusedBy: .identity) { shop, isWrong in
            let terms = TermsText().retitled().with {
                if isWrong { $0.files["framework.yaml"] = text }
            }
            try shop.amend(terms, by: .ada, .dora)
        }
    }

    private static func record(
        _ name: String,
        _ make: @escaping @Sendable (Workshop, ObjectID, Bool) throws -> ObjectID
    ) -> Attack {
        Attack(name, refusedBy: .records) { shop, isWrong in
            let tree = try shop.root(
                of: shop.main, replacing: "frameworks/alliance/records/deals/a.yaml",
                with: (.file, shop.blob("a: 1\n")))
            shop.main = try make(shop, tree, isWrong)
        }
    }

    private static func later(
        _ what: String, _ change: @escaping @Sendable (Workshop, Bool) throws -> ObjectID
    ) -> Attack {
        record("\(what), signed") { shop, tree, isWrong in
            shop.main = try shop.recorded(tree, [shop.main])
            return try shop.recorded(change(shop, isWrong), [shop.main])
        }
    }

    @Test func recordsBeforeTheFounding() throws {
        let shop = try Workshop()
        let tree = try shop.root(
            of: shop.main, replacing: "frameworks/alliance/records/a.yaml",
            with: (.file, shop.blob("a: 1\n")))
        shop.main = try shop.recorded(tree, [shop.main])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.records])
    }

    @Test func aRecordOfSomebodyWhoLeft() throws {
        let shop = try Workshop.founded()
        let gone = try Actor.ben.fingerprint
        let terms = TermsText().with {
            $0.keys.removeAll { $0.person == "ben" }
            $0.parties["northwind"] = [.init(of: ["ada"])]
            $0.retired = [gone]
        }
        try shop.amend(terms, by: .ada, .dora)
        let tree = try shop.root(
            of: shop.main, replacing: "frameworks/alliance/records/a.yaml",
            with: (.file, shop.blob("a: 1\n")))
        shop.main = try shop.recorded(tree, [shop.main], by: .ben)
        #expect(try shop.history().breach?.violations.map(\.rule) == [.records])
    }

    @Test func aPersonOfAnotherFrameworkRecordsNothingHere() throws {
        let shop = try Workshop.founded()
        let zoe = Actor("zoe", of: "northwind")
        try shop.found(
            TermsText().with {
                $0.uid = "22222222-2222-4222-8222-222222222222"
                $0.keys.append(zoe)
            }, of: "second")
        let tree = try shop.root(
            of: shop.main, replacing: "frameworks/alliance/records/a.yaml",
            with: (.file, shop.blob("a: 1\n")))
        shop.main = try shop.recorded(tree, [shop.main], by: zoe)
        #expect(try shop.history().breach?.violations.map(\.rule) == [.records])
    }
}

extension Workshop {
    /// A signed commit of records.
    func recorded(
        _ tree: ObjectID, _ parents: [ObjectID], by actor: Actor = .ada,
        sealing: Sealing = Sealing()
    ) throws -> ObjectID {
        try repository.write(
            commit: signed(tree, parents, Array("Record\n".utf8), by: actor, sealing: sealing))
    }
}
