import Merging
import RandomTerms
import Terms
import Testing

/// Random terms over the real schema, and what two sides do to them.
private struct RandomSides {
    let base: TermsFiles
    let left: TermsFiles
    let right: TermsFiles
    /// What each side did, by path.
    var edits: (left: [TermPath: RandomTerms.Edit], right: [TermPath: RandomTerms.Edit]) = (
        [:], [:]
    )

    /// Makes sides that keep out of each other's way, where they are to be disjoint.
    init(seed: Int, areDisjoint: Bool) throws {
        var maker = RandomTerms(seed: UInt64(seed))
        var (before, one, two): ([String: String], [String: String], [String: String]) = (
            [:], [:], [:]
        )
        let isFlow = seed % 2 == 0
        for section in SectionName.allCases {
            let type = FieldType.object(section.fields)
            let path = TermPath(section: section.rawValue)
            let value = try maker.value(of: type)
            var mine: [TermPath: RandomTerms.Edit] = [:]
            var others: [TermPath: RandomTerms.Edit] = [:]
            let possible = maker.edits(of: value, as: type, at: path)
                .shuffled(using: &maker.random)
            for (path, edit) in possible.prefix(8) {
                let isLeft = maker.chance(50)
                let rivals = areDisjoint ? mine.merging(others) { $1 } : isLeft ? mine : others
                // Two parties at least stay.
                let isParty = edit == .remove && path.description.hasPrefix("parties.parties.")
                let clashes =
                    isParty
                    || rivals.keys.contains { $0.contains(path) || path.contains($0) }
                guard !clashes else { continue }
                if isLeft { mine[path] = edit } else { others[path] = edit }
            }
            func edited(_ edits: [TermPath: RandomTerms.Edit]) throws -> Value {
                var told: [String] = []
                return try maker.apply(edits, to: value, as: type, at: path, told: &told) ?? value
            }
            func text(_ value: Value) -> String {
                isFlow ? value.json + "\n" : "# Our terms.\n\n" + value.lines(indent: 0)
            }
            before[section.file] = text(value)
            one[section.file] = text(try edited(mine))
            two[section.file] = text(try edited(others))
            edits.left.merge(mine) { $1 }
            edits.right.merge(others) { $1 }
        }
        (base, left, right) = (files(before), files(one), files(two))
    }

    func merge() -> MergeResult {
        MergeResult(base: base, left: left, right: right, names: names)
    }
}

extension Value {
    /// The value as YAML in lines of its own.
    fileprivate func lines(indent: Int) -> String {
        let space = String(repeating: " ", count: indent)
        switch self {
        case .scalar: return space + json + "\n"
        case .object(let members):
            return members.map { member in
                "\(space)\(member.key):" + member.value.behindKey(indent: indent)
            }.joined()
        case .list(let items):
            return items.map { item in
                guard case .object = item.value else { return space + "- \(item.value.json)\n" }
                return space + "- " + item.value.lines(indent: indent + 2).dropFirst(indent + 2)
            }.joined()
        }
    }

    private func behindKey(indent: Int) -> String {
        switch self {
        case .scalar: " \(json)\n"
        case .object(let members) where members.isEmpty: " {}\n"
        case .list(let items) where items.isEmpty: " []\n"
        default: "\n" + lines(indent: indent + 2)
        }
    }
}

@Suite struct PropertyTests {
    @Test(arguments: 0..<(AmendmentTests.rounds ?? 8)) func whicheverSideIsLeft(seed: Int) throws {
        let sides = try RandomSides(seed: seed, areDisjoint: false)
        let merged = sides.merge()
        let mirrored = MergeResult(
            base: sides.base, left: sides.right, right: sides.left,
            names: MergeNames(left: names.right, right: names.left))
        #expect(turned(mirrored.halfMerged).manifest == merged.halfMerged.manifest)
        #expect(mirrored.terms?.manifest == merged.terms?.manifest)
        #expect(mirrored.conflicts.map(\.path) == merged.conflicts.map(\.path))
        #expect(mirrored.conflicts.map(\.left) == merged.conflicts.map(\.right))
    }

