internal import Glibc

/// A machine that `ssh` doesn't know yet: which key it shows, and how it becomes known.
public struct SSHHost {
    /// The machine as `ssh` resolves it.
    public let name: String
    /// The keys that it shows, Ed25519 first. Nothing proves yet that it holds any of them: only
    /// the one that somebody compared may become known.
    public let keys: [Key]

    /// A key that a machine shows.
    public struct Key: Sendable, CustomStringConvertible {
        /// Its fingerprint, as `ssh-keygen -l` prints it: `SHA256:...`.
        public let fingerprint: String
        /// Its kind, such as `ED25519`.
        public let kind: String
        /// The file that has it, where it is known.
        public let file: String?
        fileprivate let line: String

        /// The fingerprint with its kind, as people compare it.
        public var description: String { "\(fingerprint) (\(kind))" }
    }

    /// The keys of it that are known already, to the user or to all on this machine, with which it
    /// showed none that `ssh` takes.
    public let known: [Key]

    private let knownHosts: String

    /// Asks the machine for its keys; nil where it is none that `ssh` reaches.
    ///
    /// - Parameters:
    ///   - place: An address, or the name of a remote of the configuration.
    ///   - repository: The one here.
    ///   - settings: What comes from outside.
    /// - Throws: ``GitError`` where the programs of OpenSSH can't be run.
    public init?(
        of place: String, in repository: Repository, settings: RemoteSettings
    ) throws {
        guard
            let place = try Place(place, in: repository, settings: settings)
        else { return nil }
        let variables = settings.programVariables
        name = place.name
        knownHosts = place.knownHosts[0]
        known = try (place.knownHosts + place.knownToAll).flatMap { [name] file in
            try Self.keys(of: name, knownIn: file, variables: variables)
        }
        let scanned = try Program.run(
            ["ssh-keyscan", "-T", "10", "-p", place.port, "--", place.host], variables: variables)
        var keys: [Key] = []
        for line in scanned.output.split(separator: "\n") where !line.hasPrefix("#") {
            let printed = try Program.run(
                ["ssh-keygen", "-l", "-f", "-"], input: "\(line)\n", variables: variables)
            let words = printed.output.split(whereSeparator: \.isWhitespace)
            guard printed.code == 0, words.count > 2, let kind = words.last else { continue }
            keys.append(
                Key(
                    fingerprint: String(words[1]),
                    kind: String(kind.drop { $0 == "(" }.prefix { $0 != ")" }), file: nil,
                    line: String(line)))
        }
        self.keys = keys.sorted {
            ($0.kind == "ED25519" ? 0 : 1, $0.line) < ($1.kind == "ED25519" ? 0 : 1, $1.line)
        }
    }

    private static func keys(
        of name: String, knownIn file: String, variables: [String: String]
    ) throws -> [Key] {
        let found = try Program.run(
            ["ssh-keygen", "-l", "-F", name, "-f", file], variables: variables)
        var isItsOwn = false
        return found.output.split(separator: "\n").compactMap { line in
            if line.hasPrefix("#") {
                // An authority's key is none of the machine's.
                isItsOwn = !line.hasSuffix(" CA")
                return nil
            }
            // The name, the kind and the fingerprint.
            let words = line.split(separator: " ")
            guard isItsOwn, words.count > 2 else { return nil }
            return Key(
                fingerprint: String(words[2]), kind: String(words[1]), file: file, line: "")
        }
    }

    /// Where a machine is, as `ssh` resolves its address.
    private struct Place {
        let host: String
        let port: String
        /// The files of known hosts: the user's, of which there is one at least, and the machine's.
        let knownHosts: [String]
        let knownToAll: [String]

        var name: String { port == "22" ? host : "[\(host)]:\(port)" }

        init?(_ place: String, in repository: Repository, settings: RemoteSettings) throws {
            let address = RemoteAddress(
                try repository.configuration("remote.\(place).url") ?? place)
            guard case .ssh = address else { return nil }
            let ssh = SSHCommand(
                settings, configured: try repository.configuration("core.sshCommand"))
            let resolved = try Program.run(
                ssh.arguments(to: address, options: [], flags: ["-G"], running: ""),
                variables: settings.programVariables)
            func value(_ key: String) -> String? {
                resolved.output.split(separator: "\n").first { $0.hasPrefix(key + " ") }
                    .map { String($0.dropFirst(key.utf8.count + 1)) }
            }
            let home = settings.programVariables["HOME"] ?? ""
            func files(_ key: String) -> [String] {
                (value(key) ?? "").split(separator: " ").map {
                    $0.hasPrefix("~/") ? home + $0.dropFirst() : String($0)
                }
            }
            let users = files("userknownhostsfile")
            guard let host = value("hostname"), let port = value("port"), !users.isEmpty else {
                return nil
            }
            (self.host, self.port, knownHosts) = (host, port, users)
            knownToAll = files("globalknownhostsfile")
        }
    }

    /// Makes the key with this fingerprint known, as `ssh` itself does; false where the machine
    /// shows no such key. It may lack its `SHA256:`, or stand in a line of `ssh-keygen -l`.
    ///
    /// - Throws: ``GitError`` where the file of known hosts can't be written.
    public func accept(_ fingerprint: String) throws -> Bool {
        let words = fingerprint.split(whereSeparator: \.isWhitespace)
        let word = words.first { $0.hasPrefix("SHA256:") } ?? words.first.map { "SHA256:" + $0 }
        guard let line = keys.first(where: { $0.fingerprint[...] == word })?.line else {
            return false
        }
        let operation = "write \(knownHosts)"
        if let slash = knownHosts.lastIndex(of: "/") { mkdir(String(knownHosts[..<slash]), 0o700) }
        let file = try Descriptor(
            open(knownHosts, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600), operation)
        var last: UInt8 = 0x0A
        let size = lseek(file.number, 0, SEEK_END)
        if size > 0 { _ = pread(file.number, &last, 1, size - 1) }
        try file.writeAll(Array("\(last == 0x0A ? "" : "\n")\(line)\n".utf8), operation)
        return true
    }
}
