import Foundation
import TestSupport
import Testing

/// With `--json`, every command prints one document and nothing else: its result on standard
/// output, or an error on standard error. The names of the fields are a promise.
@Suite("--json")
struct JSONTests {
    /// A command that works, and the fields of its document or, in a list, of the first item.
    private struct Example {
        let command: String
        let fields: String
        /// Fields that are there only where there is something to say.
        var optional = ""
        var exit: Int32 = 0
        var person = Person.ada

        init(
            _ command: String, _ fields: String, optional: String = "", exit: Int32 = 0,
            as person: Person = .ada
        ) {
            self.command = command
            self.fields = fields
            self.optional = optional
            self.exit = exit
            self.person = person
        }
    }

    private static let proposal = """
        agreed framework ignored newKeys outdated parties proposal proposer readAgain ready state statements \
        terms tip title version violations voided why
        """
    private static let version = """
        changedFiles commit proposal proposer signatures since terms title version why
        """
    private static let registry = "framework lockOuts parties people retired"
    private static let registryEdit = "changes errors file framework lockOuts"
    private static let comparison = """
        changes comments comparedAsText definedTerms digests formattingOnly framework from \
        movedSentences notes references renumbered summary to
        """

    /// One for each command, in an order in which they work.
    private static let examples = [
        Example("init ../another", "directory editorFiles hooks newHistory newRepository"),
        Example("init .", "directory editorFiles hooks newHistory newRepository"),
        Example(
            "-C ../another new more --party a=A --party b=B --person c=C --person d=D",
            "errors files framework"),
        Example("templates", "folder kind name summary"),
        Example(
            "schema commercials",
            "$id $schema additionalProperties description properties required title type"),
        Example("schema --output ../schemas", "files"),
        Example("schema comparison", "$id $schema properties required title type"),
        Example("schema audit", "$id $schema properties required title type"),
        Example("doctor", "found ok what", optional: "fix"),
        Example(
            "check", "completeness digest errors fairness findings framework state waived warnings"),
        Example(
            "-C ../another check",
            "completeness digest errors fairness findings framework state waived warnings",
            exit: 1),
        Example("show", "agreed clauses digest framework sections signatures state title version"),
        Example("questions", "label path question", optional: "example why"),
        Example("diff", comparison),
        Example(
            "-C ../another set commercials.streams.sales.kind services", "file framework new path"),
        Example("-C ../another set commercials.streams.sales.base net", "file framework new path"),
        Example(
            "-C ../another set commercials.streams.sales.shares '{a: 50%, b: 50%}'",
            "file framework new path"),
        Example(
            "-C ../another settle --amount 'EUR 100'",
            "digest framework lines notes revenue state totals"),
        Example(
            "-C ../another settle --amount 'EUR 100' --compare working working",
            "causes framework moves new old summary"),
        Example(
            "propose notice --title T --why W --set framework.term.notice='6 months'", proposal),
        Example("diff notice", comparison + " proposal"),
        Example("diff notice --stat", "files"),
        Example("diff notice --format patch", "op path value"),
        Example("review notice", comparison + " proposal review"),
        Example("revise notice --set framework.term.notice='9 months'", proposal),
        Example("comment notice --message 'Why nine?'", proposal),
        Example("object notice --reason 'Too long.'", proposal, as: .dora),
        Example("sign notice --yes", proposal),
        Example("sign notice --yes", proposal),
        Example("withdraw notice --reason 'Too early.'", proposal),
        Example("sign notice --yes", proposal),
        Example("sign notice --yes", proposal, as: .dora),
        Example("status", "frameworks otherVersions", optional: "violation"),
        Example("proposals", proposal),
        Example("agree notice", version),
        Example(
            "verify", "frameworks notEstablished otherVersions steps tip unrelated verified",
            optional: "violation"),
        Example("log", version),
        Example(
            "audit",
            "at digest disputes framework money perception promises quadrants records score "
                + "sections state title undivided"),
        Example("people", registry),
        Example("keys", registry),
        Example(
            "set framework.term.starts 2027-03-01", "file framework new old path"),
        Example("people list", registry),
        Example("keys list alliance", registry),
        Example(
            "people add emil --name 'Emil Krause' --party contoso --key ../emil/.ssh/id_ed25519.pub",
            registryEdit),
        Example("keys add emil ../frida/.ssh/id_ed25519.pub", registryEdit),
        Example("keys retire SHA256:jxM5jKHfCkBRDPWeI6kyrF1cL0Qs9Ax8jZpz0gGnLFg", registryEdit),
        Example("keys rotate emil ../ben/.ssh/id_ed25519.pub", registryEdit),
        Example("people remove emil", registryEdit),
        Example("propose start --title T --why W", proposal),
        Example("close start --reason 'Not now.'", proposal),
        Example("proposals --all", proposal),
        Example("hooks install", "hook path state"),
        Example("hooks remove", "hook path state"),
        Example("hook pre-commit", "errors frameworks"),
        Example("hook pre-push", "refused taken"),
        Example("hook post-merge", "inForce verified"),
        Example("hook pre-receive < ../pushed", "refused taken"),
        Example("hook ci", "refused taken"),
    ]

