import Foundation
import TestSupport
import Testing

/// What `hooks install` puts where, and what it leaves alone.
@Suite("Hooks are installed beside what is there")
struct HookScriptTests {
    private func hook(_ name: String, in alliance: Alliance) throws -> String {
        try String(contentsOfFile: "\(alliance.path)/.git/hooks/\(name)", encoding: .utf8)
    }

    @Test("the file for admins is the one that is installed")
    func file() throws {
        let hub = try Hub.empty()
        let installed = try String(contentsOfFile: hub.path + "/hooks/pre-receive", encoding: .utf8)
        let shipped = try String(
            contentsOfFile: SourceTree.root + "/hooks/pre-receive", encoding: .utf8)
        #expect(installed == shipped)
    }

    @Test("installing twice is installing once, and removing takes away what was installed")
    func twice() throws {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "remove")
        let before = try alliance.shell("ls -a .git/hooks")
        #expect(try alliance.run(["hooks", "install"]).output.contains("pre-push: installed"))
        let once = try alliance.shell("sha256sum .git/hooks/*")
        let again = try alliance.run(["hooks", "install"])
        #expect(again.code == 0 && again.output.contains("pre-push: was there already"))
        #expect(try alliance.shell("sha256sum .git/hooks/*") == once)
        try alliance.must("hooks", "remove")
        #expect(try alliance.shell("ls -a .git/hooks") == before)
        #expect(try alliance.run(["hooks", "remove"]).code == 0)
    }

    @Test("a hook of one's own is kept as it is, and can run ours")
    func own() throws {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "remove")
        try alliance.shell(
            "printf '#!/bin/sh\\necho mine\\n' > .git/hooks/pre-commit; "
                + "chmod +x .git/hooks/pre-commit; ln -s nowhere .git/hooks/pre-push")
        let first = try alliance.run(["hooks", "install"])
        #expect(first.code == 1, "\(first)")
        #expect(first.output.contains("pre-commit: not installed, because you have one"))
        #expect(first.errors.contains("entente hook pre-commit || exit"))
        #expect(try hook("pre-commit", in: alliance) == "#!/bin/sh\necho mine\n")
        #expect(try alliance.shell("readlink .git/hooks/pre-push") == "nowhere\n")

        try alliance.shell(
            "rm .git/hooks/pre-push; sed -i '1a entente hook pre-commit || exit' "
                + ".git/hooks/pre-commit")
        let second = try alliance.run(["hooks", "install"])
        #expect(second.code == 0 && second.output.contains("is run by your own hook"), "\(second)")
        let refused = try alliance.sandbox.run(
            "cd '\(alliance.path)'; echo >> frameworks/alliance/terms/purpose.yaml; "
                + "git commit -q -a -m Sneaky", as: .ada)
        #expect(refused.code != 0 && !refused.output.contains("mine"), "\(refused)")
        try alliance.must("hooks", "remove")
        #expect(try hook("pre-commit", in: alliance).contains("echo mine"))
    }

    @Test("core.hooksPath is honoured where it is the repository's own")
    func hooksPath() throws {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "remove")
        try alliance.shell("git config core.hooksPath .githooks")
        try alliance.must("hooks", "install")
        #expect(try alliance.shell("ls .githooks") == "post-merge\npre-commit\npre-push\n")
        try alliance.shell("git config core.hooksPath '\(alliance.sandbox.path)/shared'")
        let shared = try alliance.run(["hooks", "install", "--json"])
        #expect(shared.code == 2 && JSON(shared.errors)?["code"].text == "shared-hooks")
        #expect(!FileManager.default.fileExists(atPath: alliance.sandbox.path + "/shared"))
    }

    @Test("a repository that nobody works in takes the hook of a host")
    func bare() throws {
        let hub = try Hub.empty()
        let outcome = try hub.sandbox.run("entente -C ../hub.git hooks install", as: .ada)
        #expect(outcome.code == 2 && outcome.output.contains("hooks install --server"))
        #expect(
            try hub.sandbox.run("entente -C ../hub.git hooks remove --server", as: .ada).code == 0)
        #expect(!FileManager.default.fileExists(atPath: hub.path + "/hooks/pre-receive"))
    }
}
