internal import Redline
public import Terms

extension TermsFiles {
    /// The same text, in which some files have the bytes of the first of some other texts in which
    /// they say the same, comments included: what was put together again from between marks has other
    /// line ends. Linear in the size of the texts.
    public func written(like others: [TermsFiles], in files: Set<String>) -> TermsFiles {
        var result = self
        var rest = files
        for other in others where !rest.isEmpty {
            let same = Comparison(from: TermsDocument(other), to: TermsDocument(result))
                .formattingOnly
            for path in same where rest.remove(path) != nil {
                guard let bytes = other[path] else { continue }
                result = result.replacing(path, with: bytes)
            }
        }
        return result
    }
}
