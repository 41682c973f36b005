public import Git
internal import Terms

/// A proposal by name: its framework, its slug and where it stands.
public struct ProposalReference: Hashable, Codable, Sendable {
    /// The framework.
    public let framework: String
    /// The slug.
    public let slug: String
    /// The newest commit.
    public let tip: ObjectID

    /// Names a proposal.
    public init(framework: String, slug: String, tip: ObjectID) {
        self.framework = framework
        self.slug = slug
        self.tip = tip
    }

    /// Reads the name of a reference; nil where it is no proposal's.
    init?(_ reference: Reference) {
        guard let (framework, slug) = Self.names(in: reference.name) else { return nil }
        self.init(framework: framework, slug: slug, tip: reference.target)
    }

    /// The framework and the slug in the name of a reference; nil where it is no proposal's.
    static func names(in name: String) -> (framework: String, slug: String)? {
        // By bytes: a command reads thousands of names, several times.
        let prefix = References.proposals.utf8
        guard name.utf8.starts(with: prefix) else { return nil }
        let rest = name.utf8.dropFirst(prefix.count)
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let framework = String(name[rest.startIndex..<slash])
        let slug = String(name[name.utf8.index(after: slash)...])
        guard Identifier.isValid(framework), Identifier.isValid(slug) else { return nil }
        return (framework, slug)
    }
}

extension Workspace {
    /// All proposals that have a name here, by framework and slug.
    ///
    /// - Throws: `GitError`.
    public func proposalReferences() throws -> [ProposalReference] {
        try repository.references(under: References.proposals).compactMap(ProposalReference.init)
    }

    /// The proposal that a word names: a slug, or `<framework>/<slug>`; nil where there is none.
    ///
    /// - Throws: ``Problem`` where the slug is ambiguous.
    public func findProposal(
        _ word: String, of framework: String? = nil
    ) throws -> ProposalReference? {
        let matches = try proposalReferences().filter { reference in
            (framework == nil || reference.framework == framework)
                && (reference.slug == word || "\(reference.framework)/\(reference.slug)" == word)
        }
        guard matches.count <= 1 else {
            let names = matches.map { "\($0.framework)/\($0.slug)" }.joined(separator: ", ")
            throw Problem(
                "ambiguous-proposal", .unable, "several proposals are called `\(word)`",
                next: "Say which: \(names)")
        }
        return matches.first
    }
}
