internal import Terms

/// Compares two documents file by file.
struct DocumentComparer {
    private(set) var changes: [TermChange] = []
    private(set) var references: [ReferenceChange] = []
    private(set) var definedTerms: [DefinedTermChange] = []
    private(set) var comments: [CommentChange] = []
    private(set) var formattingOnly: [String] = []
    private(set) var comparedAsText: [String] = []
    private(set) var notes: [String] = []
    private let old: TermsDocument?
    private let new: TermsDocument?
    /// The files that differ, sorted by path.
    let files: [ChangedFile]
    private var budget = Budget()
    private var meanings = Meanings()

    init(old: TermsDocument?, new: TermsDocument?) {
        self.old = old
        self.new = new
        files = ChangedFile.all(from: old?.files, to: new?.files)
    }

    /// Compares some of the files, whichever is asked for.
    private init(_ old: TermsDocument?, _ new: TermsDocument?, budget: Budget) {
        self.old = old
        self.new = new
        self.budget = budget
        files = []
    }

    /// Goes through the files that differ: sections in their order, clauses, then the rest.
    mutating func run() {
        for section in SectionName.allCases {
            guard let file = files.first(where: { $0.path == section.file }) else { continue }
            counted(file) { $0.compare(section, file) }
        }
        let clauses = files.filter { ClauseName(file: $0.path) != nil }
            .sorted { $0.path.dropLast(3) < $1.path.dropLast(3) }
        compareClauses(clauses)
        definedTerms = meanings.changes(from: old, to: new)
        noteRenames(among: clauses)
        for file in files
        where SectionName(file: file.path) == nil && ClauseName(file: file.path) == nil {
            counted(file) { $0.compareText(file) }
        }
        noteOddFiles()
        formattingOnly.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        comparedAsText.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Compares a file, and says so where it took too much work to be done in full.
    private mutating func counted(
        _ file: ChangedFile, _ compare: (inout DocumentComparer) -> Void
    ) {
        budget.isReached = false
        compare(&self)
        if budget.isReached {
            notes.append(
                "`\(TextRules.visible(file.path))` differs too much to be compared in full; "
                    + "some of it is shown as a whole")
        }
    }

    /// Notes what came that is no plain file, and so has no text that could be compared.
    private mutating func noteOddFiles() {
        let known = Set(old?.files.findings ?? [])
        for finding in new?.files.findings ?? []
        where finding.rule == "not-a-plain-file" && !known.contains(finding) {
            notes.append(finding.message)
        }
    }

    // MARK: Sections

    private mutating func compare(_ name: SectionName, _ file: ChangedFile) {
        let before = old?.sections[name]
        let after = new?.sections[name]
        guard Readability.isWhole(before), Readability.isWhole(after) else {
            return compareText(file)
        }
        var comparer = ValueComparer(budget: budget)
        comparer.compare(
            Self.content(of: before), Self.content(of: after), as: .object(name.fields),
            at: Place(name))
        budget = comparer.budget
        changes += comparer.changes
        notes += comparer.notes
        // Of a file that came or went as a whole, the comments came or went with it.
        let commented = file.old == nil || file.new == nil ? nil : CommentChange(file)
        if let commented { comments.append(commented) }
        if comparer.changes.isEmpty, commented == nil { formattingOnly.append(file.path) }
    }

    /// The fields of a section; nil where it says nothing, which is as good as no file.
    private static func content(of section: Section?) -> Value? {
        guard let value = section?.value, !value.members.isEmpty else { return nil }
        return value
    }

    // MARK: Clauses

    /// Compares clauses on all cores, each with its part of the budget, so that what is found does
    /// not depend on which of them is done first.
    private mutating func compareClauses(_ clauses: [ChangedFile]) {
        let parts = budget.parts(
            forSizes: clauses.map { ($0.old?.count ?? 0) + ($0.new?.count ?? 0) })
        let found = Array(zip(clauses, parts)).mapOnAllCores { [old, new] file, part in
            var comparer = DocumentComparer(old, new, budget: part)
            comparer.counted(file) { $0.compareClause(file) }
            return comparer
        }
        for (comparer, part) in zip(found, parts) {
            add(comparer)
            budget.spend(part, downTo: comparer.budget)
        }
    }

    /// Takes over what was found in files that were compared apart.
    private mutating func add(_ other: DocumentComparer) {
        changes += other.changes
        references += other.references
        meanings.add(other.meanings)
        formattingOnly += other.formattingOnly
        comparedAsText += other.comparedAsText
        notes += other.notes
    }

    private mutating func compareClause(_ file: ChangedFile) {
        guard let name = ClauseName(file: file.path)?.name else { return }
        let before = old?.clauses[name]
        let after = new?.clauses[name]
        guard (before == nil) == (file.old == nil), (after == nil) == (file.new == nil) else {
            return compareText(file)
        }
        let paragraphs = (
            old: ClauseParagraph.all(in: before ?? "", splits: false),
            new: ClauseParagraph.all(in: after ?? "", splits: false)
        )
        let units = (old: ClauseUnit.all(paragraphs.old), new: ClauseUnit.all(paragraphs.new))
        var comparer = ClauseComparer(units.old, units.new, budget: budget)
        let steps = comparer.run()
        let partners = Partners(comparer, steps)
        let path = Place(file: file.path).path
        if before != nil, after != nil {
            references += References(
                References.State(paragraphs.old), References.State(paragraphs.new), partners
            ).changes(at: path)
        }
        meanings.read(
            (paragraphs.old, units.old), (paragraphs.new, units.new), partners,
            at: path)
        var writer = ClauseWriter(comparer)
        let redline = writer.redline(steps, comparer.moves)
        budget = writer.budget
        if before != nil, after != nil, redline.isUnchanged {
            formattingOnly.append(file.path)
            return
        }
        report(file, before, after, redline)
    }

    private mutating func noteRenames(among clauses: [ChangedFile]) {
        func candidates(
            _ files: [ChangedFile], _ document: TermsDocument?
        ) -> [Renames.Candidate] {
            files.compactMap { file in
                guard let name = ClauseName(file: file.path)?.name,
                    let text = document?.clauses[name]
                else { return nil }
                let paragraphs = ClauseUnit.all(in: text).map(\.body)
                return Renames.Candidate(
                    name: name, text: paragraphs.joined(separator: "\n"))
            }
        }
        let suspects = Renames.suspected(
            from: candidates(clauses.filter { $0.new == nil }, old),
            to: candidates(clauses.filter { $0.old == nil }, new), budget: &budget)
        notes += suspects.map { "Clauses: \($0.sentence)" }
    }

    // MARK: Text

    /// Compares what can't be read as terms, line by line.
    private mutating func compareText(_ file: ChangedFile) {
        comparedAsText.append(file.path)
        let before = file.old.map { String(decoding: $0, as: UTF8.self) }
        let after = file.new.map { String(decoding: $0, as: UTF8.self) }
        let redline = ProseComparer.compare(
            PlainLines.lines(of: before ?? ""), PlainLines.lines(of: after ?? ""), depth: .lines,
            budget: &budget)
        if before != nil, after != nil, redline.changedSentences.isEmpty {
            notes.append(
                "`\(TextRules.visible(file.path))` differs in bytes that can't be shown as text")
        } else {
            report(file, before, after, redline)
        }
    }

    private mutating func report(
        _ file: ChangedFile, _ before: String?, _ after: String?, _ redline: ProseRedline
    ) {
        let place = Place(file: file.path)
        changes.append(
            TermChange(
                path: place.path, label: place.label,
                kind: before == nil ? .added : after == nil ? .removed : .changed,
                old: before.map { .scalar(.prose(Prose($0))) },
                new: after.map { .scalar(.prose(Prose($0))) }, detail: .prose(redline)))
        for move in redline.moves where move.sentence == nil {
            changes.append(
                TermChange(
                    path: place.path, label: "\(place.label) › \(move.label)",
                    kind: .moved(after: move.after), old: nil, new: nil))
        }
    }
}
