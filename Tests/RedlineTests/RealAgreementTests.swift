import Glibc
import Redline
import Terms
import Testing

/// Two published versions of one agreement, which are not part of this package: the folder
/// `ENTENTE_SHARED`, or the folder `shared` beside the package.
private enum RealAgreement {
    static let versions: (old: String, new: String)? = {
        var folders: [String] = []
        if let folder = getenv("ENTENTE_SHARED") { folders.append(String(cString: folder)) }
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            folders.append("/" + parts.joined(separator: "/") + "/shared")
            parts = parts.dropLast()
        }
        for folder in folders {
            if let old = read(folder + "/data/partnership-agreement/1.0.md"),
                let new = read(folder + "/data/partnership-agreement/1.1.md")
            {
                return (old, new)
            }
        }
        return nil
    }()

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite(
    "A published partnership agreement",
    .enabled(
        if: RealAgreement.versions != nil,
        "needs data/partnership-agreement in ENTENTE_SHARED or in a folder `shared` nearby"))
struct RealAgreementTests {
    let old = RealAgreement.versions?.old ?? ""
    let new = RealAgreement.versions?.new ?? ""

    static func compare(_ old: String, _ new: String) -> Comparison {
        Redline.Comparison(
            from: terms(["clauses/partnership-agreement.md": old]),
            to: terms(["clauses/partnership-agreement.md": new]))
    }

    /// The changed runs of each changed sentence.
    static func edits(_ comparison: Comparison) -> [[SentenceRedline.Run]] {
        comparison.changes.flatMap(\.sentences).map { sentence in
            guard case .changed(let runs) = sentence else { return [] }
            return runs.filter { if case .same = $0 { false } else { true } }
        }
    }

    @Test("differs in two sentences, each in one place, both ways")
    func versions() {
        let forth = Self.compare(old, new)
        #expect(forth.changes.map(\.brief) == ["clauses/partnership-agreement changed"])
        #expect(
            Self.edits(forth) == [
                [.deleted("not"), .inserted("of")],
                [.deleted("Disclosing Party"), .inserted("Discloser")],
            ])
        #expect(forth.summary == "2 sentences in 1 clause. Nothing else changed.")
        #expect(forth.notes.isEmpty)
        let back = Self.compare(new, old)
        #expect(
            Self.edits(back) == [
                [.deleted("of"), .inserted("not")],
                [.deleted("Discloser"), .inserted("Disclosing Party")],
            ])
        guard case .prose(let redline)? = forth.changes.first?.detail else { return }
        let changed = redline.paragraphs.filter { !$0.changedSentences.isEmpty }
        #expect(changed.map(\.place) == ["6.5", "11.3"])
    }

    @Test("re-wrapped and indented in another way is formatting only", arguments: [40, 72, 100])
    func wrapped(width: Int) {
        var lines: [String] = []
        for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
            var current = String(line.prefix { $0 == " " }.dropLast(1))
            for word in line.split(separator: " ") {
                if current.utf8.count > width {
                    lines.append(current)
                    current = "      "
                }
                current += (current.last == " " || current.isEmpty ? "" : " ") + word
            }
            lines.append(current)
        }
        let comparison = Self.compare(old, lines.joined(separator: "\n"))
        #expect(comparison.changes.isEmpty, "\(comparison.changes.flatMap(\.sentences))")
        #expect(comparison.formattingOnly == ["clauses/partnership-agreement.md"])
    }
}
