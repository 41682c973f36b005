internal import Agreement
internal import Foundation
internal import Git
internal import Reports
internal import Terms

/// An interview about the working files of a framework: every answer goes into them at once.
struct WorkingInterview {
    let session: Session
    let workspace: Workspace
    let framework: String

    /// Asks on a terminal, or reads a file of answers, and says what is still open.
    ///
    /// - Throws: `Problem`, also where somebody else changes the files meanwhile.
    func run(_ files: TermsFiles, answers: String?) throws {
        var saved = files
        let interview = InterviewSession(console: session.console) { terms in
            try save(terms, over: saved)
            saved = terms
        }
        let source = try answers.map {
            try InterviewSession.Source.lines(Self.lines(of: $0), file: $0)
        }
        let done = try interview.run(Interview(about: files), from: source ?? .terminal)
        try report(done)
    }

    /// The lines of a file of answers.
    static func lines(of file: String) throws -> [String] {
        guard let data = FileManager.default.contents(atPath: file),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw Problem(
                "no-answers", .unable, "the answers can't be read as UTF-8 text", at: file,
                next: "Give a file with one answer a line, in the order of entente questions")
        }
        var lines = text.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private func save(_ terms: TermsFiles, over known: TermsFiles) throws {
        try workspace.repository.withWorkspaceLock { _ in
            let found = try workspace.workingTerms(of: framework)
            guard found?.digest == known.digest else {
                throw Problem(
                    "changed-meanwhile", .no,
                    "somebody changed the files of \(framework) meanwhile",
                    at: TermsStore.path(of: framework),
                    next: "Nothing of theirs was lost; ask again: entente questions --ask")
            }
            for path in TermsFiles.changedPaths(from: known, to: terms) {
                try workspace.repository.writeWorkingFile(
                    at: "\(TermsStore.path(of: framework))/\(path)", bytes: terms[path] ?? [])
            }
        }
    }

    private func report(_ interview: Interview) throws {
        let console = session.console
        let terms = TermsDocument(interview.files)
        if console.isInteractive, !console.wantsJSON {
            console.note("")
            console.print(
                ShownTerms(
                    interview.files, framework: framework, label: "the working files", version: nil,
                    signatures: []
                ).agreement.text(style: console.style))
        }
        let errors = terms.findings.filter { $0.severity == .error }.count
        let count = interview.answered
        console.note(
            "\(count) answer\(count == 1 ? "" : "s") written to \(TermsStore.path(of: framework)).")
        console.note(
            errors == 0
                ? "Next: entente check, then entente propose founding --title \"...\" --why \"...\""
                : "Next: entente questions --ask goes on; entente check lists what stands in the way"
        )
    }
}
