import Foundation
import TestSupport
import Testing

/// `diff` and `review` in each of their forms.
@Suite("Reviews")
struct ReviewTests {
    private static let clause = """
        # Law

        The law of Austria applies to all of it. It is kept short.

        1. First come the managers.
        2. Then comes a mediator.

        | Who | Days |
        | --- | ---: |
        | Northwind | 30 |
        | Contoso | 20 |
        """

    /// A framework with a proposal that changes, adds and removes.
    private func changed() throws -> Alliance {
        let alliance = try Alliance.founded(clauses: [
            "law.md": Data(Self.clause.utf8), "gone.md": Data("# Gone\n\nSoon.\n".utf8),
        ])
        let law = Self.clause.replacing("Austria", with: "Germany")
            .replacing("1. First come the managers.\n", with: "")
            .replacing("| Contoso | 20 |", with: "| Contoso | 20 |\n| Fair Hand | 10 |")
        try Data(law.utf8).write(to: URL(fileURLWithPath: alliance.terms + "/clauses/law.md"))
        try Data("# New\n\nHere *it* is.\n".utf8)
            .write(to: URL(fileURLWithPath: alliance.terms + "/clauses/new.md"))
        try FileManager.default.removeItem(atPath: alliance.terms + "/clauses/gone.md")
        try alliance.must("set", "framework.term.notice", "6 months")
        try alliance.must("propose", "more", "--title", "More", "--why", "It is fair.")
        return alliance
    }

    @Test("a closed proposal's state ends as its reason does")
    func closed() throws {
        let alliance = try Alliance.founded()
        try alliance.propose("more", setting: ["framework.term.notice=6 months"])
        try alliance.must("close", "more", "--reason", "No need.")
        let shown = try alliance.run(["review", "more"]).output
        #expect(shown.contains("It is closed by ada: No need.\n"), "\(shown)")
    }

    /// A table with some of three rows.
    private static func table(_ rows: [Int]) -> String {
        let all = ["Talks between managers | 10", "Mediation by an advisor | 30", "Courts | 90"]
        return "| Step | Days |\n| --- | ---: |\n" + rows.map { "| \(all[$0]) |\n" }.joined()
    }

    private static let programs = ["pandoc", "zip", "unzip"]

