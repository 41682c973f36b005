extension TermRule {
    static let shareAbove80 = TermRule(
        "share-above-80", .fairness, "A party receives more than 80% of a stream or of the rest.",
        reason: "Who receives next to nothing soon does next to nothing, and then looks elsewhere."
    ) { terms in
        let limit = 8_000
        let streams = terms.streams.flatMap { stream in stream.splits.map { (stream.name, $0) } }
        let rest = terms.finalSplit.map { [("the rest", $0)] } ?? []
        return (streams + rest).compactMap { name, split in
            guard terms.isWhole(split.path),
                let largest = split.split.first(where: { $0.share.basisPoints > limit })
            else { return nil }
            let step = split.path.parent?.last ?? name
            let part = step == name ? "`\(name)`" : "`\(name)` in `\(step)`"
            return Remark(
                split.path,
                "\(terms.name(largest.party)) receives \(largest.share) of "
                    + (name == "the rest" ? name : part),
                figures: split.split.map { Finding.Figure($0.party, $0.share.description) },
                suggestion: "Let the other side earn more, or say in a waiver why it is right so")
        }
    }
}
