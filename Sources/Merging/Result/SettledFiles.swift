internal import Redline
public import Terms

extension TermsFiles {
    /// The same text, in which some files have the bytes of the first of some other texts in which
    /// they say the same, comments included: what was put together again from between marks has other
    /// line ends. Linear in the size of these files.
    public func written(like others: [TermsFiles], in files: Set<String>) -> TermsFiles {
        func read(_ terms: TermsFiles) -> TermsDocument {
            TermsDocument(
                TermsFiles(
                    terms.files.filter { files.contains($0.path) }
                        .map { TermsEntry(path: $0.path, bytes: $0.bytes) }))
        }
        var result = self
        var rest = files
        for other in others where !rest.isEmpty {
            let same = Comparison(from: read(other), to: read(result)).formattingOnly
            for path in same where rest.remove(path) != nil {
                guard let bytes = other[path] else { continue }
                result = result.replacing(path, with: bytes)
            }
        }
        return result
    }
}
