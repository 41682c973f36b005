import Foundation
import TestSupport
import Testing

/// Recording at the same moment, and many lines at once.
@Suite("Records")
struct RecordTests {
    private static let rounds = SourceTree.number("ENTENTE_ROUNDS", default: 5)

    /// A workspace in which deals are registered.
    private func allianceWithDeals(_ deals: String...) throws -> Alliance {
        let alliance = try Alliance.founded()
        for deal in deals {
            try alliance.must("record", "deals", "registered", deal, "--set", "customer=\(deal)")
        }
        return alliance
    }

    @Test("two record at the same moment, and none is lost")
    func recordingTogether() throws {
        let alliance = try Alliance.founded()
        let rating = [
            "trust", "communication", "fairness", "team-orientation", "innovation", "focus",
        ]
        .flatMap { ["--set", "\($0)=4"] }
        for round in 1...Self.rounds {
            let command = ["record", "health", "--set", "of=northwind"] + rating
            let first = try alliance.start(command, as: .ada)
            usleep(UInt32((round - 1) % 8) * 10_000)
            let second = try alliance.start(command, as: .dora)
            let outcomes = [try first.wait(), try second.wait()]
            #expect(outcomes.map(\.code) == [0, 0], "round \(round): \(outcomes)")
        }
        let listed = try #require(JSON(try alliance.run(["records", "--json"]).output))
        let people = listed["records"].list.compactMap(\.["person"].text)
        #expect(people.filter { $0 == "ada" }.count == Self.rounds)
        #expect(people.filter { $0 == "dora" }.count == Self.rounds)
        let verdict = try alliance.run(["verify"])
        #expect(verdict.code == 0, "\(verdict)")
        #expect(try alliance.shell("git status --porcelain") == "")
        try alliance.shell("git fsck --strict --no-dangling")
    }

    @Test("a record that another party made waits on those who can confirm it")
    func waiting() throws {
        let alliance = try allianceWithDeals("lift")
        let waits =
            "  Waits on you\n    1 record to confirm: entente records alliance --standing claimed"
        #expect(try alliance.run(["status"], as: .dora).output.contains(waits))
        #expect(try !alliance.run(["status"]).output.contains("Waits on you"))
        try alliance.must("record", "confirm", "lift", as: .dora)
        #expect(try !alliance.run(["status"], as: .dora).output.contains("Waits on you"))
    }

