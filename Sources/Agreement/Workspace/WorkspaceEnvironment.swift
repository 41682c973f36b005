public import Git
public import Terms

/// All that reaches the library from outside: variables and the clock. Nothing here is read from
/// the process itself, so tests decide all of it.
public struct WorkspaceEnvironment: Sendable {
    /// The environment variables.
    public let variables: [String: String]
    /// The time of the machine, in seconds since 1970 in UTC.
    public let clock: Int64
    /// The zone of the machine, in minutes east of UTC.
    public let offsetMinutes: Int
    /// What tells this program from any other that may judge differently. Only the same one relies
    /// on what was verified before; nil where nothing is to be relied on.
    public let program: String?

    /// Makes an environment.
    public init(
        variables: [String: String], clock: Int64, offsetMinutes: Int, program: String? = nil
    ) {
        self.variables = variables
        self.clock = clock
        self.offsetMinutes = offsetMinutes
        self.program = program
    }

    /// Now, in seconds since 1970: `GIT_COMMITTER_DATE` where it is set, as for Git itself, else
    /// the clock.
    public var now: Int64 { date("GIT_COMMITTER_DATE").seconds }

    /// The day that it is in the zone of the machine, or in UTC where that has gone further: where
    /// a day has begun in either, what happens on it may be recorded.
    public var today: CalendarDate {
        CalendarDate(secondsSince1970: now + Int64(max(0, offsetMinutes)) * 60)
    }

    /// Who Git says that somebody is, at what time, as `AUTHOR` or as `COMMITTER`: by the
    /// environment, else by the configuration; before there is a repository, by the user's.
    ///
    /// - Throws: ``Problem`` where Git does not know.
    public func identity(_ role: String, in repository: Repository?) throws -> Identity {
        func find(_ part: String) throws -> String? {
            let value =
                try variables["GIT_\(role)_\(part.uppercased())"]
                ?? configuration("\(role.lowercased()).\(part)", in: repository)
                ?? configuration("user.\(part)", in: repository)
            return value?.isEmpty == true ? nil : value
        }
        guard let name = try find("name"), let email = try find("email") else {
            throw Problem(
                "no-identity", .unable, "Git does not know your name and e-mail address",
                next: "git config --global user.name \"Your Name\" && "
                    + "git config --global user.email you@company.example")
        }
        let (seconds, offset) = date("GIT_\(role)_DATE")
        return Identity(name: name, email: email, seconds: seconds, offsetMinutes: offset)
    }

    private func configuration(_ key: String, in repository: Repository?) throws -> String? {
        guard let repository else { return try Repository.userConfiguration(key) }
        return try repository.configuration(key)
    }

    /// A moment in Git's own form, `<seconds> <zone>`, `@<seconds> <zone>`, or the clock.
    private func date(_ variable: String) -> (seconds: Int64, offset: Int) {
        guard var text = variables[variable].map({ Substring($0) }) else {
            return (clock, offsetMinutes)
        }
        if text.hasPrefix("@") { text = text.dropFirst() }
        let parts = text.split(separator: " ")
        guard let first = parts.first, let seconds = Int64(first), seconds >= 0 else {
            return (clock, offsetMinutes)
        }
        guard parts.count == 2, let zone = Int(parts[1]), abs(zone) <= 1_400 else {
            return (seconds, 0)
        }
        return (seconds, zone / 100 * 60 + zone % 100)
    }
}
