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
        let paths = SectionName.inOrder(
            [base, left, right].flatMap { $0?.files.map(\.path) ?? [] })
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

    /// Merges files on all cores, each with its part of the budget, so that what results does not
    /// depend on which is done first.
    private mutating func merged(_ paths: [String]) -> [String: [UInt8]?] {
        let parts = context.budget.parts(
            forSizes: paths.map { path in
                [base, left, right].reduce(0) { $0 + ($1?[path]?.count ?? 0) }
            })
        let found = zip(paths, parts).map(\.self).mapOnAllCores { [self] path, part in
            var merge = self
            merge.context = MergeContext(choices: context.choices, budget: part)
            return merge.draft(path)
        }
        var results: [String: [UInt8]?] = [:]
        for (path, draft) in zip(paths, found) {
            results[path] = .some(draft.bytes)
            context.conflicts += draft.context.conflicts
            context.flags += draft.context.flags
        }
        return results
    }

    /// The files with marks that name the sides; `isTurned` puts the right side first.
    func files(naming names: MergeNames, isTurned: Bool) -> TermsFiles {
        guard !conflicts.isEmpty else { return files }
        return TermsFiles(
            files.files.map { path, bytes in
                let isMerged = bytes != left?[path] && bytes != right?[path]
                return TermsEntry(
                    path: path,
                    bytes: isMerged
                        ? ConflictMarks.naming(names, isTurned: isTurned, in: bytes) : bytes)
            })
    }

    // MARK: Files

    /// What came of a file, and what was found in it.
    private struct Draft {
        var bytes: [UInt8]?
        var context: MergeContext
        /// What its text has to say, where the merge has decided that.
        var said: (section: SectionName, value: Value?, items: SourceItems)?

        /// The same; nil where the text does not say what the merge says.
        var checked: Draft? {
            guard let said else { return self }
            let text = String(decoding: bytes ?? [], as: UTF8.self)
            let value = SourceReader.value(of: text, as: said.section, knowing: said.items)
            return value ?? .object([]) == said.value ? self : nil
        }
    }

    /// Merges a file.
    private mutating func draft(_ path: String) -> Draft {
        let sides = FileSides(path, base: base?[path], left: left?[path], right: right?[path])
        if let section = SectionName(file: path) {
            return draft(section, sides).checked ?? undecided(path)
        }
        let bytes = merge(path, sides)
        return Draft(bytes: bytes, context: context)
    }

    /// Merges a section.
    private func draft(_ section: SectionName, _ sides: FileSides) -> Draft {
        let path = section.file
        if sides.isUnreadable { return undecided(path) }
        let before = sides.base.tree
        guard let mine = sides.left.tree, let other = sides.right.tree else {
            let kept = sides.left.tree ?? sides.right.tree
            if kept?.root.value == before?.root.value {
                return Draft(bytes: nil, context: MergeContext(choices: context.choices))
            }
            return undecided(path, .removed)
        }
        var merge = TreeMerge(context: context)
        guard let document = merge.document(before, mine, other, section: section) else {
            return Draft(
                bytes: Array(marked(base?[path], left?[path], right?[path]).utf8),
                context: merge.context)
        }
        var draft = Draft(
            bytes: Array(SourceWriter.text(of: document).utf8), context: merge.context)
        if merge.context.conflicts.isEmpty {
            draft.said = (section, document.root.value, sides.items)
        }
        return draft
    }

    /// Merges a file that is no section.
    private mutating func merge(_ path: String, _ sides: FileSides) -> [UInt8]? {
        let place = Place(file: path)
        let (base, left, right) = (base?[path], left?[path], right?[path])
        guard ClauseName(file: path) != nil else {
            return undecided(.unreadable, base, left, right, at: place)
        }
        let before = sides.base.prose
        guard let mine = sides.left.prose, let other = sides.right.prose else {
            guard left == nil || right == nil else {
                return undecided(.unreadable, base, left, right, at: place)
            }
            if let before, let kept = (left == nil ? sides.right : sides.left).prose,
                before.says(kept)
            {
                return nil
            }
            return undecided(.removed, base, left, right, at: place)
        }
        if mine.says(other) { return left }
        guard let before else { return undecided(.added, base, left, right, at: place) }
        if other.says(before) { return left }
        if mine.says(before) { return right }
        return Array(context.prose(base: before, left: mine, right: other, at: place).text.utf8)
    }

    /// A file about which there is one decision as a whole.
    private func undecided(_ path: String, _ kind: MergeConflict.Kind = .unreadable) -> Draft {
        var merge = self
        merge.context = MergeContext(choices: context.choices)
        let bytes = merge.undecided(
            kind, base?[path], left?[path], right?[path], at: Place(file: path))
        return Draft(bytes: bytes, context: merge.context)
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
