internal import Git

/// What became of the drivers by which `git diff` and `git merge` know terms.
public struct InstalledDriver: Sendable {
    /// What is true of it now.
    public let state: InstalledHook.State
    /// The configuration.
    public let path: String
}

extension Workspace {
    /// What is true of the drivers by which `git diff` and `git merge` know terms.
    ///
    /// - Throws: `GitError`.
    public func diffDriver() throws -> InstalledDriver {
        driver(try hasForeignDriver ? .foreign : isDriverComplete ? .present : .absent)
    }

    /// Tells this repository's Git how terms are compared and merged. A driver of the same name that is
    /// somebody else's is left alone.
    ///
    /// - Throws: `GitError`.
    public func installDiffDriver() throws -> InstalledDriver {
        guard try !hasForeignDriver else { return driver(.foreign) }
        let before = try isDriverComplete
        if !before {
            try change("config") { DiffDriver.added(to: $0) }
            try change("info/attributes") { DiffDriver.added(toAttributes: $0) }
        }
        return driver(before ? .present : .installed)
    }

    /// Takes away what ``installDiffDriver()`` wrote, and nothing else.
    ///
    /// - Throws: `GitError`.
    public func removeDiffDriver() throws -> InstalledDriver {
        guard try !hasForeignDriver else { return driver(.kept) }
        let wasThere = try driverValues.contains { $0 != nil }
        try change("info/attributes") { DiffDriver.removed(fromAttributes: $0) }
        try change("config") { DiffDriver.removed(from: $0) }
        return driver(wasThere ? .removed : .absent)
    }

    private func driver(_ state: InstalledHook.State) -> InstalledDriver {
        InstalledDriver(state: state, path: repository.gitDirectory + "/config")
    }

    private var driverValues: [String?] {
        get throws {
            try DiffDriver.settings.map {
                try repository.ownConfiguration("\($0.section).entente.\($0.key)")
            }
        }
    }

    private var hasForeignDriver: Bool {
        get throws { try driverValues.contains { $0.map(DiffDriver.isOurs) == false } }
    }

    private var isDriverComplete: Bool {
        get throws {
            let path = repository.gitDirectory + "/info/attributes"
            let bytes = try repository.hookFile(at: path) ?? []
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            return try driverValues == DiffDriver.settings.map(\.value)
                && DiffDriver.attributes.allSatisfy { lines.contains($0[...]) }
        }
    }

    private func change(_ file: String, _ change: (String) -> String) throws {
        try repository.changeOwnFile(file) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
            return Array(change(text).utf8)
        }
    }
}
