import Foundation
import Glibc
import SSHSignature
import Terms

@testable import Agreement
@testable import Git

/// A repository in a folder of its own, and the tools to forge in it whatever can be forged.
final class Workshop {
    let path: String
    let repository: Repository
    let store: TermsStore
    /// The tip of `main`.
    var main: ObjectID
    /// The time that the next commit has.
    private var clock: Int64 = 1_799_053_200
    private var known: History?

    /// Set once and before libgit2 starts: none of this machine's settings.
    private static let isHermetic: Bool = {
        setenv("GIT_CONFIG_NOSYSTEM", "1", 1)
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1)
        unsetenv("XDG_CONFIG_HOME")
        return true
    }()

    init() throws {
        guard Self.isHermetic else { throw Failure("the environment can't be set") }
        path = "\(Self.folder)/entente-agreement-\(UUID().uuidString)"
        repository = try Repository.create(at: path, bare: true)
        store = TermsStore(repository)
        let readme = try repository.write(blob: Array("# Agreements\n".utf8))
        let tree = try repository.tree(nil, replacing: "README.md", with: (.file, readme))
        main = try repository.write(
            commit: Array(
                """
                tree \(tree)
                author Git <git@entente.example> 1799053200 +0000
                committer Git <git@entente.example> 1799053200 +0000

                Begin

                """.utf8))
    }

    /// A workshop with the framework `alliance`, founded on the plainest terms.
    static func founded() throws -> Workshop {
        try Workshop(copying: template.get())
    }

    private init(copying template: Template) throws {
        path = "\(Self.folder)/entente-agreement-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: template.path, toPath: path)
        repository = try Repository.open(at: path)
        store = TermsStore(repository)
        (main, clock) = (template.main, template.clock)
    }

    private struct Template {
        let path: String
        let main: ObjectID
        let clock: Int64
    }

    /// Made once, since the sign-offs of five people take longer than most attacks.
    private static let template: Result<Template, any Error> = Result {
        let shop = try Workshop()
        try shop.found()
        try FileManager.default.copyItem(atPath: shop.path, toPath: templatePath)
        atexit { try? FileManager.default.removeItem(atPath: Workshop.templatePath) }
        return Template(path: templatePath, main: shop.main, clock: shop.clock)
    }

    private static let templatePath = "\(folder)/entente-agreement-template-\(getpid())"

    /// Files that nobody keeps need no disk, and every write waits for it.
    private static let folder =
        access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()

    deinit { try? FileManager.default.removeItem(atPath: path) }

    // MARK: Trees

    /// The tree of `terms/` with these files.
    func tree(of terms: TermsText) throws -> ObjectID {
        var tree: ObjectID?
        for (path, text) in try terms.contents().sorted(by: { $0.key < $1.key }) {
            let blob = try repository.write(blob: Array(text.utf8))
            tree = try repository.tree(tree, replacing: path, with: (.file, blob))
        }
        return try repository.tree(tree, replacing: "nothing", with: nil)
    }

    /// The root tree of a commit with one path replaced, or removed.
    func root(
        of commit: ObjectID, replacing path: String, with entry: (TreeEntry.Mode, ObjectID)?
    ) throws -> ObjectID {
        try repository.tree(repository.commit(commit).tree, replacing: path, with: entry)
    }

    /// A file's text as a blob.
    func blob(_ text: String) throws -> ObjectID { try repository.write(blob: Array(text.utf8)) }

    /// A tree whose bytes are exactly these entries in this order, as no honest program writes it.
    func rawTree(_ entries: [TreeEntry]) throws -> ObjectID {
        var bytes: [UInt8] = []
        for entry in entries {
            let mode = (entry.isPadded ? "0" : "") + String(entry.mode.rawValue, radix: 8)
            bytes += Array(mode.utf8) + [32]
            bytes += entry.name + [0] + entry.id.bytes
        }
        let text = try git(
            ["hash-object", "-w", "--stdin", "-t", "tree", "--literally"], input: bytes)
        guard let id = ObjectID(text) else { throw Failure("no tree: \(text)") }
        return id
    }

    // MARK: Commits

    /// An unsigned commit.
    func commit(_ tree: ObjectID, _ parents: [ObjectID], _ message: String = "Change\n") throws
        -> ObjectID
    {
        try repository.write(commit: payload(tree, parents, Array(message.utf8), by: "mallory"))
    }

    /// A commit signed by somebody, with every part to be spoilt.
    func signed(
        _ tree: ObjectID, _ parents: [ObjectID], _ message: [UInt8], by actor: Actor,
        sealing: Sealing = Sealing(), extra: String = ""
    ) throws -> [UInt8] {
        let bytes = payload(tree, parents, message, by: actor.person, extra: extra)
        let armour = try sealing.seal(bytes, by: actor)
        return Self.inserting(armour, into: bytes)
    }

    /// The commit with a `gpgsig` header behind its other headers.
    static func inserting(_ armour: String, into commit: [UInt8]) -> [UInt8] {
        let header =
            "gpgsig "
            + armour.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n ") + "\n"
        guard
            let end = zip(commit, commit.dropFirst()).enumerated()
                .first(where: { $0.element == (10, 10) })?.offset
        else { return commit }
        return commit[...end] + Array(header.utf8) + commit[(end + 1)...]
    }

    func payload(
        _ tree: ObjectID, _ parents: [ObjectID], _ message: [UInt8], by name: String,
        extra: String = ""
    ) -> [UInt8] {
        clock += 60
        var text = "tree \(tree)\n"
        for parent in parents { text += "parent \(parent)\n" }
        let who = "\(name.capitalized) <\(name)@example.org> \(clock) +0000"
        text += "author \(who)\ncommitter \(who)\n\(extra)\n"
        return Array(text.utf8) + message
    }

    // MARK: Proposals

    /// A commit on top of `main`, or of something else, that proposes terms.
    func propose(
        _ terms: TermsText, of framework: String = "alliance", on base: ObjectID? = nil,
        slug: String = "change"
    ) throws -> ObjectID {
        let base = base ?? main
        let tree = try root(
            of: base, replacing: TermsStore.path(of: framework), with: (.tree, tree(of: terms)))
        return try commit(
            tree, [base],
            ProposalOrigin.message(framework: framework, slug: slug, title: "A change", why: ""))
    }

    /// What somebody would honestly say about a proposal now.
    func statement(
        _ kind: Statement.Kind = .signOff, on tip: ObjectID, of framework: String = "alliance",
        by actor: Actor
    ) throws -> Statement {
        guard let tree = try store.termsTree(of: framework, in: tip) else {
            throw Failure("nothing is proposed")
        }
        let candidate = try current().judge(framework, tree: tree, proposal: tip, store: store)
            .candidate
        return Statement(
            kind: kind, framework: framework, founding: candidate.founding,
            version: candidate.version, base: candidate.inForce?.digest,
            terms: candidate.proposed.digest, party: actor.party, person: actor.person,
            text: kind == .signOff ? "" : "Because.")
    }

    /// Somebody's statement on top of a proposal, honest but for what is changed.
    func say(
        _ kind: Statement.Kind = .signOff, on tip: ObjectID, of framework: String = "alliance",
        by actor: Actor, sealing: Sealing = Sealing(), extra: String = "",
        parents: [ObjectID]? = nil, tree: ObjectID? = nil, as known: Statement? = nil,
        changing change: (inout Statement) -> Void = { _ in },
        rewording reword: (String) -> String = { $0 },
        forging forge: ([UInt8]) -> [UInt8] = { $0 }
    ) throws -> ObjectID {
        var statement = try known ?? statement(kind, on: tip, of: framework, by: actor)
        change(&statement)
        let bytes = try signed(
            tree ?? repository.commit(tip).tree, parents ?? [tip],
            Array(reword(statement.message).utf8), by: actor, sealing: sealing, extra: extra)
        return try repository.write(commit: forge(bytes))
    }

    /// Sign-offs of several people, one on top of the other.
    func signOff(
        _ tip: ObjectID, of framework: String = "alliance", by actors: Actor...
    ) throws -> ObjectID {
        try signOff(tip, of: framework, by: actors)
    }

    func signOff(
        _ tip: ObjectID, of framework: String = "alliance", by actors: [Actor]
    ) throws -> ObjectID {
        guard let first = actors.first else { return tip }
        let statement = try statement(on: tip, of: framework, by: first)
        return try actors.reduce(tip) { tip, actor in
            try say(
                on: tip, of: framework, by: actor,
                as: statement.with(party: actor.party, person: actor.person))
        }
    }

    /// Merges a proposal into `main` as `entente agree` does; `main` moves.
    @discardableResult
    func merge(
        _ tip: ObjectID, of framework: String = "alliance", tree: ObjectID? = nil,
        parents: [ObjectID]? = nil
    ) throws -> ObjectID {
        let terms = try store.termsTree(of: framework, in: tip)
        let honest = try root(
            of: main, replacing: TermsStore.path(of: framework), with: terms.map { (.tree, $0) })
        main = try commit(tree ?? honest, parents ?? [main, tip], "Agree\n")
        return main
    }

    /// Founds a framework with the sign-offs of everybody who has a key in it.
    @discardableResult
    func found(
        _ terms: TermsText = TermsText(), of framework: String = "alliance"
    ) throws -> ObjectID {
        let start = try propose(terms, of: framework, slug: "founding")
        let tip = try signOff(start, of: framework, by: terms.keys)
        return try merge(tip, of: framework)
    }

    /// Agrees on an amendment with the sign-offs of these people.
    @discardableResult
    func amend(
        _ terms: TermsText, of framework: String = "alliance", by actors: Actor...
    ) throws -> ObjectID {
        let start = try propose(terms, of: framework)
        let tip = try signOff(start, of: framework, by: actors)
        return try merge(tip, of: framework)
    }

    /// What `main` amounts to.
    func history() throws -> History { try History(replaying: main, store: store) }

    /// The same, step by step from what it was before, so that long lives cost little.
    private func current() throws -> History {
        if let known, known.tip == main { return known }
        var next = known
        if next?.tip != nil, try repository.commit(main).parents.first == next?.tip {
            try next?.advance(to: main, store: store)
        } else {
            next = try history()
        }
        known = next
        return try next ?? history()
    }

    // MARK: Plain Git

    /// Runs Git with nothing of this machine's settings, and returns what it prints.
    @discardableResult
    func git(_ arguments: [String], input: [UInt8] = []) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
        process.arguments = ["--git-dir", path] + arguments
        process.environment = [
            "HOME": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
            "PATH": "/usr/bin:/bin", "LC_ALL": "C",
        ]
        let (inPipe, outPipe) = (Pipe(), Pipe())
        process.standardInput = inPipe
        process.standardOutput = outPipe
        try process.run()
        try inPipe.fileHandleForWriting.write(contentsOf: Data(input))
        try inPipe.fileHandleForWriting.close()
        let data = outPipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure("git \(arguments.joined(separator: " ")) failed")
        }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// Why something could not be set up.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
}

extension Statement {
    fileprivate func with(party: String, person: String) -> Statement {
        var copy = self
        (copy.party, copy.person) = (party, person)
        return copy
    }
}
