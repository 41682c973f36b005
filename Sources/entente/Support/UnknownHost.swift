internal import Agreement
internal import Git
internal import Terms

/// A machine that `ssh` does not know: shown with its fingerprints, and refused unless somebody
/// accepts one.
struct UnknownHost {
    private let place: String
    private let error: GitError
    private let host: SSHHost?

    init(
        _ place: String, _ error: GitError, in workspace: Workspace, settings: RemoteSettings
    ) throws {
        self.place = place
        self.error = error
        host = try SSHHost(of: place, in: workspace.repository, settings: settings)
    }

    /// Makes the one key known that somebody compared, where that is wanted.
    ///
    /// - Throws: ``Problem`` where it is not; the error of the connection where it is no such case.
    func settle(accepting fingerprint: String?, isDryRun: Bool, console: Console) throws {
        guard let host else { throw error }
        guard host.known.isEmpty else {
            // It shows no key of the kind that is known, as somebody in between would.
            var changed = error
            changed.code = .changedHost
            throw changed
        }
        guard let first = host.keys.first else {
            throw Problem(
                "unknown-host", .unable, "\(place) is a machine that is not known here",
                next:
                    "Connect to it once with ssh, and compare its fingerprint with whoever runs it",
                detail: error.description)
        }
        let listed = host.keys.map(\.description)
        var accepted = fingerprint
        var isAnswer = false
        if isDryRun {
            // Nothing is written down, so there is nothing to accept.
            accepted = nil
        } else if accepted == nil, console.isInteractive {
            console.note("\(host.name) is not known here. It shows these keys:")
            for line in listed { console.note("  " + line) }
            accepted = Self.ask(about: first.fingerprint, console)
            isAnswer = true
        }
        guard let accepted else {
            throw Problem(
                "unknown-host", .unable,
                "\(host.name) is not known here; it shows these keys:", items: listed,
                next: "Ask whoever runs it for the fingerprint, then: entente sync \(place) "
                    + "--accept-host FINGERPRINT"
                    + (isDryRun ? " (a dry run makes no host known)" : ""),
                detail: error.description)
        }
        guard Self.isFingerprint(accepted) else {
            throw Problem(
                "bad-fingerprint", .unable,
                "`\(TextRules.visible(accepted))` is not the fingerprint of a host",
                next: "Give it as ssh-keygen -l prints it: SHA256: and 43 characters")
        }
        guard try host.accept(accepted) else {
            throw Problem(
                "other-host", .unable,
                "\(host.name) shows no key with that fingerprint, but these:", items: listed,
                next: "Ask whoever runs it over another channel")
        }
        if isAnswer { console.note("(the same without a question: --accept-host \(accepted))") }
        console.note("\(host.name) is known here from now on, by that key alone.")
    }

    /// Whether a word looks like one; what ssh-keygen prints is one as well.
    private static func isFingerprint(_ word: String) -> Bool {
        word.contains("SHA256:") || word.utf8.count >= 43
    }

    /// The fingerprint that somebody compared; nil for none of them.
    private static func ask(about first: String, _ console: Console) -> String? {
        for _ in 1...3 {
            let answer = console.ask(
                "Which fingerprint did whoever runs it tell you? "
                    + "(yes: the first one; return: none of them)")
            guard let answer, answer.lowercased() != "no" else { return nil }
            if answer.lowercased() == "yes" { return first }
            if isFingerprint(answer) { return answer }
            console.note("Answer with a fingerprint, SHA256:..., with yes, or with return alone.")
        }
        return nil
    }
}
