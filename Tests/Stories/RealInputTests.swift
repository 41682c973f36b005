import Foundation
import TestSupport
import Testing

/// Two published versions of an agreement that lawyers wrote, as the clause of a framework.
enum RealAgreement {
    static let versions: (old: Data, new: Data)? = {
        guard let folder = SourceTree.sharedData,
            let old = FileManager.default.contents(
                atPath: folder + "/partnership-agreement/1.0.md"),
            let new = FileManager.default.contents(
                atPath: folder + "/partnership-agreement/1.1.md")
        else { return nil }
        return (old, new)
    }()
}

@Suite(
    "A published agreement as a clause",
    .enabled(
        if: RealAgreement.versions != nil,
        """
        needs partnership-agreement/1.0.md and 1.1.md in ENTENTE_SHARED, or in a folder \
        `shared/data` beside the project
        """))
struct RealInputTests {
    let alliance: Alliance

    init() throws {
        let versions = try #require(RealAgreement.versions)
        alliance = try .founded(clauses: ["partnership-agreement.md": versions.old])
        try versions.new.write(
            to: URL(fileURLWithPath: alliance.terms + "/clauses/partnership-agreement.md"))
        try alliance.must("propose", "update", "--title", "Version 1.1", "--why", "Mended.")
    }

    @Test("exactly two sentences change, for programs and for people")
    func changes() throws {
        let outcome = try alliance.run(["diff", "update", "--json"])
        let json = try #require(JSON(outcome.output))
        #expect(outcome.code == 0)
        #expect(json["summary"].text == "2 sentences in 1 clause. Nothing else changed.")
        #expect(json["changes"].list.map(\.["path"].text) == ["clauses/partnership-agreement"])
        for other in ["comments", "formattingOnly", "comparedAsText", "notes"] {
            #expect(json[other].list.isEmpty, "\(json[other])")
        }
        let paragraphs = json["changes"][0]["redline"].list
        #expect(paragraphs.map(\.["place"].text) == ["6.5", "11.3"])
        let sentences = paragraphs.map(\.["sentences"].list)
        #expect(sentences.map { $0.map(\.["kind"].text) } == [["changed"], ["changed"]])
        let words = sentences.joined().map { sentence in
            sentence["runs"].list.filter { $0["kind"].text != "same" }
                .map { "\($0["kind"].text ?? "?"): \($0["text"].text ?? "?")" }
        }
        #expect(
            words == [
                ["deleted: not", "inserted: of"],
                ["deleted: Disclosing Party", "inserted: Discloser"],
            ])

        let text = try alliance.run(["diff", "update"]).output
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let flat = lines.joined(separator: " ")
        #expect(lines.contains("2 sentences in 1 clause. Nothing else changed."))
        #expect(lines.filter { $0.contains(" · ") } == ["clauses/partnership-agreement · changed"])
        #expect(flat.contains("Section 9 (Limitation [-not-] {+of+} Liability)"))
        #expect(
            flat.contains("Recipient provides the [-Disclosing Party-] {+Discloser+} reasonable"))
        #expect(flat.components(separatedBy: "[-").count == 3)
        #expect(flat.components(separatedBy: "{+").count == 3)
    }

    @Test("it is agreed, and other programs find the same")
    func agreed() throws {
        try alliance.must("sign", "update", "--yes")
        try alliance.must("sign", "update", "--yes", as: .dora)
        try alliance.must("agree", "update", as: .dora)
        let verdict = try alliance.run(["verify", "--json"])
        let versions = try #require(JSON(verdict.output))["frameworks"][0]["versions"]
        #expect(verdict.code == 0)
        #expect(versions.list.map(\.["version"].number) == [1, 2])
        #expect(
            versions[1]["changedFiles"].texts == ["clauses/partnership-agreement.md"])

        // The pipeline of the description of the files.
        let digest = try alliance.shell(
            """
            cd frameworks/alliance/terms
            find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum
            """)
        #expect(versions[1]["terms"].text == "sha256:" + digest.prefix(64))
        try alliance.shell("git fsck --strict --no-dangling")
        let signed = try alliance.shell(
            """
            entente keys --allowed-signers > ../signers
            for commit in $(git rev-list --grep '^Entente-Sign-Off: 1$' main); do
                git -c gpg.ssh.allowedSignersFile=../signers verify-commit "$commit" || exit
            done 2>&1
            """)
        let lines = signed.split(separator: "\n")
        #expect(lines.count == 4, "two people signed two versions")
        #expect(lines.allSatisfy { $0.hasPrefix("Good \"git\" signature for ") }, "\(signed)")
    }
}
