import Foundation
import Testing

@testable import Git

@Suite struct RepositoryTests {
    @Test func opensFromBelow() throws {
        let sandbox = try Sandbox()
        try sandbox.write("a/b/c", "")
        let repository = try Repository.open(at: sandbox.work + "/a/b")
        #expect(repository.workingDirectory == sandbox.work)
        #expect(repository.gitDirectory == sandbox.work + "/.git")
        #expect(!repository.isBare && !repository.isShallow && !repository.isPartialClone)
        let bare = try Sandbox(bare: true)
        #expect(try bare.open().isBare)
        #expect(try bare.open().gitDirectory == bare.work)
    }

    @Test func createsOnceOnMain() throws {
        let sandbox = try Sandbox(initialise: false)
        let path = sandbox.work + "/new/place"
        #expect(try Repository.create(at: path).head() == .branch("refs/heads/main"))
        let configuration = sandbox.read("new/place/.git/config")
        try sandbox.git(["symbolic-ref", "HEAD", "refs/heads/other"], in: path)
        #expect(try Repository.create(at: path).head() == .branch("refs/heads/other"))
        #expect(sandbox.read("new/place/.git/config") == configuration)
        #expect(try Repository.create(at: sandbox.work + "/bare", bare: true).isBare)
    }

    @Test func noRepository() throws {
        let sandbox = try Sandbox(initialise: false)
        let error = try expect(.notFound) { _ = try sandbox.open() }
        #expect(error.message.contains(sandbox.work))
    }

    @Test func otherFormatsAreNamed() throws {
        let sandbox = try Sandbox(initialise: false)
        try sandbox.git("init", "-q", "--object-format=sha256")
        #expect(try expect(.unsupported) { _ = try sandbox.open() }.message.contains("SHA-256"))
        let other = try Sandbox()
        try other.git("config", "core.repositoryformatversion", "1")
        try other.git("config", "extensions.refstorage", "reftable")
        #expect(try expect(.unsupported) { _ = try other.open() }.message.contains("reftable"))
    }

    @Test(.enabled(if: getuid() == 0), arguments: [false, true])
    func foreignOwner(bare: Bool) throws {
        let sandbox = try Sandbox(bare: bare)
        try run(
            "/bin/chown", ["-R", "12345", sandbox.work], in: sandbox.path, environment: [:])
        let error = try expect(.owner) { _ = try sandbox.open() }
        #expect(
            error.message.hasSuffix("git config --global --add safe.directory \(sandbox.work)"),
            "\(error)")
    }

    @Test func shallowAndPartialClonesAreTold() throws {
        let sandbox = try Sandbox()
        try sandbox.commit("One")
        try sandbox.commit("Two")
        try sandbox.git("config", "uploadpack.allowFilter", "true")
        let url = "file://" + sandbox.work
        try sandbox.git("clone", "-q", "--depth=1", url, sandbox.path + "/shallow")
        let shallow = try Repository.open(at: sandbox.path + "/shallow")
        #expect(shallow.isShallow && !shallow.isPartialClone)
        try sandbox.git("clone", "-q", "--filter=blob:none", url, sandbox.path + "/partial")
        let partial = try Repository.open(at: sandbox.path + "/partial")
        #expect(partial.isPartialClone && !partial.isShallow)
    }

    @Test func hooksSeeTheQuarantine() throws {
        let sandbox = try Sandbox(initialise: false)
        let home = Hermetic.home.path
        try sandbox.git("init", "-q", "--bare", home + "/quarantine.git")
        try FileManager.default.createDirectory(
            atPath: home + "/incoming", withIntermediateDirectories: true)
        let text = try sandbox.git(
            ["hash-object", "-w", "--stdin"], input: bytes("new"),
            environment: [
                "GIT_DIR": home + "/quarantine.git", "GIT_OBJECT_DIRECTORY": home + "/incoming",
            ])
        let id = try #require(ObjectID(text))
        #expect(try Repository.openFromEnvironment().blob(id) == bytes("new"))
        #expect(try !Repository.open(at: home + "/quarantine.git").contains(id))
    }

    @Test func linkedWorkingTree() throws {
        let sandbox = try Sandbox()
        try sandbox.write("t/a", "1")
        try sandbox.commit()
        let linked = sandbox.path + "/linked"
        try sandbox.git("worktree", "add", "-q", linked)
        let repository = try Repository.open(at: linked)
        #expect(repository.gitDirectory == sandbox.work + "/.git")
        #expect(repository.workingDirectory == linked)
        #expect(repository.worktreePrefix == "worktrees/linked/")
        #expect(try repository.head() == .branch("refs/heads/linked"))
        let baseline = try sandbox.id("rev-parse", "HEAD:t")
        try repository.withWorkspaceLock { _ in
            #expect(try repository.updateWorkingFiles(under: "t", from: baseline, to: nil) == [])
            try repository.setHead(to: "refs/heads/other")
        }
        #expect(try repository.head() == .branch("refs/heads/other"))
        #expect(try sandbox.git(["ls-files"], in: linked) == "")
    }
}

@Suite struct ConfigurationTests {
    @Test func levelsInOrder() throws {
        let sandbox = try Sandbox()
        try sandbox.git("config", "a.Local", "local")
        try sandbox.git("config", "a.both", "local")
        try sandbox.git("config", "remote.Some.url", "x")
        let global = sandbox.path + "/anything"
        try sandbox.git("config", "--file", global, "a.both", "global")
        try sandbox.git("config", "--file", global, "a.global", "global")
        let system = sandbox.path + "/system"
        try sandbox.git("config", "--file", system, "a.system", "system")
        let repository = try sandbox.open()
        var variables = [
            "GIT_CONFIG_GLOBAL": global, "GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "A.Top", "GIT_CONFIG_VALUE_0": "top",
            "GIT_CONFIG_KEY_1": "remote.Some.url", "GIT_CONFIG_VALUE_1": "y",
        ]
        func value(_ key: String) throws -> String? {
            try repository.configuration(
                key, environment: ConfigurationEnvironment { variables[$0] })
        }
        #expect(try value("a.local") == "local")
        #expect(try value("a.both") == "local")
        #expect(try value("a.global") == "global")
        #expect(try value("a.system") == "system")
        #expect(try value("a.top") == "top")
        #expect(try value("remote.Some.URL") == "y")
        #expect(try value("a.none") == nil)
        variables["GIT_CONFIG_NOSYSTEM"] = "1"
        variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
        #expect(try value("a.system") == nil)
        #expect(try value("a.global") == nil)
        variables["GIT_CONFIG_COUNT"] = "3"
        try expect(.invalid) { _ = try value("a.top") }
        #expect(try repository.configuration("a.local") == "local")
    }

    @Test func searchPathsForLibgit2() {
        func paths(_ variables: [String: String]) -> [String] {
            ConfigurationEnvironment { variables[$0] }.searchPaths.map(\.path)
        }
        #expect(paths([:]) == [])
        #expect(paths(["GIT_CONFIG_NOSYSTEM": "true"]) == [""])
        #expect(paths(["GIT_CONFIG_GLOBAL": "/dev/null"]) == ["", ""])
        #expect(paths(["GIT_CONFIG_GLOBAL": "/x/.gitconfig"]) == ["/x", ""])
        #expect(paths(["GIT_CONFIG_GLOBAL": "/x/config"]) == ["", "/x"])
        #expect(paths(["GIT_CONFIG_SYSTEM": "/etc/gitconfig"]) == ["/etc"])
    }
}
