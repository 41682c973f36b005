import Foundation
import TestSupport
import Testing

/// What was written on an agreement that nobody else had heard of, when others agreed something else.
@Suite("what stands on an agreement that gives way")
struct GivenWayTests {
    /// Everybody signed two proposals. Ada agreed `notice`, which nobody else has heard of, and then
    /// Dora agreed `later` and sent it. Where it is said what `fee` changes, everybody knew of that
    /// before, and Dora commented on it.
    private func apart(
        with known: String? = nil, bringing newcomer: String? = nil, beside other: String? = nil,
        recordedFirst: Bool = false,
        _ meanwhile: (Partners) throws -> Void
    ) throws -> Partners {
        let partners = try Partners.founded()
        if let other { try partners.found(other) }
        if let known { try proposeFee(partners, known) }
        try partners.must(
            .ada, "propose", "notice", "--framework", "alliance", "--title", "Notice", "--why",
            "Because.", "--set", "framework.term.notice=6 months")
        if let newcomer {
            let person = "parties.people.\(newcomer)"
            try partners.must(
                .ada, "revise", "notice", "--set", "\(person).name=\(newcomer)", "--set",
                "\(person).party=northwind")
        }
        try partners.must(
            .dora, "propose", "later", "--framework", "alliance", "--title", "Later", "--why",
            "So.", "--set", "framework.term.starts=2027-03-01")
        for person in [Person.dora, .ada, .dora] { try partners.sync(person) }
        for slug in ["notice", "later"] {
            for person in [Person.ada, .dora] { try partners.must(person, "sign", slug, "--yes") }
        }
        if known != nil { try partners.must(.dora, "comment", "fee", "--reason", "Does it?") }
        for person in [Person.dora, .ada, .dora] { try partners.sync(person) }
        if recordedFirst {
            try partners.must(.ada, "record", "deals", "registered", "one", "--set", "customer=A")
        }
        try partners.must(.ada, "agree", "notice")
        try meanwhile(partners)
        try partners.must(.dora, "agree", "later")
        try partners.sync(.dora)
        return partners
    }

    /// Ada proposes what is not in the terms that all have.
    private func proposeFee(_ partners: Partners, _ assignment: String) throws {
        try partners.must(
            .ada, "propose", "fee", "--title", "Fee", "--why", "It pays.", "--set", assignment)
    }

    /// What a proposal changes, or somebody in the files, by path.
    private func changes(_ partners: Partners, _ proposal: String) throws -> [String] {
        let words = ["diff"] + (proposal.isEmpty ? [] : [proposal]) + ["--json"]
        let shown = JSON(try partners.copy(of: .ada).run(words).output)
        return try #require(shown)["changes"].list.compactMap(\.["path"].text).sorted()
    }

    /// How often somebody said something of a proposal.
    private func statements(_ partners: Partners, _ proposal: String) throws -> Int {
        let listed = try #require(JSON(try partners.run(.ada, "proposals", "--json").output))
        let found = try #require(listed.list.first { $0["proposal"].text == proposal })
        return found["statements"].list.count
    }

    /// Expects that everybody has the proposal, and that it comes into force.
    private func finish(_ partners: Partners, _ slug: String = "fee") throws {
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
        try partners.must(.ada, "update", slug)
        try partners.must(.ada, "sign", slug, "--yes")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", slug, "--yes")
        try partners.must(.dora, "agree", slug)
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.expectInStep()
    }

