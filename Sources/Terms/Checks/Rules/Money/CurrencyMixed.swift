extension TermRule {
    static let currencyMixed = TermRule(
        "currency-mixed", .error,
        "A stream has amounts in two currencies, or there are several without a rule of conversion.",
        reason: "Amounts in two currencies can't be added up, and their rate moves every day."
    ) { terms in
        let inStreams = terms.streams.compactMap(Self.stranger)
        guard inStreams.isEmpty else { return inStreams }
        return Self.withoutConversion(terms)
    }

    /// An amount in a stream that is in another currency than the rest of it.
    private static func stranger(in stream: Term) -> Remark? {
        var currency = stream["currency"]?.text
        for amount in stream.amounts {
            guard let money = amount.money else { continue }
            if let currency, currency != money.currency {
                return Remark(
                    amount.path,
                    "`\(stream.name)` is in \(currency), and this amount is in \(money.currency)",
                    figures: [Finding.Figure(amount.name, money.description)],
                    suggestion: "Use one currency within a stream")
            }
            currency = money.currency
        }
        return nil
    }

    private static func withoutConversion(_ terms: CheckedTerms) -> [Remark] {
        let conversion = "commercials.settlement.conversion"
        guard let commercials = terms["commercials"], terms[conversion] == nil,
            terms.isWhole(conversion)
        else { return [] }
        var counts: [String: Int] = [:]
        var second: (path: TermPath, currency: String)?
        var first: String?
        let named = terms.streams.compactMap { $0["currency"] }
        for term in commercials.amounts + named {
            guard let currency = term.money?.currency ?? term.text else { continue }
            counts[currency, default: 0] += 1
            if first == nil { first = currency }
            if currency != first, second == nil { second = (term.path, currency) }
        }
        guard let first, let second else { return [] }
        return [
            Remark(
                second.path,
                "there are amounts in \(first) and in \(second.currency), and nothing says how one "
                    + "is converted into the other",
                figures: counts.sorted { $0.key < $1.key }.map {
                    Finding.Figure($0.key, "\($0.value) time\($0.value == 1 ? "" : "s")")
                },
                suggestion: "Use one currency, or answer `\(conversion)`")
        ]
    }
}
