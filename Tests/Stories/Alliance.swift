import Foundation
import TestSupport
import Testing

/// A workspace in which the framework `alliance` of Northwind (Ada) and Contoso (Dora) is in force.
/// Everybody works in the same folder, each with a home and a key of their own.
struct Alliance {
    /// Who works in it, and with what.
    let sandbox: Sandbox
    /// The folder of the workspace.
    let path: String

    /// Founds it, with more clauses by their file names.
    static func founded(clauses: [String: Data] = [:]) throws -> Alliance {
        guard clauses.isEmpty else { return try foundation(clauses: clauses) }
        let sandbox = try Sandbox()
        let alliance = Alliance(sandbox: sandbox, path: sandbox.path + "/alliance")
        try archive.get().write(to: URL(fileURLWithPath: sandbox.path + "/tmp/archive"))
        try succeed(try sandbox.run("tar -xf ../tmp/archive -C ..", as: .ada))
        return alliance
    }

    /// The workspace that most tests begin with; it is made once.
    private static let archive = Result<Data, any Error> {
        let alliance = try foundation(clauses: [:])
        try succeed(
            try alliance.sandbox.run("tar -cf ../tmp/archive -C .. alliance", as: .ada))
        return try Data(contentsOf: URL(fileURLWithPath: alliance.sandbox.path + "/tmp/archive"))
    }

    private static func foundation(clauses: [String: Data]) throws -> Alliance {
        let sandbox = try Sandbox()
        let alliance = Alliance(sandbox: sandbox, path: sandbox.path + "/alliance")
        try succeed(try sandbox.start(entente: ["init", alliance.path], as: .ada).wait())
        let key = try String(
            contentsOfFile: sandbox.home(of: .dora) + "/.ssh/id_ed25519.pub", encoding: .utf8)
        try alliance.must(
            "new", "alliance", "--title", "Northwind and Contoso sell together",
            "--party", "northwind=Northwind Ltd", "--party", "contoso=Contoso GmbH",
            "--person", "ada=Ada Brennan", "--person", "dora=Dora Winkler",
            "--set", "framework.uid=5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914",
            "--set", "framework.term.starts=2027-02-01", "--set", "purpose.why=Both lose bids.",
            "--set", "commercials.strategy.mode=growth",
            "--set", "parties.people.dora.keys=\(key.trimmingCharacters(in: .newlines))")
        for (name, bytes) in clauses {
            try bytes.write(to: URL(fileURLWithPath: "\(alliance.terms)/clauses/\(name)"))
        }
        try alliance.must("propose", "founding", "--title", "Founding", "--why", "To start.")
        try alliance.must("sign", "founding", "--yes")
        try alliance.must("sign", "founding", "--yes", as: .dora)
        try alliance.must("agree", "founding")
        return alliance
    }

    /// The folder of the terms.
    var terms: String { path + "/frameworks/alliance/terms" }

    /// A copy to try something in, under another name.
    func copy(_ name: String) throws -> Alliance {
        let copy = Alliance(sandbox: sandbox, path: "\(sandbox.path)/\(name)")
        try FileManager.default.copyItem(atPath: path, toPath: copy.path)
        return copy
    }

    /// Deletes a copy.
    func delete() throws { try FileManager.default.removeItem(atPath: path) }

    /// Starts a command in the workspace.
    func start(
        _ arguments: [String], as person: Person = .ada, with variables: [String: String] = [:]
    ) throws -> Running {
        try sandbox.start(entente: ["-C", path] + arguments, as: person, with: variables)
    }

    /// Runs a command in the workspace, with output and errors apart.
    func run(
        _ arguments: [String], as person: Person = .ada, with variables: [String: String] = [:]
    ) throws -> Outcome {
        try start(arguments, as: person, with: variables).wait()
    }

    /// Runs a command that is only a step on the way to what is tested.
    func must(_ arguments: String..., as person: Person = .ada) throws {
        try Self.succeed(try run(arguments, as: person))
    }

    /// Runs a line of shell in the workspace, and returns what it prints.
    @discardableResult
    func shell(_ line: String, as person: Person = .ada) throws -> String {
        let outcome = try sandbox.run("(cd '\(path)' || exit\n\(line)\n)", as: person)
        try Self.succeed(outcome)
        return outcome.output
    }

    /// What a terminal shows on which somebody types some lines into a command, and the exit code.
    func typed(_ lines: [String], into command: String) throws -> String {
        try Data(lines.map { $0 + "\n" }.joined().utf8)
            .write(to: URL(fileURLWithPath: sandbox.path + "/lines"))
        return try shell("typing ../lines \(command); echo exit $?")
    }

    /// Everything that a command may change and another one may see: references, what they hold,
    /// Git's index, and the working files.
    func state() throws -> String {
        try shell(
            """
            export GIT_OPTIONAL_LOCKS=0 GIT_CONFIG_COUNT=1
            export GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
            git rev-parse 2> /dev/null || { find . | LC_ALL=C sort; exit; }
            git for-each-ref --format='%(refname) %(objectname)'
            git rev-parse --symbolic-full-name HEAD
            git rev-list --objects --all | LC_ALL=C sort | sha256sum
            test "$(git rev-parse --is-bare-repository)" = true && exit
            git ls-files --stage
            git status --porcelain
            find . -path ./.git -prune -o -printf '%y %m %P %l\\n' | LC_ALL=C sort
            find . -path ./.git -prune -o -type f -print | LC_ALL=C sort | xargs -d '\\n' sha256sum
            """)
    }

    /// Locks of Git's and temporary files that lie about.
    func leftovers() throws -> String {
        try shell("find . -name '*.lock' ! -path ./.git/entente.lock; find . -name '*.tmp'")
    }

    /// What is in one state and not in the other, for messages.
    static func changes(from old: String, to new: String) -> [String] {
        let change = new.split(separator: "\n").difference(from: old.split(separator: "\n"))
        return change.map { step in
            switch step {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
        }
    }

    private static func succeed(_ outcome: Outcome) throws {
        guard outcome.code != 0 else { return }
        throw RunFailure("exit \(outcome.code): \(outcome.output)\(outcome.errors)")
    }
}
