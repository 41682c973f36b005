import Foundation
import Terms
import Testing

/// Random edits of the agreements that are kept beside the sources: the value is set, and
/// nothing else happens.
struct YAMLEditorPropertyTests {
    /// A path that the schema knows, and what may stand there.
    struct Place {
        var path: TermPath
        var type: FieldType
    }

    /// All places of a section: what it says, what it could say, and one new item or key each.
    static func places(of section: Section) -> [Place] {
        var found: [Place] = []
        func visit(_ type: FieldType, _ value: Value?, _ path: TermPath, _ depth: Int) {
            if depth > 0 { found.append(Place(path: path, type: type)) }
            switch type {
            case .object(let fields):
                for field in fields where field.name != "id" {
                    visit(field.type, value?[field.name], path.appending(field.name), depth + 1)
                }
            case .map(_, let inner):
                for key in (value?.members.map(\.key) ?? []) + ["new-key"] {
                    visit(inner, value?[key], path.appending(key), depth + 1)
                }
            case .list(let item, .ordered):
                if item.hasIdentity {
                    for id in (value?.items.compactMap(\.id) ?? []) + ["new-item"] {
                        visit(item, value?[id], path.appending(id), depth + 1)
                    }
                } else {
                    for number in 1...((value?.items.count ?? 0) + 1) {
                        let name = String(number)
                        visit(item, value?[path: [name]], path.appending(name), depth + 1)
                    }
                }
            default: break
            }
        }
        visit(
            .object(section.name.fields), section.value, TermPath(section: section.name.rawValue), 0
        )
        return found
    }

    /// More of them have been tried; these keep the suite quick.
    static let rounds = 6

    static let texts = [
        "x", "a: b", "a #b", "a # b", "- a", "[x", "x]", "é ü 中", "'single'", "\"double\"", "yes",
        "null and void", "~", "null", "back\\slash", "#hash", "*star", "&amp", "!bang", "%per cent",
        "@at", "`tick`", "1", "colon:", "a:b", "{a}", "x, y", ", x", "?", "? x", "-", "--- a",
        "...",
        "|", "> x", "it's", "say \"hi\": no", "https://a.example/#b", "e.g. [1], {2}", "x: {y: z}",
    ]

    static let proses =
        texts + [
            "First.\n\nSecond: with a colon.", "# not a comment\nbut text", "a\n- b\n- c",
            String(repeating: "long words without an end ", count: 12),
            String(repeating: "word: # word, ", count: 12) + "\n\n" + "more",
        ]

