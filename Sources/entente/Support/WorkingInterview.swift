internal import Agreement
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
    func run(_ files: TermsFiles, from source: InterviewSession.Source) throws {
        var saved = files
        let interview = InterviewSession(console: session.console) { terms in
            try save(terms, over: saved)
            saved = terms
        }
        let slug =
            try workspace.history().frameworks[framework] == nil ? "founding" : "<slug>"
        try report(interview.run(Interview(about: files), from: source), proposedAs: slug)
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

    private func report(_ interview: Interview, proposedAs slug: String) throws {
        let console = session.console
        let shown = ShownTerms(
            interview.files, framework: framework, label: "the working files", version: nil,
            signatures: [])
        if console.isInteractive, !console.wantsJSON {
            console.note("")
            console.print(shown.agreement.text(style: console.style))
        }
        let errors = shown.document.findings.filter { $0.severity == .error }.count
        let count = interview.answered
        console.note(
            "\(count) answer\(count == 1 ? "" : "s") written to \(TermsStore.path(of: framework)).")
        console.note(
            errors == 0
                ? "Next: entente check, then entente propose \(slug) --title \"...\" --why \"...\""
                : "Next: entente questions --ask goes on; entente check lists what stands in the way"
        )
    }
}
