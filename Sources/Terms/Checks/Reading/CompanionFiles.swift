/// Files that the terms name by their digest and that lie outside of them, such as logos: what
/// the workspace holds under these names.
public struct CompanionFiles: Sendable {
    /// The digests of the files that are there, by path from the top of the workspace.
    private let digests: [String: Digest]

    /// Takes what was found.
    public init(_ digests: [String: Digest]) { self.digests = digests }

    /// The digest of a file, or nil where there is none.
    subscript(path: String) -> Digest? { digests[path] }
}

/// A file that the terms name, with the digest that was agreed.
struct NamedFile {
    /// The lists whose items name files.
    static let lists = ["framework.standard-terms", "commercials.marketing.logos"]

    /// The logo, or the standard terms.
    let term: Term
    /// Where the file is kept, from the top of the workspace.
    let path: String
    /// Its SHA-256 as the terms have it; nil where they don't.
    let digits: String?
}

extension TermsDocument {
    /// The files that the terms name and do not hold, from the top of the workspace, in the order
    /// of the terms.
    public var companionPaths: [String] {
        NamedFile.lists.flatMap { list in
            (TermPath(list).flatMap { self[$0] }?.items ?? [])
                .compactMap { $0.value["file"]?.text }
        }
    }
}

extension CheckedTerms {
    /// The files that the terms name and do not hold.
    var namedFiles: [NamedFile] {
        NamedFile.lists.flatMap { list in
            items(list).compactMap { term in
                term["file"]?.text.map {
                    NamedFile(term: term, path: $0, digits: term["sha256"]?.text)
                }
            }
        }
    }
}
