internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Reports
internal import SSHSignature
internal import Terms

/// `doctor`: checks what the program needs, and names the fix for what is missing.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Check Git, keys, agent, workspace, remotes and hooks; each finding with its fix.",
        discussion: "Example: entente doctor")

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    struct Point: Encodable {
        let fix: String?
        let found: String
        let ok: Bool
        let what: String
    }

    func run() async throws {
        let session = Session(options)
        let keygen = SSHKeygen(session.environment)
        var points: [Point] = []
        points.append(Point(fix: nil, found: Repository.libraryVersion, ok: true, what: "libgit2"))
        points.append(await attempt("OpenSSH") { try await keygen.version() })
        var opened: Workspace?
        points.append(
            await attempt("workspace") {
                let workspace = try session.open(settling: false)
                opened = workspace
                _ = try workspace.main()
                return workspace.repository.workingDirectory ?? workspace.repository.gitDirectory
            })
        if let workspace = opened {
            points += try await self.points(on: workspace, session: session, keygen: keygen)
        }
        points.append(
            await attempt("templates") {
                let library = try TemplateLibrary(environment: session.environment.variables)
                return "\(try library.entries().count) found"
            })
        if options.json {
            try session.console.print(json: points)
        } else {
            let console = session.console
            for point in points {
                let mark =
                    point.ok
                    ? StyledText("ok     ", [.green, .together]) : StyledText("missing", .yellow)
                console.print(
                    line: mark + StyledText("  ", .together)
                        + StyledText("\(point.what): \(point.found)"),
                    indent: 0, hanging: 9)
                if let fix = point.fix {
                    console.print(line: StyledText("→ \(fix)"), indent: 9, hanging: 11)
                }
            }
        }
        if points.contains(where: { !$0.ok }) { throw Verdict.no }
    }

    private func points(
        on workspace: Workspace, session: Session, keygen: SSHKeygen
    ) async throws -> [Point] {
        var points: [Point] = []
        points.append(
            await attempt("Git identity") {
                let who = try session.environment.identity("COMMITTER", in: workspace.repository)
                return "\(who.name) <\(who.email)>"
            })
        var history: History?
        points.append(
            await attempt("history") {
                let sound = try workspace.soundHistory()
                history = sound
                let versions = sound.frameworks.values.reduce(0) { $0 + $1.inForce.number }
                let count = sound.frameworks.count
                return "verifies; \(count) \(count == 1 ? "framework" : "frameworks"), "
                    + "\(versions) \(versions == 1 ? "version" : "versions")"
            })
        points.append(
            await attempt("signing key") {
                let registries = try history?.registries() ?? []
                let found: SigningKey
                do {
                    found = try await keygen.findKey(
                        named: key.key, in: workspace, known: Set(registries.flatMap(\.keys)))
                } catch {
                    // Where nobody has a key yet, the only one there is will do.
                    guard key.key == nil, registries.isEmpty, let sole = try await keygen.soleKey()
                    else { throw error }
                    return "\(sole.publicKey.fingerprint), which entente new fills in"
                }
                let owner = registries.lazy.compactMap { $0.owner(of: found.publicKey)?.name }.first
                return "\(found.publicKey.fingerprint), "
                    + (owner.map { "of \($0)" } ?? "in no registry yet")
            })
        let agent = try await keygen.agentKeys().count
        points.append(
            Point(
                fix: nil,
                found: agent == 0
                    ? "holds no key (none is needed)" : "\(agent) \(agent == 1 ? "key" : "keys")",
                ok: true, what: "agent"))
        points += try placePoints(on: workspace)
        points.append(await hookPoint(on: workspace))
        return points
    }

    func attempt(
        _ what: String, _ body: () async throws -> String
    ) async -> Point {
        do {
            return Point(fix: nil, found: try await body(), ok: true, what: what)
        } catch let problem as Problem {
            return Point(fix: problem.next, found: problem.message, ok: false, what: what)
        } catch let error as GitError {
            let problem = Problem(error)
            return Point(fix: problem.next, found: problem.message, ok: false, what: what)
        } catch {
            return Point(fix: nil, found: "\(error)", ok: false, what: what)
        }
    }
}
