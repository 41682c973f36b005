import Git
import Terms
import Testing

@testable import Agreement

/// What a proposal is said to be: it must never look further than it is.
@Suite struct ProposalTests {
    @Test func aKeyOfTheProposalSpeaksForNobodyWhomTheRegistryKnows() throws {
        let shop = try Workshop.founded()
        let forged = Actor.ada.impersonated(by: .mallory)
        var tip = try shop.propose(TermsText().amended().with { $0.keys.append(forged) })
        tip = try shop.signOff(tip, by: forged)
        tip = try shop.say(.comment, on: tip, by: forged)
        tip = try shop.say(.objection, on: tip, by: forged)
        tip = try shop.say(.closing, on: tip, by: forged)
        let proposal = try shop.proposal(tip)
        #expect(proposal.standing.allSatisfy { proposal.hasUnprovenKey($0.signed) })
        #expect(proposal.said.allSatisfy { proposal.hasUnprovenKey($0.signed) })
        #expect(proposal.isOpen)
        #expect(proposal.judgement.standings.first { $0.judge == .inForce }?.signed == [])
        let honest = try shop.proposal(shop.signOff(tip, by: .ada))
        #expect(
            honest.standing.filter { !honest.hasUnprovenKey($0.signed) }.map(\.person.id)
                == ["ada"])
    }

    /// The key is known, and its owner is somebody else.
    @Test func aKeyThatTheProposalMovesDoesNotSpeakForItsNewOwner() throws {
        let shop = try Workshop.founded()
        let moved = Actor.ada.impersonated(by: .emil)
        let terms = TermsText().amended().with {
            $0.keys.removeAll { $0.person == "emil" }
            $0.keys.append(moved)
            $0.parties["contoso"] = [.init(of: ["dora"])]
        }
        var tip = try shop.signOff(shop.propose(terms), by: moved)
        tip = try shop.say(.closing, on: tip, by: moved)
        let proposal = try shop.proposal(tip)
        #expect(proposal.standing.allSatisfy { proposal.hasUnprovenKey($0.signed) })
        #expect(proposal.isOpen)
    }

    @Test func somebodyNewHasSignedOnlyAsProof() throws {
        let shop = try Workshop.founded()
        let zoe = Actor("zoe", of: "northwind")
        let terms = TermsText().with { $0.keys.append(zoe) }
        let tip = try shop.signOff(shop.propose(terms), by: zoe, .ada)
        let proposal = try shop.proposal(tip)
        let people = proposal.standing.map { ($0.person.id, proposal.hasUnprovenKey($0.signed)) }
        #expect(people.map(\.0) == ["zoe", "ada"])
        #expect(people.map(\.1) == [true, false])
        #expect(proposal.voided.isEmpty)
    }

    @Test func theClosingOfAnotherTextEndsNothing() throws {
        for isWrong in [false, true] {
            let shop = try Workshop.founded()
            let other = try shop.say(
                .closing, on: shop.propose(TermsText().amended("One")), by: .dora)
            let mine = try shop.propose(TermsText().amended("Two"))
            let tip =
                try isWrong
                ? shop.commit(shop.repository.commit(mine).tree, [mine, other], "Join\n")
                : shop.say(.closing, on: mine, by: .dora)
            #expect(try shop.proposal(tip).isOpen == isWrong)
        }
    }

    @Test func aTextThatWasOnlyMergedAlongIsNotAgreed() throws {
        let shop = try Workshop.founded()
        let first = try shop.signOff(
            shop.propose(TermsText().amended("One"), slug: "change"), by: .ada, .dora)
        try shop.merge(first)
        let evil = try shop.propose(TermsText().amended("Evil"), slug: "change")
        shop.main = try shop.commit(
            shop.repository.commit(shop.main).tree, [shop.main, evil], "Unrelated\n")
        for (tip, isAgreed) in [(first, true), (evil, false)] {
            let proposal = try shop.proposal(tip)
            if case .agreed = proposal.state { #expect(isAgreed) } else { #expect(!isAgreed) }
        }
    }

    @Test(arguments: ["x\u{1B}[2J", "", "Change", "a b", "../x", "change\tx"])
    func aNameThatIsNoneIsNotRead(slug: String) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(
            shop.propose(TermsText().amended(), slug: slug), by: .ada, .dora)
        try shop.merge(tip)
        let history = try shop.history()
        #expect(history.breach == nil)
        #expect(history.frameworks["alliance"]?.inForce.origin == nil)
    }

    @Test func oneBrokenProposalHidesNoOther() throws {
        let shop = try Workshop.founded()
        let good = try shop.propose(TermsText().amended())
        try shop.git(["update-ref", "refs/heads/proposals/alliance/good", "\(good)"])
        // A commit without a committer on top, as `git push` takes it unless it is asked to check.
        let bytes = Array(
            "tree \(try shop.repository.commit(good).tree)\nparent \(good)\n\nx\n".utf8)
        let bad = try shop.git(
            ["hash-object", "-w", "--stdin", "-t", "commit", "--literally"], input: bytes)
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        let folder = shop.path + "/refs/heads/proposals/alliance"
        try Array("\(bad)\n".utf8).write(to: folder + "/bad")
        let workspace = try shop.workspace()
        let (read, unreadable) = try workspace.proposals(history: workspace.history())
        #expect(read.map(\.slug) == ["good"])
        #expect(unreadable.map(\.0.slug) == ["bad"])
    }
}