    /// The files with the other side first between marks.
    private func turned(_ files: TermsFiles) -> TermsFiles {
        TermsFiles(
            files.files.map { path, bytes in
                let text = String(decoding: bytes, as: UTF8.self).replacing(
                    /(?m)^<<<<<<< (.*)\n((?:.*\n)*?)\|{7} before\n((?:.*\n)*?)=======\n((?:.*\n)*?)>>>>>>> (.*)$/
                ) { found in
                    "<<<<<<< \(found.5)\n\(found.4)||||||| before\n\(found.3)=======\n\(found.2)"
                        + ">>>>>>> \(found.1)"
                }
                return TermsEntry(path: path, bytes: Array(text.utf8))
            })
    }

    @Test(arguments: 0..<8) func namesCanComeLater(seed: Int) throws {
        let sides = try RandomSides(seed: seed, areDisjoint: false)
        let others = MergeNames(left: "Some side", right: "An\u{301}other")
        for (left, right) in [(sides.left, sides.right), (sides.right, sides.left)] {
            let later = MergeResult(base: sides.base, left: left, right: right, names: others)
            let merged = MergeResult(base: sides.base, left: left, right: right, names: names)
            #expect(later.naming(names).halfMerged.manifest == merged.halfMerged.manifest)
            #expect(later.naming(names).conflicts == merged.conflicts)
            #expect(later.naming(others).halfMerged.manifest == later.halfMerged.manifest)
            let marks = ["<<<<<<< Northwind\n", ">>>>>>> Contoso\n"]
            for (path, bytes) in merged.halfMerged.files {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("\u{1}") && !text.contains("\u{2}"), "\(path)")
                #expect(text.contains(marks[0]) == text.contains(marks[1]), "\(path)")
            }
        }
    }

    @Test(arguments: 0..<8) func oneSideAloneIsThatSide(seed: Int) throws {
        let sides = try RandomSides(seed: seed, areDisjoint: false)
        for (left, right) in [(sides.base, sides.left), (sides.left, sides.base)] {
            let merged = MergeResult(base: sides.base, left: left, right: right, names: names)
            #expect(merged.terms?.manifest == sides.left.manifest)
        }
        let twice = MergeResult(
            base: sides.base, left: sides.left, right: sides.left, names: names)
        #expect(twice.terms?.manifest == sides.left.manifest)
    }

    @Test(arguments: 0..<(AmendmentTests.rounds ?? 12)) func disjointEditsNeverConflictAndSurvive(
        seed: Int
    ) throws {
        let sides = try RandomSides(seed: seed, areDisjoint: true)
        let merged = sides.merge()
        #expect(merged.conflicts.map(\.sentence) == [])
        let document = TermsDocument(try #require(merged.terms))
        for (edits, files) in [(sides.edits.left, sides.left), (sides.edits.right, sides.right)] {
            let side = TermsDocument(files)
            for (path, edit) in edits {
                #expect(document[path] == side[path], "\(path) \(edit)")
            }
        }
        let known = Set(
            (TermsDocument(sides.left).findings + TermsDocument(sides.right).findings)
                .map(\.cause))
        #expect(document.findings.allSatisfy { known.contains($0.cause) })
        #expect(document.findings.allSatisfy { $0.rule != "duplicate-id" })
    }

    @Test(arguments: 0..<8) func everyConflictCanBeDecided(seed: Int) throws {
        let sides = try RandomSides(seed: seed, areDisjoint: false)
        var merged = sides.merge()
        var rounds = 0
        while let conflict = merged.conflicts.first(where: { $0.kind != .breach }), rounds < 100 {
            merged = try merged.resolving(
                conflict.path, with: [.left, .right, .base][rounds % 3])
            rounds += 1
        }
        #expect(merged.conflicts.allSatisfy { $0.kind == .breach })
    }
}
