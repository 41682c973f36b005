public import Git
public import Terms

/// Who made the text of a proposal what it is, step by step.
///
/// ```swift
/// let attribution = try workspace.attribution(of: proposal)
/// let steps = attribution.steps(changing: [path])[path]  // the last one has the last word
/// ```
public struct Attribution: Sendable {
    /// The steps, oldest first.
    public let steps: [ProposalStep]
    /// The files that the first step was made on, and those after each step. They share the bytes
    /// of files that stay the same.
    fileprivate let texts: [TermsFiles?]

    init(steps: [ProposalStep], texts: [TermsFiles?]) {
        self.steps = steps
        self.texts = texts
    }

    /// The steps that changed each of some terms, oldest first; none for what no step changed,
    /// such as what was agreed after the proposal was written. A term that only came to stand
    /// elsewhere in its list is asked for in `moving`.
    ///
    /// Linear in the size of the files that the steps changed and that hold one of the terms.
    public func steps(
        changing paths: [TermPath], moving moved: [TermPath] = []
    ) -> [TermPath: [ProposalStep]] {
        var found: [TermPath: [ProposalStep]] = [:]
        for (file, asked) in Dictionary(
            grouping: paths.map { ($0, false) } + moved.map { ($0, true) },
            by: \.0.file)
        {
            var last: TermReading?
            for (index, step) in steps.enumerated() {
                let (old, new) = (texts[index]?[file], texts[index + 1]?[file])
                guard old != new else { continue }
                let before = last ?? TermReading(file: file, bytes: old)
                let after = TermReading(file: file, bytes: new)
                last = after
                for (path, isMove) in asked
                where isMove
                    ? after.hasMoved(path, since: before)
                    : before.value(at: path) != after.value(at: path)
                {
                    guard found[path]?.last != step else { continue }
                    found[path, default: []].append(step)
                }
            }
        }
        return found
    }
}

/// What a step made of a file.
public struct FileEdit: Sendable {
    /// The step.
    public let step: ProposalStep
    /// The bytes before it; nil where there was no such file.
    public let old: [UInt8]?
    /// The bytes after it; nil where there is no longer such a file.
    public let new: [UInt8]?
}

extension Attribution {
    /// What the steps that changed the file of a term made of it, oldest first.
    public func edits(ofFileOf path: TermPath) -> [FileEdit] {
        let file = path.file
        return steps.enumerated().compactMap { index, step in
            let (old, new) = (texts[index]?[file], texts[index + 1]?[file])
            return old == new ? nil : FileEdit(step: step, old: old, new: new)
        }
    }
}

extension Workspace {
    /// Who made the text of a proposal what it is; with a commit of the proposal, since then.
    ///
    /// - Throws: `GitError`.
    public func attribution(
        of proposal: Proposal, since commit: ObjectID? = nil
    ) throws -> Attribution {
        let all = try attribution(
            of: proposal.framework, from: proposal.reference.tip,
            in: proposal.candidate.newCommits)
        guard let commit else { return all }
        let known = try all.steps.prefix { try repository.isAncestor($0.commit, of: commit) }
        return Attribution(
            steps: Array(all.steps.dropFirst(known.count)),
            texts: Array(all.texts.dropFirst(known.count)))
    }

    func attribution(
        of framework: String, from tip: ObjectID, in new: NewCommits
    ) throws -> Attribution {
        let path = try ProposalPath(of: framework, from: tip, in: new, store: store)
        return Attribution(
            steps: path.steps,
            texts: try path.trees.map { tree in try tree.map { try store.terms($0).files } })
    }
}
