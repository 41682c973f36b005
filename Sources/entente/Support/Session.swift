internal import Agreement
internal import Foundation
internal import Git
internal import SSHSignature
internal import Terms

/// One run of a command: what comes from the process, and the workspace that it is about.
struct Session {
    let options: GlobalOptions
    let console: Console
    let environment: WorkspaceEnvironment

    init(_ options: GlobalOptions) {
        self.options = options
        let variables = ProcessInfo.processInfo.environment
        console = Console(options, environment: variables)
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        environment = WorkspaceEnvironment(
            variables: variables, clock: Int64(now), offsetMinutes: local.tm_gmtoff / 60,
            program: Self.program)
    }

    /// What tells this program from every other build of it; nil where that can't be known.
    private static var program: String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return "\(status.st_dev) \(status.st_ino) \(status.st_size) "
            + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// The directory that the command is about.
    var directory: String {
        options.directory ?? FileManager.default.currentDirectoryPath
    }

    /// Opens the workspace, and makes up for what an interrupted command left undone, as far as
    /// this copy can be written to.
    func open(settling: Bool = true) throws -> Workspace {
        guard FileManager.default.fileExists(atPath: directory) else {
            throw Problem(
                "not-a-workspace", .unable, "there is no directory \(directory)",
                next: "entente init \(directory)")
        }
        let workspace = try Workspace(at: directory, environment: environment)
        Self.keepToTheEnd(workspace)
        if settling { settle(workspace) }
        return workspace
    }

    /// Makes up for what an interrupted command left undone, as far as this copy can be written to.
    func settle(_ workspace: Workspace, adopting: Bool = true) {
        do {
            try workspace.settle(adopting: adopting)
        } catch {
            console.detail("An interrupted command could not be finished: \(error)")
        }
    }

    /// Keeps something until the process ends: to give back the many pieces of what a large workspace
    /// holds takes a command longer than to find them.
    static func keepToTheEnd(_ value: Any) { _ = Unmanaged.passRetained(Kept(value)) }

    private final class Kept {
        let value: Any

        init(_ value: Any) { self.value = value }
    }

    /// The agreed history, for commands that read on where a rule is broken; they say so.
    func history(of workspace: Workspace) throws -> History {
        let history = try workspace.history()
        if let breach = history.breach {
            let bearer = try workspace.bearer(of: breach)
            console.note(
                TextRules.visible(
                    "Note: \(bearer) breaks a rule (\(breach.violations[0].rule.rawValue)); "
                        + "what comes after that does not count. See entente verify."))
        }
        return history
    }

    /// The framework that a command is about: the one that is named, or the only one there is. A
    /// command that takes it as its first argument, and not with --framework, gives its own name.
    func framework(
        _ named: String?, firstOf command: String? = nil, in workspace: Workspace, history: History
    ) throws -> String {
        let known = try frameworks(in: workspace, history: history)
        if let named {
            guard !known.contains(named) else { return named }
            let nearest = Suggestion.nearest(to: named, in: known)
            throw Problem(
                "no-such-framework", .unable,
                "there is no framework `\(TextRules.visible(named))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: known.isEmpty
                    ? "entente new <framework> starts one"
                    : "Frameworks here: \(known.joined(separator: ", "))")
        }
        guard let only = known.first else {
            throw Problem(
                "no-framework", .unable, "there is no framework here yet",
                next: "entente new <framework> --template contract")
        }
        guard known.count == 1 else {
            throw Problem(
                "which-framework", .unable, "there are several frameworks here",
                next: command.map {
                    "Name one: entente \($0) \(known.joined(separator: " | "))"
                } ?? "Name one with --framework: \(known.joined(separator: ", "))")
        }
        return only
    }

    /// All frameworks: agreed, proposed, or among the working files.
    func frameworks(in workspace: Workspace, history: History) throws -> [String] {
        let proposed = try workspace.proposalReferences().map(\.framework)
        let known = Set(history.frameworks.keys).union(proposed)
        return try known.union(workspace.workingFrameworks(besides: known)).sorted()
    }

    /// The working terms with values set, or those of a state.
    func edited(
        _ files: TermsFiles, by assignments: [String], framework: String
    ) throws -> TermsFiles {
        var files = files
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                throw Problem(
                    "bad-assignment", .unable, "`\(TextRules.visible(assignment))` sets nothing",
                    next: "Write it like --set commercials.pipeline.target=\"EUR 600,000\"")
            }
            let path = String(assignment[..<equals])
            let value = String(assignment[assignment.index(after: equals)...])
            let change = try Assignment(path: path, value: value, framework: framework)
            files = files.replacing(change.file, with: try change.apply(to: files[change.file]))
        }
        return files
    }
}

/// One value to set: `commercials.pipeline.target` to `EUR 600,000`.
struct Assignment {
    let path: TermPath
    let value: String
    let framework: String

    init(path: String, value: String, framework: String) throws {
        guard let parsed = TermPath(path) else {
            throw Problem(
                "bad-path", .unable, "`\(TextRules.visible(path))` is not the path of a term",
                next: "Write it like commercials.pipeline.target")
        }
        self.path = parsed
        self.value = value
        self.framework = framework
    }

    /// The file that holds the value, relative to `terms/`.
    var file: String { "\(path.section).yaml" }

    /// The file with the value set. The value `@FILE` is not special: values are what they are.
    func apply(to bytes: [UInt8]?) throws -> [UInt8] {
        guard let text = String(validating: bytes ?? [], as: UTF8.self) else {
            throw Problem(
                "not-utf-8", .no, "the file is not UTF-8 text", at: "\(framework)/\(file)",
                next: "Save it as UTF-8")
        }
        do {
            return Array(try YAMLEditor.set(path, to: value, in: text).utf8)
        } catch {
            throw Problem(
                "not-set", .unable, error.message,
                at: error.position.map { "\(framework)/\(file):\($0)" }, next: error.next)
        }
    }
}
