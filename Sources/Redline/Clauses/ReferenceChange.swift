public import Terms

/// A reference in a clause, such as `Section 9.3`, that no longer leads to where it led.
public struct ReferenceChange: Hashable, Sendable {
    /// The clause: `clauses/<name>`.
    public var path: TermPath
    /// Where the reference stands now, such as `6.5`; nil where that is unknown.
    public var place: String?
    /// The reference as it is written: `Section 9.3`.
    public var text: String
    /// What it led to before, by its number and title; nil where it led nowhere or was not there.
    public var old: String?
    /// What it leads to now; nil where that is nothing.
    public var new: String?
    /// The number that what it led to has now; nil where that is gone.
    public var follows: String?

    /// Makes a change.
    public init(
        path: TermPath, place: String?, text: String, old: String?, new: String?,
        follows: String? = nil
    ) {
        self.path = path
        self.place = place
        self.text = text
        self.old = old
        self.new = new
        self.follows = follows
    }
}

/// A term that clauses define and that has another meaning now, with every clause that uses it.
public struct DefinedTermChange: Hashable, Sendable {
    /// A place that uses the term.
    public struct Use: Hashable, Sendable {
        /// The clause: `clauses/<name>`.
        public var path: TermPath
        /// Where in it, such as `9.3`, in reading order and each once.
        public var places: [String]

        /// Makes a use.
        public init(path: TermPath, places: [String]) {
            self.path = path
            self.places = places
        }
    }

    /// The term as it is written: `Joint Customer`.
    public var term: String
    /// The clause that defines it.
    public var path: TermPath
    /// Its meaning before; nil where it had none.
    public var old: String?
    /// Its meaning now; nil where it has none any more.
    public var new: String?
    /// The clauses of the new state that use it, by name.
    public var uses: [Use]

    /// Makes a change.
    public init(term: String, path: TermPath, old: String?, new: String?, uses: [Use]) {
        self.term = term
        self.path = path
        self.old = old
        self.new = new
        self.uses = uses
    }
}