    @Test("a proposal is without the agreement that it was made on", arguments: [false, true])
    func proposal(isAfterRecord: Bool) throws {
        let partners = try apart { partners in
            if isAfterRecord {
                try partners.must(
                    .ada, "record", "deals", "registered", "deal-1", "--set", "customer=One")
            }
            try proposeFee(partners, "purpose.why=It pays.")
        }
        let ada = partners.copy(of: .ada)
        let before = try ada.state()
        let planned = try partners.sync(.ada, "--dry-run")["regrounded"]
        #expect(
            try Alliance.changes(from: before, to: ada.state()).allSatisfy { !$0.contains("refs/") }
        )
        let told = try partners.sync(.ada)
        #expect(told["reopened"].texts == ["alliance/notice"])
        #expect(told["regrounded"][0]["proposal"].text == "fee", "\(told)")
        #expect(told["regrounded"][0]["agreements"].texts == ["notice"])
        #expect(told["regrounded"][0]["isFree"].flag == true)
        let kept = try #require(told["regrounded"][0]["kept"].text)
        #expect(planned[0]["kept"].text == kept && planned.list.count == 1)
        #expect(try changes(partners, "fee") == ["purpose.why"])
        let listed = try #require(JSON(try partners.run(.ada, "proposals", "--json").output))
        let fee = listed.list.first { $0["proposal"].text == "fee" }
        #expect(fee?["title"].text == "Fee" && fee?["why"].text == "It pays.", "\(listed)")
        #expect(fee?["outdated"].flag == true, "\(listed)")
        let log = try ada.shell(
            "git log --format='%an: %s' main..proposals/alliance/fee; git fsck --strict --no-dangling"
        )
        #expect(log == "Ada Brennan: Fee\n", "\(log)")
        try finish(partners)
        let notice = try ada.shell("grep '^  notice:' frameworks/alliance/terms/framework.yaml")
        #expect(notice != "  notice: 6 months\n")
    }
    @Test("what was said of it is told and kept, and says nothing of the other one")
    func words() throws {
        let partners = try apart { partners in
            try proposeFee(partners, "purpose.why=It pays.")
            try partners.must(.ada, "sign", "fee", "--yes")
            try partners.must(.ada, "comment", "fee", "--reason", "It is worth it.")
        }
        let outcome = try partners.must(.ada, "sync")
        let said = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
        #expect(
            said.contains(
                "fee was written on notice, which is open again: it no longer holds what notice "
                    + "changes"), "\(said)")
        #expect(
            said.contains(
                "no longer counts: a sign-off by Ada Brennan; a comment by Ada Brennan: \"It is "
                    + "worth it.\". Whoever still means it says it again; it is kept: git log "
                    + "refs/entente/kept/alliance/fee/"), "\(said)")
        let kept = try partners.copy(of: .ada).shell(
            "git log --format=%B $(git for-each-ref --format='%(refname)' refs/entente/kept)")
        #expect(kept.contains("It is worth it."), "\(kept)")
        #expect(try statements(partners, "fee") == 0)
        #expect(try statements(partners, "notice") == 2)
        try finish(partners)
    }

    @Test("where both change one term, it says what it said, and somebody reads it")
    func shared() throws {
        let partners = try apart { partners in
            try partners.must(
                .ada, "propose", "fee", "--title", "Fee", "--why", "So.", "--set",
                "framework.term.notice=9 months", "--set", "purpose.why=It pays.")
        }
        let outcome = try partners.must(.ada, "sync")
        let said = outcome.errors.replacing(/\s+/, with: " ")
        #expect(
            said.contains(
                "fee and notice both change framework.term.notice: fee says there what you wrote. "
                    + "Read it: entente diff fee"), "\(outcome)")
        #expect(try changes(partners, "fee") == ["framework.term.notice", "purpose.why"])
        try finish(partners)
    }

    @Test("what all knew of it stays, and what it was carried over to goes")
    func carriedOver() throws {
        let partners = try apart(with: "purpose.why=It pays.") { partners in
            try partners.must(
                .ada, "record", "deals", "registered", "deal-1", "--set", "customer=One")
            try partners.must(.ada, "update", "fee")
            try partners.must(.dora, "comment", "fee", "--reason", "Really?")
        }
        let told = try partners.sync(.ada)
        #expect(told["regrounded"][0]["isFree"].flag == true, "\(told)")
        #expect(told["joined"].texts == ["alliance/fee"], "\(told)")
        #expect(try changes(partners, "fee") == ["purpose.why"])
        #expect(try statements(partners, "fee") == 2)
        try finish(partners)
    }

    @Test("an agreement on an agreement that gives way is a proposal by itself")
    func several() throws {
        let partners = try apart { partners in
            try proposeFee(partners, "purpose.why=It pays.")
            let ada = partners.copy(of: .ada)
            try partners.must(.ada, "sign", "fee", "--yes")
            try ada.must("sign", "fee", "--yes", as: .dora)
            try partners.must(.ada, "agree", "fee")
            try partners.must(
                .ada, "propose", "more", "--title", "More", "--why", "So.", "--set",
                "framework.review-on=2027-09-30")
            // Another one of that name.
            try partners.propose(.ada, "notice", notice: "7 months")
        }
        let told = try partners.sync(.ada)
        #expect(told["reopened"].texts == ["alliance/notice-2", "alliance/fee"], "\(told)")
        let free = told["regrounded"].list.map { ($0["proposal"].text, $0["agreements"].texts) }
        #expect(free.map(\.0) == ["fee", "more", "notice"], "\(told)")
        #expect(
            free.map(\.1) == [["notice-2"], ["notice-2", "fee"], ["notice-2", "fee"]], "\(told)")
        #expect(try changes(partners, "fee") == ["purpose.why"])
        #expect(try changes(partners, "more") == ["framework.review-on"])
        #expect(try changes(partners, "notice") == ["framework.term.notice"])
        #expect(try changes(partners, "notice-2") == ["framework.term.notice"])
        try finish(partners)
    }

    @Test("killed anywhere, the next sync makes the same of it, and tells it")
    func killed() throws {
        let partners = try apart { partners in
            try proposeFee(partners, "purpose.why=It pays.")
            try partners.must(.ada, "comment", "fee", "--reason", "It is worth it.")
        }
        try partners.must(.dora, "bundle", "../mail.zip")
        let untouched = try partners.copy(of: .ada).copy("untouched")
        let whole = try untouched.copy("whole")
        let clock = ContinuousClock()
        let start = clock.now
        try whole.must("sync", "../mail.zip")
        let duration = start.duration(to: clock.now)
        let rounds = SourceTree.number("ENTENTE_ROUNDS", default: 6)
        for round in 0..<rounds {
            let copy = try untouched.copy("round-\(round)")
            let running = try copy.start(["sync", "../mail.zip"])
            usleep(UInt32(duration * (Double(round) + 0.5) / Double(rounds) / .microseconds(1)))
            running.kill()
            let killed = try running.wait()
            let next = try copy.run(["sync", "../mail.zip"])
            let said = (killed.output + killed.errors + next.output + next.errors)
                .replacing(/\s+/, with: " ")
            #expect(said.contains("fee was written on notice, which is open again"), "\(said)")
            #expect(said.contains("\"It is worth it.\""), "\(said)")
            let listed = "git for-each-ref refs/heads refs/entente/kept refs/entente/working"
            #expect(try copy.shell(listed) == whole.shell(listed), "round \(round)")
            try copy.delete()
        }
    }

    @Test("an agreement of another framework that stands on it is a proposal again, too")
    func otherFramework() throws {
        let partners = try apart(beside: "pact") { partners in
            try partners.must(
                .ada, "propose", "fee", "--framework", "pact", "--title", "Fee", "--why", "So.",
                "--set", "purpose.why=It pays.")
            try partners.must(.ada, "sign", "fee", "--yes")
            try partners.copy(of: .ada).must("sign", "fee", "--yes", as: .dora)
            try partners.must(.ada, "agree", "fee")
        }
        let told = try partners.sync(.ada)
        #expect(told["reopened"].texts == ["alliance/notice", "pact/fee"], "\(told)")
        #expect(told["regrounded"][0]["statements"].list.count == 2, "\(told)")
        #expect(try changes(partners, "fee") == ["purpose.why"])
        #expect(try statements(partners, "notice") == 2)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        for person in [Person.ada, .dora] {
            try partners.must(person, "sign", "fee", "--yes")
            try partners.sync(person)
        }
        try partners.must(.dora, "agree", "fee")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.expectInStep()
    }

    @Test("one that is closed stays closed, and one that others have stays theirs")
    func staying() throws {
        let partners = try apart { partners in
            try proposeFee(partners, "purpose.why=It pays.")
            try partners.must(.ada, "close", "fee", "--reason", "No.")
            try partners.must(
                .ada, "propose", "sent", "--title", "Sent", "--why", "So.", "--set",
                "framework.review-on=2027-09-30")
            try partners.copy(of: .ada).shell(
                "git push -q --no-verify origin proposals/alliance/sent")
        }
        let before = try partners.copy(of: .ada).branches(as: .ada)
        let told = try partners.sync(.ada)
        #expect(told["regrounded"].list.isEmpty, "\(told)")
        let changed = Alliance.changes(
            from: before, to: try partners.copy(of: .ada).branches(as: .ada))
        #expect(!changed.contains { $0.contains("/fee") || $0.contains("/sent") }, "\(changed)")
        #expect(try partners.run(.ada, "sign", "fee", "--yes").code == 1)
    }

    /// What a file of Ada's says.
    private func file(_ partners: Partners, _ words: String) throws -> String {
        try partners.copy(of: .ada).shell("cd frameworks/alliance/terms && \(words)")
    }

    @Test("a draft is without the agreement that it was made on", arguments: [false, true])
    func draft(isBeforeRecord: Bool) throws {
        let partners = try apart(recordedFirst: isBeforeRecord) { partners in
            try partners.must(.ada, "set", "purpose.why", "It pays.")
        }
        let planned = try partners.sync(.ada, "--dry-run")["regrounded"]
        #expect(planned.list.count == 1, "\(planned)")
        #expect(try file(partners, "grep '^  notice:' framework.yaml") == "  notice: 6 months\n")
        let outcome = try partners.must(.ada, "sync")
        #expect(
            outcome.output.replacing(/\s+/, with: " ").contains(
                "what you changed in the files of alliance was written on notice, which is open "
                    + "again: it no longer holds what notice changes"), "\(outcome)")
        let lines = try file(partners, "cat framework.yaml purpose.yaml")
        #expect(!lines.contains("6 months") && lines.contains("It pays."), "\(lines)")
        #expect(lines.contains("2027-03-01"), "\(lines)")
        #expect(try partners.copy(of: .ada).shell("git diff --name-only --cached").isEmpty)
        try partners.must(.ada, "propose", "fee", "--title", "Fee", "--why", "So.")
        #expect(try changes(partners, "fee") == ["purpose.why"])
        try finish(partners)
        #expect(try partners.copy(of: .ada).shell("git status --porcelain").isEmpty)
    }

    @Test("a draft that changes the same term says what it said")
    func sharedDraft() throws {
        let partners = try apart { partners in
            try partners.must(.ada, "set", "framework.term.notice", "9 months")
            try partners.must(.ada, "set", "framework.review-on", "2027-09-30")
        }
        let outcome = try partners.must(.ada, "sync")
        #expect(
            outcome.errors.replacing(/\s+/, with: " ").contains(
                "the files and notice both change framework.term.notice: the files say there what "
                    + "you wrote. Read it: entente diff"), "\(outcome)")
        #expect(try changes(partners, "") == ["framework.review-on", "framework.term.notice"])
    }

    @Test("what would break a rule without it stays as it was, with what to do")
    func needed() throws {
        let who = "purpose.acknowledgement.who"
        let partners = try apart(bringing: "ed") { partners in
            try proposeFee(partners, "\(who)=[ed]")
            try partners.must(.ada, "set", who, "[ed]")
        }
        let outcome = try partners.must(.ada, "sync")
        let said = outcome.errors.replacing(/\s+/, with: " ")
        #expect(
            said.contains(
                "fee was written on notice, which is open again. It holds what notice changes "
                    + "still, as it would break a rule without. Put its text into your files "
                    + "(entente revise fee --load)"), "\(outcome)")
        #expect(try file(partners, "cat parties.yaml purpose.yaml").contains("ed:"))
        try partners.must(.ada, "revise", "fee", "--load")
        try partners.must(.ada, "set", who, "[ada]")
        try partners.copy(of: .ada).shell(
            "git show main:frameworks/alliance/terms/parties.yaml > parties.yaml "
                + "&& mv parties.yaml frameworks/alliance/terms/")
        try partners.must(.ada, "propose", "fee-anew", "--title", "Fee", "--why", "So.")
        try partners.must(.ada, "close", "fee", "--reason", "It is anew.")
        #expect(try changes(partners, "fee-anew").contains(who))
        for person in [Person.ada, .dora] { try partners.sync(person) }
    }

    @Test("files go on with the proposal that they were taken from", arguments: [false, true])
    func draftOfProposal(isChanged: Bool) throws {
        let partners = try apart { partners in
            try partners.must(.ada, "set", "purpose.why", "It pays.")
            try partners.must(.ada, "propose", "fee", "--title", "Fee", "--why", "So.")
            if isChanged {
                try partners.must(.ada, "set", "framework.review-on", "2027-09-30")
            }
        }
        let told = try partners.sync(.ada)
        #expect(told["regrounded"].list.count == (isChanged ? 2 : 1), "\(told)")
        let lines = try file(partners, "cat framework.yaml purpose.yaml")
        #expect(!lines.contains("6 months") && lines.contains("It pays."), "\(lines)")
        if isChanged {
            try partners.must(.ada, "revise", "fee", "--why", "More.")
            #expect(try changes(partners, "fee") == ["framework.review-on", "purpose.why"])
        }
        try finish(partners)
    }

    @Test("a proposal made from another one has its own title, reason, author and sign-offs")
    func ownOrigin() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "target", notice: "6 months")
        try partners.must(.ada, "sign", "target", "--yes")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.copy(of: .dora).shell(
            """
            git checkout -q -b proposals/alliance/rev proposals/alliance/target
            sed -i 's/^  notice: .*/  notice: 7 months/' frameworks/alliance/terms/framework.yaml
            git commit -q -a --no-verify -F - <<-END
            	Rev

            	Longer.

            	Entente-Proposal: 1
            	Framework: alliance
            	Proposal: rev
            	END
            git checkout -q main
            """, as: .dora)
        let listed = try #require(JSON(try partners.run(.dora, "proposals", "--json").output))
        #expect(listed.list.map(\.["title"].text) == ["Rev", "Notice"], "\(listed)")
        #expect(listed[0]["why"].text == "Longer.", "\(listed)")
        // What was signed of the other one was never signed of it.
        #expect(listed[0]["voided"].list.isEmpty, "\(listed)")
    }

    @Test("a proposal that can't be sent is over when it is closed")
    func closing() throws {
        let partners = try Partners.founded()
        try partners.propose(.dora, "rev", notice: "6 months")
        try partners.copy(of: .dora).shell(
            """
            git checkout -q proposals/alliance/rev
            echo stray > stray.txt && git add stray.txt && git commit -q --no-verify -m Stray
            git checkout -q main
            """, as: .dora)
        let refused = try partners.run(.dora, "sync")
        #expect(refused.code == 1 && refused.errors.contains("it changes stray.txt"), "\(refused)")
        try partners.must(.dora, "close", "rev", "--reason", "It can't be sent.")
        try partners.sync(.dora)
        #expect(try !partners.hubBranches().contains("rev"))
    }
}
