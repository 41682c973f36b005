import Foundation
import Git
import SQLite
import Terms
import Testing

@testable import Agreement

/// What was worked out before for screens: it is what working it out again would give, whatever
/// happened meanwhile, and nothing is decided by it.
@Suite struct ListingTests {
    /// What a list says of a proposal, with everything that the rules say.
    private struct Entry: Packed, Hashable {
        let text: String

        init(_ proposal: Proposal) {
            let judgement = proposal.judgement
            text = [
                "\(proposal.framework)/\(proposal.slug) \(proposal.reference.tip)",
                "\(proposal.isOpen) \(proposal.outdatedBase?.digest.description ?? "current")",
                "\(judgement.violations.map { "\($0.rule) \($0.message)" })",
                "\(judgement.standings.map { "\($0.judge) \($0.party.id) \($0.signed)" })",
                "\(judgement.newKeys) \(judgement.candidate.version) \(proposal.voided.map(\.id))",
                "\(judgement.candidate.statements.map(\.id)) \(proposal.origin?.title ?? "")",
                "\(proposal.said.map(\.person.id)) \(proposal.objections.map(\.person.id))",
            ].joined(separator: "\n")
        }

        init(from reader: inout PackingReader) throws(PackingReader.Damage) {
            text = try reader.text()
        }

        func pack(into writer: inout PackingWriter) { writer.add(text) }
    }

    /// A workshop with an open proposal that one party has signed.
    private final class Kept {
        let shop: Workshop
        let home: String
        var tips: [String: ObjectID] = [:]

        init() throws {
            shop = try Workshop.founded()
            home = shop.path + "/home"
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true)
            tips["alliance/change"] = try shop.signOff(
                shop.propose(TermsText().amended()), by: .ada)
            _ = try judged()
        }

        func workspace(program: String? = "test") throws -> Workspace {
            try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
            for (name, tip) in tips {
                try shop.git(["update-ref", "refs/heads/proposals/\(name)", "\(tip)"])
            }
            return try Workspace(
                at: shop.path,
                environment: WorkspaceEnvironment(
                    variables: [
                        "HOME": home, "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@x.example",
                        "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@x.example",
                    ], clock: 1_799_060_000, offsetMinutes: 0, program: program))
        }

        /// The names of the proposals that had to be judged for a list, which says what it would say
        /// if nothing was kept.
        func judged() throws -> [String] {
            var judged: [String] = []
            let workspace = try workspace()
            let listed = try workspace.listing(history: workspace.history()) { proposal in
                judged.append("\(proposal.framework)/\(proposal.slug)")
                return Entry(proposal)
            }
            let honest = try self.workspace(program: nil)
            let fresh = try honest.listing(history: honest.history(), Entry.init)
            #expect(listed.read == fresh.read)
            #expect(listed.unreadable.map(\.0) == fresh.unreadable.map(\.0))
            return judged
        }

