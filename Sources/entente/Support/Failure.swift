internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Reports

/// Turns whatever went wrong into at most three lines besides a list, or one JSON object, and an
/// exit code.
enum Failure {
    /// Reports an error, and returns the exit code that it stands for.
    static func report(_ error: any Error, json: Bool, verbose: Bool) -> Int32 {
        if let verdict = error as? Verdict { return verdict.code }
        let problem = self.problem(for: error)
        let text: String
        if json {
            let document = Document(
                code: problem.code,
                message: ([problem.message] + problem.items).joined(separator: "\n  "),
                next: problem.next,
                where: problem.place)
            do {
                text = try JSONText.of(document)
            } catch {
                text = "{\"code\": \"internal\", \"message\": \"the error can't be printed\"}"
            }
        } else {
            var lines = ["entente: \(problem.message)"] + problem.items.map { "  " + $0 }
            if let place = problem.place { lines.append("  where: \(place)") }
            if let next = problem.next { lines.append("  next:  \(next)") }
            if verbose, let detail = problem.detail { lines.append("  detail: \(detail)") }
            // A line feed in what somebody else wrote must not begin a line that looks like ours.
            text = lines.map { StyledText($0).plain }.joined(separator: "\n")
        }
        Output.say(text + "\n")
        return problem.outcome.rawValue
    }

    private static func problem(for error: any Error) -> Problem {
        switch error {
        case let problem as Problem:
            return problem
        case let error as GitError:
            return Problem(error)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace:
            return Problem(
                "no-space", .unable, "there is no space left on the device",
                next: "Make room, then try again; nothing was half done")
        default:
            return Problem(
                "unexpected", .unable, "something unexpected went wrong",
                next: "Try again with --verbose, and report what it says", detail: "\(error)")
        }
    }

    private struct Document: Encodable {
        let code: String
        let message: String
        let next: String?
        let `where`: String?
    }
}

/// An answer that is not an error: everything was printed, and the exit code says no.
struct Verdict: Error {
    let code: Int32
    static let no = Verdict(code: 1)
}
