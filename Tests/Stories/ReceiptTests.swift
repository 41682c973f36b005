import Foundation
import TestSupport
import Testing

/// A file that proves a version to somebody who has nothing but the fingerprint.
@Suite("receipt")
struct ReceiptTests {
    /// A receipt of the third version, and the fingerprint.
    private func receipt() throws -> (alliance: Alliance, path: String, fingerprint: String) {
        let alliance = try Alliance.founded()
        for (slug, notice) in [("notice", "6 months"), ("longer", "9 months")] {
            try alliance.must(
                "propose", slug, "--title", "Notice", "--why", "Because.", "--set",
                "framework.term.notice=\(notice)")
            try alliance.must("sign", slug, "--yes")
            try alliance.must("sign", slug, "--yes", as: .dora)
            try alliance.must("agree", slug)
        }
        let path = alliance.sandbox.path + "/receipt.zip"
        let made = try #require(
            JSON(try alliance.run(["receipt", "v3", path, "--json"]).output))
        return (alliance, path, try #require(made["fingerprint"].text))
    }

    /// What a stranger with no workspace finds.
    private func verify(
        _ path: String, _ fingerprint: String?, in alliance: Alliance
    ) throws -> Outcome {
        let founding = fingerprint.map { ["--founding", $0] } ?? []
        return try alliance.sandbox.start(
            entente: ["verify", "--receipt", path, "--json"] + founding, as: .mallory
        ).wait()
    }

    @Test("proves it to a stranger who knows the fingerprint, and to nobody else")
    func proving() throws {
        let (alliance, path, fingerprint) = try receipt()
        let outcome = try verify(path, fingerprint, in: alliance)
        let answer = try #require(JSON(outcome.output), "\(outcome)")
        #expect(outcome.code == 0 && answer["verified"].flag == true, "\(outcome)")
        #expect(answer["version"]["version"].number == 3 && answer["page"].text == "same")

        let people = answer["signedBy"]
        #expect(people[0]["name"].text == "Dora Winkler", "\(outcome)")
        #expect(people[0]["party"].text == "Contoso GmbH")
        #expect(answer["title"].text == "Northwind and Contoso sell together")
        let read = try alliance.sandbox.run(
            "entente verify --receipt '\(path)' --founding \(fingerprint.dropFirst(7))",
            as: .mallory)
        for words in [
            "Northwind and Contoso sell together  (alliance)  version 3 verified",
            "agreed on    2027-01-04", "signed by Ada Brennan for Northwind Ltd on 2027-01-04",
            "The fingerprint is the one that you were told.",
        ] {
            #expect(read.output.contains(words), "\(words): \(read)")
        }

        let none = try verify(path, nil, in: alliance)
        #expect(none.code == 2 && JSON(none.errors)?["code"].text == "missing-answer", "\(none)")
        let other = try verify(path, String(fingerprint.reversed()), in: alliance)
        #expect(other.code == 2, "\(other)")
        let wrong = try verify(path, "sha256:" + String(repeating: "0", count: 64), in: alliance)
        #expect(wrong.code == 1 && JSON(wrong.errors)?["code"].text == "other-founding", "\(wrong)")

        try alliance.shell("head -c 3000 '\(path)' > ../cut.zip")
        let cut = try verify(alliance.sandbox.path + "/cut.zip", fingerprint, in: alliance)
        #expect(
            cut.code == 2
                && JSON(cut.errors)?["next"].text?.hasPrefix("Ask for it once more") == true,
            "\(cut)")

        let again = alliance.sandbox.path + "/again.zip"
        try alliance.must("receipt", "in-force", again)
        #expect(
            FileManager.default.contents(atPath: path)
                == FileManager.default.contents(atPath: again))
    }

    @Test("refuses whatever was changed in it", .enabled(if: WebHost.isPossible, "python3"))
    func tampering() throws {
        let (alliance, path, fingerprint) = try receipt()
        func changed(_ step: String) throws -> Outcome {
            let copy = alliance.sandbox.path + "/changed.zip"
            try alliance.shell(
                """
                rm -rf ../unpacked '\(copy)' && mkdir ../unpacked && cd ../unpacked
                cat > ../repack.py <<'END'
                import sys, zipfile
                names = zipfile.ZipFile(sys.argv[1]).namelist()[::-1]
                with zipfile.ZipFile(sys.argv[2], "w") as made:
                    for name in names + sys.argv[3:]:
                        made.writestr(zipfile.ZipInfo(name), open(name, "rb").read())
                END
                /usr/bin/python3 -m zipfile -e '\(path)' .
                \(step)
                """)
            return try verify(copy, fingerprint, in: alliance)
        }
        func pack(_ more: String = "") -> String {
            "/usr/bin/python3 ../repack.py '\(path)' ../changed.zip \(more)"
        }
        // The order is not what it says.
        #expect(try changed(pack()).code == 0)
        for step in [
            "sed -i 's/9 months/3 months/' versions/3/terms/framework.yaml; \(pack())",
            "sed -i 's/Terms: /Terms:  /' versions/2/statements/1-*; \(pack())",
            "cp versions/2/allowed_signers versions/3/allowed_signers; echo x >> "
                + "versions/3/allowed_signers; \(pack())",
            "echo x > versions/3/terms/more.yaml; \(pack("versions/3/terms/more.yaml"))",
            "sed -i 's/\"version\" : 3/\"version\" : 2/' receipt.json; \(pack())",
        ] {
            let outcome = try changed(step)
            #expect(
                outcome.code == 1 && JSON(outcome.errors)?["code"].text == "receipt-refused",
                "\(step): \(outcome)")
        }
        let page = try changed("sed -i 's/9 months/3 months/g' receipt.html; \(pack())")
        #expect(page.code == 0 && JSON(page.output)?["page"].text == "different", "\(page)")
        let twice = try changed("echo evil > receipt.html; \(pack("receipt.html"))")
        #expect(JSON(twice.errors)?["code"].text == "bad-archive", "\(twice)")
    }

    @Test(
        "can be checked without Entente, as the documentation says",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"), "unzip"))
    func documented() throws {
        let (alliance, _, fingerprint) = try receipt()
        let text = try String(
            contentsOfFile: SourceTree.root + "/docs/receipts.md", encoding: .utf8)
        let blocks = text.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count == 6)
        let script = (["set -eu", "cd .."] + blocks).joined(separator: "\n")
        let printed = try alliance.shell("bash <<'STEPS' 2>&1\n\(script)\nSTEPS", as: .mallory)
        #expect(printed.contains(fingerprint.dropFirst(7)), "\(printed)")
        #expect(printed.contains("versions/3/statements/1-dora: dora"), "\(printed)")
        #expect(
            printed.contains("all texts fit\n") && printed.contains("the same terms\n"),
            "\(printed)")
        #expect(
            printed.components(separatedBy: "Good \"git\" signature for dora").count == 2,
            "\(printed)")
        // A text without its signature is none that holds.
        let unsigned = try alliance.shell(
            """
            cd ../receipt && rm versions/2/statements/1-*.sig
            bash <<'STEPS' 2>&1
            \(blocks[2]) || :
            STEPS
            """, as: .mallory)
        #expect(
            unsigned.contains("DOES NOT HOLD") && !unsigned.contains("all signatures hold"),
            "\(unsigned)")
    }
}
