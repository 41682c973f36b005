/// What talking to another machine needs from outside.
public struct RemoteSettings {
    /// How far something has come that takes its time.
    public struct Progress: Hashable, Sendable {
        /// What is happening.
        public enum Step: Hashable, Sendable {
            /// Objects come.
            case receiving
            /// Objects go.
            case sending
        }
        /// What is happening.
        public let step: Step
        /// How many objects are done.
        public let done: Int
        /// How many there are.
        public let total: Int
    }

    /// The environment variables, which the programs get that are run.
    public var variables: [String: String]
    /// The file of the one key that `ssh` is to log in with; nil for those that it finds by itself.
    public var keyFile: String?
    /// Whether somebody is there whom `ssh` and `git credential` can ask.
    public var isInteractive: Bool
    /// Is told how far it has come, many times.
    public var progress: ((Progress) -> Void)?
    /// Is told what the other side says to people, line by line or in parts.
    public var message: ((String) -> Void)?
    /// The names and secrets that were right, as long as the program runs.
    let logins = Logins()

    /// Settings from their parts.
    public init(
        variables: [String: String], keyFile: String? = nil, isInteractive: Bool = false,
        progress: ((Progress) -> Void)? = nil, message: ((String) -> Void)? = nil
    ) {
        self.variables = variables
        self.keyFile = keyFile
        self.isInteractive = isInteractive
        self.progress = progress
        self.message = message
    }

    /// The variables for programs that work on another repository: none that names this one, and
    /// nothing that asks where nobody is there to answer.
    var programVariables: [String: String] {
        let own = [
            "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX",
            "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_PROTOCOL",
        ]
        var variables = variables.filter { !own.contains($0.key) }
        variables["LC_ALL"] = "C.UTF-8"
        if !isInteractive { variables["GIT_TERMINAL_PROMPT"] = "0" }
        return variables
    }
}
