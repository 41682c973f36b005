import Foundation
import TestSupport
import Testing

/// Ada has an RSA key and Dora an ECDSA key, and nobody has another.
@Suite("Keys of other kinds")
struct KeyKindTests {
    private let sandbox: Sandbox
    private let path: String

    init() throws {
        sandbox = try Sandbox()
        path = sandbox.path + "/alliance"
        try sandbox.run("git config --global user.signingKey ~/.ssh/id_rsa", as: .ada)
        try sandbox.run("git config --global user.signingKey ~/.ssh/id_ecdsa", as: .dora)
        _ = try must("entente init '\(path)'", in: "/")
        let key = try String(
            contentsOfFile: sandbox.home(of: .dora) + "/.ssh/id_ecdsa.pub", encoding: .utf8)
        _ = try must(
            """
            entente new alliance --title "Northwind and Contoso" \
                --party northwind="Northwind Ltd" --party contoso="Contoso GmbH" \
                --person ada="Ada Brennan" --person dora="Dora Winkler" \
                --set framework.term.starts=2027-02-01 --set purpose.why="Both lose bids." \
                --set commercials.strategy.mode=growth \
                --set parties.people.dora.keys="\(key.trimmingCharacters(in: .newlines))"
            """)
        _ = try must("entente propose founding --title Founding --why 'To start.'")
        _ = try must("entente sign founding --yes")
        _ = try must("entente sign founding --yes", as: .dora)
    }

    @Test("found a framework, and Git agrees")
    func founding() throws {
        let signed = try must("git rev-parse proposals/alliance/founding").split(separator: "\n")
        _ = try must("entente agree founding")
        #expect(try must("entente verify").contains("in force"))
        let keys = try must("entente keys")
        #expect(keys.contains("ada (northwind)  ssh-rsa  SHA256:"))
        #expect(keys.contains("dora (contoso)  ecdsa-sha2-nistp384  SHA256:"))
        _ = try must("entente keys --allowed-signers > ../signers")
        _ = try must("git config gpg.ssh.allowedSignersFile ../signers")
        let verdicts = try must("git verify-commit \(signed[0]) \(signed[0])^")
        #expect(verdicts.contains("Good \"git\" signature for dora@contoso with ECDSA key"))
        #expect(verdicts.contains("Good \"git\" signature for ada@northwind.example with RSA key"))
        let doctor = try run("entente doctor", as: .dora)
        #expect(doctor.output.contains(", of Dora Winkler"))
    }

    @Test("a short RSA key is refused where it is written and where it is used")
    func shortKey() throws {
        _ = try must("entente agree founding")
        let written = try run(
            "entente set parties.people.ada.keys \"$(cat ~/.ssh/id_short.pub)\"; entente check",
            as: .mallory)
        #expect(written.code == 1)
        #expect(written.output.contains("an RSA key has 3072 to 8192 bits, and this one 2048"))
        let used = try run(
            "entente propose more --title More --why More --set framework.title=More; "
                + "entente sign more --yes --key ~/.ssh/id_short", as: .mallory)
        #expect(used.code == 2)
        #expect(used.output.contains("an RSA key has 3072 to 8192 bits, and this one 2048"))
    }

    private func run(
        _ line: String, as person: Person = .ada, in folder: String? = nil
    ) throws -> Outcome {
        try sandbox.run("(cd '\(folder ?? path)' || exit\n\(line)\n)", as: person)
    }

    private func must(
        _ line: String, as person: Person = .ada, in folder: String? = nil
    ) throws -> String {
        let outcome = try run(line, as: person, in: folder)
        guard outcome.code == 0 else { throw RunFailure("\(line): \(outcome.output)") }
        return outcome.output
    }
}
