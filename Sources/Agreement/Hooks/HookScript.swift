/// A hook that Git can have, and what it runs.
public enum HookScript: String, CaseIterable, Sendable {
    /// Before a commit: checks what is staged.
    case preCommit = "pre-commit"
    /// Before a push: verifies what is published.
    case prePush = "pre-push"
    /// After a merge: verifies what came.
    case postMerge = "post-merge"
    /// On a host, before a push is taken: judges it.
    case preReceive = "pre-receive"

    /// The hooks of a computer on which people work.
    public static let ofClients: [HookScript] = [.preCommit, .prePush, .postMerge]
    /// The hooks of a host.
    public static let ofServers: [HookScript] = [.preReceive]

    /// The line to put into a hook that is there already.
    public var line: String {
        switch self {
        case .preCommit: "entente hook pre-commit || exit"
        case .prePush: "entente hook pre-push \"$@\" || exit"
        case .postMerge: "entente hook post-merge \"$@\""
        case .preReceive: "entente hook pre-receive || exit"
        }
    }

    /// The whole file.
    public var text: String {
        switch self {
        case .preReceive:
            """
            #!/bin/sh
            # Takes a push only if it keeps the rules of what is agreed. Put it into the folder hooks of a
            # repository, or let `entente hooks install --server` do it.
            command -v entente > /dev/null 2>&1 || {
                echo "entente: the host does not find the program entente, so nothing is taken" >&2
                exit 2
            }
            exec entente hook pre-receive

            """
        case .preCommit, .prePush, .postMerge:
            """
            #!/bin/sh
            # Made by `entente hooks install`; `entente hooks remove` takes it away.
            command -v entente > /dev/null 2>&1 || {
                echo "entente: the program entente is not found, so nothing was checked" >&2
                exit \(self == .postMerge ? 0 : 2)
            }
            exec entente hook \(rawValue) "$@"

            """
        }
    }

    /// Whether a file was made by this program, in this or another version of it.
    func isOurs(_ text: String) -> Bool {
        let lines = text.split(separator: "\n")
        return lines.first == "#!/bin/sh"
            && lines.last?.hasPrefix("exec entente hook \(rawValue)") ?? false
            && text.utf8.count < 1_024
    }

    /// Whether a file of somebody else's runs what this hook would run.
    func isCalled(by text: String) -> Bool {
        text.split(separator: "\n").contains { line in
            let words = line.split { $0 == " " || $0 == "\t" }
            return words.first?.hasPrefix("#") == false
                && line.contains("entente hook \(rawValue)")
        }
    }
}
