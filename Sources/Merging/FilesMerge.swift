internal import Redline
internal import Terms

/// Merges three states of terms file by file.
struct FilesMerge {
    /// The merged files, with marks around what is undecided.
    private(set) var files = TermsFiles([])
    var conflicts: [MergeConflict] { context.conflicts }
    var flags: [MergeFlag] { context.flags }

    private var context: MergeContext
    private let base: TermsFiles?
    private let left: TermsFiles?
    private let right: TermsFiles?

    init(_ inputs: MergeResult.Inputs, names: MergeNames, choices: [TermPath: MergeChoice]) {
        context = MergeContext(names: names, choices: choices)
        (base, left, right) = (inputs.base, inputs.left, inputs.right)
        run()
    }

    private mutating func run() {
        var merged: [TermsEntry] = []
        for path in paths() {
            let (before, mine, other) = (base?[path], left?[path], right?[path])
            let bytes: [UInt8]?
            if mine == other || other == before {
                bytes = mine
            } else if mine == before {
                bytes = other
            } else {
                bytes = merge(path, before, mine, other)
            }
            if let bytes { merged.append(TermsEntry(path: path, bytes: bytes)) }
        }
        files = TermsFiles(merged)
        if context.conflicts.isEmpty {
            context.conflicts = MergeResult.Inputs(base: base, left: left, right: right)
                .breaches(in: files, names: context.names)
        }
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
        let names = (context.names.left, context.names.right)
        let text = SourceWriter.text(of: document, names: names)
        // The text has to say what the merge says.
        if isDecided,
            SourceReader.read(text, as: section)?.root.value ?? .object([]) != document.root.value
        {
            return undecided(.unreadable, base, left, right, at: place)
        }
        context = merge.context
        return Array(text.utf8)
    }

    private mutating func mergeClause(
        _ path: String, _ base: [UInt8]?, _ left: [UInt8]?, _ right: [UInt8]?, at place: Place
    ) -> [UInt8]? {
        @Sendable func text(_ bytes: [UInt8]?) -> String? {
            bytes.flatMap { TextRules.read($0, file: path).text }
        }
        @Sendable func words(_ bytes: [UInt8]?) -> [String]? {
            text(bytes).map { ProseUnit.paragraphs(of: $0).units.map(\.text) }
        }
        guard let mine = text(left), let other = text(right) else {
            guard left == nil || right == nil, let kept = left ?? right else {
                return undecided(.unreadable, base, left, right, at: place)
            }
            if let before = words(base), before == words(kept) { return nil }
            return undecided(.removed, base, left, right, at: place)
        }
        let read = [base, left, right].mapOnAllCores(words)
        let (before, one, two) = (read[0], read[1], read[2])
        if one == two || two == before { return left }
        if one == before { return right }
        guard let old = text(base) else {
            return undecided(.added, base, left, right, at: place)
        }
        return Array(context.prose(base: old, left: mine, right: other, at: place).text.utf8)
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
        return ConflictMarks.lines(
            names: (context.names.left, context.names.right), base: lines(base),
            left: lines(left), right: lines(right)
        ).joined(separator: "\n") + "\n"
    }
}
