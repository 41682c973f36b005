public import Git

extension Identity {
    /// Who does what nobody has to answer for, and at which second since 1970.
    public static func housekeeper(at seconds: Int64) -> Identity {
        Identity(name: "entente", email: "entente@localhost", seconds: seconds)
    }

    /// The same, at the moment of the newest of some commits: whoever does it again makes the same.
    static func housekeeper(after commits: [Commit]) -> Identity {
        housekeeper(at: commits.compactMap(\.committerIdentity?.seconds).max() ?? 0)
    }
}
