public import Terms

/// A version of the terms, and from which day on it was in force.
public struct TermsInForce: Sendable {
    /// The number of the version.
    public let number: Int
    /// The day on which it was agreed, by commit time: reported, not proved.
    public let from: CalendarDate
    /// What it says.
    public let document: TermsDocument

    /// Takes a version.
    public init(number: Int, from: CalendarDate, document: TermsDocument) {
        self.number = number
        self.from = from
        self.document = document
    }

    /// What is written at a path; nil where nothing is.
    func value(_ path: String) -> Value? { TermPath(path).flatMap { document[$0] } }

    /// The day on which the agreement starts; nil where it does not say.
    var starts: CalendarDate? { value("framework.term.starts")?.date }
}
