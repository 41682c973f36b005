import Foundation
import TestSupport
import Testing

/// Ada has told Git nothing about her key, and a proposal waits on her.
@Suite("Whose key is found where none is named")
struct KeyFindingTests {
    private let partners: Partners
    private let ada: Alliance

    init() throws {
        partners = try Partners.founded([.ada])
        ada = partners.copy(of: .ada)
        try partners.must(
            .ada, "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        try ada.shell("git config --global --unset user.signingKey")
    }

    @Test("a key of any name in ~/.ssh that the registry knows signs")
    func anyName() throws {
        try ada.shell(
            "cd ~/.ssh && mv id_ed25519 work_key && mv id_ed25519.pub work_key.pub "
                + "&& echo none > broken.pub")
        #expect(try ada.run(["status"]).output.contains("Ada Brennan for Northwind Ltd"))
        let signed = try ada.run(["sign", "notice", "--yes"])
        #expect(signed.output.contains("Signed by Ada Brennan"), "\(signed)")
    }

    @Test("the only key there is goes into a new framework, and one of several does not")
    func founding() throws {
        let several = try ada.run(["new", "first", "--template", "working-document"])
        #expect(!several.errors.contains("filled in:"), "\(several)")
        try ada.shell("find ~/.ssh -type f ! -name 'id_ed25519*' -delete")
        try ada.shell("entente -q init ../empty")
        let found = try ada.run(["-C", "../empty", "doctor"])
        #expect(found.output.contains(", which entente new fills in"), "\(found)")
        let one = try ada.run(["new", "second", "--template", "working-document"])
        #expect(one.errors.contains("Your key is filled in: SHA256:"), "\(one)")
        let key = try ada.shell("cut -d' ' -f2 ~/.ssh/id_ed25519.pub").dropLast()
        #expect(try ada.shell("cat frameworks/second/terms/parties.yaml").contains(key))
    }

    @Test("a public half alone is named as what is missing")
    func half() throws {
        try ada.shell("rm ~/.ssh/id_ed25519")
        let refused = try ada.run(["sign", "notice", "--yes"])
        #expect(refused.code == 2)
        #expect(
            refused.errors.contains("the registry knows this one, but its private key"),
            "\(refused)")
        #expect(refused.errors.contains(".ssh/id_ed25519.pub"), "\(refused)")
    }

    @Test("where there is none, nobody claims that nothing waits")
    func nobody() throws {
        let synced = try ada.run(["sync"])
        #expect(synced.output.contains("Waits on you     notice (entente sign notice)"))
        try ada.shell("rm -r ~/.ssh")
        let status = try ada.run(["status"])
        #expect(status.errors.contains("Who you are is not known"), "\(status)")
        #expect(status.errors.contains("--key FILE"), "\(status)")
        let lost = try ada.run(["sync"])
        #expect(lost.output.contains("Waits on you     not known"), "\(lost)")
        #expect(lost.output.contains("--key FILE"), "\(lost)")
    }

    @Test("a key of nobody is said to be one")
    func strange() throws {
        for command in ["status", "sync"] {
            let said = try ada.run([command, "--key", "~/.ssh/id_new"])
            #expect(
                (said.output + said.errors).split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ").contains("is in no registry here"), "\(said)")
        }
    }

    @Test("status asks the agent once")
    func once() throws {
        try ada.shell(
            """
            rm -r ~/.ssh && mkdir ~/bin
            printf '#!/bin/sh\\necho asked >> ~/asked; exit 1\\n' > ~/bin/ssh-add
            chmod +x ~/bin/ssh-add
            """)
        let home = partners.sandbox.home(of: .ada)
        let path = partners.sandbox.environment(of: .ada)["PATH"] ?? ""
        _ = try ada.run(
            ["status"], with: ["SSH_AUTH_SOCK": "/nowhere", "PATH": "\(home)/bin:\(path)"])
        #expect(try ada.shell("cat ~/asked") == "asked\n")
    }
}
