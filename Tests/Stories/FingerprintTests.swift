import Foundation
import TestSupport
import Testing

/// What `verify` says about fingerprints.
@Suite("Fingerprints")
struct FingerprintTests {
    @Test("verify says that the fingerprint is the one that it was told")
    func told() throws {
        let alliance = try Alliance.founded()
        let digest = try #require(
            JSON(try alliance.run(["verify", "--json"]).output)?["frameworks"][0]["fingerprint"]
                .text)
        for word in [digest, String(digest.dropFirst(7)), " " + digest.uppercased()] {
            let said = try alliance.run(["verify", "--founding", word])
            #expect(
                said.code == 0
                    && said.output.contains("The fingerprint is the one that you were told."),
                "\(said)")
        }
        let short = try alliance.run(["verify", "--founding", String(digest.dropLast())])
        #expect(short.code == 2 && short.errors.contains("64 hexadecimal digits"), "\(short)")
    }

    @Test("where there are many frameworks, one note is about all of them")
    func many() throws {
        let alliance = try Alliance.founded()
        let key = try alliance.shell("cat ~/.ssh/id_ed25519.pub", as: .dora)
            .trimmingCharacters(in: .newlines)
        let names = (1...10).map { "more-\($0)" }
        for name in names {
            try alliance.must(
                "new", name, "--title", name, "--party", "northwind=Northwind Ltd", "--party",
                "contoso=Contoso GmbH", "--person", "ada=Ada Brennan", "--person",
                "dora=Dora Winkler", "--set", "framework.term.starts=2027-02-01", "--set",
                "purpose.why=Both lose bids.", "--set", "commercials.strategy.mode=growth",
                "--set", "parties.people.dora.keys=\(key)")
            try alliance.must(
                "propose", "start-\(name)", "--framework", name, "--title", "S", "--why", "W.")
            try alliance.must("sign", "start-\(name)", "--yes")
            try alliance.must("sign", "start-\(name)", "--yes", as: .dora)
            try alliance.must("agree", "start-\(name)")
        }
        try alliance.shell("git clone -q . ../copy")
        let copy = Alliance(sandbox: alliance.sandbox, path: alliance.sandbox.path + "/copy")
        let said = try copy.run(["verify"])
        #expect(said.code == 0, "\(said)")
        #expect(
            said.errors.components(separatedBy: "not known here before").count == 2, "\(said)")
        #expect(said.errors.contains("11 of these fingerprints"), "\(said)")
        // The fingerprint says which of them is meant.
        let third = try #require(
            JSON(try copy.run(["verify", "more-3", "--json"]).output)?["frameworks"][0][
                "fingerprint"
            ].text)
        let meant = try copy.run(["verify", "--founding", third])
        #expect(meant.code == 0 && meant.output.hasPrefix("more-3  verified"), "\(meant)")
    }
}
