import Foundation
import Git
import Testing

@testable import Agreement

/// Repositories that were tampered with, and what is remembered of them.
@Suite struct RepositoryAttackTests {
    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as GitError {
            return Problem(error).code
        } catch {
            return (error as? Problem)?.code ?? "\(error)"
        }
    }

    /// A workspace that verified version 2.
    private func verified() throws -> (shop: Workshop, first: ObjectID) {
        let shop = try Workshop.founded()
        let first = shop.main
        try shop.amend(TermsText().amended(), by: .ada, .dora)
        try shop.publish()
        let workspace = try shop.workspace()
        _ = try workspace.history()
        try workspace.rememberVerified(shop.main)
        return (shop, first)
    }

    /// `main` is deleted and made again.
    @Test(arguments: ["old", "root", "same", "ahead"])
    func mainThatIsMadeAgain(_ how: String) throws {
        let (shop, first) = try verified()
        let second = shop.main
        try shop.git(["update-ref", "-d", "refs/heads/main"])
        #expect(code { _ = try shop.workspace().history() } == "not-a-workspace")
        switch how {
        case "old": shop.main = first
        case "root":
            // A second root with the same files.
            shop.main = try shop.commit(shop.repository.commit(second).tree, [])
        case "ahead": try shop.amend(TermsText().amended("More"), by: .ada, .dora)
        default: break
        }
        try shop.publish()
        let isHonest = how == "same" || how == "ahead"
        #expect(code { _ = try shop.workspace().history() } == (isHonest ? nil : "rolled-back"))
    }

    /// A second root whose history is valid by itself, and joined to the first.
    @Test(arguments: [true, false])
    func aSecondRootThatIsJoined(isFirst: Bool) throws {
        let (shop, _) = try verified()
        let second = shop.main
        let other = try Workshop()
        try other.found(TermsText().retitled())
        try shop.git(["fetch", "-q", other.path, "\(other.main)"])
        let tree = try shop.repository.commit(isFirst ? other.main : second).tree
        shop.main = try shop.commit(
            tree, isFirst ? [other.main, second] : [second, other.main], "Join\n")
        try shop.publish()
        #expect(code { _ = try shop.workspace().history() } == (isFirst ? "rolled-back" : nil))
    }

    /// Other references of the name are not read, whatever they say, and wherever they lie.
    @Test(arguments: ["refs/tags/main", "refs/main", "refs/remotes/main", "refs/heads/heads/main"])
    func otherReferencesOfTheName(_ name: String) throws {
        let (shop, first) = try verified()
        try shop.git(["update-ref", name, "\(first)"])
        #expect(try shop.workspace().main() == shop.main)
        #expect(try shop.workspace().history().frameworks["alliance"]?.inForce.number == 2)
        try shop.git(["update-ref", "refs/heads/main", "\(first)"])
        #expect(code { _ = try shop.workspace().history() } == "rolled-back")
    }

    /// A packed reference is what it was before it was moved.
    @Test func packedReferencesOfBefore() throws {
        let (shop, first) = try verified()
        try shop.git(["pack-refs", "--all"])
        try Array("\(first) refs/heads/main\n".utf8).write(to: shop.path + "/packed-refs")
        try shop.git(["update-ref", "refs/heads/main", "\(shop.main)"])
        #expect(try shop.workspace().main() == shop.main)
        let known = try #require(try shop.workspace().repository.reference("refs/heads/main"))
        try FileManager.default.removeItem(atPath: shop.path + "/refs/heads/main")
        try shop.git(["update-ref", "refs/entente/verified/main", "\(known)"])
        #expect(code { _ = try shop.workspace().history() } == "rolled-back")
    }

    /// What was left out is an error, never a yes.
    @Test(arguments: ["sign-off", "proposal", "terms", "root", "founding"])
    func missingObjects(_ what: String) throws {
        let (shop, first) = try verified()
        let store = shop.store
        let tip = try shop.repository.commit(shop.main).parents[1]
        let id: ObjectID =
            switch what {
            case "sign-off": tip
            case "proposal": try shop.repository.commit(tip).parents[0]
            case "terms": try #require(try store.termsTree(of: "alliance", in: shop.main))
            case "root": try shop.repository.commit(shop.main).tree
            default: first
            }
        #expect(try shop.workspace().history().breach == nil)
        try FileManager.default.removeItem(
            atPath: "\(shop.path)/objects/\("\(id)".prefix(2))/\("\(id)".dropFirst(2))")
        #expect(code { _ = try shop.workspace().history() } == "incomplete")
    }

    /// A clone without the files, which Git would ask the host for one by one.
    @Test(arguments: [["--filter=blob:none"], ["--filter=tree:0"], []])
    func partialClones(_ filter: [String]) throws {
        let (shop, _) = try verified()
        try shop.git(["config", "uploadpack.allowFilter", "true"])
        let path = shop.path + "-clone"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try shop.git(
            ["clone", "-q", "--bare"] + filter + ["file://" + shop.path, path])
        let workspace = try Workspace(
            at: path,
            environment: WorkspaceEnvironment(variables: [:], clock: 0, offsetMinutes: 0))
        #expect(workspace.repository.isPartialClone == !filter.isEmpty)
        #expect(code { _ = try workspace.history() } == (filter.isEmpty ? nil : "incomplete"))
    }

    /// Parents and trees that are something else.
    @Test(arguments: ["tree", "blob", "tag", "none"])
    func parentsThatAreNoCommits(_ kind: String) throws {
        let (shop, _) = try verified()
        let tree = try shop.repository.commit(shop.main).tree
        let strange: String =
            switch kind {
            case "tree": "\(tree)"
            case "blob": "\(try shop.blob("x\n"))"
            case "tag":
                try shop.git(
                    ["mktag"],
                    input: Array(
                        "object \(shop.main)\ntype commit\ntag x\ntagger A <a@b> 1 +0000\n\nx\n"
                            .utf8))
            default: String(repeating: "a", count: 40)
            }
        for text in [
            "tree \(tree)\nparent \(shop.main)\nparent \(strange)\n",
            "tree \(kind == "tree" ? "\(shop.main)" : strange)\nparent \(shop.main)\n",
        ] {
            let bytes = text + "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n"
            let id = try shop.git(
                ["hash-object", "-w", "--stdin", "-t", "commit", "--literally"],
                input: Array(bytes.utf8))
            let main = try #require(ObjectID(id))
            #expect(throws: GitError.self) {
                _ = try History(replaying: main, store: shop.store)
            }
        }
    }

    /// A graph of commits that lies beside the objects and says otherwise is of no account.
    @Test func aGraphOfCommitsIsNotBelieved() throws {
        let (shop, first) = try verified()
        // The graph of a history in which version 2 leads to the old state.
        let second = shop.main
        let turned = try shop.commit(shop.repository.commit(first).tree, [first], "Later\n")
        try shop.git(["update-ref", "refs/heads/main", "\(turned)"])
        try shop.git(["commit-graph", "write", "--reachable"])
        #expect(
            FileManager.default.fileExists(atPath: shop.path + "/objects/info/commit-graph"))
        let graph = shop.path + "/objects/info/commit-graph"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: graph)
        var bytes = Array(try #require(FileManager.default.contents(atPath: graph)))
        // Every mention of the first version's id becomes one of the second's.
        func raw(_ id: ObjectID) -> [UInt8] { id.bytes }
        for place in bytes.indices where bytes[place...].starts(with: raw(first)) {
            bytes.replaceSubrange(place..<(place + 20), with: raw(second))
        }
        try bytes.write(to: graph)
        #expect(code { _ = try shop.workspace().history() } == "rolled-back")
        try shop.git(["update-ref", "refs/heads/main", "\(second)"])
        #expect(code { _ = try shop.workspace().history() } == nil)
    }

    /// A key is rotated: what the old key signed stays signed, and it signs nothing more.
    @Test(arguments: [true, false])
    func aLawfulRotation(usesOld: Bool) throws {
        let (shop, _) = try verified()
        let new = Actor.ada.with(key: "ada's new key")
        let gone = try Actor.ada.fingerprint
        let terms = TermsText().amended().with {
            $0.keys.removeAll { $0 == .ada }
            $0.keys.append(new)
            $0.retired = [gone]
        }
        try shop.amend(terms, by: .ada, .dora, new)
        let rotated = try shop.history()
        #expect(rotated.breach == nil)
        #expect(rotated.frameworks["alliance"]?.versions.count == 3)
        try shop.amend(terms.amended("On"), by: usesOld ? .ada : new, .dora)
        let history = try shop.history()
        #expect(history.breach?.violations.map(\.rule) == (usesOld ? [.signOffs] : nil))
        #expect(history.frameworks["alliance"]?.versions.count == (usesOld ? 3 : 4))
        #expect(
            history.frameworks["alliance"]?.versions[1].signatures.map(\.person).contains("ada")
                == true)
    }
}

extension Workshop {
    fileprivate func publish() throws { try git(["update-ref", "refs/heads/main", "\(main)"]) }
}
