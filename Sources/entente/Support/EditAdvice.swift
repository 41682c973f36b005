internal import Agreement
internal import Terms

/// What comes next, after an edit of the working files.
enum EditAdvice {
    /// One line. Linear in the size of the terms.
    static func line(
        for framework: String, in workspace: Workspace, history: History
    ) throws -> String {
        if let update = try workspace.waitingUpdate(of: framework, history: history) {
            return update.note ?? "Next: \(update.next)"
        }
        let errors = try errors(of: framework, in: workspace)
        let first =
            errors == 0
            ? "entente diff"
            : "mend what entente check lists (\(errors) \(errors == 1 ? "error" : "errors"))"
        if let reference = try workspace.proposal(underDraftOf: framework, history: history),
            try workspace.proposal(reference, history: history).isOpen
        {
            return "Next: \(first), then entente revise \(reference.slug)"
        }
        return "Next: \(first), then entente propose <slug> --title \"...\" --why \"...\""
    }

    private static func errors(of framework: String, in workspace: Workspace) throws -> Int {
        guard let files = try workspace.workingTerms(of: framework) else { return 0 }
        return try workspace.findings(in: TermsDocument(files), companionsIn: .workingFiles)
            .count { $0.severity == .error }
    }
}