    @Test("sync names the records to confirm that came")
    func waitingAfterSync() throws {
        let partners = try Partners.founded()
        try partners.must(
            .ada, "record", "deals", "registered", "lift", "--set", "customer=Lift")
        try partners.sync(.ada)
        let before = try partners.run(.dora, "sync", "--dry-run", "--json")
        let records = try #require(JSON(before.output))["recordsToConfirm"]
        #expect(records.list.isEmpty, "it is not here yet: \(before)")
        let outcome = try partners.run(.dora, "sync")
        #expect(
            outcome.output.replacing(/\s+/, with: " ").contains(
                "Waits on you 1 record to confirm (entente records alliance --standing claimed)"),
            "\(outcome)")
        try partners.must(.dora, "record", "confirm", "lift")
        try partners.sync(.dora)
        let confirmed = try partners.sync(.ada)
        #expect(confirmed["recordsToConfirm"].list.isEmpty, "\(confirmed)")
    }

    @Test("a measure of nothing is refused with what to do")
    func measureOfNothing() throws {
        let alliance = try Alliance.founded()
        let refused = try alliance.run([
            "record", "measure", "--set", "of=nothing", "--set", "value=3", "--set", "source=x",
            "--json",
        ])
        let problem = JSON(refused.errors)
        #expect(refused.code == 1 && problem?["code"].text == "unresolved-reference", "\(refused)")
        #expect(problem?["next"].text?.contains("entente show") == true, "\(refused)")
    }

    @Test("two record the same invoice, and one is told that it is on record")
    func sameInvoice() throws {
        let alliance = try Alliance.founded()
        try alliance.must("record", "deals", "registered", "lift", "--set", "customer=Lift AG")
        let command = [
            "record", "deals", "invoiced", "lift", "--set", "number=1", "--set",
            "amount=EUR 100", "--json",
        ]
        let first = try alliance.start(command, as: .ada)
        let second = try alliance.start(command, as: .dora)
        let outcomes = [try first.wait(), try second.wait()]
        #expect(outcomes.map(\.code).sorted() == [0, 1], "\(outcomes)")
        let refused = try #require(outcomes.first { $0.code == 1 })
        #expect(JSON(refused.errors)?["code"].text == "same-invoice")
        let listed = try #require(JSON(try alliance.run(["records", "--json"]).output))
        #expect(listed["records"].list.count == 2)
    }

    @Test("the number of an invoice that was corrected or withdrawn is known as it is now")
    func correctedInvoices() throws {
        let alliance = try allianceWithDeals("lift", "move")
        func isKnown(_ number: String) throws -> Bool {
            let outcome = try alliance.invoice(number, of: "move")
            return outcome.code == 1 && JSON(outcome.errors)?["code"].text == "same-invoice"
        }
        for number in ["ZQ-77", "ZQ-78", "ZQ-79"] {
            #expect(try alliance.invoice(number, of: "lift").code == 0)
        }
        let listed = try #require(JSON(try alliance.run(["records", "--json"]).output))
        let ids = listed["records"].list.compactMap(\.["id"].text).filter {
            $0.contains("invoiced")
        }
        try #require(ids.count == 3)
        try alliance.must("record", "correct", ids[0], "--withdraw", "--why", "Another deal")
        try alliance.must(
            "record", "correct", ids[1], "--set", "number=ZQ-88", "--why", "Mistyped")
        // By hand, and not beside what it is about.
        try alliance.shell(
            """
            mkdir -p frameworks/alliance/records/deals/stray
            cd frameworks/alliance/records/deals/stray
            printf 'record: \(ids[2])\nwhy: No\ninstead:\n  on: 2027-01-04\n' > c.txt
            printf '  number: ZQ-99\n  amount: EUR 10\n' >> c.txt
            mv c.txt 20270104T230000Z-correction.yaml
            git add . && git commit -qS -m 'Correct by hand'
            """)
        for isKept in [true, false] {
            if !isKept {
                try FileManager.default.removeItem(
                    atPath: alliance.sandbox.home(of: .ada) + "/.cache")
            }
            #expect(try isKnown("ZQ-88"))
            #expect(try isKnown("ZQ-99"))
        }
        for number in ["ZQ-77", "ZQ-78", "ZQ-79"] {
            #expect(try alliance.invoice(number, of: "move").code == 0, "\(number)")
        }
    }

    @Test("what is only named by a folder is not on record")
    func namesWithoutRecords() throws {
        let alliance = try Alliance.founded()
        try alliance.shell(
            """
            mkdir -p frameworks/alliance/records/deals/ghost
            cd frameworks/alliance/records/deals/ghost
            echo 'nothing: that counts' > 20270104T230000Z-registered.yaml
            git add . && git commit -qS -m 'Record by hand'
            """)
        let outcome = try alliance.run([
            "record", "projects", "opened", "lift", "--set", "customer=Lift AG", "--set",
            "deal=ghost", "--set", "lead=northwind", "--set", "manager=ada", "--json",
        ])
        #expect(outcome.errors.contains("unresolved-reference"), "\(outcome)")
        #expect(outcome.errors.contains("ghost"), "\(outcome)")
        #expect(outcome.code == 1, "\(outcome)")
    }

    @Test("a table with a broken line near its end is not recorded at all")
    func brokenLine() throws {
        let alliance = try Alliance.founded()
        try alliance.must("record", "deals", "registered", "lift", "--set", "customer=Lift AG")
        let table = alliance.sandbox.path + "/tmp/invoices.csv"
        func write(_ broken: Int?) throws {
            var lines = ["deal,number,amount"]
            for number in 2...1_000 {
                let amount = number == broken ? "EUR 10,00" : "\"EUR 1,000.00\""
                lines.append("lift,\(number),\(amount)")
            }
            try Data((lines.joined(separator: "\n") + "\n").utf8)
                .write(to: URL(fileURLWithPath: table))
        }
        try write(999)
        let before = try alliance.shell("git rev-parse main")
        let command = ["record", "import", table, "--kind", "invoice", "--json"]
        let refused = try alliance.run(command)
        #expect(refused.code == 1, "\(refused)")
        #expect(JSON(refused.errors)?["where"].text == "\(table):999:1")
        #expect(try alliance.shell("git rev-parse main") == before)
        try write(nil)
        let taken = try alliance.run(command)
        #expect(taken.code == 0, "\(taken)")
        #expect(JSON(taken.output)?["records"].list.count == 999)
        #expect(try alliance.shell("git rev-list --count \(before.dropLast())..main") == "1\n")
        let verdict = try alliance.run(["verify"])
        #expect(verdict.code == 0, "\(verdict)")
    }

    @Test("what was verified before is on record as if it were read anew")
    func keptRecords() throws {
        let alliance = try Alliance.founded()
        let table = alliance.sandbox.path + "/tmp/deals.csv"
        // The same contents in two folders are one tree for Git.
        try Data("deal,customer\nlift,Lift AG\nlift-again,Lift AG\n".utf8)
            .write(to: URL(fileURLWithPath: table))
        try alliance.must("record", "import", table, "--kind", "deal")
        try alliance.must("record", "confirm", "lift", as: .dora)
        func listed() throws -> String {
            try alliance.run(["records", "--json"]).output
        }
        let kept = try listed()
        let about = try #require(JSON(kept))["records"].list.compactMap(\.["about"].text)
        #expect(about == ["lift", "lift-again"])
        let cache = alliance.sandbox.home(of: .ada) + "/.cache"
        try FileManager.default.removeItem(atPath: cache)
        #expect(try listed() == kept)
        #expect(try listed() == kept)
        try alliance.must("record", "deals", "lost", "lift", "--set", "why=Too late.")
        let longer = try listed()
        #expect(longer != kept)
        try FileManager.default.removeItem(atPath: cache)
        #expect(try listed() == longer)
    }

    @Test("the number of an invoice is known of every deal, however it is written")
    func invoicesOfOtherDeals() throws {
        let alliance = try allianceWithDeals("lift", "move")
        #expect(try alliance.invoice("2027-1", of: "lift").code == 0)
        // Escaped, so that the number itself stands nowhere in the file.
        try alliance.shell(
            """
            cd frameworks/alliance/records/deals/lift
            printf 'on: 2027-01-04\\nnumber: "2027-\\\\x32"\\namount: EUR 10\\n' \
                > 20270104T230000Z-invoiced.yaml
            git add . && git commit -qS -m 'Record by hand'
            """)
        for number in ["2027-1", "2027-2"] {
            let again = try alliance.invoice(number, of: "move")
            #expect(again.code == 1 && JSON(again.errors)?["code"].text == "same-invoice")
        }
        #expect(try alliance.invoice("2027-3", of: "move").code == 0)
        let unknown = try alliance.invoice("2027-4", of: "lfit")
        #expect(unknown.errors.contains("did you mean `lift`?"), "\(unknown)")
        // With nothing kept, the same.
        try FileManager.default.removeItem(atPath: alliance.sandbox.home(of: .ada) + "/.cache")
        #expect(try alliance.invoice("2027-2", of: "move").code == 1)
        #expect(try alliance.invoice("2027-4", of: "move").code == 0)
    }

    @Test("evidence stays beside its record, and another file has another digest")
    func evidence() throws {
        let alliance = try Alliance.founded()
        let file = alliance.sandbox.path + "/tmp/contract.txt"
        try Data("signed\n".utf8).write(to: URL(fileURLWithPath: file))
        try alliance.must(
            "record", "deals", "registered", "lift", "--set", "customer=Lift AG", "--evidence",
            file)
        let kept = try alliance.shell(
            "cat frameworks/alliance/records/deals/lift/*-registered/contract.txt")
        #expect(kept == "signed\n")
        let listed = try #require(JSON(try alliance.run(["records", "--json"]).output))
        let proof = listed["records"][0]["fields"]["evidence"][0]
        #expect(proof["kept"].text == "beside")
        let digest = try alliance.shell("sha256sum < '\(file)'").prefix(64)
        #expect(proof["sha256"].text == String(digest))
        #expect(listed["ignored"].list.isEmpty)
    }

    @Test("what was made by hand and says nothing is named, and does not count")
    func byHand() throws {
        let alliance = try Alliance.founded()
        try alliance.shell(
            """
            mkdir -p frameworks/alliance/records/deals/lift
            cd frameworks/alliance/records/deals/lift
            echo 'custmer: Lift AG' > 20270104T100000Z-registered.yaml
            git add . && git -c gpg.format=ssh commit -qS -m 'Record by hand'
            """)
        let verdict = try alliance.run(["verify"])
        #expect(verdict.code == 0, "\(verdict)")
        let listed = try #require(JSON(try alliance.run(["records", "--json"]).output))
        #expect(listed["records"].list.isEmpty)
        #expect(
            listed["ignored"].list.compactMap(\.["rule"].text)
                == ["unknown-key", "missing-field", "missing-field", "missing-field"])
        #expect(
            listed["ignored"][0]["where"].text
                == "deals/lift/20270104T100000Z-registered.yaml:1:1")
    }
}

