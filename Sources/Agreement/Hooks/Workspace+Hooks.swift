internal import Git

/// A hook in a repository, and what became of it.
public struct InstalledHook: Sendable {
    /// What is true of it now.
    public enum State: String, Sendable {
        /// It was put there.
        case installed
        /// It was there.
        case present
        /// Another hook of that name runs it.
        case called
        /// Another hook of that name is there, which was left alone, and does not run it.
        case foreign
        /// Another hook of that name is there, and goes on without ours.
        case kept
        /// It was taken away.
        case removed
        /// It is not there.
        case absent
    }

    /// The hook.
    public let script: HookScript
    /// What became of it.
    public let state: State
    /// The file.
    public let path: String
}

extension Workspace {
    /// What is true of hooks where Git looks for them.
    ///
    /// - Throws: as ``installHooks(_:)`` does.
    public func hooks(_ scripts: [HookScript]) throws -> [InstalledHook] {
        let folder = try hooksFolder()
        return try scripts.map { script in
            let path = "\(folder)/\(script.rawValue)"
            return InstalledHook(script: script, state: try state(of: script, at: path), path: path)
        }
    }

    /// Puts hooks where Git looks for them. One that is there is never changed: it can run ours
    /// as well, with ``HookScript/line``.
    ///
    /// - Throws: ``Problem`` where the folder for hooks also serves other repositories; `GitError`.
    public func installHooks(_ scripts: [HookScript]) throws -> [InstalledHook] {
        let folder = try hooksFolder()
        return try scripts.map { script in
            let path = "\(folder)/\(script.rawValue)"
            let bytes = Array(script.text.utf8)
            let state = try state(of: script, at: path)
            switch state {
            case .absent:
                do {
                    try repository.makeHookFile(at: path, bytes: bytes)
                } catch let error as GitError where error.code == .exists {
                    // Somebody was faster; what they made counts.
                    return InstalledHook(
                        script: script, state: try self.state(of: script, at: path), path: path)
                }
                return InstalledHook(script: script, state: .installed, path: path)
            case .present where try repository.hookFile(at: path) != bytes:
                try repository.replaceHookFile(at: path, bytes: bytes)
                return InstalledHook(script: script, state: .installed, path: path)
            default:
                return InstalledHook(script: script, state: state, path: path)
            }
        }
    }

    /// Takes away the hooks that ``installHooks(_:)`` made, and no others.
    ///
    /// - Throws: as ``installHooks(_:)`` does.
    public func removeHooks(_ scripts: [HookScript]) throws -> [InstalledHook] {
        let folder = try hooksFolder()
        return try scripts.map { script in
            let path = "\(folder)/\(script.rawValue)"
            let state = try state(of: script, at: path)
            guard state == .present else {
                return InstalledHook(
                    script: script, state: state == .foreign ? .kept : state, path: path)
            }
            try repository.deleteHookFile(at: path)
            return InstalledHook(script: script, state: .removed, path: path)
        }
    }

    private func state(of script: HookScript, at path: String) throws -> InstalledHook.State {
        guard let bytes = try repository.hookFile(at: path) else { return .absent }
        let text = String(decoding: bytes, as: UTF8.self)
        if script.isOurs(text) { return .present }
        return script.isCalled(by: text) ? .called : .foreign
    }

    private func hooksFolder() throws -> String {
        let folder = try repository.hooksDirectory(home: environment.variables["HOME"])
        guard repository.isOwn(directory: folder) else {
            throw Problem(
                "shared-hooks", .unable,
                "Git's core.hooksPath names a folder of hooks that also serves other repositories",
                at: folder,
                next: "Give this one its own: git config core.hooksPath "
                    + "\(repository.gitDirectory)/hooks")
        }
        return folder
    }
}
