internal import Agreement
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// Compares states and proposals for whichever command needs it.
struct Comparing {
    /// What changes.
    let comparison: Comparison
    /// The same, to be read.
    let report: ComparisonReport
    private let documents: (old: TermsDocument?, new: TermsDocument?)

    /// What a proposal changes in the terms in force.
    init(_ proposal: Proposal) {
        let candidate = proposal.candidate
        self.init(
            from: candidate.inForce?.files, to: candidate.proposed.files,
            header: ComparisonHeader(
                framework: candidate.framework,
                from: candidate.inForce == nil
                    ? "nothing agreed yet" : "version \(candidate.version - 1), in force",
                to: "the proposal \(proposal.slug)",
                oldDigest: candidate.inForce?.digest.description,
                newDigest: candidate.proposed.digest.description,
                proposal: proposal.origin.map {
                    ComparisonHeader.Proposal(
                        title: $0.title, why: $0.why.isEmpty ? nil : $0.why,
                        proposer: $0.proposer.name)
                }))
    }

    /// What differs between two states.
    init(framework: String, from old: State, to new: State) {
        self.init(
            from: old.files, to: new.files,
            header: ComparisonHeader(
                framework: framework, from: old.label, to: new.label,
                oldDigest: old.files?.digest.description,
                newDigest: new.files?.digest.description))
    }

    private init(from old: TermsFiles?, to new: TermsFiles?, header: ComparisonHeader) {
        let read = [old, new].mapOnAllCores { $0.map(TermsDocument.init) }
        let (old, new) = (read[0], read[1])
        documents = (old, new)
        comparison = Comparison(from: old, to: new)
        report = ComparisonReport(
            comparison, header: header, names: Names(new, old))
    }

    /// The same, once it is sure that it tells every byte that differs; it throws otherwise, since
    /// nobody may rely on it then.
    func assured() throws -> Comparing {
        let gaps = comparison.gaps(from: documents.old, to: documents.new)
        guard let first = gaps.first else { return self }
        let more = gaps.count > 1 ? ", and \(gaps.count - 1) more" : ""
        throw Problem(
            "comparison-incomplete", .unable,
            "the comparison does not account for every change: \(first)\(more)",
            next: "compare the files with git diff --no-index, and report this as a bug",
            detail: gaps.joined(separator: "\n"))
    }
}

extension TerminalStyle {
    /// A paragraph in one string: the first line after `indent` columns, the others after
    /// `hanging`, which is the same unless it is given.
    func wrap(_ text: String, indent: Int, hanging: Int? = nil) -> String {
        wrap(StyledText(text), indent: indent, hanging: hanging)
    }

    /// As ``wrap(_:indent:hanging:)``, of text with looks.
    func wrap(_ text: StyledText, indent: Int, hanging: Int? = nil) -> String {
        let rest = hanging ?? indent
        var lines = paragraph(text, indent: rest)
        if let first = lines.first {
            lines[0] = String(repeating: " ", count: indent) + first.dropFirst(rest)
        }
        return lines.joined(separator: "\n")
    }
}
