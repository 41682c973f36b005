import Testing

@testable import Git

@Suite struct ObjectIDTests {
    @Test func textAndBytesRoundTrip() throws {
        let text = "0123456789abcdef0123456789abcdef01234567"
        let id = try #require(ObjectID(text))
        #expect(id.description == text)
        #expect(id.bytes.count == ObjectID.byteCount)
        #expect(ObjectID(bytes: id.bytes) == id)
        #expect(id.short == "0123456789ab")
        #expect(ObjectID(id.oid) == id)
        #expect(ObjectID.zero < id)
        #expect(ObjectID.zero.description == String(repeating: "0", count: 40))
    }

    @Test(arguments: [
        "", "0123", "0123456789ABCDEF0123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef012345678", "g123456789abcdef0123456789abcdef01234567",
    ])
    func otherTextIsRefused(text: String) {
        #expect(ObjectID(text) == nil)
    }

    @Test func otherCountsAreRefused() {
        #expect(ObjectID(bytes: [UInt8](repeating: 1, count: 19)) == nil)
        #expect(ObjectID(bytes: [UInt8](repeating: 1, count: 21)) == nil)
    }
}

@Suite struct ObjectTests {
    @Test func rawReadsAreThoseOfCatFile() throws {
        let sandbox = try Sandbox()
        try sandbox.write("a/b", "text\n")
        let commit = try sandbox.commit()
        try sandbox.git("tag", "-a", "-m", "A tag", "v1")
        let repository = try sandbox.open()
        for (kind, name) in [
            ("commit", "HEAD"), ("tree", "HEAD^{tree}"), ("blob", "HEAD:a/b"), ("tag", "v1"),
        ] {
            let object = try repository.object(try sandbox.id("rev-parse", name))
            #expect(try object.bytes == sandbox.gitBytes(["cat-file", kind, name]))
            #expect("\(object.kind)" == kind)
        }
        let blob = try sandbox.id("rev-parse", "HEAD:a/b")
        #expect(try repository.blob(blob) == bytes("text\n"))
        #expect(try repository.blobSize(blob) == 5)
        #expect(repository.contains(blob))
        #expect(!repository.contains(.zero))
        try expect(.wrongKind) { _ = try repository.blob(commit) }
        try expect(.wrongKind) { _ = try repository.commit(blob) }
        try expect(.notFound) { _ = try repository.object(try #require(ObjectID(bytes: 1...20))) }
    }

    @Test func replacementsHaveNoEffect() throws {
        let sandbox = try Sandbox()
        let first = try sandbox.id("hash-object", "-w", "--stdin", input: "first")
        let second = try sandbox.id("hash-object", "-w", "--stdin", input: "second")
        try sandbox.git("replace", first.description, second.description)
        #expect(try sandbox.open().blob(first) == bytes("first"))
    }

    @Test func damagedObjectIsRefused() throws {
        let sandbox = try Sandbox()
        let one = try sandbox.id("hash-object", "-w", "--stdin", input: "one").description
        let two = try sandbox.id("hash-object", "-w", "--stdin", input: "two").description
        func file(_ id: String) -> String { ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))" }
        try run(
            "/bin/cp", ["-f", file(two), file(one)], in: sandbox.work, environment: [:])
        let id = try #require(ObjectID(one))
        #expect(throws: GitError.self) { try sandbox.open().object(id) }
    }

    @Test func writtenObjectsPassFsck() throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let blob = try repository.write(blob: bytes("hello"))
        #expect(try blob == sandbox.id("hash-object", "--stdin", input: "hello"))
        let inner = try repository.write(tree: [TreeEntry("x", mode: .file, id: blob)])
        // Git's order: "a.txt" before "a/" before "a0".
        let tree = try repository.write(tree: [
            TreeEntry("a0", mode: .executable, id: blob), TreeEntry("a", mode: .tree, id: inner),
            TreeEntry("a.txt", mode: .file, id: blob),
        ])
        #expect(try repository.tree(tree).map(\.text) == ["a.txt", "a", "a0"])
        let draft = CommitDraft(
            tree: tree, parents: [], author: ada, committer: ada, message: "Hello\n")
        let commit = try repository.write(commit: draft.bytes())
        try repository.setReference(
            "refs/heads/main", to: commit, expecting: nil, reason: "test", by: ada)
        try sandbox.fsck()
        let theirs = try sandbox.git(
            ["commit-tree", "-m", "Hello", tree.description],
            environment: [
                "GIT_AUTHOR_NAME": "Ada Example", "GIT_COMMITTER_NAME": "Ada Example",
            ])
        #expect(theirs == commit.description)
    }

