internal import Agreement
internal import Foundation

/// Writes a result to standard output, or to a file in one step.
enum OutputFile {
    /// Writes text, which ends in a line feed either way.
    static func write(_ text: String, to path: String?, console: Console) throws {
        let ending = text.hasSuffix("\n") ? "" : "\n"
        try write(Data((text + ending).utf8), to: path, console: console)
    }

    /// Refuses to write a file that nobody can read to a terminal.
    static func refuseTerminal(_ path: String?, as name: String, console: Console) throws {
        guard path == nil, console.isTerminal else { return }
        throw Problem(
            "no-output", .unable,
            "a \(name.split(separator: ".").last ?? "") file is nothing for a terminal",
            next: "Name a file: --output \(name)")
    }

    /// Writes bytes.
    static func write(_ bytes: Data, to path: String?, console: Console) throws {
        guard let path else {
            Output.write(bytes)
            return
        }
        do {
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Problem(
                "not-written", .unable, "the file could not be written", at: path,
                next: "Name another file, in a folder that you may write to", detail: "\(error)")
        }
        console.note("Written to \(path)")
    }
}
