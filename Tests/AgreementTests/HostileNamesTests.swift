import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// Names and modes that programs and file systems read differently: what is checked out must be
/// what was agreed.
@Suite struct HostileNamesTests {
    // MARK: Beside what is agreed

    /// On some computers, this would lie over what is agreed, and nothing would have changed.
    @Test(arguments: [
        "Frameworks", "FRAMEWORKS", "framework\u{17F}", "frame\u{200C}works", "frameworks\u{FEFF}",
        "framewor\u{212A}s", "FRAMEW~1", "framew~2",
    ])
    func twinsOfTheFolder(name: String) throws {
        try Attack("\(name) beside frameworks", refusedBy: .layout) { shop, isWrong in
            let path = "\(isWrong ? name : "framework")/alliance/terms/purpose.yaml"
            let tree = try shop.root(
                of: shop.main, replacing: path, with: (.file, shop.blob("why: Evil.\n")))
            shop.main = try shop.commit(tree, [shop.main])
        }.play()
    }

    /// Git writes such an entry to the place that its name says.
    @Test(arguments: [
        "frameworks/alliance/terms/purpose.yaml", "a/b", "..", ".", ".git", ".GIT", "git~1",
        ".git ",
        ".g\u{200C}it",
    ])
    func namesThatGitNeverWrites(name: String) throws {
        try Attack("an entry called \(name)", refusedBy: .layout) { shop, isWrong in
            let entry = TreeEntry(
                isWrong ? name : "notes", mode: .file, id: try shop.blob("why: Evil.\n"))
            let entries = try shop.repository.tree(shop.repository.commit(shop.main).tree)
            shop.main = try shop.commit(shop.ordered(entries + [entry]), [shop.main])
        }.play()
    }

    @Test(arguments: ["frameworks", "README.md"])
    func zerosBeforeAMode(name: String) throws {
        try Attack("zeros before the mode of \(name)", refusedBy: .layout) { shop, isWrong in
            let entries = try shop.repository.tree(shop.repository.commit(shop.main).tree).map {
                $0.text == name && isWrong ? $0.padded : $0
            }
            let note = TreeEntry("notes", mode: .file, id: try shop.blob("x\n"))
            shop.main = try shop.commit(shop.ordered(entries + [note]), [shop.main])
        }.play()
    }

    // MARK: Among the terms

    /// A second tree of the same files: what was signed would be one of two.
    @Test func zerosBeforeAModeInTerms() throws {
        try Attack("terms with zeros before a mode", refusedBy: .wellFormed) { shop, isWrong in
            let honest = try shop.tree(of: TermsText().amended())
            let entries = try shop.repository.tree(honest)
            let terms = try isWrong ? shop.ordered(entries.map(\.padded)) : honest
            try shop.merge(terms: terms)
        }.play()
    }

    @Test(arguments: [
        "clauses/fees.md", "clauses//fees.md", "../fees.md", "..", ".git", "clauses/../fees.md",
    ])
    func pathsAsNamesInTerms(name: String) throws {
        try Attack("terms with an entry called \(name)", refusedBy: .wellFormed) { shop, isWrong in
            let honest = try shop.repository.tree(
                shop.tree(of: TermsText().amended().retitled()), replacing: "clauses/fees.md",
                with: (.file, shop.blob("# Fees\n")))
            let entry = TreeEntry(name, mode: .file, id: try shop.blob("# Fees\n"))
            let entries = try shop.repository.tree(honest).filter { $0.text != "clauses" }
            try shop.merge(terms: isWrong ? shop.ordered(entries + [entry]) : honest)
        }.play()
    }

    @Test(arguments: [0o100664, 0o100600, 0o100777, 0o040755, 0o100000, 0o060000, 0o644, 0o140000])
    func modesOfTheTerms(mode: UInt32) throws {
        try Attack("a mode of \(String(mode, radix: 8))", refusedBy: .wellFormed) { shop, isWrong in
            let honest = try shop.tree(of: TermsText().amended().retitled())
            let entries = try shop.repository.tree(honest).map { entry in
                guard entry.text == "purpose.yaml", isWrong else { return entry }
                return TreeEntry(
                    name: entry.name, mode: TreeEntry.Mode(rawValue: mode), id: entry.id)
            }
            try shop.merge(terms: shop.ordered(entries))
        }.play()
    }

    @Test(arguments: ["parties.yaml", "framework.yaml"], ["gone", "symlink", "folder", "latin"])
    func filesThatHaveToBeThere(file: String, state: String) throws {
        let shop = try Workshop.founded()
        let honest = try shop.tree(of: TermsText().amended().retitled())
        let entry: (TreeEntry.Mode, ObjectID)? =
            switch state {
            case "symlink": (.symlink, try shop.blob("/dev/null"))
            case "folder": (.tree, honest)
            case "latin":
                (
                    .file,
                    try shop.repository.write(blob: Array("title: \u{E9}".utf8.dropLast()) + [10])
                )
            default: nil
            }
        try shop.merge(
            terms: shop.repository.tree(honest, replacing: file, with: entry))
        let rules = try shop.history().breach.map { Set($0.violations.map(\.rule)) }
        // Without a framework.yaml that can be read, nobody can tell whose terms they are either.
        #expect(rules == (file == "parties.yaml" ? [.wellFormed] : [.wellFormed, .identity]))
        // The twin: the same file, as it was.
        let other = try Workshop.founded()
        try other.merge(terms: other.tree(of: TermsText().amended().retitled()))
        #expect(try other.history().breach == nil)
    }