    private func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }

    /// The commands that the reference lists.
    private func commands(_ alliance: Alliance) throws -> [String] {
        let reference = try alliance.run(["reference"]).output.split(separator: "\n")
        return reference.compactMap { line in
            ["## entente ", "### entente "].first(where: line.hasPrefix).map {
                String(line.dropFirst($0.count))
            }
        }
    }

    @Test("a result is one document on standard output, with the fields that are promised")
    func results() throws {
        let alliance = try Alliance.founded()
        try alliance.shell(
            "echo $(printf '%040d' 0) $(git rev-parse main) refs/heads/copy > ../pushed")
        for example in Self.examples {
            let outcome = try alliance.sandbox.run(
                "(cd '\(alliance.path)' && entente \(example.command) --json)",
                as: example.person, joined: false)
            let comment: Comment = "\(example.command): \(outcome)"
            #expect(outcome.code == example.exit, comment)
            #expect(outcome.errors.isEmpty, comment)
            let document = try #require(JSON(outcome.output), comment)
            let fields = document.keys ?? document[0].keys
            let required = words(example.fields)
            let found = Set(try #require(fields, comment))
            let command = "\(example.command)"
            #expect(required.isSubset(of: found), "\(command): \(required.subtracting(found))")
            let unknown = found.subtracting(required).subtracting(words(example.optional))
            #expect(unknown.isEmpty, "\(command): \(unknown)")
        }
        let untried = try commands(alliance).filter { command in
            !Self.examples.contains { " \($0.command) ".contains(" \(command) ") }
        }
        #expect(untried.isEmpty, "each has an example")
    }

    @Test("the same question has the same answer, byte by byte")
    func stable() throws {
        let alliance = try Alliance.founded()
        let questions = [
            "check", "show", "status", "verify", "log", "people", "keys", "diff v1 v1",
        ]
        for question in questions {
            let arguments = question.split(separator: " ").map(String.init) + ["--json"]
            let answers = try [1, 2].map { _ in try alliance.run(arguments).output }
            #expect(answers[0] == answers[1], "\(question)")
            #expect(!answers[0].isEmpty)
        }
    }

    /// Fails unless there is one error, as one document on standard error.
    private func expectError(_ outcome: Outcome, _ command: String, code: String) {
        let comment: Comment = "\(command): \(outcome)"
        #expect(outcome.code == 2, comment)
        #expect(outcome.output.isEmpty, comment)
        let error = JSON(outcome.errors)
        #expect(error?["code"].text == code, comment)
        #expect(error?["message"].text?.isEmpty == false, comment)
        let fields = Set(error?.keys ?? [])
        #expect(fields.isSubset(of: ["code", "message", "next", "where"]), comment)
    }

    @Test("an error is one document on standard error, and nothing is on standard output")
    func errors() throws {
        let alliance = try Alliance.founded()
        let key = alliance.sandbox.home(of: .ada) + "/.ssh/id_ed25519.pub"
        let arguments: [String: [String]] = [
            "agree": ["x"], "close": ["x", "--reason", "R"], "comment": ["x", "--message", "M"],
            "new": ["x"], "object": ["x", "--reason", "R"],
            "propose": ["x", "--title", "T", "--why", "W"], "revise": ["x"],
            "set": ["framework.binding", "false"], "sign": ["x", "--yes"],
            "withdraw": ["x", "--reason", "R"],
            "keys add": ["x", key], "keys rotate": ["x", key], "keys retire": ["x"],
            "people add": ["x", "--name", "N", "--party", "p"], "people remove": ["x"],
        ]
        // These work without a workspace.
        let others = ["init", "templates", "doctor", "schema"]
        for command in try commands(alliance) where !others.contains(command) {
            let all =
                command.split(separator: " ").map(String.init) + [
                    "-C", alliance.sandbox.path + "/nowhere", "--json",
                ]
            let outcome = try alliance.sandbox.start(
                entente: all + (arguments[command] ?? []), as: .ada
            ).wait()
            expectError(outcome, command, code: "not-a-workspace")
        }
    }

    @Test("so is a mistake on the command line")
    func usage() throws {
        let alliance = try Alliance.founded()
        let lines = [
            "sign --json", "agree notice --force --json", "fly --json", "diff a b c --json",
            "keys --allowed-signers --json",
        ]
        for line in lines {
            let outcome = try alliance.run(line.split(separator: " ").map(String.init))
            expectError(outcome, line, code: "usage")
        }
        let typo = try alliance.run(["stauts", "--json"])
        expectError(typo, "stauts", code: "usage")
        #expect(typo.errors.contains("did you mean `status`?"), "\(typo)")
    }

    @Test("an answer that is no is a document, too")
    func refusals() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        let missing = try alliance.run(["agree", "notice", "--json"])
        #expect(missing.code == 1 && missing.output.isEmpty)
        #expect(JSON(missing.errors)?["code"].text == "sign-offs-missing")

        try alliance.shell(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q --no-verify -a -m Sneaky"
        )
        let broken = try alliance.run(["verify", "--json"])
        #expect(broken.code == 1 && broken.errors.isEmpty)
        let verdict = JSON(broken.output)
        #expect(verdict?["verified"].flag == false)
        #expect(verdict?["violation"]["violations"][0]["rule"].text?.isEmpty == false)
    }

    @Test(
        "what prints something else can be read by programs, too",
        arguments: ["sign notice --print", "revise notice --load"])
    func somethingElse(_ line: String) throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        let outcome = try alliance.run(line.split(separator: " ").map(String.init) + ["--json"])
        #expect((JSON(outcome.output) ?? JSON(outcome.errors)) != nil, "\(outcome)")
    }
}
