import Testing

@testable import Agreement

/// An attack and its honest twin: the same history with one thing wrong, and with it right.
struct Attack: CustomTestStringConvertible, Sendable {
    /// What is wrong.
    let name: String
    /// The rule that refuses it.
    let rule: RuleID
    /// Makes the history on top of a founded framework; `isWrong` decides about the one thing.
    let make: @Sendable (_ shop: Workshop, _ isWrong: Bool) throws -> Void

    init(
        _ name: String, refusedBy rule: RuleID,
        _ make: @escaping @Sendable (Workshop, Bool) throws -> Void
    ) {
        self.name = name
        self.rule = rule
        self.make = make
    }

    var testDescription: String { name }

    /// Plays both on the founded framework, of the plainest terms or these, and expects the twin to be agreed and the attack to be refused by its rule.
    func play(
        on terms: TermsText? = nil, location: SourceLocation = #_sourceLocation
    ) throws {
        for isWrong in [false, true] {
            let shop = try terms == nil ? Workshop.founded() : Workshop()
            if let terms { try shop.found(terms) }
            let before = try shop.history()
            #expect(before.breach == nil, "the founding", sourceLocation: location)
            try make(shop, isWrong)
            let after = try shop.history()
            let broken = after.breach.map { Set($0.violations.map(\.rule.rawValue)) } ?? []
            if isWrong {
                #expect(broken == [rule.rawValue], "\(name)", sourceLocation: location)
            } else {
                #expect(broken == [], "the honest twin of: \(name)", sourceLocation: location)
                #expect(after.tip == shop.main && after.length > before.length)
            }
        }
    }
}
