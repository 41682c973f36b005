/// Parties and people as `parties.yaml` has them: by id (format.md, "The registry").
extension Value.Member {
    /// How people call this party or person: the name, or the id where there is none.
    public var registeredName: String { value["name"]?.text ?? key }

    /// Whether this party is an advisor's side, and no company that takes part.
    var isIndependentSide: Bool { value["kind"]?.text == "independent" }
}
