internal import Agreement
internal import Foundation
internal import Git
internal import Terms

/// What connects a workspace with other copies and with Git.
extension Doctor {
    /// The remotes, each with its address, and whether `sync` can use it; nothing goes over a network.
    func placePoints(on workspace: Workspace) throws -> [Point] {
        let repository = workspace.repository
        let names = try repository.remoteNames()
        guard !names.isEmpty else {
            return [
                Point(
                    fix: "git remote add origin <address>, or mail what entente bundle writes",
                    found: "none yet", ok: true, what: "remotes")
            ]
        }
        return try names.map { name in
            let url = try repository.configuration("remote.\(name).url") ?? ""
            let (problem, isUsable) = judge(
                url, within: repository.workingDirectory ?? repository.gitDirectory)
            return Point(
                fix: isUsable ? nil : "git remote set-url \(name) <address>",
                found: TextRules.visible(Self.withoutSecret(url))
                    + (problem.map { "; \($0)" } ?? ""), ok: isUsable,
                what: "remote \(TextRules.visible(name))")
        }
    }

    /// An address without the password that some write into it.
    private static func withoutSecret(_ url: String) -> String {
        url.replacing(/:\/\/([^:@\/]*):[^@\/]*@/) { "://\($0.output.1)@" }
    }

    private func judge(_ url: String, within folder: String) -> (String?, isUsable: Bool) {
        switch RemoteAddress(url) {
        case .folder(let path):
            let place = URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder + "/"))
            return FileManager.default.fileExists(atPath: place.path)
                ? (nil, true) : ("nothing is there now", false)
        case .ssh, .web:
            return ("entente sync --dry-run tries it", true)
        case .unsupported:
            return ("entente sync goes to https://, ssh://, file:// or a path", false)
        }
    }

    /// Which hooks and drivers are there. Only who uses Git itself needs them, so none has to be.
    func hookPoint(on workspace: Workspace) async -> Point {
        let isHost = workspace.repository.isBare
        var missing: [String] = []
        let point = await attempt(isHost ? "hook of a host" : "hooks") {
            missing = try workspace.hooks(isHost ? HookScript.ofServers : HookScript.ofClients)
                .filter { ![.present, .called].contains($0.state) }.map(\.script.rawValue)
            if !isHost, try workspace.diffDriver().state != .present {
                missing.append("the drivers of git diff and git merge")
            }
            return missing.isEmpty
                ? "installed" : "not installed: \(missing.joined(separator: ", "))"
        }
        guard !missing.isEmpty, point.ok else { return point }
        return Point(
            fix: "entente hooks install" + (isHost ? " --server" : ""), found: point.found,
            ok: true,
            what: point.what)
    }
}
