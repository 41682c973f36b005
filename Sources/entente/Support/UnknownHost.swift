internal import Agreement
internal import Git

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

    /// Makes the machine known where that is wanted.
    ///
    /// - Throws: ``Problem`` where it is not; the error of the connection where it is no such case.
    func settle(accepting fingerprint: String?, console: Console) throws {
        guard let host else { throw error }
        guard let first = host.fingerprints.first else {
            throw Problem(
                "unknown-host", .unable, "\(place) is a machine that is not known here",
                next:
                    "Connect to it once with ssh, and compare its fingerprint with whoever runs it",
                detail: error.description)
        }
        let listed = host.fingerprints.joined(separator: ", ")
        if let fingerprint {
            guard try host.accept(fingerprint) else {
                throw Problem(
                    "other-host", .unable,
                    "\(host.name) has no key with that fingerprint; it has \(listed)",
                    next: "Ask whoever runs it over another channel")
            }
            return
        }
        if console.isInteractive {
            console.note("\(host.name) is not known here. Its keys: \(listed)")
            if console.confirm("Is one of them what whoever runs it told you?") {
                for fingerprint in host.fingerprints { _ = try host.accept(fingerprint) }
                console.note("(the same without a question: --accept-host \(first))")
                return
            }
        }
        throw Problem(
            "unknown-host", .unable,
            "\(host.name) is not known here; its keys are \(listed)",
            next: "Compare with whoever runs it, then: entente sync --accept-host \(first)",
            detail: error.description)
    }
}
