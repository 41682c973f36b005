extension TermRule {
    static let subscriptionTerms = TermRule(
        "subscription-terms", .error,
        "A subscription does not say how long it runs, how it is renewed, or when money is given back.",
        reason: "Recurring revenue is divided for years, and most quarrels are about its end.",
        isAboutGaps: true
    ) { terms in
        terms.streams.compactMap { stream in
            guard stream["kind"]?.text == "subscription" else { return nil }
            let missing = [
                ("term", "how long it runs"), ("renewal", "what happens then"),
                ("clawback", "when money is given back"),
            ].filter { stream[$0.0] == nil }
            guard !missing.isEmpty else { return nil }
            return Remark(
                stream.path,
                "the subscription `\(stream.name)` does not say "
                    + Wording.list(missing.map(\.1)),
                suggestion: "Answer " + Wording.quoted(missing.map(\.0)))
        }
    }
}
