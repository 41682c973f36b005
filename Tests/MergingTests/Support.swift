import Merging
import Terms

/// Files from texts by path.
func files(_ texts: [String: String]) -> TermsFiles {
    TermsFiles(texts.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) })
}

let names = MergeNames(left: "Northwind", right: "Contoso")

/// The merge of one file in three states.
func merge(_ file: String, _ base: String?, _ left: String?, _ right: String?) -> MergeResult {
    func state(_ text: String?) -> TermsFiles? { files(text.map { [file: $0] } ?? [:]) }
    return MergeResult(base: state(base), left: state(left), right: state(right), names: names)
}

extension MergeResult {
    /// The merged text of a file; nil where something is undecided, or nothing is there.
    func text(_ file: String) -> String? {
        terms?[file].map { String(decoding: $0, as: UTF8.self) }
    }

    /// The half-merged text of a file.
    func marked(_ file: String) -> String {
        String(decoding: halfMerged[file] ?? [], as: UTF8.self)
    }

    /// `commercials.fee changed`
    var briefs: [String] { conflicts.map { "\($0.path) \($0.kind.rawValue)" } }
}
