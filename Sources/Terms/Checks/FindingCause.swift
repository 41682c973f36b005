extension Finding {
    /// What a finding is about, wherever it stands and whatever the figures are.
    public struct Cause: Hashable, Sendable {
        let rule: String
        let path: TermPath?
    }

    /// What it is about.
    public var cause: Cause { Cause(rule: rule, path: path) }

    /// Whether it is about what the terms say, and not about how they are written: found by one
    /// of ``TermRules``.
    public var isAboutMeaning: Bool { Self.rules.contains(rule) }

    private static let rules = Set(TermRules.all.map(\.id))
}
