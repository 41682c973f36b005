import Testing

@testable import Git

@Suite struct CommitTests {
    let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

    @Test func strangeCommitKeepsEveryByte() throws {
        let text = """
            tree \(tree)
            parent 0123456789abcdef0123456789abcdef01234567
            author J\u{1} <j@x> 1 +0000
            committer K <k@x> 2 -0230
            mergetag object 0123456789abcdef0123456789abcdef01234567
             type commit
             
             A tag
            encoding ISO-8859-1
            gpgsig -----BEGIN SSH SIGNATURE-----
             abc
             -----END SSH SIGNATURE-----


            Subject
            goes on

            gpgsig in the body
            """
        let commit = try Commit(parsing: bytes(text) + [0xE9, 0, 10])
        #expect(commit.tree.description == tree)
        #expect(commit.parents.count == 1)
        #expect(commit.author == bytes("J\u{1} <j@x> 1 +0000"))
        #expect(
            commit.committerIdentity
                == Identity(name: "K", email: "k@x", seconds: 2, offsetMinutes: -150))
        #expect(
            commit.headers.map { String(decoding: $0.name, as: UTF8.self) } == [
                "tree", "parent", "author", "committer", "mergetag", "encoding", "gpgsig",
            ])
        #expect(
            commit.values(of: "gpgsig") == [
                bytes("-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----")
            ])
        #expect(commit.headers[4].value.suffix(7) == bytes("\n\nA tag")[...])
        #expect(commit.message.suffix(3) == [0xE9, 0, 10])
        #expect(commit.messageText == nil)
        #expect(commit.subject == "Subject goes on")
    }

    @Test func signedCommitOfGitIsRead() throws {
        let sandbox = try Sandbox()
        let raw = """
            tree \(tree)
            author A <a@x> 1 +0000
            committer A <a@x> 1 +0000
            encoding latin1

            caf
            """
        _ = try sandbox.id("write-tree")
        let input = bytes(raw) + [0xE9]
        let text = try sandbox.git(
            ["hash-object", "-t", "commit", "-w", "--stdin"], input: input)
        let commit = try sandbox.open().commit(try #require(ObjectID(text)))
        #expect(commit.message == bytes("caf") + [0xE9])
        #expect(commit.subject == "caf\u{FFFD}")
    }

    @Test(arguments: [
        "", "tree 12\n", "author a <b> 1 +0000\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nauthor a <b> 1 +0000\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor a <b> 1 +0000\n\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n x\nauthor a <b> 1 +0\ncommitter a <b> 1 +0",
    ])
    func otherBytesAreRefused(text: String) {
        #expect(throws: Commit.FormatError.self) { try Commit(parsing: bytes(text)) }
    }

    @Test func signatureIsPutWhereGitPutsIt() throws {
        let sandbox = try Sandbox()
        try sandbox.commit()
        let key = sandbox.path + "/key"
        try run(
            "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key],
            in: sandbox.work, environment: [:])
        try sandbox.git(
            "-c", "gpg.format=ssh", "-c", "user.signingkey=\(key)", "commit", "-q", "-S",
            "--allow-empty", "-m", "Signed")
        let repository = try sandbox.open()
        let id = try sandbox.id("rev-parse", "HEAD")
        let theirs = try repository.object(id).bytes
        let commit = try Commit(parsing: theirs)
        let draft = CommitDraft(
            tree: commit.tree, parents: commit.parents,
            author: try #require(commit.authorIdentity),
            committer: try #require(commit.committerIdentity),
            message: try #require(commit.messageText))
        let armour = String(
            decoding: try #require(commit.values(of: "gpgsig").first), as: UTF8.self)
        #expect(try draft.bytes(signature: armour + "\n") == theirs)
        #expect(try repository.write(commit: draft.bytes(signature: armour + "\n")) == id)
        try sandbox.fsck()
    }

    @Test func whatACommitCannotHoldIsRefused() throws {
        let id = try #require(ObjectID(tree))
        func draft(_ name: String, _ email: String, _ message: String) -> CommitDraft {
            let who = Identity(name: name, email: email, seconds: 0)
            return CommitDraft(
                tree: id, parents: [], author: who, committer: who, message: message)
        }
        for (name, email, message) in [
            ("a<", "b", "m"), ("a", "b>", "m"), ("a\n", "b", "m"), ("a", "b\0", "m"),
            ("a", "b", "m\0"), (" ", "b", "m"),
        ] {
            try expect(.invalid) { _ = try draft(name, email, message).bytes() }
        }
        try expect(.invalid) { _ = try draft("a", "b", "").bytes(signature: "x\0") }
        var early = draft("a", "b", "m")
        early.author.seconds = -1
        try expect(.invalid) { _ = try early.bytes() }
    }

    @Test(arguments: ["a <b> 1", "a b 1 +0000", "a <b> x +0000", "a <b> 1 0000", "a <b>1 +0000"])
    func otherLinesAreNoIdentity(line: String) {
        #expect(Identity(parsing: bytes(line)) == nil)
    }
}
