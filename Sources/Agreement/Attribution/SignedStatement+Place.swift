public import Terms

extension SignedStatement {
    /// Whether it is about a term: about the term itself, about what it belongs to, or about a
    /// part of it. A statement about a proposal as a whole is about none.
    public func isAbout(_ path: TermPath) -> Bool {
        guard let place = statement.on.flatMap({ TermPath($0) }) else { return false }
        return place.contains(path) || path.contains(place)
    }
}
