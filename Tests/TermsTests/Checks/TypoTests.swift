import Foundation
import Terms
import Testing

/// Whoever mistypes a word is told which one was meant.
struct TypoTests {
    /// A word with two neighbouring letters swapped, where that makes another word.
    private static func typo(in word: String) -> String? {
        var letters = Array(word)
        guard
            let index = letters.indices.dropLast().first(where: { letters[$0] != letters[$0 + 1] })
        else { return nil }
        letters.swapAt(index, index + 1)
        return String(letters)
    }

    private static func names(in type: FieldType) -> Set<String> {
        switch type {
        case .object(let fields):
            fields.reduce(into: []) { $0.formUnion(names(in: $1.type).union([$1.name])) }
        case .list(let type, _), .map(_, let type): names(in: type)
        default: []
        }
    }

    /// Every field that the sample answers on a line of its own.
    @Test func suggestsTheField() {
        var tried = 0
        for name in SectionName.allCases {
            let names = Self.names(in: .object(name.fields))
            let lines = CompleteSample.files[name.file]?.components(separatedBy: "\n") ?? []
            for (number, line) in lines.enumerated() {
                let key = String(line.drop { " -".contains($0) }.prefix { $0 != ":" })
                let indent = line.count - line.drop { " -".contains($0) }.count
                // Ids of parties and people can be called anything.
                guard line.contains(":"), key.count > 3, let typo = Self.typo(in: key),
                    names.contains(key)
                else { continue }
                var mistyped = lines
                mistyped[number] =
                    line.prefix(indent) + typo + line.dropFirst(indent + key.count)
                let document = Sample.document(
                    CompleteSample.files.merging([
                        name.file: mistyped.joined(separator: "\n")
                    ]) { $1 })
                let suggested = document.findings.contains {
                    $0.rule == "unknown-key" && $0.position?.line == number + 1
                        && $0.message.contains("did you mean `\(key)`?")
                }
                #expect(suggested, "\(name.file):\(number + 1): \(typo)")
                tried += 1
            }
        }
        #expect(tried > 40)
    }

    /// A word of each kind that stands for something else.
    @Test(arguments: [
        ("purpose.yaml", "objective", "did you mean `objective`?"),
        ("purpose.yaml", "strategic", "did you mean `strategic`?"),
        ("commercials.yaml", "subscription\n    base", "did you mean `subscription`?"),
        ("commercials.yaml", "northwind: 40%", "did you mean `northwind`?"),
        ("safeguards.yaml", "mutual", "did you mean `mutual`?"),
        ("governance.yaml", "dora, frida", "did you mean `dora`?"),
        ("governance.yaml", "frida\n", "did you mean `frida`?"),
        ("purpose.yaml", "definitions.md", "Did you mean `clauses/definitions.md`?"),
        ("framework.yaml", "share-above-80", "did you mean `share-above-80`?"),
    ])
    func suggestsTheWord(file: String, word: String, suggestion: String) throws {
        let text = try #require(CompleteSample.files[file])
        let typo = try #require(Self.typo(in: word))
        let range = try #require(text.range(of: word))
        let mistyped = text.replacingCharacters(in: range, with: typo)
        let document = Sample.document(CompleteSample.files.merging([file: mistyped]) { $1 })
        let found = TermsCheck(document).findings.filter {
            $0.message.contains(suggestion) || $0.next?.contains(suggestion) == true
        }
        #expect(found.count == 1, "\(typo)")
    }
}
