internal import Agreement
internal import Foundation
internal import Terms

/// The files that show what a record says.
struct RecordEvidence {
    /// Those that are kept beside it.
    let beside: [RecordDraft.Evidence]
    private let items: [String]

    /// Reads the files.
    ///
    /// - Throws: `Problem` where one can't be read or can't be kept under its name.
    init(beside: [String], elsewhere: [String]) throws {
        self.beside = try beside.map { path in
            RecordDraft.Evidence(name: try Self.name(of: path), bytes: try Self.read(path))
        }
        let names = self.beside.map { $0.name.lowercased() }
        guard Set(names).count == names.count else {
            throw Problem(
                "same-name", .unable, "two files of evidence have the same name",
                next: "Rename one of them")
        }
        items =
            self.beside.map { Self.item(name: $0.name, bytes: $0.bytes, kept: "beside") }
            + (try elsewhere.map {
                Self.item(
                    name: try Self.name(of: $0), bytes: try Self.read($0), kept: "elsewhere")
            })
    }

    /// What the record says about them; nil where there are none.
    var written: String? { items.isEmpty ? nil : "[" + items.joined(separator: ", ") + "]" }

    private static func item(name: String, bytes: [UInt8], kept: String) -> String {
        "{sha256: \(Digest(of: bytes).digits), file: \(name), kept: \(kept)}"
    }

    private static func name(of path: String) throws -> String {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let isPlain = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || [0x2D, 0x2E, 0x5F].contains($0)
        }
        guard isPlain, let first = name.first, first.isLetter || first.isNumber,
            name.last != ".", name.utf8.count <= 100
        else {
            throw Problem(
                "bad-name", .unable,
                "`\(TextRules.visible(name))` is no name that every computer can keep", at: path,
                next: "Rename it to letters, digits, `-`, `_` and `.`")
        }
        return name
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(
                "unreadable-file", .unable, "the evidence can't be read", at: path,
                next: "Name a file that is there")
        }
        guard data.count <= Limits.termsSize else {
            throw Problem(
                "too-large", .unable, "the evidence is larger than 32 MiB", at: path,
                next: "Keep it elsewhere: --evidence-elsewhere \(path)")
        }
        return Array(data)
    }
}
