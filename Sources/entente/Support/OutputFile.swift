internal import Agreement
internal import Foundation

/// Writes a result to standard output, or to a file in one step.
enum OutputFile {
    static func write(_ text: String, to path: String?, console: Console) throws {
        guard let path else {
            console.print(text)
            return
        }
        do {
            let ending = text.hasSuffix("\n") ? "" : "\n"
            try Data((text + ending).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Problem(
                "not-written", .unable, "the file could not be written", at: path,
                next: "Name another file with --output", detail: "\(error)")
        }
        console.note("Written to \(path)")
    }
}
