internal import Agreement
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// Compares states and proposals for whichever command needs it.
struct Comparing {
    /// What changes, to be read.
    let report: ComparisonReport
    /// The terms on both sides; nil where there are none.
    let documents: (old: TermsDocument?, new: TermsDocument?)
    /// Whose changes they are, and when, in seconds since 1970; nil where nobody knows.
    let origin: (author: String, moment: Int64)?

    /// What changes.
    var comparison: Comparison { report.comparison }

    /// The paths in `terms/` of the files whose bytes differ, sorted.
    var changedFiles: [String] {
        let (old, new) = (documents.old?.files, documents.new?.files)
        let paths = Set([old, new].flatMap { $0?.files.map(\.path) ?? [] })
        return paths.filter { old?[$0] != new?[$0] }.sorted()
    }

    /// What a proposal changes in the terms in force.
    init(_ proposal: Proposal, review: Review = Review()) {
        let candidate = proposal.candidate
        let document = TermsDocument(candidate.proposed.files)
        self.init(
            from: candidate.inForce.map { TermsDocument($0.files) }, to: document,
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
                }), review: review, origin: Self.origin(of: proposal))
    }

    /// What differs between two states.
    init(framework: String, from old: State, to new: State) {
        self.init(
            from: old.files.map(TermsDocument.init), to: new.files.map(TermsDocument.init),
            header: ComparisonHeader(
                framework: framework, from: old.label, to: new.label,
                oldDigest: old.files?.digest.description,
                newDigest: new.files?.digest.description))
    }

    private init(
        from old: TermsDocument?, to new: TermsDocument?, header: ComparisonHeader,
        review: Review = Review(), origin: (author: String, moment: Int64)? = nil
    ) {
        documents = (old, new)
        self.origin = origin
        report = ComparisonReport(from: old, to: new, header: header, review: review)
    }
}

extension Comparing {
    /// Whose changes a proposal makes: the person who proposed it, with their party where the
    /// registry knows them by their address.
    private static func origin(of proposal: Proposal) -> (author: String, moment: Int64)? {
        guard let proposer = proposal.origin?.proposer else { return nil }
        let registries = [
            proposal.candidate.inForce?.registry, proposal.candidate.proposed.registry,
        ]
        let party = registries.compactMap { registry in
            registry?.people.first { $0.email == proposer.email }.flatMap { person in
                registry?.parties.first { $0.id == person.party }?.name
            }
        }.first
        return (proposer.name + (party.map { " (\($0))" } ?? ""), proposer.seconds)
    }

    /// The new terms with all changes tracked, for Word.
    var tracked: TrackedDocument {
        TrackedDocument(
            from: documents.old, to: documents.new,
            tracking: Tracking(
                author: origin?.author ?? report.header.to,
                date: origin.map { Moments.utc($0.moment) }))
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
