import Foundation
import TestSupport
import Testing

/// Everything that people and machines get wrong: each is refused with the right exit code, a word
/// for programs and a sentence for people, and nothing changes.
@Suite("Bad input")
struct BadInputTests {
    /// Something wrong, and how it is refused.
    struct Case {
        let name: String
        /// What Ada does first, in the workspace.
        var before = "true"
        /// Where it goes wrong, as seen from the workspace.
        var place = "."
        let command: String
        let exit: Int32
        let code: String
        let message: String
    }

    /// A workspace with proposals in several states.
    private func prepared() throws -> Alliance {
        let alliance = try Alliance.founded()
        func propose(_ name: String, _ value: String) throws {
            try alliance.must("propose", name, "--title", name, "--why", "Why.", "--set", value)
        }
        try propose("waiting", "framework.term.notice=6 months")
        try alliance.must("sign", "waiting", "--yes")
        for name in ["stale", "withdrawn", "start"] {
            try propose(name, "framework.term.starts=2027-03-01")
            try alliance.must("sign", name, "--yes")
            try alliance.must("sign", name, "--yes", as: .dora)
        }
        try alliance.must("revise", "stale", "--set", "framework.term.starts=2027-04-01")
        try alliance.must("withdraw", "withdrawn", "--reason", "Our board wants to see it.")
        return alliance
    }

    @Test(
        "Help calls a command by its full name", arguments: ["sync", "keys add", "hooks install"])
    func help(command: String) throws {
        let sandbox = try Sandbox()
        let shown = try sandbox.run("entente \(command) --help", as: .ada)
        #expect(shown.code == 0 && shown.output.contains("USAGE: entente \(command) "), "\(shown)")
        let asked = try sandbox.run("entente help \(command)", as: .ada)
        #expect(asked.output.contains("USAGE: entente \(command) "), "\(asked)")
    }

    @Test("What ends at once doesn't trip over what still starts")
    func endsWhileStarting() throws {
        let sandbox = try Alliance.founded().sandbox
        for _ in 0..<20 {
            let outcome = try sandbox.run(
                "entente nosuch; echo $?; entente sync --no; echo $?", as: .ada, joined: false)
            #expect(outcome.output == "2\n2\n")
        }
    }

