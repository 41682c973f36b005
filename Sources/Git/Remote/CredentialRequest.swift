internal import CGit2
internal import Synchronization

/// Asks `git credential` for what a web server wants to know, and tells it whether that was right.
///
/// Nothing is stored here: where secrets are kept is what people have told Git. A right answer holds
/// as long as the program runs, so that nobody is asked again to send where something was received.
struct CredentialRequest {
    /// Why no answer could be had.
    private(set) var failure: GitError?
    private var question = ""
    private var description: String?

    /// Gives libgit2 a name and a secret.
    mutating func answer(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>?, url: String,
        user: String?, allowed: UInt32, settings: RemoteSettings
    ) -> Int32 {
        guard allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0 else {
            return GIT_PASSTHROUGH.rawValue
        }
        do {
            // A second question means that the first answer was wrong.
            if description != nil {
                try settle(false, settings: settings)
                throw GitError(
                    operation: "reach \(url)", code: .authentication,
                    message: "the name or the secret is wrong")
            }
            question = Self.question(url, user: user)
            let known = settings.logins[question]
            let filled: (code: Int32, output: String, errors: String) =
                try known.map { (0, $0, "") }
                ?? Program.run(
                    ["git", "credential", "fill"], input: question,
                    variables: settings.programVariables)
            let values = Dictionary(
                filled.output.split(separator: "\n").compactMap { line in
                    line.firstIndex(of: "=").map {
                        (String(line[..<$0]), String(line[line.index(after: $0)...]))
                    }
                }, uniquingKeysWith: { $1 })
            guard filled.code == 0, let name = values["username"], let secret = values["password"]
            else {
                throw GitError(
                    operation: "reach \(url)", code: .authentication,
                    message: "it asks who you are, and git credential has no answer")
            }
            description = filled.output
            return try call("reach \(url)") {
                git_credential_userpass_plaintext_new(out, name, secret)
            }
        } catch let error as GitError {
            failure = error
        } catch {
            failure = GitError(operation: "reach \(url)", code: .generic, message: "\(error)")
        }
        return GIT_EAUTH.rawValue
    }

    /// Tells `git credential` whether the answer was right, where one was given.
    mutating func settle(_ wasRight: Bool, settings: RemoteSettings) throws {
        guard let description else { return }
        settings.logins[question] = wasRight ? description : nil
        _ = try Program.run(
            ["git", "credential", wasRight ? "approve" : "reject"], input: description,
            variables: settings.programVariables)
    }

    /// `protocol=`, `host=`, `path=`, as `git credential` takes it.
    private static func question(_ url: String, user: String?) -> String {
        guard let separator = url.firstRange(of: "://") else { return "url=\(url)\n\n" }
        let rest = url[separator.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<slash]
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
        var lines = [
            "protocol=\(url[..<separator.lowerBound])", "host=\(host ?? authority)",
            "path=\(rest[slash...].dropFirst())",
        ]
        if let user { lines.append("username=\(user)") }
        return lines.joined(separator: "\n") + "\n\n"
    }
}

/// What `git credential` answered, and was right, by what it was asked.
final class Logins: Sendable {
    private let known = Mutex<[String: String]>([:])

    subscript(question: String) -> String? {
        get { known.withLock { $0[question] } }
        set { known.withLock { $0[question] = newValue } }
    }
}