    /// A text that reads as a value of the type.
    static func written(_ type: FieldType, _ random: inout SeededGenerator) -> String {
        func pick(_ texts: [String]) -> String { texts[random.below(texts.count)] }
        switch type {
        case .text, .reference: return pick(texts)
        case .prose: return pick(proses)
        case .boolean: return pick(["true", "false"])
        case .integer(let range): return String(range.lowerBound)
        case .money: return "EUR \(random.below(90_000)).00"
        case .share: return "\(random.below(101))%"
        case .duration: return pick(["1 day", "10 business days", "7 months"])
        case .date: return "20\(10 + random.below(90))-01-31"
        case .quantity: return pick(["42 customers", "98.5%", "EUR 2,000", "7"])
        case .uuid: return "5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be915"
        case .sha256: return String(repeating: "0123456789abcdef", count: 4)
        case .email: return "somebody@else.example"
        case .publicKey: return "ssh-ed25519 AAAA\(random.below(99)) me: # you"
        case .term: return pick(["purpose.why", "safeguards", "clauses/general"])
        case .fingerprint: return "SHA256:" + String(repeating: "aB+/", count: 10) + "abc"
        case .identifier: return "some-id"
        case .choice(let choices): return pick(choices.map(\.value))
        case .list(let item, _):
            guard case .object = item else {
                let count = random.below(4)
                let items = (0..<count).map { _ in quoted(written(item, &random)) }
                return "[" + Array(Set(items)).sorted().joined(separator: ", ") + "]"
            }
            return "[]"
        case .map(.shareOfParty, _): return pick(["{a: 40%, b: 60%}", "{c: 100%}"])
        case .map: return "{}"
        case .object(let fields):
            let simple = fields.filter { field in
                if case .object = field.type { return false }
                return field.name != "id"
            }
            let members = simple.filter { $0.presence == .required || random.below(3) == 0 }
                .map { "\($0.name): \(flow(written($0.type, &random), $0.type))" }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }

    private static func flow(_ text: String, _ type: FieldType) -> String {
        switch type {
        case .list, .map, .object: text
        default: quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String {
        "\""
            + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n") + "\""
    }

    /// The single values with their paths.
    static func leaves(_ value: Value?, _ path: TermPath) -> [TermPath: Scalar] {
        var found: [TermPath: Scalar] = [:]
        func visit(_ value: Value, _ path: TermPath) {
            switch value {
            case .scalar(let scalar): found[path] = scalar
            case .object(let members):
                for member in members { visit(member.value, path.appending(member.key)) }
            case .list(let items):
                for (index, item) in items.enumerated() {
                    visit(item.value, path.appending(item.id ?? String(index + 1)))
                }
            }
        }
        if let value { visit(value, path) }
        return found
    }

    /// The comments of a text whose values hold no `#`.
    static func comments(_ text: String) -> [Substring] {
        text.split(separator: "\n").compactMap { line in
            guard let mark = line.firstIndex(of: "#"),
                line[..<mark].allSatisfy({ $0 == " " }) || line[..<mark].hasSuffix(" ")
            else { return nil }
            return line[mark...]
        }
    }

    static let sections: [(String, SectionName)] = [Agreements.example, Agreements.template]
        .flatMap { agreement in SectionName.allCases.map { (agreement, $0) } }

    private func text(_ agreement: String, _ name: SectionName) throws -> String {
        let entry = try Agreements.entries(agreement).first { $0.path == name.file }
        return String(decoding: try #require(entry).bytes, as: UTF8.self)
    }

    @Test(arguments: sections)
    func setsTheValueAndNothingElse(agreement: String, name: SectionName) throws {
        let text = try text(agreement, name)
        let before = Terms.Section(name, bytes: bytes(text))
        let root = TermPath(section: name.rawValue)
        let places = Self.places(of: before)
        let old = Self.leaves(before.value, root)
        let comments = Self.comments(text)
        var random = SeededGenerator(state: 0x5E7)
        var refused = 0
        for round in 0..<Self.rounds {
            let place = places[random.below(places.count)]
            let written = Self.written(place.type, &random)
            let note: Comment = "round \(round): \(place.path)=\(written)"
            let edited: String
            do {
                edited = try YAMLEditor.set(place.path, to: written, in: text)
            } catch {
                #expect(error.message.hasPrefix("there are comments inside"), note)
                refused += 1
                continue
            }
            let after = Terms.Section(name, bytes: bytes(edited))
            let new = Self.leaves(after.value, root)
            let value = after.value?[path: place.path.inner]
            #expect(value != nil, note)
            if let scalar = try? ScalarReader.read(written, as: place.type) {
                #expect(value?.scalar == scalar, note)
            }
            let others = new.filter { path, _ in
                !place.path.contains(path) && old[path] != nil
                    || !place.path.contains(path) && path.last != "id"
            }
            #expect(others == old.filter { !place.path.contains($0.key) }, note)
            // A value may hold what looks like a comment.
            let kept = Self.comments(edited)
            if !written.contains("#") {
                #expect(kept.sorted() == comments.sorted(), note)
            } else {
                #expect(Set(comments).isSubset(of: Set(kept)), note)
            }
            #expect(try YAMLEditor.set(place.path, to: written, in: edited) == edited, note)
        }
        #expect(refused < Self.rounds / 2)
    }

    @Test(arguments: sections)
    func leavesAValueAloneThatIsThereAlready(agreement: String, name: SectionName) throws {
        let text = try text(agreement, name)
        let section = Terms.Section(name, bytes: bytes(text))
        var random = SeededGenerator(state: 0xA10)
        for place in Self.places(of: section) where random.below(8) == 0 {
            guard let scalar = section.value?[path: place.path.inner]?.scalar else { continue }
            #expect(
                try YAMLEditor.set(place.path, to: scalar.description, in: text) == text,
                "\(place.path)")
        }
    }

    /// Whatever the file holds: what is set is set, nothing else changes, or nothing happens.
    @Test(arguments: sections)
    func survivesDamagedFiles(agreement: String, name: SectionName) throws {
        let original = bytes(try text(agreement, name))
        let root = TermPath(section: name.rawValue)
        var random = SeededGenerator(state: 0xDA4)
        for round in 0..<Self.rounds {
            let damaged = MutationTests.mutate(original, &random)
            guard let text = String(validating: damaged, as: UTF8.self) else { continue }
            let before = Terms.Section(name, bytes: damaged)
            let places = Self.places(of: before)
            let place = places[random.below(places.count)]
            let written = Self.written(place.type, &random)
            guard let edited = try? YAMLEditor.set(place.path, to: written, in: text) else {
                continue
            }
            let after = Terms.Section(name, bytes: bytes(edited))
            let note: Comment = "round \(round): \(place.path)=\(written)"
            #expect(after.value?[path: place.path.inner] != nil, note)
            let old = Self.leaves(before.value, root).filter { !place.path.contains($0.key) }
            let new = Self.leaves(after.value, root)
            #expect(old.allSatisfy { new[$0.key] == $0.value }, note)
        }
    }
}
