import Foundation
import TestSupport
import Testing

/// Partners who share no place, and send each other files.
@Suite("By mail")
struct MailTests {
    @Test("who signs or agrees where no place is known is told how it reaches the others")
    func nextSteps() throws {
        let alliance = try Alliance.founded()
        try propose(alliance)
        let hint = "To mail it to the others: entente bundle FILE"
        #expect(try alliance.run(["sign", "notice", "--yes"]).errors.contains(hint))
        for command in ["comment", "object", "withdraw"] {
            let said = try alliance.run([command, "notice", "--reason", "Wait."])
            #expect(said.errors.contains(hint), "\(said)")
        }
        try alliance.must("sign", "notice", "--yes")
        let last = try alliance.run(["sign", "notice", "--yes"], as: .dora)
        #expect(last.errors.contains("Next: entente agree notice") && !last.errors.contains(hint))
        try alliance.shell("git remote add origin ../hub.git")
        #expect(try !alliance.run(["agree", "notice"]).errors.contains(hint))
    }

    @Test("who makes a workspace is told how to join others")
    func joining() throws {
        let sandbox = try Sandbox()
        let made = try sandbox.run("entente init joined", as: .dora)
        #expect(made.output.contains("Or join partners who have begun: entente sync"), "\(made)")
    }

