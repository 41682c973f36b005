import Foundation
import Terms
import Testing

/// Random damage to the worked example: whatever a file holds, reading ends with findings that
/// point into it.
struct MutationTests {
    private static let insertions: [[UInt8]] =
        [
            "\t", "\0", "\r\n", "&a ", "*a", "!!str ", "<<: *a\n", "? ", "- ", ": ", "[", "{", "}",
            "]",
            "\"", "'", "|\n", ">\n", "---\n", "...\n", "%YAML 1.1\n", "#", "\u{202E}", "\u{200D}",
            "e\u{301}", "\u{FEFF}", "\u{FFFE}", "\u{1F91D}", "\\x00", "\"\\e\"", "~", "null", "@",
            "`",
            "\n", "\n\n", " ", "  ", "a: b: c\n", "id: x\n", "99999999999999999999", "-0",
            "100.01%",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    /// Some bytes with one to four random changes.
    static func mutate(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var result = original
        for _ in 0...random.below(3) {
            var lines = result.split(separator: 0x0A, omittingEmptySubsequences: false)
                .map(Array.init)
            let line = random.below(lines.count)
            switch random.below(7) {
            case 0 where !result.isEmpty:
                result[random.below(result.count)] ^= UInt8(1 << random.below(8))
                continue
            case 1:
                lines.remove(at: line)
            case 2:
                lines.insert(lines[line], at: random.below(lines.count))
            case 3:
                lines[line].insert(
                    contentsOf: [UInt8](repeating: 0x20, count: 1 + random.below(4)), at: 0)
            case 4:
                lines[line] = Array(lines[line].drop { $0 == 0x20 })
            case 5:
                result = Array(result.prefix(random.below(result.count + 1)))
                continue
            default:
                let piece = Self.insertions[random.below(Self.insertions.count)]
                lines[line].insert(contentsOf: piece, at: random.below(lines[line].count + 1))
            }
            result = Array(lines.joined(separator: [0x0A]))
        }
        return result
    }

    @Test(arguments: 0..<4)
    func pointsIntoTheFile(part: Int) throws {
        let original = try Agreements.entries(Agreements.example)
        var random = SeededGenerator(state: 0xE47E_47E0 + UInt64(part))
        for round in 0..<100 {
            var entries = original
            let index = random.below(entries.count)
            let damaged = Self.mutate(entries[index].bytes, &random)
            entries[index].bytes = damaged
            let file = entries[index].path
            var findings: [Finding]
            if round % 10 == 0 {
                let terms = TermsFiles(entries)
                findings = TermsDocument(terms).findings + WellFormedness(terms).findings
            } else if let name = SectionName(file: file) {
                let section = Section(name, bytes: damaged)
                findings = section.findings
                if name == .parties { findings += RegistryFindings.of(section) }
            } else {
                findings = TextRules.read(damaged, file: file).findings
            }
            let lines = Dictionary(
                uniqueKeysWithValues: entries.map { entry in
                    (entry.path, entry.bytes.count { $0 == 0x0A } + 1)
                })
            for finding in findings {
                let isInside =
                    finding.position.map { position in
                        position.column >= 1 && position.line >= 1
                            && position.line <= (lines[finding.file] ?? 0) + 1
                    } ?? false
                guard lines[finding.file] != nil, isInside else {
                    Issue.record(
                        "part \(part), round \(round): \(finding.placed) \(finding.message)")
                    continue
                }
            }
        }
    }

    /// A file of the registry can go missing altogether.
    @Test func namesRequiredFilesThatAreGone() throws {
        let original = try Agreements.entries(Agreements.example)
        for index in original.indices {
            var entries = original
            let removed = entries.remove(at: index).path
            let missing = TermsFiles(entries).findings.map(\.placed)
            let isRequired = ["framework.yaml", "parties.yaml"].contains(removed)
            #expect(missing == (isRequired ? ["\(removed) missing-file"] : []))
        }
    }
}
