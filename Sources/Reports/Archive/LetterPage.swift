internal import Terms

/// The page that lies beside what is mailed: what is in it, and what to do with it.
public struct LetterPage: Sendable {
    /// A framework as it stands.
    public struct Framework: Sendable {
        /// Its title.
        public var title: String
        /// Its short name.
        public var name: String
        /// Its fingerprint; nil where nothing is agreed yet.
        public var fingerprint: String?
        /// The version in force and who signed it, in words.
        public var inForce: String
        /// The digest of the terms in force; nil where nothing is agreed yet.
        public var digest: String?
        /// The open proposals.
        public var proposals: [Proposal]

        /// A framework from its parts.
        public init(
            title: String, name: String, fingerprint: String?, inForce: String, digest: String?,
            proposals: [Proposal]
        ) {
            self.title = title
            self.name = name
            self.fingerprint = fingerprint
            self.inForce = inForce
            self.digest = digest
            self.proposals = proposals
        }
    }

    /// An open proposal.
    public struct Proposal: Sendable {
        /// Its name.
        public var slug: String
        /// Its title; empty where that is its name.
        public var title: String
        /// Whose it is, who has signed it, what waits and what was said, line by line.
        public var standing: [StyledText]

        /// A proposal from its parts.
        public init(slug: String, title: String, standing: [StyledText]) {
            self.slug = slug
            self.title = title
            self.standing = standing
        }
    }

    private let frameworks: [Framework]
    private let file: String
    private let author: String?

    /// A page about frameworks in a file of this name, which this person made.
    public init(_ frameworks: [Framework], file: String, by author: String? = nil) {
        self.author = author
        self.frameworks = frameworks
        self.file = file
    }

    /// The page.
    public func html() -> String {
        var renderer = HTMLRenderer()
        let text = HTML.tag(.main, [.id(HTMLPage.content)], renderer.html(blocks))
        return HTMLPage(
            title: "What is in \(file)", paper: nil,
            body: [.tag(.div, [.class("letter")], [text])]
        ).source
    }

    private var blocks: [Block] {
        var blocks: [Block] = [
            .heading(level: 1, StyledText("What is in this file")),
            .paragraph(
                StyledText(
                    (author.map { "\($0) made it with Entente. " } ?? "")
                        + "It holds the whole agreed history and all proposals, as they are on the "
                        + "computer of whoever sent it. This page was made there as well: rely on "
                        + "what your own computer says once it has taken it.")),
        ]
        for framework in frameworks {
            blocks.append(.heading(level: 2, StyledText(framework.title)))
            var entries = [
                Block.Entry("Name", line: StyledText(framework.name)),
                Block.Entry("In force", line: StyledText(framework.inForce)),
            ]
            for (label, digest) in [
                ("Digest", framework.digest), ("Fingerprint", framework.fingerprint),
            ] {
                guard let digest else { continue }
                entries.append(Block.Entry(StyledText(label), line: StyledText(digest)))
            }
            blocks.append(.grid(entries))
            guard !framework.proposals.isEmpty else { continue }
            blocks.append(.heading(level: 3, StyledText("Proposals")))
            blocks.append(
                .grid(
                    framework.proposals.map { proposal in
                        let title =
                            proposal.title.isEmpty ? [] : [StyledText(proposal.title, .bold)]
                        return Block.Entry(
                            StyledText(proposal.slug),
                            (title + proposal.standing).map(Block.paragraph))
                    }))
        }
        blocks += [
            .heading(level: 2, StyledText("What to do with it")),
            .paragraph(
                StyledText(
                    "You need Entente, a program for Debian 12 with Swift 6.2 or newer. In a copy of "
                        + "the project, which whoever sent this file has, this installs it, and "
                        + "README.md says how to go on:")),
            .verbatim(["make install PREFIX=$HOME/.local"]),
            .paragraph(
                StyledText(
                    "In your workspace, this checks all of it before it takes anything:")),
            .verbatim(["entente sync \(file)"]),
            .paragraph(
                StyledText("Where you have no workspace yet, make one beside the file first:")),
            .verbatim(["entente init agreements", "cd agreements", "entente sync ../\(file)"]),
            .paragraph(
                StyledText(
                    "Then compare the fingerprint with your partners over another channel, once. "
                        + "What you say and sign goes back in the same way:")),
            .verbatim(["entente bundle for-my-partner.zip"]),
        ]
        return blocks
    }
}
