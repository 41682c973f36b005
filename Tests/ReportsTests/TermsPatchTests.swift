import Foundation
import Terms
import Testing

@testable import Reports

/// Patches, applied by a few lines of their own (RFC 6902, 4).
@Suite struct TermsPatchTests {
    private let old = terms([
        "purpose.yaml": """
        why: One.
        objectives:
          - {id: one, statement: First., quadrant: strategic, owner: ann}
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
          - {id: three, statement: Third., quadrant: strategic, owner: ann}
        """,
        "commercials.yaml": "strategy: {territory: [Ireland, Germany]}\n",
        "clauses/a.md": "# A\n\nText.\n",
        "clauses/b.md": "# B\n",
    ])

    private let new = terms([
        "purpose.yaml": """
        objectives:
          - {id: three, statement: Third., quadrant: strategic, owner: bea}
          - {id: four, statement: Fourth., quadrant: strategic, owner: ann}
          - {id: one, statement: First., quadrant: financial, owner: ann}
        """,
        "commercials.yaml": "strategy: {territory: [Austria, Ireland]}\n",
        "clauses/a.md": "# A\n\nText  \nin two lines.\n",
        "clauses/c.md": "# C\n",
    ])

    @Test func bothWaysItLeadsToTheOtherState() throws {
        for (before, after) in [
            (old, new), (new, old), (nil, new), (old, nil), (template, example), (old, old),
        ] {
            let patch = try JSONSerialization.jsonObject(
                with: Data(TermsPatch(from: before, to: after).json().utf8))
            let steps = try #require(patch as? [[String: Any]])
            let hasDigest = before != nil && after != nil
            let start: Any = try tree(before, hasDigest: hasDigest)
            let end = try steps.reduce(start) { try apply($1, to: $0) }
            #expect(try tree(after, hasDigest: hasDigest).isEqual(end))
        }
        #expect(try TermsPatch(from: old, to: old).json() == "[\n\n]\n")
    }

    @Test func itemsThatMovedAreMoved() {
        let moves = TermsPatch(from: old, to: new).operations.filter {
            if case .move = $0 { true } else { false }
        }
        #expect(moves.count == 1)
    }

    @Test func signsInNamesAreEscaped() {
        #expect(JSONPointer().appending("a/b~c").appending("d").text == "/a~1b~0c/d")
    }

    // MARK: A small implementation

    private struct Refused: Error {}

    /// What `show --json` prints of a state that a patch changes.
    private func tree(_ document: TermsDocument?, hasDigest: Bool) throws -> NSDictionary {
        var sections: [String: JSONValue] = [:]
        for (name, section) in document?.sections ?? [:] {
            sections[name.rawValue] = section.value.map(JSONValue.init)
        }
        let clauses = (document?.clauses ?? [:]).mapValues { JSONValue.text($0) }
        var members: [String: JSONValue] = [
            "sections": .object(sections), "clauses": .object(clauses),
        ]
        if let document, hasDigest {
            members["digest"] = .text(document.files.digest.description)
        }
        let text = try JSONText.of(JSONValue.object(members))
        return try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    private func apply(_ step: [String: Any], to tree: Any) throws -> Any {
        func keys(_ name: String) throws -> ArraySlice<String> {
            let pointer = try #require(step[name] as? String)
            return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
                .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }[...]
        }
        let place = try keys("path")
        switch step["op"] as? String {
        case "test":
            var found: Any?
            _ = try edit(tree, place) { old in
                found = old
                return old
            }
            guard found as? String == step["value"] as? String else { throw Refused() }
            return tree
        case "remove": return try edit(tree, place) { _ in nil }
        case "replace":
            return try edit(tree, place) { old in
                guard old != nil else { throw Refused() }
                return step["value"]
            }
        case "add": return try edit(tree, place, inserts: true) { _ in step["value"] }
        case "move":
            var taken: Any?
            let rest = try edit(tree, try keys("from")) { old in
                taken = old
                return nil
            }
            return try edit(rest, place, inserts: true) { _ in taken }
        default: throw Refused()
        }
    }

    /// A tree with another value at a place; nil takes it away.
    private func edit(
        _ tree: Any, _ keys: ArraySlice<String>, inserts: Bool = false,
        _ change: (Any?) throws -> Any?
    ) throws -> Any {
        let key = try #require(keys.first)
        let rest = keys.dropFirst()
        if var members = tree as? [String: Any] {
            members[key] =
                try rest.isEmpty
                ? change(members[key])
                : edit(#require(members[key]), rest, inserts: inserts, change)
            return members
        }
        var items = try #require(tree as? [Any])
        let index = try #require(Int(key))
        guard index < items.count || (inserts && rest.isEmpty && index == items.count) else {
            throw Refused()
        }
        if !rest.isEmpty {
            items[index] = try edit(items[index], rest, inserts: inserts, change)
        } else if inserts {
            items.insert(try #require(try change(nil)), at: index)
        } else if let value = try change(items[index]) {
            items[index] = value
        } else {
            items.remove(at: index)
        }
        return items
    }
}
