internal import Redline
internal import Terms

/// Merges three states of terms file by file.
struct FilesMerge {
    /// The merged files, with marks around what is undecided.
    private(set) var files = TermsFiles([])
    /// The merged files as they were read to look for what is wrong with them, if they were.
    private(set) var document: TermsDocument?
    var conflicts: [MergeConflict] { context.conflicts }
    var flags: [MergeFlag] { context.flags }

    private var context: MergeContext
    private let base: TermsFiles?
    private let left: TermsFiles?
    private let right: TermsFiles?

    init(_ inputs: MergeResult.Inputs, choices: [TermPath: MergeChoice]) {
        context = MergeContext(choices: choices)
        (base, left, right) = (inputs.base, inputs.left, inputs.right)
        run()
    }

    private mutating func run() {
        let paths = paths()
        let results = merged(paths.filter(isContested))
        let entries = paths.compactMap { path -> TermsEntry? in
            let (before, mine, other) = (base?[path], left?[path], right?[path])
            let bytes = results[path] ?? (mine == other || other == before ? mine : other)
            return bytes.map { TermsEntry(path: path, bytes: $0) }
        }
        files = TermsFiles(entries)
        if context.conflicts.isEmpty {
            (context.conflicts, document) = MergeResult.Inputs(
                base: base, left: left, right: right
            ).breaches(in: files, names: .unnamed)
        }
    }

    /// Whether both sides changed a file, differently.
    private func isContested(_ path: String) -> Bool {
        let (before, mine, other) = (base?[path], left?[path], right?[path])
        return mine != other && other != before && mine != before
    }

    /// Merges files: sections one after the other, and what stands by itself on all cores, each
    /// with its part of the budget, so that what results does not depend on which is done first.
    private mutating func merged(_ paths: [String]) -> [String: [UInt8]?] {
        var results: [String: [UInt8]?] = [:]
        for path in paths where SectionName(file: path) != nil {
            results[path] = .some(merge(path, base?[path], left?[path], right?[path]))
        }
        let others = paths.filter { SectionName(file: $0) == nil }
        let parts = context.budget.parts(
            forSizes: others.map { path in
                [base, left, right].reduce(0) { $0 + ($1?[path]?.count ?? 0) }
            })
        let found = Array(zip(others, parts)).mapOnAllCores { [self] path, part in
            var merge = self
            merge.context = MergeContext(choices: context.choices, budget: part)
            let bytes = merge.merge(path, base?[path], left?[path], right?[path])
            return (bytes: bytes, context: merge.context)
        }
        for ((path, part), result) in zip(zip(others, parts), found) {
            results[path] = .some(result.bytes)
            context.conflicts += result.context.conflicts
            context.flags += result.context.flags
            context.budget.spend(part, downTo: result.context.budget)
        }
        return results
    }

    /// All paths: sections in their order, then the others as bytes.
    private func paths() -> [String] {
        let all = Set([base, left, right].flatMap { $0?.files.map(\.path) ?? [] })
        let sections = SectionName.allCases.map(\.file)
        return sections.filter(all.contains)
            + all.subtracting(sections).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
    }

    /// The files with marks that name the sides.
    func files(naming names: MergeNames) -> TermsFiles {
        guard !conflicts.isEmpty else { return files }
        return TermsFiles(
            files.files.map { path, bytes in
                let isMerged = bytes != left?[path] && bytes != right?[path]
                return TermsEntry(
                    path: path, bytes: isMerged ? ConflictMarks.naming(names, in: bytes) : bytes)
            })
    }

    // MARK: Files

    private mutating func merge(
        _ path: String, _ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?
    ) -> [UInt8]? {
        let place = Place(file: path)
        if let section = SectionName(file: path) {
            return merge(section, base, left, right, at: place)
        }
        if ClauseName(file: path) != nil {
            return mergeClause(path, base, left, right, at: place)
        }
        return undecided(.unreadable, base, left, right, at: place)
    }

    private mutating func merge(
        _ section: SectionName, _ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?,
        at place: Place
    ) -> [UInt8]? {
        @Sendable func tree(_ bytes: [UInt8]?) -> SourceDocument?? {
            guard let bytes else { return .some(nil) }
            return TextRules.read(bytes, file: section.file).text
                .flatMap { SourceReader.read($0, as: section) }.map(Optional.some)
        }
        let trees = [base, left, right].mapOnAllCores(tree)
        guard let before = trees[0], let mine = trees[1], let other = trees[2] else {
            return undecided(.unreadable, base, left, right, at: place)
        }
        guard let mine, let other else {
            if (mine ?? other)?.root.value == before?.root.value { return nil }
            return undecided(.removed, base, left, right, at: place)
        }
        var merge = TreeMerge(context: context)
        let known = context.conflicts.count
        let document = merge.document(before, mine, other, section: section)
        let isDecided = merge.context.conflicts.count == known
        guard let document else {
            context = merge.context
            return Array(marked(base, left, right).utf8)
        }
        let text = SourceWriter.text(of: document)
        // The text has to say what the merge says.
        if isDecided,
            SourceReader.value(of: text, as: section) ?? .object([]) != document.root.value
        {
            return undecided(.unreadable, base, left, right, at: place)
        }
        context = merge.context
        return Array(text.utf8)
    }

    private mutating func mergeClause(
        _ path: String, _ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?, at place: Place
    ) -> [UInt8]? {
        func text(_ bytes: [UInt8]?) -> ProseText? {
            bytes.flatMap { TextRules.read($0, file: path).text }.map(ProseText.init)
        }
        let before = text(base)
        guard let mine = text(left), let other = text(right) else {
            guard left == nil || right == nil else {
                return undecided(.unreadable, base, left, right, at: place)
            }
            if let before, let kept = text(left ?? right), before.says(kept) { return nil }
            return undecided(.removed, base, left, right, at: place)
        }
        if mine.says(other) { return left }
        guard let before else { return undecided(.added, base, left, right, at: place) }
        if other.says(before) { return left }
        if mine.says(before) { return right }
        return Array(context.prose(base: before, left: mine, right: other, at: place).text.utf8)
    }

    /// Takes a file as it was chosen, or reports a conflict about it as a whole.
    private mutating func undecided(
        _ kind: MergeConflict.Kind, _ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?,
        at place: Place
    ) -> [UInt8]? {
        switch context.choices[place.path] {
        case .left: return left
        case .right: return right
        case .base: return base
        case .value(let text): return Array(text.utf8)
        case nil: break
        }
        func version(_ bytes: [UInt8]?) -> MergeConflict.Version {
            .init(text: bytes.map { String(decoding: $0, as: UTF8.self) })
        }
        context.report(
            kind, at: place, base: version(base), left: version(left), right: version(right))
        return Array(marked(base, left, right).utf8)
    }

    private func marked(_ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?) -> String {
        func lines(_ bytes: [UInt8]?) -> [String] {
            var lines = String(decoding: bytes ?? [], as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if lines.last == "" { lines.removeLast() }
            return lines
        }
        return ConflictMarks.lines(base: lines(base), left: lines(left), right: lines(right))
            .joined(separator: "\n") + "\n"
    }
}
