import Foundation
import TestSupport
import Testing

/// What a `sync` that was killed leaves to the next one: the rest of the work, and the news.
@Suite("a sync that was interrupted")
struct InterruptedSyncTests {
    private static let rounds = SourceTree.number("ENTENTE_ROUNDS", default: 8)

    @Test("brings a framework's first arrival to its end, and tells of it, wherever it was killed")
    func firstArrival() throws {
        let partners = try Partners.founded([.ada])
        let empty = Alliance(sandbox: partners.sandbox, path: partners.sandbox.path + "/empty")
        _ = try partners.sandbox.start(entente: ["init", empty.path], as: .dora).wait()
        try empty.shell("git remote add origin '\(partners.hub)'", as: .dora)
        let clock = ContinuousClock()
        let undisturbed = try empty.copy("undisturbed")
        let start = clock.now
        let outcome = try undisturbed.run(["sync"], as: .dora)
        let duration = start.duration(to: clock.now)
        #expect(outcome.output.contains("version 1 of alliance"), "\(outcome)")

        for round in 0..<Self.rounds {
            let moment = duration * (Double(round) + 0.5) / Double(Self.rounds)
            let copy = try empty.copy("round-\(round)")
            let running = try copy.start(["sync"], as: .dora)
            usleep(UInt32(moment / .microseconds(1)))
            running.kill()
            let killed = try running.wait()
            let next = try copy.run(["sync"], as: .dora)
            let place: Comment = "killed after \(moment): \(killed), then: \(next)"
            #expect(next.code == 0, place)
            #expect((killed.output + next.output).contains("version 1 of alliance"), place)
            #expect((killed.errors + next.errors).contains("Compare its fingerprint"), place)
            try expectDone(copy, place)
            try copy.delete()
        }
    }

    @Test("writes the files of a first version that are missing, and leaves a draft alone")
    func partialFiles() throws {
        let partners = try Partners.founded()
        let copy = partners.copy(of: .dora)
        // As it is where the power goes while the files are written.
        try copy.shell(
            """
            git update-ref refs/entente/checkout "$(git rev-list --max-parents=0 main)"
            git update-ref -d refs/entente/working/alliance
            cd frameworks/alliance/terms && rm -r clauses parties.yaml && ls
            """, as: .dora)
        let draft = try copy.copy("draft")
        try draft.shell("echo 'title: Another' > frameworks/alliance/terms/framework.yaml")
        try partners.must(.dora, "status")
        try expectDone(copy, "finished")
        let outcome = try draft.run(["status"], as: .dora)
        #expect(outcome.code == 0, "\(outcome)")
        let there = try draft.shell("ls frameworks/alliance/terms", as: .dora)
        #expect(!there.contains("parties.yaml"), "\(there)")
    }

    @Test("tells what came when it could not send, with the next one")
    func notSent() throws {
        let partners = try Partners.ahead()
        try partners.sync(.dora)
        try partners.propose(.ada, "start", notice: "4 months")
        // A place that can be read, and takes nothing.
        try Alliance(sandbox: partners.sandbox, path: partners.hub).shell(
            "mv hooks/pre-receive away; printf '#!/bin/sh\\nkill -9 $PPID\\n' > hooks/pre-receive; "
                + "chmod +x hooks/pre-receive")
        let failed = try partners.run(.ada, "sync")
        #expect(failed.code == 2, "\(failed)")
        try Alliance(sandbox: partners.sandbox, path: partners.hub).shell(
            "mv away hooks/pre-receive")
        let news = try partners.run(.ada, "sync")
        #expect(news.code == 0, "\(news)")
        #expect(news.output.contains("Came             version 2 of alliance"), "\(news)")
        let again = try partners.run(.ada, "sync")
        #expect(again.output.contains("Came             nothing"), "\(again)")
        let tags = try partners.copy(of: .ada).shell("git tag", as: .ada)
        #expect(tags == "agreed/alliance/v2\n")
    }