    private static let hasPrograms = programs.allSatisfy { name in
        ["/usr/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    @Test(
        "accepting all changes in Word gives the new text, and rejecting all the old one",
        .enabled(if: hasPrograms, "needs pandoc, zip and unzip"))
    func word() throws {
        let alliance = try changed()
        let folder = alliance.sandbox.path
        func words(_ words: [String], _ changes: String) throws -> [String] {
            let outcome = try alliance.run(["diff"] + words + ["--output", "\(folder)/a.docx"])
            #expect(outcome.code == 0, "\(outcome)")
            return try alliance.shell(
                "pandoc --track-changes=\(changes) --to=plain --wrap=none ../a.docx"
            ).split(whereSeparator: \.isWhitespace).map(String.init)
                // Pandoc keeps the numbers of items that are gone, and the lines of tables.
                .filter { $0.contains(where: \.isLetter) || $0.contains(/[0-9]$/) }
        }
        let old = try words(["in-force", "in-force"], "all")
        let new = try words(["working", "working"], "all")
        #expect(old != new && old.contains("Austria") && new.contains("Germany"))
        for (changes, expected) in [("accept", new), ("reject", old)] {
            let found = try words(["more"], changes)
            #expect(found == expected, "\(found.difference(from: expected))")
        }
        let source = try alliance.shell("unzip -p ../a.docx word/document.xml")
        #expect(source.contains(#"w:author="Ada Brennan (Northwind Ltd)" w:date="2027-01-04T"#))
        let ids = source.matches(of: /<w:(?:ins|del) w:id="([0-9]+)"/).map(\.output.1)
        #expect(ids.count > 10 && Set(ids).count == ids.count)
    }

    @Test(
        "Word shows as moved what stands elsewhere, and names whoever proposed each change",
        .enabled(if: hasPrograms, "needs pandoc, zip and unzip"))
    func wordMoves() throws {
        let parts = [
            "## Choice\n\nThe law of Austria applies to all of it.\n\n",
            "## Courts\n\nThe courts of Vienna decide. They decide about everything.\n\n",
            "## Costs\n\nEach side bears its own costs, whoever loses.\n\n",
        ]
        let alliance = try Alliance.founded(clauses: [
            "law.md": Data(("# Law\n\n" + parts.joined() + Self.table([0, 1, 2])).utf8)
        ])
        let law = "# Law\n\n" + parts[0] + parts[2] + parts[1] + Self.table([1, 2, 0])
        try Data(law.utf8).write(to: URL(fileURLWithPath: alliance.terms + "/clauses/law.md"))
        try alliance.must("propose", "order", "--title", "Order", "--why", "Costs come first.")
        try alliance.must(
            "revise", "order", "--set", "framework.term.notice=6 months", "--why", "More time.",
            as: .dora)
        let file = "\(alliance.sandbox.path)/a.docx"
        try alliance.must("diff", "order", "--output", file)
        let source = try alliance.shell("unzip -p ../a.docx word/document.xml")
        for name in ["moveFrom", "moveTo"] {
            let start = source.matches(
                of: try Regex("<w:\(name)RangeStart w:id=\"([0-9]+)\"[^>]*w:name=\"move[12]\""))
            let end = source.matches(of: try Regex("<w:\(name)RangeEnd w:id=\"([0-9]+)\""))
            #expect(start.count == 2 && end.count == 2)
            #expect(start.map { $0.output[1].substring } == end.map { $0.output[1].substring })
        }
        #expect(!source.contains("<w:delText>Each side"))
        // A row goes and comes, and what stands in it moves.
        for (mark, name) in [("del", "moveFrom"), ("ins", "moveTo")] {
            let row = try Regex(
                "<w:trPr><w:\(mark) [^>]*/></w:trPr><w:tc>(?:(?!</w:tr>).)*<w:\(name)RangeStart "
                    + "[^>]*w:name=\"move2\"(?:(?!</w:tr>).)*Talks between managers")
            #expect(source.matches(of: row).count == 1)
        }
        #expect(source.contains(/<w:moveTo [^>]*w:author="Ada Brennan \(Northwind Ltd\)"/))
        let authors = Set(
            source.matches(of: /<w:[a-zA-Z]+ [^>]*w:author="([^"]*)"/).map(\.output.1))
        #expect(authors == ["Ada Brennan (Northwind Ltd)", "Dora Winkler"], "\(authors)")
        #expect(source.contains(/<w:ins [^>]*w:author="Dora Winkler"/))
        func words(_ command: String) throws -> [Substring] {
            try alliance.shell(command).split(whereSeparator: \.isWhitespace)
        }
        for (changes, state) in [("accept", "order"), ("reject", "in-force")] {
            let text = try words(
                "pandoc --track-changes=\(changes) --to=plain --wrap=none ../a.docx")
            try alliance.must("show", "--at", state, "--output", file + ".md")
            let expected = try words("pandoc --to=plain --wrap=none ../a.docx.md")
            let start = try #require(expected.firstIndex(of: "Choice"))
            let end = try #require(expected[start...].firstIndex(of: "open"))
            // Pandoc keeps the lines of tables, whatever stands in them.
            let found = text.drop { $0 != "Choice" }.filter { !$0.allSatisfy { $0 == "-" } }
            let wanted = expected[start..<end].filter { !$0.allSatisfy { $0 == "-" } }
            #expect(Array(found.prefix(wanted.count)) == wanted)
        }
    }

    @Test("a review of two versions names who proposed each change in between, when and why")
    func versions() throws {
        let alliance = try Alliance.founded()
        for (name, value, person) in [
            ("longer", "6 months", Person.dora), ("longest", "9 months", Person.ada),
        ] {
            try alliance.must(
                "propose", name, "--title", name, "--why", "It is \(name).",
                "--set", "framework.term.notice=\(value)",
                "--set",
                name == "longer"
                    ? "purpose.why=We win." : "purpose.vision.joint.statement=All of it.",
                as: person)
            try alliance.must(
                "comment", name, "--on", "framework.term.notice", "--message", "Fine.")
            try alliance.must("sign", name, "--yes")
            try alliance.must("sign", name, "--yes", as: .dora)
            try alliance.must("agree", name)
        }
        let json = try #require(JSON(try alliance.run(["review", "v1", "v3", "--json"]).output))
        func origin(_ path: String) throws -> JSON {
            try #require(json["changes"].list.first { $0["path"].text == path })["origin"]
        }
        let notice = try origin("framework.term.notice")
        #expect(notice["proposer"].text == "Ada Brennan (Northwind Ltd)")
        #expect(notice["version"].number == 3 && notice["why"].text == "It is longest.")
        #expect(
            notice["remarks"].list.map { $0["kind"].text } == [
                "comment", "earlier text", "comment",
            ])
        #expect(notice["remarks"][1]["text"].text == "It is longer.")
        #expect(try origin("purpose.why")["version"].number == 2)
        #expect(try origin("purpose.why")["proposer"].text == "Dora Winkler")
        let text = try alliance.run(["review", "v2", "v3"]).output
        #expect(text.contains("(Northwind Ltd), 2027-01-04, agreed in version 3:"), "\(text)")
        #expect(!text.contains("longer."))
        // Nobody proposed the way back.
        let back = try alliance.run(["review", "v3", "v1", "--json"]).output
        #expect(JSON(back)?["changes"].list.allSatisfy { $0["origin"].value == nil } == true)
    }

