public import Terms

/// Three states of terms merged into one (reports.md, "Merging"): by the identities that the
/// comparison uses, field by field and sentence by sentence, and never by lines first.
///
/// The text that results is made of the texts of the sides, so that comments, order and style
/// stay. It is the same bytes whichever side is called the left one, and where one side changed
/// nothing it is the other one. Where people have to decide, the left side is told first.
///
/// ```swift
/// var merge = MergeResult(base: agreed, left: ours, right: theirs, names: names)
/// for conflict in merge.conflicts { print(conflict.sentence) }
/// merge = try merge.resolving(path, with: .left)
/// if let terms = merge.terms { ... }
/// ```
public struct MergeResult: Sendable {
    /// One state of the terms: nil where there is nothing.
    public struct Inputs: Sendable {
        /// What both sides started from.
        public var base: TermsFiles?
        /// The left side.
        public var left: TermsFiles?
        /// The right side.
        public var right: TermsFiles?
    }

    /// What was merged.
    public let inputs: Inputs
    /// Who the sides are.
    public private(set) var names: MergeNames
    /// What has been decided, by path.
    public let choices: [TermPath: MergeChoice]
    /// What people have to decide: sections in their order, clauses by name, then breaches.
    public private(set) var conflicts: [MergeConflict] = []
    /// The clauses and other texts that both sides changed in different places.
    public let flags: [MergeFlag]
    /// The files as far as they could be merged, with what is undecided between marks that name
    /// the sides, the left one first.
    public private(set) var halfMerged: TermsFiles
    /// What came of merging, of sides without names.
    private let merge: FilesMerge
    /// Whether what was merged as the left side is the right one.
    private let isMirrored: Bool

    /// The merged terms; nil as long as something is undecided.
    public var terms: TermsFiles? { conflicts.isEmpty ? halfMerged : nil }

    /// The merged terms as they were read to look for breaches; nil where that was not needed.
    public var document: TermsDocument? { conflicts.isEmpty ? merge.document : nil }

    /// Merges. Linear in the size of the files but for lists and texts that both sides changed.
    public init(
        base: TermsFiles?, left: TermsFiles?, right: TermsFiles?, names: MergeNames
    ) {
        self.init(Inputs(base: base, left: left, right: right), names: names, choices: [:])
    }

    /// The same with other names of the sides.
    public func naming(_ names: MergeNames) -> MergeResult {
        var result = self
        result.name(names)
        return result
    }

    init(_ inputs: Inputs, names: MergeNames, choices: [TermPath: MergeChoice]) {
        self.inputs = inputs
        self.names = names
        self.choices = choices
        // What is called left plays no part in the result: the sides are merged in an order that
        // depends on what they say alone.
        isMirrored = !Self.isInOrder(inputs.left, inputs.right)
        merge =
            isMirrored
            ? FilesMerge(
                Inputs(base: inputs.base, left: inputs.right, right: inputs.left),
                choices: choices.mapValues(\.mirrored))
            : FilesMerge(inputs, choices: choices)
        (flags, halfMerged) = (merge.flags, merge.files)
        name(names)
    }

    private mutating func name(_ names: MergeNames) {
        self.names = names
        let sides = isMirrored ? names.mirrored : names
        conflicts = merge.conflicts.map { conflict in
            let named = conflict.naming(sides, isTurned: isMirrored)
            return isMirrored ? named.mirrored() : named
        }
        halfMerged = merge.files(naming: sides, isTurned: isMirrored)
    }

    private static func isInOrder(_ left: TermsFiles?, _ right: TermsFiles?) -> Bool {
        guard let path = TermsFiles.changedPaths(from: left, to: right).first else { return true }
        let (one, other) = (left?[path] ?? [], right?[path] ?? [])
        return !other.lexicographicallyPrecedes(one)
    }
}
