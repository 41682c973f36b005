extension RuleID {
    /// What the rule asks for, as one sentence for people.
    public var statement: String {
        switch self {
        case .shape:
            "A version is a merge of exactly two: the agreed history and the tip of a proposal."
        case .onlyThat:
            "Its terms are exactly the proposal's, and nothing else changes, anywhere."
        case .wellFormed:
            "The files keep the rules for files, and the registry parses strictly."
        case .signOffs:
            "Enough different people of every party in force signed exactly these terms."
        case .registryChange:
            "A changed registry is signed by its own parties too, each new key has signed itself, "
                + "each removed key is retired for good, and every signing rule can be met."
        case .identity:
            "The uid of a framework never changes, and no two frameworks share one."
        case .records:
            "Records are only added, one step at a time, each signed by a person of the registry "
                + "in force."
        case .layout:
            "What lies under frameworks/ is terms or records of a framework, and nothing else."
        case .removal:
            "Terms are never removed: agreements end by notice and exit, not by deletion."
        }
    }

    /// What to do about a history that breaks the rule.
    public var remedy: String {
        switch self {
        case .shape:
            "Take the change back. Agree with `entente agree`, or with a merge button that makes "
                + "a merge commit; squashing and rebasing void all signatures."
        case .onlyThat, .layout, .removal:
            "Take the change back, and propose what was meant: `entente propose`."
        case .wellFormed:
            "Mend the files as `entente check` says, put them on the proposal with "
                + "`entente revise`, and have everybody sign that text."
        case .signOffs:
            "Take the change back; those who are named sign with `entente sign`; agree again."
        case .registryChange:
            "Take the change back; `entente status` says which party, and which new key, still "
                + "has to sign, and `entente keys retire` removes a key in the right way."
        case .identity:
            "Take the change back, and give a new framework a uid of its own."
        case .records:
            "Take the change back. A mistake in a record is answered by a correction."
        }
    }
}