    @Test(
        "who received one of two agreements, and a record after it, is told that they go different ways"
    )
    func bystander() throws {
        let partners = try Partners.founded([.ada, .dora, .ben])
        for (person, slug, notice) in [(Person.ada, "one", "6 months"), (.dora, "two", "9 months")]
        {
            try partners.propose(person, slug, notice: notice)
            try partners.sync(person)
        }
        for person in [Person.ada, .dora, .ada] {
            try partners.sync(person)
            for slug in ["one", "two"] { try partners.must(person, "sign", slug, "--yes") }
            try partners.sync(person)
        }
        try partners.must(.ada, "agree", "one")
        try partners.must(.ada, "record", "deals", "registered", "lift", "--set", "customer=Lift")
        try partners.must(.ada, "bundle", "../ada.zip")
        try partners.sync(.ben, "../ada.zip")
        try partners.must(.dora, "agree", "two")
        try partners.sync(.dora)
        let refused = try partners.run(.ben, "sync")
        #expect(refused.code == 3 && refused.errors.contains("go different ways"), "\(refused)")
        let told = try partners.run(.ben, "status")
        #expect(told.errors.contains("Another version of the shared history"), "\(told)")
        // The record is Ada's to make again.
        let given = try partners.must(.ben, "sync", "--give-way").errors.replacing(/\s+/, with: " ")
        #expect(given.contains("Left out: \"Record deals/lift/"), "\(given)")
        #expect(given.contains("Ada Brennan brings it with entente sync --give-way"), "\(given)")
        let kept = try #require(given.firstMatch(of: /git log (refs\/entente\/left\/\S+)/)?.1)
        #expect(
            try partners.copy(of: .ben).shell("git log --format=%s \(kept)").contains(
                "Record deals"))
        #expect(try partners.run(.ada, "sync").code == 3)
        try partners.must(.ada, "sync", "--give-way")
        try partners.sync(.ben)
        try partners.sync(.dora)
        try partners.expectInStep([.ada, .dora, .ben])
    }

    @Test("a bundle or a receipt takes the place of an earlier one, and of nothing else")
    func overwriting() throws {
        let alliance = try Alliance.founded()
        try alliance.must("bundle", "../b.zip")
        try alliance.must("bundle", "../b.zip")
        try alliance.shell("echo mine > ../offer.docx")
        let refused = try alliance.run(["bundle", "../offer.docx", "--json"])
        #expect(
            refused.code == 2 && JSON(refused.errors)?["code"].text == "file-exists", "\(refused)")
        try alliance.must("receipt", "v1", "../r.zip")
        try alliance.must("receipt", "v1", "../r.zip")
        for file in ["../offer.docx", "../b.zip"] {
            let receipt = try alliance.run(["receipt", "v1", file, "--json"])
            #expect(
                receipt.code == 2 && JSON(receipt.errors)?["code"].text == "file-exists",
                "\(receipt)")
        }
        #expect(try alliance.shell("cat ../offer.docx") == "mine\n")
    }

    @Test(
        "the page says who made the file and what is needed",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"), "unzip"))
    func page() throws {
        let alliance = try Alliance.founded()
        try propose(alliance)
        try alliance.must("sign", "notice", "--yes")
        try alliance.must("bundle", "../b.zip")
        let page = try alliance.shell("unzip -p ../b.zip read-me.html")
        for words in [
            "Version 1 since 2027-01-04, signed by Ada Brennan, Dora Winkler",
            "would be version 2 of alliance, proposed by Ada Brennan on 2027-01-04",
            "Northwind Ltd: signed by Ada Brennan",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains("Ada Brennan made it with Entente."))
        #expect(page.contains("You need Entente, a program for Debian 12"))
    }

    @Test(
        "a file that was cut off or unpacked on the way is told apart, or taken",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"), "unzip"))
    func damaged() throws {
        let alliance = try Alliance.founded()
        try alliance.must("bundle", "../b.zip")
        try alliance.must("receipt", "v1", "../r.zip")
        try alliance.shell(
            """
            cd .. && head -c 2000 b.zip > cut.zip && mkdir un un-r
            unzip -q b.zip -d un && unzip -q r.zip -d un-r
            head -c 1500 un/history.bundle > cut.bundle
            """)
        let dora = Alliance(sandbox: alliance.sandbox, path: alliance.sandbox.path + "/joined")
        _ = try alliance.sandbox.run("entente init '\(dora.path)'", as: .dora)
        for file in ["cut.zip", "cut.bundle"] {
            let refused = try dora.run(["sync", "../\(file)"], as: .dora)
            #expect(
                refused.code == 2 && refused.errors.contains("Ask for it once more"), "\(refused)")
        }
        let taken = try dora.run(["sync", "../un"], as: .dora)
        #expect(taken.output.contains("version 1 of alliance"), "\(taken)")
        let zeros = String(repeating: "0", count: 64)
        let folder = try dora.run(
            ["verify", "--receipt", "../un-r", "--founding", zeros], as: .dora)
        #expect(
            folder.code == 2 && folder.errors.contains("Give the file itself"), "\(folder)")
        try alliance.shell("cd .. && rm un-r/history.bundle && mkdir empty")
        for (name, words) in [
            ("un-r", "unpacked from a receipt"), ("empty", "no workspace in this folder"),
        ] {
            let refused = try dora.run(["sync", "../\(name)"], as: .dora)
            #expect(refused.code == 2 && refused.errors.contains(words), "\(refused)")
        }
    }

    @Test("of two agreements at once, one gives way, and is a proposal again")
    func givingWay() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.ada, "longer", notice: "9 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        for slug in ["notice", "longer"] { try partners.must(.dora, "sign", slug, "--yes") }
        for person in [Person.dora, .ada] { try partners.sync(person) }
        for (person, slug) in [(Person.ada, "notice"), (.dora, "longer")] {
            try partners.must(person, "agree", slug)
            try partners.must(person, "bundle", "\(partners.sandbox.path)/\(slug).zip")
        }
        let file = partners.sandbox.path + "/notice.zip"
        #expect(try partners.run(.dora, "sync", file).code == 3)
        #expect(
            try partners.run(.ada, "sync", partners.sandbox.path + "/longer.zip").code == 3)
        for (person, other) in [(Person.ada, "Dora Winkler"), (.dora, "Ada Brennan")] {
            for command in ["status", "verify"] {
                let said = try partners.must(person, command).errors
                    .replacing(/\s+/, with: " ")
                #expect(
                    said.contains("was seen, with a newest step by \(other) on 2027-01-04"),
                    "\(said)")
            }
        }
        try partners.must(
            .dora, "propose", "start", "--title", "Start", "--why", "So.", "--set",
            "framework.term.starts=2027-05-01")
        let told = try partners.must(.dora, "sync", file, "--give-way").output
        for words in ["longer is open again", "start was written on longer"] {
            #expect(told.contains(words), "\(told)")
        }
        let shown = JSON(try partners.run(.dora, "diff", "start", "--json").output)
        #expect(
            shown?["changes"].list.compactMap(\.["path"].text) == ["framework.term.starts"])
        #expect(try partners.run(.dora, "update", "longer").code == 1)
        try partners.must(.dora, "resolve", "framework.term.notice", "--take", "proposal")
        try partners.must(.dora, "update", "longer", "--continue")
        try partners.must(.dora, "sign", "longer", "--yes")
        let carried = partners.sandbox.path + "/carried.zip"
        try partners.must(.dora, "bundle", carried)
        try partners.must(.ada, "sync", carried)
        try partners.must(.ada, "sign", "longer", "--yes")
        try partners.must(.ada, "agree", "longer")
        for person in [Person.ada, .dora, .ada] { try partners.sync(person) }
        for person in [Person.ada, .dora] {
            for command in ["status", "verify"] {
                let said = JSON(try partners.must(person, command, "--json").output)
                #expect(said?["otherVersions"].list.isEmpty == true, "\(command)")
            }
        }
        try partners.expectInStep()
    }

    private func propose(_ alliance: Alliance) throws {
        try alliance.must(
            "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
    }
}