    @Test(
        "Where the result can't be written, that is said, and what was done is done",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "/dev/full"))
    func noOutput() throws {
        let alliance = try Alliance.founded()
        let command =
            "propose start --title Start --why Because --set framework.term.starts=2027-03-01"
        for line in [
            "entente \(command) > /dev/full", "entente reference > /dev/full", "entente status >&-",
        ] {
            let outcome = try alliance.sandbox.run(
                "cd '\(alliance.path)' && \(line)", as: .ada, joined: false)
            #expect(outcome.code == 2, "\(outcome)")
            #expect(outcome.errors.contains("the result can't be written"), "\(outcome)")
        }
        #expect(try alliance.run(["proposals"]).output.contains("start"))
    }

    private func expectRefused(_ cases: [Case], in prepared: Alliance) throws {
        for (index, item) in cases.enumerated() {
            let alliance = try prepared.copy("case-\(index)")
            try alliance.shell(item.before)
            let place = Alliance(sandbox: alliance.sandbox, path: alliance.path + "/" + item.place)
            let state = try place.state()
            let outcome = try alliance.sandbox.run(
                "(cd '\(place.path)' && \(item.command) --json)", as: .ada, joined: false)
            let comment: Comment = "\(item.name): \(outcome)"
            #expect(outcome.code == item.exit, comment)
            #expect(outcome.output.isEmpty, comment)
            let error = JSON(outcome.errors)
            #expect(error?["code"].text == item.code, comment)
            #expect(error?["message"].text?.contains(item.message) == true, comment)
            #expect(error?["next"].text?.isEmpty == false, comment)
            let changes = Alliance.changes(from: state, to: try place.state())
            #expect(changes.isEmpty, "\(item.name)")
            try alliance.delete()
        }
    }

    @Test("where there is no workspace that can be used")
    func workspaces() throws {
        try expectRefused(
            [
                Case(
                    name: "no workspace", before: "mkdir -p ../nothing", place: "../nothing",
                    command: "entente status", exit: 2, code: "not-a-workspace",
                    message: "there is no workspace here"),
                Case(
                    name: "no directory", command: "entente -C nowhere status", exit: 2,
                    code: "not-a-workspace", message: "there is no directory nowhere"),
                Case(
                    name: "a repository that is no workspace", before: "git init -q ../plain",
                    place: "../plain", command: "entente log", exit: 2, code: "not-a-workspace",
                    message: "not a workspace yet"),
                Case(
                    name: "set in a bare repository", before: "git clone -q --bare . ../bare-1",
                    place: "../bare-1", command: "entente set framework.binding false", exit: 2,
                    code: "bare-repository", message: "has no working files"),
                Case(
                    name: "propose files in a bare repository",
                    before: "git clone -q --bare . ../bare-2", place: "../bare-2",
                    command: "entente propose more --title More --why More", exit: 2,
                    code: "bare-repository", message: "has no working files"),
                Case(
                    name: "revise from files in a bare repository",
                    before: "entente propose waiting --title W --why W "
                        + "--set framework.binding=false > ../output; "
                        + "git clone -q --bare . ../bare-3",
                    place: "../bare-3", command: "entente revise waiting", exit: 2,
                    code: "bare-repository",
                    message: "has no working files"),
                Case(
                    name: "a party without a name",
                    command: "entente new more --party a= --party b=B", exit: 2,
                    code: "bad-name", message: "`a=` does not name anybody"),
                Case(
                    name: "new in a bare repository", before: "git clone -q --bare . ../bare-4",
                    place: "../bare-4",
                    command: "entente new more --party a=A --party b=B --person c=C --person d=D",
                    exit: 2, code: "bare-repository", message: "has no working files"),
                Case(
                    name: "SHA-256",
                    before: "git init -q --object-format=sha256 ../modern", place: "../modern",
                    command: "entente status", exit: 2, code: "unsupported-repository",
                    message: "SHA-256"),
                Case(
                    name: "init in a SHA-256 repository",
                    before: "git init -q --object-format=sha256 ../modern-2",
                    place: "../modern-2", command: "entente init", exit: 2,
                    code: "unsupported-repository", message: "SHA-256"),
                Case(
                    name: "shallow", before: "git clone -q --depth 1 file://$PWD ../shallow",
                    place: "../shallow", command: "entente verify", exit: 2, code: "shallow",
                    message: "only the end of the history"),
            ], in: try .founded())
    }

    @Test(
        "where the workspace is somebody else's",
        .enabled(if: geteuid() == 0, "needs root, to give files to another user"))
    func foreignOwner() throws {
        let prepared = try Alliance.founded()
        try expectRefused(
            [
                Case(
                    name: "a foreign workspace", before: "chown -R 65534 .",
                    command: "entente status", exit: 2, code: "foreign-owner",
                    message: "belongs to another user")
            ], in: prepared)
        // The next step that is named has to work.
        try prepared.shell("chown -R 65534 .")
        let error = JSON(try prepared.run(["status", "--json"]).errors)
        try prepared.shell(try #require(error?["next"].text))
        let outcome = try prepared.run(["status"])
        #expect(outcome.code == 0, "\(outcome)")
    }

    @Test("where nobody can sign")
    func keys() throws {
        let prepared = try Alliance.founded()
        try prepared.must(
            "propose", "start", "--title", "Start", "--why", "Why.", "--set",
            "framework.term.starts=2027-03-01")
        try prepared.shell(
            """
            cp ~/.ssh/id_ed25519 ~/.ssh/id_ed25519.pub ..
            ssh-keygen -q -p -P '' -N 'open sesame' -f ../id_ed25519
            printf '#!/bin/sh\\necho open says me\\n' > ../wrong; chmod +x ../wrong
            printf '#!/bin/sh\\necho open sesame\\n' > ../right; chmod +x ../right
            """)
        let sign = "entente sign start --yes"
        func asking(_ program: String) -> String {
            "SSH_ASKPASS=$PWD/../\(program) SSH_ASKPASS_REQUIRE=force DISPLAY=:0 "
                + "\(sign) --key ../id_ed25519"
        }
        try expectRefused(
            [
                Case(
                    name: "no signing key",
                    before: "git config user.signingKey ''",
                    command: "GIT_CONFIG_GLOBAL=~/.gitconfig HOME=/nowhere \(sign)", exit: 2,
                    code: "no-key", message: "no signing key was found"),
                Case(
                    name: "no key file", command: "\(sign) --key ../nothing", exit: 2,
                    code: "no-key", message: "there is no key file ../nothing"),
                Case(
                    name: "unregistered key", command: "\(sign) --key ~/.ssh/id_new", exit: 1,
                    code: "unregistered-key", message: "belongs to nobody in alliance"),
                Case(
                    name: "wrong passphrase", command: asking("wrong"), exit: 2,
                    code: "wrong-passphrase", message: "the passphrase of the key is wrong"),
                Case(
                    name: "no identity to sign with",
                    command: "HOME=$HOME/nobody \(sign) --key \(prepared.sandbox.home(of: .ada))"
                        + "/.ssh/id_ed25519",
                    exit: 2, code: "no-identity", message: "does not know your name"),
                Case(
                    name: "no identity to propose with",
                    command: "HOME=$HOME/nobody entente propose more --title More --why More "
                        + "--set framework.binding=false",
                    exit: 2, code: "no-identity", message: "does not know your name"),
                Case(
                    name: "no identity to agree with",
                    command: "HOME=$HOME/nobody entente agree start", exit: 2,
                    code: "no-identity", message: "does not know your name"),
                Case(
                    name: "nobody to confirm", command: "entente sign start", exit: 2,
                    code: "not-confirmed", message: "Sign this as Ada Brennan"),
            ], in: prepared)
        let outcome = try prepared.sandbox.run(
            "(cd '\(prepared.path)' && \(asking("right")))", as: .ada)
        #expect(outcome.code == 0, "the right passphrase: \(outcome)")
    }

    @Test("where a proposal can't be made, signed or agreed")
    func proposals() throws {
        let agreed = "entente agree start"
        try expectRefused(
            [
                Case(
                    name: "it exists already",
                    command: "entente propose waiting --title More --why More "
                        + "--set framework.binding=false",
                    exit: 1, code: "proposal-exists", message: "proposal `waiting` already"),
                Case(
                    name: "a title of two lines",
                    command: "entente propose more --title \"$(printf 'More\\nand more')\" "
                        + "--why More --set framework.binding=false",
                    exit: 2, code: "bad-text", message: "the title has more than one line"),
                Case(
                    name: "nothing changes", command: "entente propose more --title M --why M",
                    exit: 1, code: "nothing-to-propose", message: "are those in force"),
                Case(
                    name: "sign-offs are missing", command: "entente agree waiting", exit: 1,
                    code: "sign-offs-missing", message: "waits for Contoso GmbH (1 of dora)"),
                Case(
                    name: "sign-offs are for an earlier text", command: "entente agree stale",
                    exit: 1, code: "sign-offs-missing",
                    message: "(no longer counted: Ada Brennan, Dora Winkler)"),
                Case(
                    name: "a sign-off is withdrawn", command: "entente agree withdrawn", exit: 1,
                    code: "sign-offs-missing", message: "waits for Northwind Ltd (1 of ada)"),
                Case(
                    name: "agree what is agreed", before: agreed, command: "entente agree start",
                    exit: 1, code: "already-agreed", message: "it is version 2 of alliance"),
                Case(
                    name: "sign what is agreed", before: agreed,
                    command: "entente sign start --yes", exit: 1, code: "already-agreed",
                    message: "it is version 2 of alliance"),
                Case(
                    name: "agree after others were agreed",
                    before: "entente sign withdrawn --yes; \(agreed)",
                    command: "entente agree withdrawn", exit: 1, code: "outdated",
                    message: "no longer in force"),
                Case(
                    name: "sign after others were agreed", before: agreed,
                    command: "entente sign waiting --yes", exit: 1, code: "outdated",
                    message: "no longer in force"),
                Case(
                    name: "main went back", before: "\(agreed); git reset -q --hard HEAD~1",
                    command: "entente agree waiting", exit: 3, code: "rolled-back",
                    message: "version 2 of alliance, which was verified here on"),
                Case(
                    name: "main was forked",
                    before: "\(agreed); git reset -q --hard HEAD~1; "
                        + "git commit -q --allow-empty -m Other",
                    command: "entente verify", exit: 3, code: "rolled-back",
                    message: "version 2 of alliance, which was verified here on"),
                Case(
                    name: "main holds an unsigned change",
                    before: "\(agreed); echo >> frameworks/alliance/terms/purpose.yaml; "
                        + "git commit -q --no-verify -a -m Sneaky",
                    command: "entente agree waiting", exit: 1, code: "does-not-verify",
                    message: "the shared history breaks a rule"),
            ], in: try prepared())
    }

    @Test("where a short word could be the beginning of a revision and is none")
    func shortWords() throws {
        let prepared = try prepared()
        try expectRefused(
            ["diff abc", "show --at abc", "review 12", "check --at f"].map {
                Case(
                    name: $0, command: "entente \($0)", exit: 2, code: "no-such-state",
                    message: "is neither a version, a proposal nor a revision")
            }, in: prepared)
    }

    @Test("where somebody else moved main, without a lock, agreeing goes on from there")
    func mainMoved() throws {
        let alliance = try prepared()
        try alliance.shell("echo Minutes > minutes.txt; git add .; git commit -q -m Minutes")
        try alliance.must("agree", "start")
        try alliance.must("verify")
        #expect(try alliance.shell("git status --porcelain; cat minutes.txt") == "Minutes\n")
    }
}
