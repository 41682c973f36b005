import Foundation
import Terms
import Testing

/// Random damage to a framework without an error: whatever happens to it, `check` ends, points into
/// the files, says each cause once, and loses nothing in silence.
///
/// `ENTENTE_MUTATIONS` says how many.
struct CheckMutationTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["ENTENTE_MUTATIONS"].flatMap(Int.init) ?? 400
    private static let parts = 4

    private static let original = CompleteSample.files.sorted { $0.key < $1.key }
        .map { TermsEntry(path: $0.key, bytes: bytes($0.value)) }

    /// The framework that is damaged has nothing to be found.
    @Test func beginsWithoutAFinding() {
        let found = TermsCheck(TermsDocument(TermsFiles(Self.original))).findings
        #expect(found.filter { !$0.isWaived }.map { "\($0.placed) \($0.message)" }.isEmpty)
        #expect(found.map(\.rule) == ["share-above-80"])
    }

    /// What stands behind a key, for another key.
    private static let values = [
        "", "~", "[]", "{}", "[a, b]", "{a: b}", "joint", "ada", "adda", "northwind", "contoso",
        "oversight", "EUR 5", "USD -1,000", "EUR 99999999999999", "0%", "150%", "33.33%", "-1", "0",
        "1", "99", "9223372036854775807", "2027-13-01", "0001-01-01", "9999-12-31", "1 month",
        "100000 years", "0 days", "none", "mutual", "one-way", "true", "no", "subscription",
        "split",
        "recoup", "working-document", "court", "mediation", "clauses/nothing.md", "\"\\u202E\"",
    ]

    /// A line with another value, key or id.
    private static func turn(_ line: String, _ random: inout SeededGenerator) -> String {
        guard let colon = line.firstIndex(of: ":") else { return line + line }
        let key = String(line[..<colon])
        switch random.below(4) {
        case 0:
            return key + ": " + values[random.below(values.count)]
        case 1:
            var letters = Array(key)
            letters.swapAt(random.below(letters.count), random.below(letters.count))
            return String(letters) + line[colon...]
        case 2:
            return key + "x" + line[colon...]
        default:
            return line + "\n" + key + ": " + values[random.below(values.count)]
        }
    }

    private static func mutate(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        guard random.below(2) == 0 else { return MutationTests.mutate(original, &random) }
        var lines = String(decoding: original, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...random.below(2) {
            let line = random.below(lines.count)
            if random.below(6) == 0 {
                lines.swapAt(line, random.below(lines.count))
            } else {
                lines[line] = turn(lines[line], &random)
            }
        }
        return bytes(lines.joined(separator: "\n"))
    }

    @Test(arguments: 0..<parts)
    func saysEachCauseOnceAndWhere(part: Int) {
        let original = Self.original
        var random = SeededGenerator(state: 0xC4EC_0000 + UInt64(part))
        for round in 0..<(Self.rounds / Self.parts) {
            var entries = original
            let index = random.below(entries.count)
            entries[index].bytes = Self.mutate(entries[index].bytes, &random)
            let document = TermsDocument(TermsFiles(entries))
            let found = TermsCheck(document, companions: CompanionFiles([:])).findings
            let problems =
                Self.misplaced(found, entries) + Self.repeated(found)
                + Self.consequences(found, document, mutated: entries[index].path)
                + Self.lost(document, mutated: entries[index].path)
            for problem in problems {
                Issue.record("part \(part), round \(round), \(entries[index].path): \(problem)")
            }
        }
    }

    // MARK: What has to hold

    private static func misplaced(_ found: [Finding], _ entries: [TermsEntry]) -> [String] {
        let texts = Dictionary(
            uniqueKeysWithValues: entries.map { entry in
                let lines = entry.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                return (entry.path, lines.map { String(decoding: $0, as: UTF8.self) })
            })
        return found.filter { finding in
            guard let lines = texts[finding.file], let position = finding.position else {
                return true
            }
            guard (1...lines.count).contains(position.line) else { return true }
            let length = lines[position.line - 1].unicodeScalars.count
            return !(1...length + 1).contains(position.column)
        }.map { "outside of the file: \($0.placed)" }
    }

    private static func repeated(_ found: [Finding]) -> [String] {
        Dictionary(grouping: found) { "\($0.placed) \($0.path?.description ?? "") \($0.message)" }
            .filter { $1.count > 1 }.map { "said twice: \($0.key)" }
    }

    /// What could not be read is no reason to say more about it.
    private static func consequences(
        _ found: [Finding], _ document: TermsDocument, mutated file: String
    ) -> [String] {
        let broken = found.filter { !$0.isAboutMeaning && $0.severity == .error }
        let paths = broken.compactMap(\.path)
        var problems = found.filter(\.isAboutMeaning).filter { finding in
            paths.contains { finding.path.map($0.contains) ?? false }
        }
        // A file that can't be read at all is one mistake, and no other file has one for that.
        if let name = SectionName(file: file), document.sections[name]?.value == nil {
            problems += found.filter { $0.severity == .error && $0.file != file }
        }
        return problems.map { "follows from a mistake that is said already: \($0.placed)" }
    }

    /// Every value that is written in a section without a finding is among what was read.
    private static func lost(_ document: TermsDocument, mutated file: String) -> [String] {
        let section = SectionName(file: file).flatMap { document.sections[$0] }
        return [section].compactMap(\.self).filter(\.findings.isEmpty).compactMap { section in
            let written = YAMLReader.read(section.text ?? "", file: section.name.file).root
            let count = written.map(values(in:)) ?? 0
            let read = section.value.map(values(in:)) ?? 0
            return count == read
                ? nil : "\(section.name): \(count) values are written and \(read) are read"
        }
    }

    private static func values(in node: YAMLNode) -> Int {
        guard !node.isEmpty else { return 0 }
        return switch node.content {
        case .scalar: 1
        case .sequence(let items): items.reduce(0) { $0 + values(in: $1) }
        case .mapping(let entries): entries.reduce(0) { $0 + values(in: $1.value) }
        }
    }

    private static func values(in value: Value) -> Int {
        switch value {
        case .scalar: 1
        case .list(let items): items.reduce(0) { $0 + values(in: $1.value) }
        case .object(let members): members.reduce(0) { $0 + values(in: $1.value) }
        }
    }
}