    @Test("each sentence of a clause names who changed it, where several people did")
    func sentences() throws {
        let alliance = try Alliance.founded(clauses: [
            "law.md": Data(
                "# Law\n\nThe law of Austria applies. Vienna decides. It is short.\n".utf8)
        ])
        func edit(_ old: String, _ new: String) throws {
            let path = alliance.terms + "/clauses/law.md"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: path))
        }
        try edit("Austria", "Germany")
        try alliance.must("propose", "law", "--title", "Law", "--why", "Costs less.")
        try edit("Vienna", "Berlin")
        try alliance.must("revise", "law", "--why", "Courts as well.", as: .dora)
        func parts(_ words: String...) throws -> [[String?]] {
            let json = try #require(JSON(try alliance.run(["review"] + words + ["--json"]).output))
            return json["changes"][0]["origin"]["parts"].list.map { part in
                [part["proposer"].text, part["why"].text] + part["sentences"].texts
            }
        }
        let expected = [
            ["Ada Brennan (Northwind Ltd)", "Costs less.", "The law of Germany applies."],
            ["Dora Winkler", "Courts as well.", "Berlin decides."],
        ]
        #expect(try parts("law") == expected)
        #expect(
            try alliance.run(["review", "law"]).output.contains(
                """
                  Proposed by Dora Winkler, 2027-01-04: Courts as well.

                  • “Berlin decides.”
                """))
        if Self.hasPrograms {
            try alliance.must("diff", "law", "--output", "\(alliance.sandbox.path)/a.docx")
            let source = try alliance.shell("unzip -p ../a.docx word/document.xml")
            for (name, word) in [
                ("Ada Brennan (Northwind Ltd)", "Germany"), ("Dora Winkler", "Berlin"),
            ] {
                let start = try #require(source.firstRange(of: ">\(word)<"))
                let author = source[..<start.lowerBound].split(separator: "w:author=").last
                #expect(author?.hasPrefix("\"\(name)\"") == true, "\(word)")
            }
        }
        for person in [Person.ada, .dora] {
            try alliance.must("sign", "law", "--yes", as: person)
        }
        try alliance.must("agree", "law")
        try edit(" It is short.", "")
        try alliance.must("propose", "rest", "--title", "Rest", "--why", "It is long.")
        for person in [Person.ada, .dora] {
            try alliance.must("sign", "rest", "--yes", as: person)
        }
        try alliance.must("agree", "rest")
        #expect(
            try parts("v1", "v3") == [
                expected[0], expected[1],
                ["Ada Brennan (Northwind Ltd)", "It is long.", "It is short."],
            ])
    }

    @Test("two runs in other zones and languages give the same bytes")
    func sameBytes() throws {
        let alliance = try changed()
        let formats =
            ["text", "markdown", "html", "json", "patch"] + (Self.hasPrograms ? ["docx"] : [])
        for format in formats {
            for command in [["diff", "more"], ["review", "more"]] {
                let file = "\(alliance.sandbox.path)/report"
                var runs: [Data] = []
                for variables in [
                    ["TZ": "UTC"], ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "COLUMNS": "99"],
                ] {
                    let outcome = try alliance.run(
                        command + ["--format", format, "--output", file], with: variables)
                    #expect(outcome.code == 0, "\(outcome)")
                    runs.append(try Data(contentsOf: URL(fileURLWithPath: file)))
                }
                #expect(runs[0] == runs[1] && !runs[0].isEmpty, "\(command) \(format)")
            }
        }
    }

    @Test("the name of the file says which form it has")
    func names() throws {
        let alliance = try changed()
        for (file, start) in [
            ("a.html", "<!DOCTYPE html>"), ("a.md", "# alliance: version 1"), ("a.json", "{\n"),
            ("a.txt", "alliance: version 1"),
        ] {
            let path = "\(alliance.sandbox.path)/\(file)"
            try alliance.must("review", "more", "--output", path)
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(start), "\(file)")
        }
        let refused = try alliance.run(
            ["diff", "more", "--format", "docx"], with: ["PATH": "/nowhere"])
        #expect(refused.code == 2 && refused.errors.contains("pandoc, which writes documents"))
    }

    @Test("files that change are listed, and the exit code says whether any does")
    func lists() throws {
        let alliance = try changed()
        let names = try alliance.run(["diff", "more", "--name-only", "--exit-code"])
        let folder = "frameworks/alliance/terms"
        #expect(
            names.output == """
                \(folder)/clauses/gone.md
                \(folder)/clauses/law.md
                \(folder)/clauses/new.md
                \(folder)/framework.yaml

                """)
        #expect(names.code == 1)
        let stat = try alliance.run(["diff", "more", "--stat"])
        #expect(stat.output.hasPrefix("\(folder)/clauses/gone.md  1 removed\n"), "\(stat.output)")
        #expect(
            stat.output.hasSuffix("1 defined\nterm changed. Nothing else changed.\n"),
            "\(stat.output)")
        let none = try alliance.run(["diff", "in-force", "in-force", "--name-only", "--exit-code"])
        #expect(none.code == 0 && none.output.isEmpty)
        #expect(try alliance.run(["diff", "--stat", "--name-only"]).code == 2)
    }

    @Test("what is applied to the old document as a patch gives the new one")
    func patch() throws {
        let alliance = try changed()
        let patch = try #require(
            JSON(try alliance.run(["diff", "more", "--format", "patch"]).output))
        #expect(patch[0]["op"].text == "test" && patch[0]["path"].text == "/digest")
        let old = try #require(JSON(try alliance.run(["show", "--json"]).output))
        #expect(patch[0]["value"].text == old["digest"].text)
    }
}

