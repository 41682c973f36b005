internal import Foundation

/// A folder of its own for one test: a home for each person, one clock, and nothing of the machine
/// that the tests run on. It is deleted with the value.
///
/// ```swift
/// let sandbox = try Sandbox()
/// try sandbox.run("entente init alliance", as: .ada)
/// ```
public final class Sandbox {
    /// The folder, without symbolic links.
    public let path: String
    /// The time in seconds since 1970 that the next command has: 2027-01-04, 9 o'clock in UTC, and
    /// a minute more for each command.
    public private(set) var clock: Int64 = 1_799_053_200

    private let entente: String

    /// Makes the folder, and a home with key and Git configuration for everybody.
    ///
    /// - Throws: ``RunFailure`` where there is no program to test; errors of the file system.
    public init() throws {
        guard let entente = SourceTree.entente else {
            throw RunFailure(
                "entente is not built beside the tests; name it in ENTENTE_BINARY")
        }
        self.entente = entente
        // The same length everywhere, since paths take part in the wrapping of lines.
        var template = Array("/tmp/entente-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw RunFailure("no folder could be made in /tmp")
        }
        let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        path = URL(fileURLWithPath: made).resolvingSymlinksInPath().path
        for folder in ["tmp", ".run"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(folder)", withIntermediateDirectories: false)
        }
        for person in Person.all { try makeHome(of: person) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The home of a person.
    public func home(of person: Person) -> String { "\(path)/\(person.id)" }

    /// Where a person's programs start, until a `cd`.
    public func directory(of person: Person) -> String {
        let kept = FileManager.default.contents(atPath: place(of: person)) ?? Data()
        let directory = String(decoding: kept, as: UTF8.self).trimmingCharacters(in: .newlines)
        return directory.isEmpty ? home(of: person) : directory
    }

    /// The environment of a person's programs, at the clock's time. Nothing else is in it.
    public func environment(of person: Person) -> [String: String] {
        let bin = URL(fileURLWithPath: entente).deletingLastPathComponent().path
        return [
            "COLUMNS": "80",
            "ENTENTE_FRAMEWORKS": SourceTree.root + "/frameworks",
            "GIT_AUTHOR_DATE": "@\(clock) +0000",
            "GIT_COMMITTER_DATE": "@\(clock) +0000",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "HOME": home(of: person),
            "LC_ALL": "C.UTF-8",
            "PATH": "\(bin):\(SourceTree.root)/Tests/TestSupport/Tools:/usr/bin:/bin",
            "TERM": "dumb",
            "TMPDIR": path + "/tmp",
            "TZ": "UTC",
        ]
    }

    /// Runs a line of shell as a person, where their last line left off, and lets a minute pass.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - person: Who types it.
    ///   - joined: Whether output and errors go to one place, as on a terminal.
    ///   - variables: More variables, or others.
    /// - Returns: What came of it.
    /// - Throws: ``RunFailure``.
    @discardableResult
    public func run(
        _ line: String, as person: Person, joined: Bool = true,
        with variables: [String: String] = [:]
    ) throws -> Outcome {
        try start(line, as: person, joined: joined, with: variables).wait()
    }

    /// As ``run(_:as:joined:with:)``, without waiting.
    ///
    /// - Throws: ``RunFailure``.
    public func start(
        _ line: String, as person: Person, joined: Bool = true,
        with variables: [String: String] = [:]
    ) throws -> Running {
        let script = "trap 'pwd > \(place(of: person))' EXIT; \(line)"
        let environment = environment(of: person).merging(variables) { $1 }
        clock += 60
        return try Running(
            ["/bin/sh", "-c", script], in: directory(of: person), environment: environment,
            scratch: path + "/.run", joined: joined)
    }

    /// Runs `entente` itself, without a shell, and lets a minute pass. It can be killed at once.
    /// The variables come on top of those that a person has.
    ///
    /// - Throws: ``RunFailure``.
    public func start(
        entente arguments: [String], as person: Person, with variables: [String: String] = [:]
    ) throws -> Running {
        let environment = environment(of: person).merging(variables) { $1 }
        clock += 60
        return try Running(
            [entente] + arguments, in: directory(of: person), environment: environment,
            scratch: path + "/.run", joined: false)
    }

    /// Replaces what is different on every machine by what a reader expects.
    public func withoutMachinePaths(_ text: String) -> String {
        var text = text
        for person in Person.all {
            text = text.replacingOccurrences(of: home(of: person), with: "~\(person.id)")
        }
        return text.replacingOccurrences(of: path, with: "")
            .replacingOccurrences(of: SourceTree.root, with: "/entente")
    }

    private func place(of person: Person) -> String { "\(path)/.run/\(person.id).pwd" }

    private func makeHome(of person: Person) throws {
        let manager = FileManager.default
        let home = home(of: person)
        try manager.createDirectory(atPath: home + "/.ssh", withIntermediateDirectories: true)
        let keys = SourceTree.root + "/Tests/TestSupport/Keys"
        for key in try manager.contentsOfDirectory(atPath: keys)
        where key.split(whereSeparator: { "-.".contains($0) }).first == person.id[...] {
            // `ada` becomes `id_ed25519`, and another key of hers, `ada-new`, `id_new`.
            let rest = key.dropFirst(person.id.count)
            let name = rest.hasPrefix("-") ? "id_\(rest.dropFirst())" : "id_ed25519\(rest)"
            let made = manager.createFile(
                atPath: "\(home)/.ssh/\(name)",
                contents: manager.contents(atPath: "\(keys)/\(key)"),
                attributes: [.posixPermissions: 0o600])
            guard made else { throw RunFailure("the key \(key) could not be copied") }
        }
        let configuration = """
            [user]
            \tname = \(person.name)
            \temail = \(person.email)
            \tsigningKey = ~/.ssh/id_ed25519
            [gpg]
            \tformat = ssh
            [init]
            \tdefaultBranch = main
            [advice]
            \tdetachedHead = false

            """
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: home + "/.gitconfig"))
    }
}
