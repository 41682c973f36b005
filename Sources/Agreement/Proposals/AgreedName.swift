internal import Git
internal import Terms

/// The name under which a proposal was agreed, as far as the commit on `main` says so. Nobody signed
/// this, so it decides only which names are tidied up.
struct AgreedName {
    private let slug: String
    /// The name under which it was proposed first.
    private let origin: String

    /// - Throws: `GitError` where the commit can't be read.
    init?(of version: Version, framework: String, in repository: Repository) throws {
        let commit = try repository.commit(version.commit)
        guard let slug = Self.slug(in: commit, framework: framework) ?? version.origin?.slug else {
            return nil
        }
        self.slug = slug
        origin = version.origin?.slug ?? slug
    }

    /// The name that a commit on `main` gives to what it agrees; nil where it gives none.
    static func slug(in commit: Commit, framework: String) -> String? {
        let lines = (commit.messageText ?? "").split(separator: "\n")
        let trailers = lines.lastIndex(of: "Entente-Agreement: 1").map { lines[$0...] } ?? []
        let named = trailers.first { $0.hasPrefix("Proposal: ") }?.dropFirst(10)
        // What Git says of a merge.
        let place = "'\(References.proposal(framework, "").dropFirst(References.branches.count))"
        let merged = lines.first?.split(separator: place).dropFirst().first?
            .split(separator: "'").first
        return (named ?? merged).map(String.init).flatMap { Identifier.isValid($0) ? $0 : nil }
    }

    /// Whether a proposal of another name is the same one: `sync` puts `notice-2` beside `notice`.
    func names(_ other: String) -> Bool { first(other) == first(slug) }

    /// The name before it was numbered.
    private func first(_ name: String) -> String {
        guard name.hasPrefix(origin + "-"), Int(name.dropFirst(origin.count + 1)) != nil else {
            return name
        }
        return origin
    }
}
