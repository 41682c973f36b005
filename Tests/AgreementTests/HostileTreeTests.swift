import Git
import Terms
import Testing

@testable import Agreement

/// Trees that no honest program writes, and what terms may hold (rule 3).
@Suite struct HostileTreeTests {
    @Test(arguments: contents + entries)
    func ruleThree(_ attack: Attack) throws { try attack.play() }

    static let contents: [Attack] = [
        file("an unknown file", "notes.txt", "x\n"),
        file("an unknown folder", "more/a.yaml", "x\n"),
        file("a name in capitals", "clauses/Fees.md", "x\n"),
        file("a clause that is no text", "clauses/fees.pdf", "x\n"),
        file("a file below a clause", "clauses/fees.md/a.md", "x\n"),
        file("a name that is not ASCII", "clauses/f\u{E9}es.md", "x\n"),
        file("a name with a line feed", "clauses/a\nb.md", "x\n"),
        file("carriage returns", "clauses/fees.md", "a\r\nb\r\n"),
        file("a text direction", "clauses/fees.md", "a \u{202E}b\n"),
        file("an invisible letter", "clauses/fees.md", "a\u{200B}b\n"),
        file("a byte order mark", "clauses/fees.md", "\u{FEFF}a\n"),
        file("an escape", "purpose.yaml", "why: a \u{1B}[2J\n"),
        file("a NUL", "purpose.yaml", "why: a\0b\n"),
        file("two parts of a letter", "purpose.yaml", "why: e\u{301}\n"),
        file("more than 4 MiB", "clauses/fees.md", String(repeating: "a", count: 4 << 20) + "\n"),
        file("an anchor in the registry", "parties.yaml", "parties: &a\n"),
        file("an unknown key in the registry", "parties.yaml", "parties: {}\npowers: all\n"),
        file("a retired key that is none", "parties.yaml", "retired: [x]\n"),
    ]

    static let entries: [Attack] = [
        entry("an executable", "clauses/fees.md", .executable),
        entry("a symbolic link", "clauses/fees.md", .symlink),
        entry("a symbolic link in the place of a section", "purpose.yaml", .symlink),
        entry("a submodule", "clauses/fees.md", .submodule),
        entry("a mode of old", "clauses/fees.md", TreeEntry.Mode(rawValue: 0o100664)),
    ]

    private static func file(_ what: String, _ path: String, _ text: String) -> Attack {
        Attack("terms with \(what)", refusedBy: .wellFormed) { shop, isWrong in
            let terms = TermsText().amended().with { if isWrong { $0.files[path] = text } }
            let tip = try shop.propose(terms)
            // Under a registry that can't be read, the one in force still judges.
            try shop.merge(shop.signOff(tip, by: .ada, .dora))
        }
    }

    private static func entry(_ what: String, _ path: String, _ mode: TreeEntry.Mode) -> Attack {
        Attack("terms with \(what)", refusedBy: .wellFormed) { shop, isWrong in
            let id = try mode == .submodule ? shop.main : shop.blob("why: x\n")
            let terms = try shop.repository.tree(
                shop.tree(of: TermsText().amended().retitled()), replacing: path,
                with: isWrong ? (mode, id) : (.file, shop.blob("why: x\n")))
            let root = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"), with: (.tree, terms))
            let tip = try shop.signOff(shop.commit(root, [shop.main]), by: .ada, .dora)
            try shop.merge(tip)
        }
    }

    /// A second entry of the same name: what was compared is not what another reader sees.
    @Test(arguments: [true, false]) func twinsInTheRootAreRefused(first: Bool) throws {
        let shop = try Workshop.founded()
        let record = try shop.root(
            of: shop.main, replacing: "frameworks/alliance/records/a.yaml",
            with: (.file, shop.blob("a: 1\n")))
        let evil = try shop.repository.tree(
            nil, replacing: TermsStore.path(of: "alliance"),
            with: (.tree, shop.tree(of: TermsText().amended("Evil"))))
        let twins = try twin(of: record, from: evil, name: "frameworks", first: first, in: shop)
        shop.main = try shop.recorded(twins, [shop.main])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.layout])
    }

    @Test(arguments: [true, false]) func twinsOfTermsAreRefused(first: Bool) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
        let terms = try #require(try shop.store.termsTree(of: "alliance", in: tip))
        let old = try #require(try shop.store.termsTree(of: "alliance", in: shop.main))
        let entries = [
            TreeEntry("terms", mode: .tree, id: first ? terms : old),
            TreeEntry("terms", mode: .tree, id: first ? old : terms),
        ]
        let folder = try shop.rawTree(entries)
        let root = try shop.root(
            of: shop.main, replacing: "frameworks/alliance", with: (.tree, folder))
        try shop.merge(tip, tree: root)
        #expect(try shop.history().breach?.violations.map(\.rule) == [.layout])
    }

    @Test func aTreeInAnotherOrderIsRefused() throws {
        let shop = try Workshop.founded()
        let entries = try shop.repository.tree(shop.repository.commit(shop.main).tree)
        let note = TreeEntry("notes.md", mode: .file, id: try shop.blob("x\n"))
        let other = try shop.rawTree((entries + [note]).reversed())
        shop.main = try shop.commit(other, [shop.main])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.layout])
    }

    /// Forty folders that each hold the next one twice: a million millions of paths, no file.
    @Test(.timeLimit(.minutes(1))) func foldersWithoutFilesCostNothing() throws {
        let shop = try Workshop.founded()
        let bomb = try bomb(in: shop)
        let terms = try shop.repository.tree(
            shop.tree(of: TermsText().amended()), replacing: "clauses", with: (.tree, bomb))
        let root = try shop.root(
            of: shop.main, replacing: TermsStore.path(of: "alliance"), with: (.tree, terms))
        let tip = try shop.commit(root, [shop.main])
        try shop.merge(tip)
        #expect(try shop.history().breach?.violations.first?.rule == .wellFormed)
    }

    @Test(.timeLimit(.minutes(1))) func foldersInRecordsCostNothing() throws {
        let shop = try Workshop.founded()
        let root = try shop.root(
            of: shop.main, replacing: "frameworks/alliance/records", with: (.tree, bomb(in: shop)))
        shop.main = try shop.commit(root, [shop.main])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.records])
    }

    private func bomb(in shop: Workshop) throws -> ObjectID {
        var tree = try shop.repository.write(tree: [])
        for _ in 0..<40 {
            tree = try shop.repository.write(
                tree: ["a", "b"].map { TreeEntry($0, mode: .tree, id: tree) })
        }
        return tree
    }

    /// The root with a second entry of a name, taken from another root.
    private func twin(
        of root: ObjectID, from other: ObjectID, name: String, first: Bool, in shop: Workshop
    ) throws -> ObjectID {
        var entries = try shop.repository.tree(root)
        let twin = try #require(
            try shop.repository.tree(other).first { $0.text == name })
        let index = try #require(entries.firstIndex { $0.text == name })
        entries.insert(twin, at: first ? index : index + 1)
        return try shop.rawTree(entries)
    }
}
