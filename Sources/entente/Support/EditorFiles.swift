internal import Agreement
internal import Git
internal import Reports
internal import Terms

/// The files in a workspace by which editors know the fields of the terms: the schema of each
/// section, and settings for VS Code. They are made from the program and never committed.
enum EditorFiles {
    /// The folder of the schemas in a workspace.
    private static let folder = ".entente"
    private static let settingsFolder = ".vscode"

    /// The file name of a section's schema.
    static func name(of section: SectionName) -> String { "\(section).json" }

    private static func path(of section: SectionName) -> String {
        "\(folder)/schema/\(name(of: section))"
    }

    /// Writes the schemas, and the settings where there are none; returns what was written anew.
    ///
    /// Settings that are there are somebody's own and stay as they are.
    ///
    /// - Throws: `GitError`; `EncodingError`.
    static func install(in workspace: Workspace) throws -> [String] {
        var files = try SectionName.allCases.map { section in
            (path: path(of: section), text: try JSONSchema.text(of: section) + "\n")
        }
        files.append((path: "\(folder)/.gitignore", text: "*\n"))
        let repository = workspace.repository
        return try repository.withWorkspaceLock { _ in
            let settings = "\(settingsFolder)/settings.json"
            if try repository.workingFile(at: settings) == nil {
                files.append((path: settings, text: try settingsText()))
                let ignored = "\(settingsFolder)/.gitignore"
                if try repository.workingFiles(under: settingsFolder, readingUpTo: 0).isEmpty {
                    files.append((path: ignored, text: ".gitignore\nsettings.json\n"))
                }
            }
            return try files.compactMap { file in
                let bytes = Array(file.text.utf8)
                guard try repository.workingFile(at: file.path)?.bytes != bytes else { return nil }
                try repository.writeWorkingFile(at: file.path, bytes: bytes)
                return file.path
            }
        }
    }

    /// Which schema is for which files.
    private static func settingsText() throws -> String {
        let schemas = SectionName.allCases.map { section in
            ("./" + path(of: section), "\(TermsStore.path(of: "*"))/\(section.file)")
        }
        let mapping = Dictionary(uniqueKeysWithValues: schemas)
        return try JSONText.of(["yaml.schemas": mapping]) + "\n"
    }

    /// The text of a file of the terms, with a first line that names its schema.
    static func withModeline(_ text: String, file: String) -> String {
        guard let section = SectionName(file: file), !text.hasPrefix(modeline) else { return text }
        return "\(modeline) $schema=../../../\(path(of: section))\n\(text)"
    }

    private static let modeline = "# yaml-language-server:"
}