        /// What terms in force say, and whose had to be read for that.
        func titles(program: String = "test") throws -> [String: String] {
            let workspace = try workspace(program: program)
            return try workspace.facts(
                of: ["alliance", "union", "none"],
                at: [try #require(TermPath("framework.title"))], history: workspace.history()
            ) { _, facts in
                let title = facts.values.sections[.framework]?["title"]?.text ?? ""
                return "\(title) \(facts.holders.map(\.person).sorted())"
            }
        }

        var file: String {
            get throws {
                let folder = home + "/.cache/entente"
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                return folder + "/" + (try #require(names.first { $0.hasPrefix("shown-") }))
            }
        }
    }

    @Test func aProposalIsJudgedOnce() throws {
        #expect(try Kept().judged() == [])
    }

    @Test func whatIsSaidOnItCounts() throws {
        let kept = try Kept()
        let tip = try #require(kept.tips["alliance/change"])
        for (index, kind) in [Statement.Kind.objection, .withdrawal, .closing].enumerated() {
            kept.tips["alliance/change"] = try kept.shop.say(kind, on: tip, by: .ada)
            #expect(try kept.judged() == ["alliance/change"], "\(index)")
        }
        kept.tips["alliance/change"] = tip
        #expect(try kept.judged() == ["alliance/change"])
        #expect(try kept.judged() == [])
    }

    @Test func otherTermsInForceCount() throws {
        let kept = try Kept()
        try kept.shop.amend(TermsText().retitled(), by: .ada, .dora)
        #expect(try kept.judged() == ["alliance/change"])
        #expect(try kept.judged() == [])
    }

    /// What happens to others does not concern it.
    @Test func anotherFrameworkIsNoReasonToJudgeAgain() throws {
        let kept = try Kept()
        let other = TermsText().with { $0.uid = "22222222-2222-4222-8222-222222222222" }
        try kept.shop.found(other, of: "union")
        #expect(try kept.judged() == [])
        kept.tips["union/change"] = try kept.shop.propose(other.amended(), of: "union")
        #expect(try kept.judged() == ["union/change"])
        #expect(try kept.judged() == [])
    }

    /// Another framework takes the unique id that a proposal wants to found one with.
    @Test func aTakenIDCounts() throws {
        let kept = try Kept()
        let other = TermsText().with { $0.uid = "22222222-2222-4222-8222-222222222222" }
        kept.tips["union/founding"] = try kept.shop.signOff(
            kept.shop.propose(other, of: "union"), of: "union", by: other.keys)
        #expect(try kept.judged() == ["union/founding"])
        try kept.shop.found(other, of: "another")
        #expect(try kept.judged() == ["union/founding"])
    }

    /// A merge that changes nothing makes statements part of the agreed history, where they don't
    /// count any more.
    @Test(arguments: [0, 1])
    func swallowedStatementsCount(back: Int) throws {
        let kept = try Kept()
        let tip = try #require(kept.tips["alliance/change"])
        let swallowed = back == 0 ? tip : try kept.shop.repository.commit(tip).parents[0]
        try kept.shop.merge(
            swallowed, tree: kept.shop.repository.commit(kept.shop.main).tree)
        #expect(try kept.judged() == ["alliance/change"])
    }

    /// `main` elsewhere, where what the proposal was written on is not agreed.
    @Test func anotherMainCounts() throws {
        let kept = try Kept()
        let before = kept.shop.main
        try kept.shop.amend(TermsText().retitled(), by: .ada, .dora)
        let tip = try kept.shop.propose(TermsText().amended("Later"))
        kept.tips["alliance/later"] = tip
        #expect(try Set(kept.judged()) == ["alliance/change", "alliance/later"])
        kept.shop.main = before
        #expect(try Set(kept.judged()) == ["alliance/change", "alliance/later"])
    }

    /// A proposal that was carried over to newer terms comes from two places.
    @Test func anUpdatedProposal() throws {
        let kept = try Kept()
        let tip = try #require(kept.tips["alliance/change"])
        try kept.shop.amend(TermsText().retitled(), by: .ada, .dora)
        let tree = try kept.shop.root(
            of: kept.shop.main, replacing: TermsStore.path(of: "alliance"),
            with: (.tree, kept.shop.tree(of: TermsText().retitled().amended())))
        kept.tips["alliance/change"] = try kept.shop.commit(tree, [tip, kept.shop.main])
        #expect(try kept.judged() == ["alliance/change"])
        #expect(try kept.judged() == [])
        try kept.shop.amend(TermsText().retitled("Again"), by: .ada, .dora)
        #expect(try kept.judged() == ["alliance/change"])
    }

    @Test func whatIsGoneIsDropped() throws {
        let kept = try Kept()
        kept.tips["alliance/second"] = try kept.shop.propose(TermsText().amended("Second"))
        #expect(try kept.judged() == ["alliance/second"])
        try kept.shop.git(["update-ref", "-d", "refs/heads/proposals/alliance/second"])
        kept.tips["alliance/second"] = nil
        #expect(try kept.judged() == [])
        #expect(try kept.workspace().shown?.load(.proposals).count == 1)
    }

    @Test func factsFollowTheTermsInForce() throws {
        let kept = try Kept()
        let before = try kept.titles()
        #expect(before == ["alliance": "Services \(["ada", "ben", "cleo", "dora", "emil"])"])
        #expect(try kept.titles() == before)
        try kept.shop.amend(TermsText().retitled("Renewed"), by: .ada, .dora)
        #expect(try kept.titles()["alliance"]?.hasPrefix("Renewed") == true)
        #expect(try kept.workspace().shown?.load(.terms).count == 1)
    }

    enum Damage: CaseIterable {
        case empty, noise, cut, everyByte, noTables, values, swapped, anotherProgram, missing
    }

    /// Damage means working it out again.
    @Test(arguments: Damage.allCases)
    func aDamagedFile(_ damage: Damage) throws {
        let kept = try Kept()
        try kept.shop.found(
            TermsText().with {
                $0.uid = "22222222-2222-4222-8222-222222222222"
                $0.title = "Union"
            }, of: "union")
        kept.tips["alliance/second"] = try kept.shop.propose(TermsText().amended("Second"))
        _ = try kept.judged()
        let honest = try kept.titles()
        let file = try kept.file
        let bytes = Array(try #require(FileManager.default.contents(atPath: file)))
        switch damage {
        case .empty: try [UInt8]().write(to: file)
        case .noise: try Array(repeating: UInt8(7), count: 9_999).write(to: file)
        case .cut: try Array(bytes.prefix(bytes.count / 2)).write(to: file)
        case .everyByte: try bytes.map { ~$0 }.write(to: file)
        case .noTables:
            try Database(at: file, .existing).run("DROP TABLE terms; DROP TABLE proposals")
        case .values:
            try Database(at: file, .existing).run(
                "UPDATE terms SET value = x'00'; UPDATE proposals SET value = x'00'")
        case .swapped:
            for table in ["terms", "proposals"] {
                try Database(at: file, .existing).run(
                    """
                    CREATE TEMP TABLE old AS SELECT * FROM \(table);
                    UPDATE \(table) SET value =
                        (SELECT value FROM old WHERE old.key <> \(table).key)
                    """)
            }
        case .anotherProgram:
            _ = try kept.titles(program: "another")
            let other = try kept.workspace(program: "another")
            _ = try other.listing(history: other.history(), Entry.init)
        case .missing: try FileManager.default.removeItem(atPath: file)
        }
        #expect(try kept.titles() == honest)
        #expect(try Set(kept.judged()) == ["alliance/change", "alliance/second"])
        #expect(try kept.judged() == [])
        #expect(try kept.titles() == honest)
    }

    /// The attack: whoever can write the file says that everybody has signed. A list may repeat it;
    /// nothing becomes agreed by it.
    @Test func aLieDecidesNothing() throws {
        let kept = try Kept()
        let workspace = try kept.workspace()
        let shown = try #require(workspace.shown)
        let key = Array("alliance/change".utf8)
        let value = try #require(shown.load(.proposals)[key])
        var reader = try PackingReader(value, sealedAs: shown.seal(.proposals, key))
        let ground = try ProposalGround(from: &reader)
        var writer = PackingWriter()
        ground.pack(into: &writer)
        writer.add("everybody has signed")
        let seal = shown.seal(.proposals, key)
        shown.save(.proposals, [(key, writer.sealed(as: seal))], dropping: [])
        let history = try workspace.history()
        let listed = try workspace.listing(history: history, Entry.init).read
        #expect(listed.map(\.text) == ["everybody has signed"])
        let proposal = try workspace.proposal(named: "change", history: history)
        #expect(proposal.judgement.violations.map(\.rule) == [.signOffs])
        let refused = #expect(throws: Problem.self) {
            try workspace.agree(proposal.reference)
        }
        #expect(refused?.code == "sign-offs-missing")
        #expect(try workspace.history().frameworks["alliance"]?.inForce.number == 1)
    }
}
