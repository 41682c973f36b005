internal import Agreement
internal import Foundation
internal import Terms

/// The templates and worked examples that come with the program.
struct TemplateLibrary {
    /// One template or example.
    struct Entry: Encodable {
        /// The name.
        let name: String
        /// `template` or `example`.
        let kind: String
        /// What it is for, in one sentence.
        let summary: String
        /// The folder.
        let folder: String
    }

    private let root: URL

    /// Finds the library: where `ENTENTE_FRAMEWORKS` says, beside the installed program, or above
    /// it in a source tree.
    init(environment: [String: String]) throws {
        if let folder = environment["ENTENTE_FRAMEWORKS"] {
            root = URL(fileURLWithPath: folder)
            return
        }
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        while folder.path != "/" {
            for candidate in ["share/entente/frameworks", "frameworks"] {
                let found = folder.appendingPathComponent(candidate)
                let marker = found.appendingPathComponent("templates").path
                if FileManager.default.fileExists(atPath: marker) {
                    root = found
                    return
                }
            }
            folder.deleteLastPathComponent()
        }
        throw Problem(
            "no-templates", .unable, "the templates were not found beside the program",
            next: "Install them with make install, or set ENTENTE_FRAMEWORKS")
    }

    /// All templates, then all examples, by name.
    func entries() throws -> [Entry] {
        try ["template", "example"].flatMap { kind -> [Entry] in
            let folder = root.appendingPathComponent(kind + "s")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            return names.filter(Identifier.isValid).map { name in
                let place = folder.appendingPathComponent(name)
                return Entry(
                    name: name, kind: kind, summary: summary(of: place), folder: place.path)
            }
        }
    }

    /// The files of a template's or example's terms, by path.
    func terms(of name: String, kind: String) throws -> [(path: String, text: String)] {
        let all = try entries().filter { $0.kind == kind }
        guard let entry = all.first(where: { $0.name == name }) else {
            let nearest = Suggestion.nearest(to: name, in: all.map(\.name))
            throw Problem(
                "no-such-template", .unable,
                "there is no \(kind) `\(TextRules.visible(name))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: "entente templates")
        }
        let terms = URL(fileURLWithPath: entry.folder).appendingPathComponent("terms")
        let manager = FileManager.default
        return try manager.subpathsOfDirectory(atPath: terms.path).sorted().compactMap { path in
            guard path.hasSuffix(".yaml") || path.hasSuffix(".md") else { return nil }
            let data = try Data(contentsOf: terms.appendingPathComponent(path))
            return (path, String(decoding: data, as: UTF8.self))
        }
    }

    /// The first paragraph below the heading of the README.
    private func summary(of folder: URL) -> String {
        let readme = folder.appendingPathComponent("README.md").path
        guard let data = FileManager.default.contents(atPath: readme) else { return "" }
        let lines = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.drop { $0.isEmpty || $0.hasPrefix("#") }.prefix { !$0.isEmpty }
        return text.joined(separator: " ")
    }
}