    @Test(arguments: [
        [0xFF, 0x0A], [0xC0, 0x80, 0x0A], [0xED, 0xA0, 0x80, 0x0A], [0xF4, 0x90, 0x80, 0x80, 0x0A],
        [0x61, 0x0D, 0x62, 0x0A], [0xEF, 0xBB, 0xBF, 0x61, 0x0A],
    ])
    func bytesThatAreNoText(bytes: [UInt8]) throws {
        try Attack("a clause of \(bytes)", refusedBy: .wellFormed) { shop, isWrong in
            let blob = try isWrong ? shop.repository.write(blob: bytes) : shop.blob("# Fees\n")
            try shop.merge(
                terms: shop.repository.tree(
                    shop.tree(of: TermsText().amended().retitled()), replacing: "clauses/fees.md",
                    with: (.file, blob)))
        }.play()
    }

    @Test(arguments: [63, 64, 65, 2_000])
    func foldersInFolders(depth: Int) throws {
        let shop = try Workshop.founded()
        var tree = try shop.repository.tree(
            nil, replacing: "a.md", with: (.file, shop.blob("x\n")))
        for _ in 0..<depth {
            tree = try shop.repository.write(tree: [TreeEntry("a", mode: .tree, id: tree)])
        }
        try shop.merge(
            terms: shop.repository.tree(
                shop.tree(of: TermsText().amended()), replacing: "clauses", with: (.tree, tree)))
        #expect(try shop.history().breach?.violations.map(\.rule) == [.wellFormed])
    }

    @Test func thousandsOfParties() throws {
        try Attack("more parties than a registry holds", refusedBy: .wellFormed) { shop, isWrong in
            var registry = try TermsText().registry()
            let more = (0..<(isWrong ? 3_000 : 30)).map {
                "  p\($0): {name: P, kind: independent}\n"
            }
            registry = registry.replacingOccurrences(
                of: "people:\n", with: more.joined() + "people:\n")
            let terms = TermsText().with { $0.files["parties.yaml"] = registry }
            try shop.merge(shop.signOff(shop.propose(terms), by: .ada, .dora))
        }.play()
    }

    // MARK: Among the records

    /// A record that would lie over an older one on some computers.
    @Test(arguments: ["A.yaml", "\u{FEFF}a.yaml", "a.YAML"])
    func twinsOfRecords(name: String) throws {
        try Attack("a record \(name) beside a.yaml", refusedBy: .records) { shop, isWrong in
            let place = "frameworks/alliance/records/deals/"
            let first = try shop.root(
                of: shop.main, replacing: place + "a.yaml", with: (.file, shop.blob("a: 1\n")))
            shop.main = try shop.recorded(first, [shop.main])
            let second = try shop.root(
                of: shop.main, replacing: place + (isWrong ? name : "b.yaml"),
                with: (.file, shop.blob("a: 2\n")))
            shop.main = try shop.recorded(second, [shop.main])
        }.play()
    }

    @Test func twinsOfRecordsThatComeTogether() throws {
        try Attack("two records of one name", refusedBy: .records) { shop, isWrong in
            var root = try shop.repository.commit(shop.main).tree
            for folder in ["deals", isWrong ? "Deals" : "reviews"] {
                root = try shop.repository.tree(
                    root, replacing: "frameworks/alliance/records/\(folder)/a.yaml",
                    with: (.file, shop.blob("a: 1\n")))
            }
            shop.main = try shop.recorded(root, [shop.main])
        }.play()
    }

    @Test(arguments: ["deals/a.yaml", "..", ".git"])
    func pathsAsNamesInRecords(name: String) throws {
        try Attack("a record called \(name)", refusedBy: .layout) { shop, isWrong in
            let entry = TreeEntry(
                isWrong ? name : "a.yaml", mode: .file, id: try shop.blob("a: 1\n"))
            let root = try shop.root(
                of: shop.main, replacing: "frameworks/alliance/records",
                with: (.tree, shop.ordered([entry])))
            shop.main = try shop.recorded(root, [shop.main])
        }.play()
    }

    // MARK: SHA-1

    /// Two files with one SHA-1, published by the SHAttered project (shattered.io), shortened to
    /// where they differ.
    @Test func filesOfOneSHA1AreTwo() throws {
        let (one, two) = (try Shattered.first, try Shattered.second)
        #expect(one != two && Shattered.sha1(one) == Shattered.sha1(two))
        #expect(Digest(of: one) != Digest(of: two))
        let shop = try Workshop.founded()
        let path = "frameworks/alliance/records/deals/a.pdf"
        let first = try shop.repository.write(blob: one)
        let second = try shop.repository.write(blob: two)
        #expect(first != second)
        shop.main = try shop.recorded(
            shop.root(of: shop.main, replacing: path, with: (.file, first)), [shop.main])
        #expect(try shop.history().breach == nil)
        shop.main = try shop.recorded(
            shop.root(of: shop.main, replacing: path, with: (.file, second)), [shop.main])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.records])
    }
}

extension TreeEntry {
    /// With a zero before its mode.
    fileprivate var padded: TreeEntry { TreeEntry(name: name, mode: mode, id: id, isPadded: true) }
}

extension Workshop {
    /// A tree of these entries in Git's order, whatever their names and modes.
    fileprivate func ordered(_ entries: [TreeEntry]) throws -> ObjectID {
        try rawTree(
            entries.map { ($0.mode == .tree ? $0.name + [0x2F] : $0.name, $0) }
                .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1))
    }

    /// Merges these terms with the sign-offs of Ada and Dora.
    fileprivate func merge(terms: ObjectID) throws {
        let root = try root(
            of: main, replacing: TermsStore.path(of: "alliance"), with: (.tree, terms))
        try merge(signOff(commit(root, [main]), by: .ada, .dora))
    }
}