    @Test(arguments: [
        "", ".", "..", ".git", ".GIT", "git~1", ".git ", ".git::$INDEX", "a/b", ".g\u{200c}it",
    ])
    func hostileNamesAreNotWritten(name: String) throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let blob = try repository.write(blob: [])
        try expect(.invalidName) {
            _ = try repository.write(tree: [TreeEntry(name, mode: .file, id: blob)])
        }
    }

    @Test func treesAndCommitsNameWhatExists() throws {
        let sandbox = try Sandbox()
        let repository = try sandbox.open()
        let blob = try repository.write(blob: [])
        let absent = try #require(ObjectID(bytes: 1...20))
        try expect(.notFound) {
            _ = try repository.write(tree: [TreeEntry("a", mode: .file, id: absent)])
        }
        try expect(.wrongKind) {
            _ = try repository.write(tree: [TreeEntry("a", mode: .tree, id: blob)])
        }
        try expect(.invalidName) {
            let entry = TreeEntry("a", mode: .file, id: blob)
            _ = try repository.write(tree: [entry, entry])
        }
        try expect(.notFound) {
            let draft = CommitDraft(
                tree: absent, parents: [], author: ada, committer: ada, message: "")
            _ = try repository.write(commit: draft.bytes())
        }
    }

    @Test func entriesAreFoundByPath() throws {
        let sandbox = try Sandbox()
        try sandbox.write("frameworks/x/terms/a.yaml", "a")
        try sandbox.commit()
        let repository = try sandbox.open()
        let root = try sandbox.id("rev-parse", "HEAD^{tree}")
        let entry = try repository.entry(in: root, at: "frameworks/x/terms")
        #expect(try entry?.id == sandbox.id("rev-parse", "HEAD:frameworks/x/terms"))
        #expect(entry?.mode == .tree)
        #expect(try repository.entry(in: root, at: "frameworks/y/terms") == nil)
        #expect(try repository.entry(in: root, at: "frameworks/x/terms/a.yaml/b") == nil)
        try expect(.invalidName) { _ = try repository.entry(in: root, at: "frameworks//x") }
    }

    @Test func replacingWritesWhatGitWould() throws {
        let sandbox = try Sandbox()
        for name in ["a/b/c", "a/b/d", "a/e", "f"] { try sandbox.write(name, name) }
        try sandbox.commit()
        let repository = try sandbox.open()
        let root = try sandbox.id("rev-parse", "HEAD^{tree}")
        let blob = try repository.write(blob: bytes("new"))
        func theirs(_ arguments: String...) throws -> ObjectID {
            try sandbox.git("read-tree", "HEAD")
            try sandbox.git(["update-index"] + arguments)
            return try sandbox.id("write-tree")
        }
        for path in ["a/b/c", "a/b/new", "x/y/z", "f"] {
            #expect(
                try repository.tree(root, replacing: path, with: (.file, blob))
                    == theirs("--add", "--cacheinfo", "100644,\(blob),\(path)"))
        }
        for path in ["a/b/c", "a/e", "f"] {
            #expect(
                try repository.tree(root, replacing: path, with: nil)
                    == theirs("--force-remove", path))
        }
        #expect(
            try repository.tree(root, replacing: "a/b", with: nil)
                == theirs("--force-remove", "a/b/c", "a/b/d"))
        #expect(try repository.tree(root, replacing: "no/such", with: nil) == root)
        let only = try repository.tree(nil, replacing: "x/y", with: (.file, blob))
        let empty = try repository.tree(only, replacing: "x/y", with: nil)
        #expect(empty.description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
    }

    @Test("files by their paths become the trees that Git writes")
    func treesOfFiles() throws {
        let repository = try Repository.create(at: Sandbox().path + "/files")
        let blob = try repository.write(blob: Array("x\n".utf8))
        let paths = ["b/c/d", "a", "b/c/e", "b-", "b.c", "b/f"]
        let root = try repository.writeTree(of: paths.map { ($0, .file, blob) })
        var expected: ObjectID?
        for path in paths {
            expected = try repository.tree(expected, replacing: path, with: (.file, blob))
        }
        #expect(root == expected)
        #expect(
            try repository.writeTree(of: []).description
                == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
        for path in ["", "a//b", "../a", "a/.git/b"] {
            #expect(throws: GitError.self) {
                try repository.writeTree(of: [(path, .file, blob)])
            }
        }
    }
}
