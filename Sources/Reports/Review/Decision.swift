/// Something that a reader of a review has to decide, or that the proposal settles.
public struct Decision: Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Somebody objects.
        case objection
        /// Two texts can't be brought together.
        case conflict
        /// The terms break a rule of the files.
        case error
        /// The terms are in doubt.
        case warning
        /// The terms favour one side.
        case fairness
        /// A clause points to what is no longer there.
        case reference
        /// A word means something else now.
        case definedTerm = "defined-term"

        /// The kind as people read it.
        var word: String {
            switch self {
            case .objection: "Objection"
            case .conflict: "Conflict"
            case .error: "Error"
            case .warning: "Warning"
            case .fairness: "Fairness"
            case .reference: "Reference"
            case .definedTerm: "Defined term"
            }
        }
    }

    /// What it is about.
    public var kind: Kind
    /// What it is, in one or two sentences.
    public var text: String
    /// Whether the proposal settles it, rather than brings it up.
    public var isCured: Bool
    /// The path of the term, or another place that it is about; nil where it is about all of it.
    public var place: String?
    /// Who says so and when, such as `Dora Winkler, 2027-01-31`; nil where nobody did.
    public var by: String?
    /// Where else it has to be looked at, such as the clauses that use a word.
    public var uses: [String]
    /// What to do about it; nil where there is nothing to say.
    public var next: String?

    /// Makes a decision.
    public init(
        _ kind: Kind, _ text: String, isCured: Bool = false, place: String? = nil,
        by: String? = nil, uses: [String] = [], next: String? = nil
    ) {
        self.kind = kind
        self.text = text
        self.isCured = isCured
        self.place = place
        self.by = by
        self.uses = uses
        self.next = next
    }
}