    @Test("tells nothing of what it did not get to do")
    func notDone() throws {
        let partners = try Partners.ahead()
        try partners.must(.dora, "bundle", "../mail.zip")
        let untouched = try partners.copy(of: .ada).copy("untouched")
        let clock = ContinuousClock()
        let start = clock.now
        try untouched.copy("measured").must("sync", "../mail.zip")
        let duration = start.duration(to: clock.now)
        for round in 0..<Self.rounds {
            let moment = duration * (Double(round) + 0.5) / Double(Self.rounds)
            let copy = try untouched.copy("round-\(round)")
            let running = try copy.start(["sync", "../mail.zip"])
            usleep(UInt32(moment / .microseconds(1)))
            running.kill()
            let killed = try running.wait()
            // The other place has nothing new, so what it tells is what the mail had brought.
            let next = try copy.run(["sync"])
            let inForce = try copy.run(["status"]).output
            let isThere = inForce.contains("In force     version 2")
            let isTold = (killed.output + next.output).contains("version 2 of alliance")
            let place: Comment = "killed after \(moment): \(killed), then: \(next), \(inForce)"
            #expect(next.code == 0, place)
            #expect(isTold == isThere, place)
            try copy.delete()
        }
    }

    @Test("killed anywhere, the next one finishes it, and nothing lies about")
    func killed() throws {
        let partners = try Partners.founded()
        for round in 0..<Self.rounds {
            try partners.propose(.ada, "notice-\(round)", notice: "\(round + 4) months")
            if round > 0 {
                try partners.must(.dora, "comment", "notice-0", "--reason", "Round \(round).")
            }
            let running = try partners.copy(of: .ada).start(["sync"], as: .ada)
            usleep(UInt32(120_000 * (round + 1) / Self.rounds))
            running.kill()
            _ = try running.wait()
            for person in [Person.ada, .dora, .ada] { try partners.sync(person) }
            try partners.expectInStep([.ada, .dora], "round \(round)")
        }
    }

    @Test("what a killed one left of a pack goes, unless somebody is writing one")
    func unfinishedPacks() throws {
        let partners = try Partners.founded()
        let ada = partners.copy(of: .ada)
        let left = "touch .git/objects/pack/pack_git2_0123456789idx.lock"
        let listed = "ls .git/objects/pack | grep -c ^pack_git2_ || true"
        try ada.shell(left)
        try partners.sync(.ada)
        #expect(try ada.shell(listed) == "0\n")
        try ada.shell(left)
        try ada.shell(
            "flock -s .git/entente-receiving sh -c 'entente sync -q > /dev/null; \(listed)' > ../seen"
        )
        #expect(try ada.shell("cat ../seen") == "1\n")
        try partners.sync(.ada)
        #expect(try ada.shell(listed) == "0\n")
    }

    @Test("what a killed one left of an object goes once it is old")
    func unfinishedObjects() throws {
        let partners = try Partners.ahead()
        let ada = partners.copy(of: .ada)
        try ada.shell(
            "cd .git/objects; touch tmp_object_git2_new; touch -d '2 days ago' tmp_object_git2_old")
        try partners.sync(.dora)
        try partners.sync(.ada)
        #expect(try ada.shell("cd .git/objects; ls -d tmp*") == "tmp_object_git2_new\n")
    }

    @Test("killed while the other copy is written, no lock stays there")
    func killedWhileWriting() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        let ada = partners.copy(of: .ada)
        // The hub holds its locks until it is let go on.
        try ada.shell(
            """
            cat > '\(partners.hub)/hooks/reference-transaction' <<'END'
            #!/bin/sh
            test "$1" = prepared || exit 0
            touch held
            for _ in $(seq 200); do test -e go && exit 0; sleep 0.05; done
            END
            chmod +x '\(partners.hub)/hooks/reference-transaction'
            """)
        let running = try ada.start(["sync"], as: .ada)
        try ada.shell(
            "cd '\(partners.hub)' && for _ in $(seq 200); do test -e held && exit; sleep 0.05; done"
        )
        running.kill()
        _ = try running.wait()
        try ada.shell(
            """
            cd '\(partners.hub)' && test -n "$(find refs -name '*.lock')" && touch go
            for _ in $(seq 200); do test -z "$(find refs -name '*.lock')" && exit; sleep 0.05; done
            exit 1
            """)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
    }

    private func expectDone(_ copy: Alliance, _ comment: Comment) throws {
        let changed = try copy.shell("git status --porcelain", as: .dora)
        #expect(changed.isEmpty, "\(changed) \(comment)")
        let references = try copy.shell("git for-each-ref refs/entente refs/tags", as: .dora)
        #expect(!references.contains("refs/entente/checkout"), "\(references) \(comment)")
        #expect(!references.contains("refs/entente/untold"), "\(references) \(comment)")
        let leftovers = try copy.leftovers()
        #expect(leftovers.isEmpty, comment)
    }
}
