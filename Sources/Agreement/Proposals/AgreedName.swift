internal import Git

/// The name under which a proposal was agreed, as far as the commit on `main` says so. Nobody signed
/// this, so it decides only which names are tidied up.
struct AgreedName {
    private let slug: String
    /// The name under which it was proposed first.
    private let origin: String

    /// - Throws: `GitError` where the commit can't be read.
    init?(of version: Version, framework: String, in repository: Repository) throws {
        let message = try repository.commit(version.commit).messageText ?? ""
        let lines = message.split(separator: "\n")
        let trailers = lines.lastIndex(of: "Entente-Agreement: 1").map { lines[$0...] } ?? []
        let named = trailers.lazy.compactMap { line in
            line.hasPrefix("Proposal: ") ? String(line.dropFirst(10)) : nil
        }.first
        // What Git says of a merge.
        let place = "'\(References.proposal(framework, "").dropFirst(References.branches.count))"
        let merged = lines.first?.split(separator: place).dropFirst().first?
            .split(separator: "'").first.map(String.init)
        guard let slug = named ?? merged ?? version.origin?.slug else { return nil }
        self.slug = slug
        origin = version.origin?.slug ?? slug
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
