internal import Agreement
internal import Terms

/// Asks for what is missing, on a terminal only.
enum Prompt {
    /// An answer that a command can't do without.
    ///
    /// Without a terminal, a missing answer is an error that names its flag.
    static func required(
        _ answer: String?, flag: String, question: String, console: Console
    ) throws -> String {
        if let answer, !answer.isEmpty { return answer }
        if console.isInteractive, let answer = console.insist(question) {
            console.note("(the same without a question: \(flag) \"\(answer)\")")
            return answer
        }
        throw Problem(
            "missing-answer", .unable, "\(flag) is missing: \(question)",
            next: "Give it with \(flag) \"...\"")
    }

    /// A yes that a command can't do without.
    static func confirmed(
        _ yes: Bool, question: String, console: Console
    ) throws {
        if yes { return }
        guard console.isInteractive else {
            throw Problem(
                "not-confirmed", .unable, "nobody confirmed: \(question)",
                next: "Read it, then give --yes")
        }
        guard console.confirm(question) else {
            throw Problem("not-confirmed", .no, "nothing was done")
        }
        console.note("(the same without a question: --yes)")
    }
}
