internal import Agreement
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// Compares states and proposals for whichever command needs it.
struct Comparing {
    /// What changes, to be read.
    private(set) var report: ComparisonReport
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

    /// What a proposal changes in the terms in force, or in those that it was written on where others
    /// are in force now, or in an earlier text that a reader knows; its own text may have been read
    /// before.
    init(_ proposal: Proposal, since earlier: State? = nil, read document: TermsDocument? = nil) {
        let candidate = proposal.candidate
        let inForce =
            candidate.inForce == nil
            ? "nothing agreed yet" : "version \(candidate.version - 1), in force"
        // What others agreed since is not undone by it: it is not agreed on these terms at all.
        let ground = proposal.writtenOn
        let old = earlier == nil ? (ground ?? candidate.inForce)?.files : earlier?.files
        self.init(
            from: old, to: candidate.proposed.files, read: document,
            header: ComparisonHeader(
                framework: candidate.framework,
                from: earlier?.label ?? (ground == nil ? inForce : "the terms it was written on"),
                to: "the proposal \(proposal.slug)", oldDigest: old?.digest.description,
                newDigest: candidate.proposed.digest.description,
                proposal: proposal.origin.map {
                    ComparisonHeader.Proposal(
                        title: $0.title, why: $0.why.isEmpty ? nil : $0.why,
                        proposer: $0.proposer.name)
                }), origin: Self.origin(of: proposal))
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

    private init(
        from old: TermsFiles?, to new: TermsFiles?, read document: TermsDocument? = nil,
        header: ComparisonHeader, origin: (author: String, moment: Int64)? = nil
    ) {
        let isRead =
            document.map { TermsFiles.changedPaths(from: $0.files, to: new).isEmpty } ?? false
        let unread = isRead ? [old] : [old, new]
        let read = unread.mapOnAllCores { $0.map(TermsDocument.init) }
        let (old, new) = (read[0], isRead ? document : read[1])
        documents = (old, new)
        self.origin = origin
        report = ComparisonReport(from: old, to: new, header: header)
    }

    /// The same, with what a review says.
    func with(_ review: Review) -> Comparing {
        var copy = self
        copy.report = report.with(review)
        return copy
    }
}

extension Proposal {
    /// The terms that it was written on, where they are known and others are in force now.
    var writtenOn: StoredTerms? {
        isOpen && outdatedBase?.tree != candidate.inForce?.tree ? outdatedBase : nil
    }
}

extension Comparing {
    /// Whose changes a proposal makes: the person who proposed it, with their party where the
    /// registry knows them by their address.
    private static func origin(of proposal: Proposal) -> (author: String, moment: Int64)? {
        guard let proposer = proposal.origin?.proposer else { return nil }
        return (proposal.byline(of: proposer), proposer.seconds)
    }

    /// The new terms with all changes tracked, each by whoever proposed it where that is known,
    /// for Word.
    var tracked: TrackedDocument {
        let origins = report.review.origins
        return TrackedDocument(
            from: documents.old, to: documents.new,
            tracking: Tracking(
                author: origin?.author ?? report.header.to,
                date: origin.map { Moments.utc($0.moment) }),
            authors: origins.mapValues(Self.tracking),
            sentences: origins.mapValues { origin in
                origin.parts.map { (Self.tracking($0.origin), $0.sentences) }
            }.filter { !$0.value.isEmpty })
    }

    private static func tracking(_ origin: ChangeOrigin) -> Tracking {
        Tracking(author: origin.proposer, date: origin.seconds.map(Moments.utc))
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
