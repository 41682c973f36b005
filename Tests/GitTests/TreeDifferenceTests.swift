import Testing

@testable import Git

/// What differs between two trees, compared where their bytes lie.
@Suite struct TreeDifferenceTests {
    /// Names that begin alike, so that files and directories of one name stand far apart.
    private static let names = ["a", "a.x", "a-b", "ab", "a0", "b", "b.yaml", "c"]

    @Test func isWhatTheirEntriesSay() throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let blobs = try ["1", "2"].map { try repository.write(blob: Array($0.utf8)) }
        let folders = try blobs.map {
            try repository.write(tree: [TreeEntry("x", mode: .file, id: $0)])
        }
        var state: UInt64 = 7
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func tree() throws -> ObjectID {
            try repository.write(
                tree: Self.names.filter { _ in below(3) > 0 }.map { name in
                    switch below(3) {
                    case 0: TreeEntry(name, mode: .tree, id: folders[below(2)])
                    case 1: TreeEntry(name, mode: .executable, id: blobs[below(2)])
                    default: TreeEntry(name, mode: .file, id: blobs[below(2)])
                    }
                })
        }
        for _ in 0..<400 {
            let (old, new) = (try tree(), try tree())
            let sides = try [old, new].map { id in
                Dictionary(uniqueKeysWithValues: try repository.tree(id).map { ($0.name, $0) })
            }
            let expected = Set(sides[0].keys).union(sides[1].keys)
                .filter { sides[0][$0] != sides[1][$0] }
                .sorted { $0.lexicographicallyPrecedes($1) }
                .map { TreeDifference(old: sides[0][$0], new: sides[1][$0]) }
            #expect(try repository.differences(from: old, to: new) == expected)
            #expect(try repository.differences(from: old, to: old) == [])
            #expect(
                try repository.differences(from: nil, to: new)?.map(\.new)
                    == repository.tree(new).sorted { $0.name.lexicographicallyPrecedes($1.name) })
        }
    }

    @Test(
        "a tree as Git never writes it has none, on either side",
        arguments: [
            [("100644", "b"), ("100644", "a")], [("100644", "a"), ("100644", "a")],
            [("100644", "a"), ("100644", "a-b"), ("40000", "a")], [("0100644", "a")],
            [("100644", ".git")], [("40000", "a"), ("100644", "a.x")],
        ])
    func strange(_ entries: [(mode: String, name: String)]) throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let blob = try repository.write(blob: [])
        let bytes = entries.flatMap { Array("\($0.mode) \($0.name)\0".utf8) + blob.bytes }
        let strange = try #require(
            ObjectID(
                sandbox.git(
                    ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], input: bytes)))
        let plain = try repository.write(tree: [TreeEntry("a", mode: .file, id: blob)])
        #expect(try repository.differences(from: plain, to: strange) == nil)
        #expect(try repository.differences(from: strange, to: plain) == nil)
        #expect(try repository.differences(from: strange, to: strange) == nil)
        #expect(try !repository.treeAndForm(strange).isCanonical)
        #expect(try repository.treeAndForm(plain).isCanonical)
    }

    @Test(arguments: ["100644 a", "x a\0", "100644 a\0short", "100644\0", " a\0"])
    func whatIsNoTreeIsAnError(_ text: String) throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let id = try #require(
            ObjectID(
                sandbox.git(
                    ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
                    input: Array(text.utf8))))
        #expect(throws: GitError.self) { try repository.tree(id) }
        #expect(throws: GitError.self) { try repository.differences(from: nil, to: id) }
    }
}
