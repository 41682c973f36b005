public import Terms

/// What one person says about one proposal (trust.md, "Statements").
///
/// A statement binds the framework's lineage, the version, the terms in force and the terms that
/// it is about, so it means nothing anywhere else.
public struct Statement: Hashable, Sendable {
    /// The kinds of statements.
    public enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
        /// The person signs these terms.
        case signOff = "Sign-Off"
        /// The person says what stands in the way.
        case objection = "Objection"
        /// The person takes back a sign-off of these terms.
        case withdrawal = "Withdrawal"
        /// The person says something.
        case comment = "Comment"
        /// The person ends the proposal.
        case closing = "Closing"

        var trailer: String { "Entente-\(rawValue)" }

        var verb: String {
            switch self {
            case .signOff: "Sign off"
            case .objection: "Object to"
            case .withdrawal: "Withdraw from"
            case .comment: "Comment on"
            case .closing: "Close"
            }
        }
    }

    /// What kind of statement it is.
    public var kind: Kind
    /// The framework.
    public var framework: String
    /// The digest of the founding terms; nil where the proposal is the founding.
    public var founding: Digest?
    /// The version that the terms would become.
    public var version: Int
    /// The digest of the terms in force; nil at the founding.
    public var base: Digest?
    /// The digest of the terms that it is about.
    public var terms: Digest
    /// The party that the person acts for.
    public var party: String
    /// The person.
    public var person: String
    /// The place that it is about, where it is about one.
    public var on: String?
    /// The free text: a reason, a comment, or the sentence of a sign-off.
    public var text: String

    /// Makes a statement.
    public init(
        kind: Kind, framework: String, founding: Digest?, version: Int, base: Digest?,
        terms: Digest, party: String, person: String, on: String? = nil, text: String
    ) {
        self.kind = kind
        self.framework = framework
        self.founding = founding
        self.version = version
        self.base = base
        self.terms = terms
        self.party = party
        self.person = person
        self.on = on
        self.text = text
    }
}
