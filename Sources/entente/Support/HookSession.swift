internal import Agreement
internal import Foundation
internal import Reports

/// What the hooks share: they run where Git starts them, read what Git tells them, and speak in the
/// middle of what Git says.
extension Session {
    /// Opens the repository that Git's environment names, from the directory that is named or the
    /// current one. Nothing is settled: what goes on belongs to Git.
    func openFromGit() throws -> Workspace {
        if let directory = options.directory {
            guard FileManager.default.changeCurrentDirectoryPath(directory) else {
                throw Problem(
                    "not-a-workspace", .unable, "there is no directory \(directory)",
                    next: "entente init \(directory)")
            }
        }
        return try Workspace.fromGit(environment: environment)
    }

    /// All that Git writes to a hook.
    func readInput() throws -> [UInt8] {
        do {
            return Array(try FileHandle.standardInput.readToEnd() ?? Data())
        } catch {
            throw Problem(
                "bad-input", .unable, "what Git says can't be read",
                next: "Let Git run it: entente hooks install", detail: "\(error)")
        }
    }
}

/// What a judgement of a push says to the person who pushes.
struct PushReport: Encodable {
    struct Refused: Encodable {
        let code: String
        let message: String
        let next: String?
        let reference: String
        let `where`: String?
    }

    let refused: [Refused]
    let taken: Bool

    private let lines: [String]
    private let outcome: Problem.Outcome?

    private enum CodingKeys: CodingKey { case refused, taken }

    init(_ judgement: PushJudgement) {
        refused = judgement.refusals.map { refusal in
            Refused(
                code: refusal.problem.code, message: refusal.problem.message,
                next: refusal.problem.next, reference: refusal.reference.name,
                where: refusal.problem.place)
        }
        taken = refused.isEmpty
        lines = judgement.refusals.flatMap { refusal in
            [
                "entente: \(refusal.reference.shortName) is refused: \(refusal.problem.message)",
                refusal.problem.place.map { "  where: \($0)" },
                refusal.problem.next.map { "  next:  \($0)" },
            ].compactMap { $0 }
        }
        let outcomes = judgement.refusals.map(\.problem.outcome)
        outcome = outcomes.max { $0.rawValue < $1.rawValue }
    }

    /// Prints it, and ends the command with a no where something is refused. The verdict is the last
    /// line of a refusal: what it means for all of the push.
    func print(to console: Console, verdict: String) throws {
        if console.wantsJSON {
            try console.print(json: self)
        } else if !taken {
            // A line feed in what somebody else wrote must not begin a line that looks like ours.
            let text = (lines + ["entente: \(verdict)"]).map { StyledText($0).plain }
                .joined(separator: "\n")
            Output.say(text + "\n")
        }
        if let outcome { throw Verdict(code: outcome.rawValue) }
    }
}
