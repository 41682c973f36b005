internal import Redline
public import Terms

extension MergeResult {
    /// What is wrong with a text in which both sides were brought together, and with neither of
    /// them alone. Linear in the size of the files.
    public func breaches(in text: TermsFiles) -> [MergeConflict] {
        inputs.breaches(in: text, names: names).conflicts
    }
}

extension MergeResult.Inputs {
    /// As ``MergeResult/breaches(in:)``, with the text as it was read for that, if it was.
    func breaches(
        in text: TermsFiles, names: MergeNames
    ) -> (conflicts: [MergeConflict], read: TermsDocument?) {
        if TermsFiles.changedPaths(from: left, to: text).isEmpty { return ([], nil) }
        if TermsFiles.changedPaths(from: right, to: text).isEmpty { return ([], nil) }
        let read = TermsDocument(text)
        return (breaches(in: read, names: names), read)
    }

    private func breaches(in text: TermsDocument, names: MergeNames) -> [MergeConflict] {
        func errors(_ document: TermsDocument?) -> [Finding] {
            document?.findings.filter { $0.severity == .error } ?? []
        }
        let found = errors(text)
        guard !found.isEmpty else { return [] }
        let (mine, other) = (left.map(TermsDocument.init), right.map(TermsDocument.init))
        let before = base.map(TermsDocument.init)
        let known = Set((errors(mine) + errors(other)).map(\.cause))
        var told: Set<TermPath> = []
        return found.filter { !known.contains($0.cause) }.compactMap { finding in
            let path = finding.path ?? Place(file: finding.file).path
            guard told.insert(path).inserted else { return nil }
            func version(_ document: TermsDocument?) -> MergeConflict.Version {
                .init(value: document?[path], text: nil)
            }
            return MergeConflict(
                path: path, label: Place(path).label, kind: .breach, base: version(before),
                left: version(mine), right: version(other), names: names, finding: finding)
        }
    }
}
