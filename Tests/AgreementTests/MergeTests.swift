import Git
import Terms
import Testing

@testable import Agreement

/// Rules 1 and 2, and what lies under `frameworks/` at all.
@Suite struct MergeTests {
    @Test(arguments: shape + onlyThat + layout + removal)
    func rule(_ attack: Attack) throws { try attack.play() }

    static let shape: [Attack] = [
        Attack("a squash", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(tip, parents: isWrong ? [shop.main] : nil)
        },
        Attack("a fast-forward to the proposal", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            if isWrong { shop.main = tip } else { try shop.merge(tip) }
        },
        Attack("swapped parents", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(tip, parents: isWrong ? [tip, shop.main] : nil)
        },
        Attack("a merge of three", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let other = try shop.propose(TermsText().amended("Other"))
            try shop.merge(tip, parents: [shop.main, tip] + (isWrong ? [other] : []))
        },
        Attack("main merged with itself", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            try shop.merge(tip, parents: isWrong ? [shop.main, shop.main] : nil)
        },
        Attack("a direct change", refusedBy: .shape) { shop, isWrong in
            let tip = try shop.propose(TermsText().amended())
            if isWrong {
                shop.main = tip
            } else {
                try shop.merge(shop.signOff(tip, by: .ada, .dora))
            }
        },
    ]

    static let onlyThat: [Attack] = [
        Attack("another file comes along", refusedBy: .onlyThat) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let honest = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended())))
            let more = try shop.repository.tree(
                honest, replacing: "ci.yaml", with: (.file, shop.blob("run: evil\n")))
            try shop.merge(tip, tree: isWrong ? more : honest)
        },
        Attack("another file goes", refusedBy: .onlyThat) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let honest = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended())))
            let less = try shop.repository.tree(honest, replacing: "README.md", with: nil)
            try shop.merge(tip, tree: isWrong ? less : honest)
        },
        Attack("another text than the proposal's", refusedBy: .onlyThat) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let other = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended("Evil"))))
            try shop.merge(tip, tree: isWrong ? other : nil)
        },
        Attack("two frameworks at once", refusedBy: .onlyThat) { shop, isWrong in
            let two = TermsText().with { $0.uid = "22222222-2222-4222-8222-222222222222" }
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let honest = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended())))
            let both = try shop.repository.tree(
                honest, replacing: TermsStore.path(of: "second"),
                with: (.tree, shop.tree(of: two)))
            try shop.merge(tip, tree: isWrong ? both : honest)
        },
        Attack("a record comes along", refusedBy: .onlyThat) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let honest = try shop.root(
                of: shop.main, replacing: TermsStore.path(of: "alliance"),
                with: (.tree, shop.tree(of: TermsText().amended())))
            let both = try shop.repository.tree(
                honest, replacing: "frameworks/alliance/records/deals/a.yaml",
                with: (.file, shop.blob("a: b\n")))
            try shop.merge(tip, tree: isWrong ? both : honest)
        },
    ]

    static let layout: [Attack] = [
        stray("frameworks/README.md"), stray("frameworks/alliance/notes.md"),
        stray("frameworks/alliance/Terms/purpose.yaml"),
        stray("frameworks/Alliance/terms/purpose.yaml"),
        stray("frameworks/a b/terms/purpose.yaml"),
        stray("frameworks/alliance\u{301}/terms/purpose.yaml"),
        replacing("frameworks", by: .file), replacing("frameworks", by: .symlink),
        replacing("frameworks/alliance", by: .file),
        replacing("frameworks/alliance/terms", by: .file),
        replacing("frameworks/alliance/terms", by: .symlink),
        replacing("frameworks/alliance/terms", by: .submodule),
        replacing("frameworks/alliance/records", by: .file),
        replacing("frameworks/alliance/records", by: .symlink),
        replacing("frameworks/alliance/records", by: .submodule),
    ]

    static let removal: [Attack] = [
        Attack("the terms are removed", refusedBy: .removal) { shop, isWrong in
            let tree = try shop.root(
                of: shop.main, replacing: isWrong ? "frameworks/alliance/terms" : "README.md",
                with: nil)
            shop.main = try shop.commit(tree, [shop.main])
        },
        Attack("the framework is removed by a merge of its signed removal", refusedBy: .removal) {
            shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let none = try shop.root(of: shop.main, replacing: "frameworks", with: nil)
            try shop.merge(tip, tree: isWrong ? none : nil)
        },
    ]

    private static func stray(_ path: String) -> Attack {
        Attack("something at \(path)", refusedBy: .layout) { shop, isWrong in
            let tree = try shop.root(
                of: shop.main, replacing: isWrong ? path : "elsewhere/file",
                with: (.file, shop.blob("x\n")))
            shop.main = try shop.commit(tree, [shop.main])
        }
    }

    private static func replacing(_ path: String, by mode: TreeEntry.Mode) -> Attack {
        Attack("\(String(mode.rawValue, radix: 8)) at \(path)", refusedBy: .layout) {
            shop, isWrong in
            let id = try mode == .submodule ? shop.main : shop.blob("x\n")
            let tree = try shop.root(
                of: shop.main, replacing: isWrong ? path : "elsewhere", with: (mode, id))
            shop.main = try shop.commit(tree, [shop.main])
        }
    }

    @Test func aRootWithTermsIsNoAgreement() throws {
        let shop = try Workshop()
        let tree = try shop.repository.tree(
            nil, replacing: TermsStore.path(of: "alliance"),
            with: (.tree, shop.tree(of: TermsText())))
        shop.main = try shop.commit(tree, [])
        #expect(try shop.history().breach?.violations.map(\.rule) == [.shape])
        #expect(try shop.history().tip == nil)
    }

    @Test func whatIsUnrelatedIsCountedAndChangesNothing() throws {
        let shop = try Workshop.founded()
        let before = try shop.history()
        let stray = try shop.commit(try shop.repository.write(tree: []), [], "Elsewhere\n")
        for parents in [[], [stray], [stray, shop.main]] {
            let tree = try shop.root(
                of: shop.main, replacing: "notes-\(parents.count).md",
                with: (.file, shop.blob("x\n")))
            shop.main = try shop.commit(tree, [shop.main] + parents)
        }
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.unrelated == before.unrelated + 3)
        #expect(history.frameworks["alliance"]?.inForce.number == 1)
    }

    @Test func whatFollowsABreachIsNotRead() throws {
        let shop = try Workshop.founded()
        let good = shop.main
        shop.main = try shop.propose(TermsText().amended())
        let bad = shop.main
        try shop.amend(TermsText().amended("More"), by: .ada, .dora)
        let history = try shop.history()
        #expect(history.tip == good)
        #expect(history.breach?.commit == bad)
        #expect(history.frameworks["alliance"]?.inForce.number == 1)
    }
}