/// What is generated from the declaration of the records.
@Suite("Reference of records")
struct RecordReferenceTests {
    @Test("the page in docs is what the program prints")
    func page() throws {
        let sandbox = try Sandbox()
        let printed = try sandbox.run("entente reference --format records", as: .ada)
        let kept = try String(contentsOfFile: SourceTree.root + "/docs/records.md", encoding: .utf8)
        #expect(printed.output == kept, "make docs writes it anew")
    }

    @Test("the schema has every kind, and a kind has its own")
    func schema() throws {
        let sandbox = try Sandbox()
        let all = try #require(
            JSON(try sandbox.run("entente schema records", as: .ada).output))
        let definitions = all["$defs"]
        #expect(definitions["deals/invoiced"]["required"].texts == ["on", "number", "amount"])
        #expect(definitions["reviews/given"]["properties"]["verdicts"]["type"].text == "array")
        #expect(
            definitions["correction"]["properties"]["instead"]["anyOf"].list
                .contains { $0["$ref"].text == "#/$defs/deals~1invoiced" })
        let deals = try #require(JSON(try sandbox.run("entente schema deals", as: .ada).output))
        #expect(deals["$id"].text == "urn:entente:schema:1:records:deals")
        #expect(deals["$defs"]["measures/taken"].list.isEmpty)
        let wrong = try sandbox.run("entente schema record", as: .ada)
        #expect(wrong.code == 2 && wrong.output.contains("did you mean `records`?"))
    }
}

extension Alliance {
    /// Records an invoice of a deal.
    fileprivate func invoice(_ number: String, of deal: String) throws -> Outcome {
        try run([
            "record", "deals", "invoiced", deal, "--set", "number=\(number)", "--set",
            "amount=EUR 10", "--json",
        ])
    }
}
