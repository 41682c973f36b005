extension TermRule {
    static let currencyUnknown = TermRule(
        "currency-unknown", .error, "A stream names a currency that does not exist.",
        reason: "Money can only be divided in a currency that everybody knows."
    ) { terms in
        terms.streams.compactMap { stream in
            guard let currency = stream["currency"], let code = currency.text,
                Currency.minorDigits(of: code) == nil
            else { return nil }
            return Remark(
                currency.path, "`\(TextRules.visible(code))` is not an ISO 4217 currency",
                suggestion: "Write it like EUR")
        }
    }
}
