public import Git
internal import Terms

/// Where a proposal comes from: its name, its title, the reason, and who made it, as its first
/// commit says. Nobody signed this, so it informs and never decides.
public struct ProposalOrigin: Hashable, Sendable {
    /// The slug.
    public let slug: String
    /// The title.
    public let title: String
    /// The reason.
    public let why: String
    /// Who proposed it, and when.
    public let proposer: Identity

    static let trailer = "Entente-Proposal"

    /// The message of a proposal's first commit.
    static func message(framework: String, slug: String, title: String, why: String) -> String {
        let body = why.isEmpty ? "" : why + "\n\n"
        return "\(title)\n\n\(body)\(trailer): 1\nFramework: \(framework)\nProposal: \(slug)\n"
    }

    init(slug: String, title: String, why: String, proposer: Identity) {
        self.slug = slug
        self.title = title
        self.why = why
        self.proposer = proposer
    }

    /// What the oldest of the new commits says that says so, under its own name where one does: what
    /// it was made from may be a proposal as well. Where none does, since the proposal was
    /// made from another one that is agreed, it has the name of its branch and the author of the
    /// first thing that was done on it; nil where neither is known.
    init?(in new: NewCommits, named name: String?) {
        var oldest: ProposalOrigin?
        for id in new.order.reversed() {
            guard let origin = new.commits[id].flatMap(ProposalOrigin.init) else { continue }
            guard name.map(origin.hasName) ?? true else {
                oldest = oldest ?? origin
                continue
            }
            self = origin
            return
        }
        if let oldest {
            self = oldest
            return
        }
        let done = new.order.last { id in
            new.commits[id].map { !Statement.isLikely($0.message) } ?? false
        }
        guard let name, let proposer = done.flatMap({ new.commits[$0]?.authorIdentity }) else {
            return nil
        }
        self.init(slug: name, title: name, why: "", proposer: proposer)
    }

    /// The commit that proposed something under its own name; nil where none says so.
    static func commit(in new: NewCommits, named name: String) -> ObjectID? {
        new.order.last { id in
            new.commits[id].flatMap(ProposalOrigin.init)?.hasName(name) ?? false
        }
    }

    /// Whether a proposal of a name is this one: `sync` puts `notice-2` beside `notice`.
    func hasName(_ name: String) -> Bool {
        name == slug || name.hasPrefix(slug + "-") && Int(name.dropFirst(slug.count + 1)) != nil
    }

    /// What a proposal's first commit says; nil for any other commit.
    init?(_ commit: Commit) {
        guard let message = commit.messageText?.utf8, let proposer = commit.authorIdentity else {
            return nil
        }
        let (trailer, name) = ("\(Self.trailer): 1".utf8, "Proposal: ".utf8)
        let lines = message.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let start = lines.lastIndex(where: { $0.elementsEqual(trailer) }),
            let line = lines[start...].first(where: { $0.starts(with: name) }),
            let slug = String(line.dropFirst(name.count)), Identifier.isValid(slug)
        else { return nil }
        self.slug = slug
        title = String(Substring(lines[0]))
        why = lines[1..<max(1, start)].map { String(Substring($0)) }
            .joined(separator: "\n").trimmingNewlines()
        self.proposer = proposer
    }
}

extension String {
    /// The text without line feeds at its ends.
    func trimmingNewlines() -> String {
        var text = Substring(self)
        while text.first == "\n" { text.removeFirst() }
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