/// Who changed what, as Git's commits say it, which anybody can write.
@Suite("Names and reasons that nobody signed")
struct UnsignedNameTests {
    @Test("control characters of a commit stay text in why, review and log")
    func hostile() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "evil", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        try alliance.shell(
            """
            git switch -q proposals/alliance/evil
            sed -i 's/notice: 6 months/notice: 7 months/' frameworks/alliance/terms/framework.yaml
            printf 'Change\\n\\n\\033[31mRed\\033[0m <b>bold</b>\\n' > ../tmp/message
            GIT_AUTHOR_NAME="$(printf 'Eve\\033[2J')" git commit -q --no-verify -aF ../tmp/message
            git switch -q main
            """)
        for command in [
            ["review", "evil"], ["why", "framework.term.notice"], ["why", "framework", "--json"],
        ] {
            let outcome = try alliance.run(command)
            #expect(outcome.code == 0 && outcome.output.contains("Eve"), "\(outcome)")
            #expect(!outcome.output.unicodeScalars.contains("\u{1B}"), "\(command)")
        }
        let page = try alliance.run(["review", "evil", "--format", "html"]).output
        #expect(page.contains("Red") && !page.contains("<b>bold"))
    }

    @Test(
        "a last look is a version where there is none at the proposal, and an error where nobody knows"
    )
    func since() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        let review = try alliance.run(["review", "notice", "--since", "last"], as: .dora)
        #expect(review.output.contains("version 1, which Dora Winkler signed"), "\(review)")
        let nobody = try alliance.run(["review", "notice", "--since", "last"], as: .mallory)
        #expect(nobody.code == 2 && nobody.errors.contains("--since ada"), "\(nobody)")
        let nothing = try alliance.run(["review", "notice", "--since", "yesterday"])
        #expect(nothing.code == 2 && nothing.errors.contains("yesterday"), "\(nothing)")
        let states = try alliance.run(["review", "v1", "v1", "--since", "last"])
        #expect(states.code == 2 && states.errors.contains("goes with a proposal"), "\(states)")
    }
}
