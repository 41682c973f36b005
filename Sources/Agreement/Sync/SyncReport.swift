public import Terms

/// What a `sync` came to.
public struct SyncReport: Codable, Sendable {
    /// Something that came or went.
    public enum News: Hashable, Codable, Sendable {
        /// A version; the digest of the first one is the fingerprint of its framework.
        case version(framework: String, number: Int, title: String, digest: Digest)
        /// So many commits with records.
        case records(framework: String, count: Int)
        /// So many changes outside of frameworks.
        case other(count: Int)
        /// A proposal: its text, and what was said of it.
        case proposal(framework: String, slug: String, text: Text, said: [Said])
        /// What was said of a proposal without knowing that it is agreed, as which version: it undoes
        /// nothing.
        case late(framework: String, slug: String, version: Int, said: [Said])
        /// A proposal's name that is no longer needed, since it is agreed or closed.
        case ended(framework: String, slug: String)
    }

    /// What became of a proposal's text.
    public enum Text: Hashable, Codable, Sendable {
        /// It was not there before.
        case new
        /// It is another one, so what was signed of the old one no longer counts.
        case revised
        /// It is as it was.
        case same
    }

    /// A statement, in short.
    public struct Said: Hashable, Codable, Sendable {
        /// What kind it is.
        public let kind: Statement.Kind
        /// Whose it is: the person with the key that signed it, or whom the commit names where
        /// nobody has that key.
        public let name: String
        /// Why, where it is a closing: the proposal is on no list any more that tells it.
        public let reason: String?
    }

    /// A proposal that was put beside another one of the same name.
    public struct Beside: Hashable, Codable, Sendable {
        /// The framework.
        public let framework: String
        /// The name, which theirs keeps.
        public let slug: String
        /// The name that ours has now.
        public let newSlug: String
    }

    /// Something that was written on agreements that gave way.
    public struct Regrounded: Hashable, Codable, Sendable {
        /// Something that was said of it then.
        public struct Word: Hashable, Codable, Sendable {
            /// What and by whom.
            public let said: Said
            /// In which words.
            public let text: String
        }

        /// The framework.
        public let framework: String
        /// The proposal; nil for what somebody changed in the working files.
        public let slug: String?
        /// The proposals that were agreed then, and are open again.
        public let agreements: [String]
        /// Whether it no longer holds what these change. Where it would break a rule without, it is
        /// as it was.
        public let isFree: Bool
        /// The terms that it changes as well as these do: it says there what it said before.
        public let shared: [String]
        /// The name under which what it was is kept; nil where it is as it was.
        public let kept: String?
        /// What was said of it as it was.
        public let words: [Word]
    }

    /// A step that was taken here and can't be taken again after what others agreed.
    public struct LeftOut: Hashable, Codable, Sendable {
        /// What it calls itself.
        public let subject: String
        /// Who took it, as it says.
        public let name: String
        /// Why, in words; nil where others changed the same files.
        public let reason: String?
        /// The name under which `main` is kept as it was.
        public let kept: String
    }

    /// A framework of which an earlier version is in force than before.
    public struct Lowered: Hashable, Codable, Sendable {
        /// The framework.
        public let framework: String
        /// The version that was in force here.
        public let before: Int
        /// The version that is; 0 where nothing is agreed.
        public let now: Int
    }

    /// What is kept for whoever has to be told of a `sync` that was interrupted: all that the next
    /// one would not find again, since it has been done.
    private enum CodingKeys: CodingKey {
        case came, late, joined, merged, beside, reopened, regrounded, leftOut, lowered
    }

    /// What came from there.
    public internal(set) var came: [News] = []
    /// What was said here of what came as agreed.
    public internal(set) var late: [News] = []
    /// What went there.
    public internal(set) var went: [News] = []
    /// The proposals about which something was said on both sides, by framework and slug.
    public internal(set) var joined: [ProposalReference] = []
    /// The proposals whose text was changed on both sides, and is a new text now.
    public internal(set) var merged: [ProposalReference] = []
    /// The proposals that had one name and are two.
    public internal(set) var beside: [Beside] = []
    /// The proposals that were agreed here only, where others agreed something else first.
    public internal(set) var reopened: [ProposalReference] = []
    /// What was written on agreements that gave way, and is without them now.
    public internal(set) var regrounded: [Regrounded] = []
    /// What was done here on agreements that gave way and is left out.
    public internal(set) var leftOut: [LeftOut] = []
    /// Where an earlier version is in force than before.
    public internal(set) var lowered: [Lowered] = []
    /// What was not taken or not sent, and why.
    public internal(set) var refused: [(name: String, problem: Problem)] = []
    /// The working files that somebody changed and that were left alone.
    public internal(set) var leftAlone: [String] = []
    /// Whether something is yet to go there, as nothing can be sent to a file.
    public internal(set) var holdsMore = false

    /// Whether it tells nothing that the next one would not find again.
    var isFoundAgain: Bool {
        came.isEmpty && joined.isEmpty && merged.isEmpty && beside.isEmpty && reopened.isEmpty
            && regrounded.isEmpty && leftOut.isEmpty && lowered.isEmpty
    }
}
