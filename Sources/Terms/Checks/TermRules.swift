/// All rules about what the terms say.
public enum TermRules {
    /// The rules by topic, in the order of the documents. The last one looks at what the others
    /// found.
    public static let all: [TermRule] = [
        .waterfallFinalSplit,
        .waiverUnused,
    ]
}
