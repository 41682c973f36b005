import Foundation
import TestSupport
import Testing

/// Two agreements that exclude each other and that others were given, once the partners have settled.
@Suite("giving way where others were given both")
struct SettledForkTests {
    @Test("a second server that holds what gave way comes in step once its host has set it right")
    func servers() throws {
        let partners = try Partners.founded()
        for (slug, notice) in [("notice", "6 months"), ("longer", "9 months")] {
            try partners.propose(.ada, slug, notice: notice)
        }
        for person in [Person.ada, .dora] { try partners.sync(person) }
        for slug in ["notice", "longer"] { try partners.must(.dora, "sign", slug, "--yes") }
        for person in [Person.dora, .ada] { try partners.sync(person) }
        let ada = partners.copy(of: .ada)
        let second = partners.sandbox.path + "/second.git"
        try ada.shell("cp -R '\(partners.hub)' '\(second)' && git remote add second '\(second)'")
        try partners.must(.ada, "agree", "longer")
        try partners.must(.ada, "record", "deals", "registered", "lift", "--set", "customer=Lift")
        try partners.must(.ada, "sync", "second")
        try partners.must(.dora, "agree", "notice")
        try partners.sync(.dora)
        try partners.must(.ada, "sync", "origin", "--give-way")
        #expect(try partners.run(.ada, "sync", "second").code == 3)
        let setting = "fetch -q '\(partners.hub)' +refs/heads/main:refs/heads/main"
        try ada.shell("git --git-dir='\(second)' \(setting)")
        let refused = try partners.run(.ada, "sync", "second", "--json")
        #expect(
            refused.code == 3 && JSON(refused.errors)?["code"].text == "forked", "\(refused)")
        try partners.must(.ada, "sync", "second", "--give-way")
        try partners.must(.ada, "sync", "second")
        try partners.sync(.dora)
        try partners.expectInStep()
    }

    @Test("whoever gives way is told where an earlier version is in force again, and names stay")
    func lowered() throws {
        let partners = try Partners.founded()
        try partners.found("pact")
        for (slug, notice) in [("notice", "6 months"), ("longer", "9 months")] {
            try partners.must(
                .ada, "propose", slug, "--framework", "alliance", "--title", slug, "--why", "So.",
                "--set", "framework.term.notice=\(notice)")
        }
        try partners.must(
            .ada, "propose", "start", "--framework", "pact", "--title", "Start", "--why", "So.",
            "--set", "framework.term.starts=2027-03-01")
        try partners.sync(.ada)
        try partners.sync(.dora)
        for slug in ["notice", "longer", "start"] {
            for person in [Person.ada, .dora] { try partners.must(person, "sign", slug, "--yes") }
        }
        for person in [Person.dora, .ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "agree", "notice")
        try partners.must(.dora, "bundle", "../dora.zip")
        try partners.must(.ada, "agree", "longer")
        try partners.must(.ada, "agree", "start")
        try partners.must(
            .ada, "propose", "third", "--framework", "alliance", "--title", "Third", "--why", "So.",
            "--set", "framework.term.starts=2027-04-01")
        try partners.must(.ada, "sign", "third", "--yes")
        try partners.copy(of: .ada).must("sign", "third", "--yes", as: .dora)
        try partners.must(.ada, "agree", "third")
        try partners.must(.ada, "bundle", "../ada.zip")
        #expect(try partners.run(.ada, "sync", "../dora.zip").code == 3)
        let plan = JSON(
            try partners.run(.ada, "sync", "../dora.zip", "--give-way", "--dry-run", "--json")
                .output)
        #expect(plan?["lowered"][0]["before"].number == 3 && plan?["lowered"][0]["now"].number == 2)
        let told = try partners.must(.ada, "sync", "../dora.zip", "--give-way").output
            .replacing(/\s+/, with: " ")
        #expect(
            told.contains("version 2 of alliance is in force again, and no longer version 3"),
            "\(told)")
        // What was agreed of the other framework was agreed again, and has its name.
        let named = try partners.copy(of: .ada).shell(
            """
            git merge-base --is-ancestor agreed/pact/v2 main && git tag --points-at agreed/pact/v2
            ! git rev-parse -q --verify refs/tags/agreed/alliance/v3
            """)
        #expect(named.contains("agreed/pact/v2"), "\(named)")
    }
}
