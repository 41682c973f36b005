import Foundation
import Settlement
import Terms
import Testing

/// Terms of three parties whose commercials are given; the agreement starts on 1 February 2027.
func document(_ commercials: String, term: String = "{starts: 2027-02-01}") -> TermsDocument {
    let framework = """
        schema: 1
        uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
        title: Small
        form: contract
        binding: true
        term: \(term)
        """
    let parties = """
        parties:
          acme: {name: Acme Ltd, kind: msp, signing: [{needs: 1, of: [ann]}]}
          bolt: {name: Bolt GmbH, kind: isv, signing: [{needs: 1, of: [bea]}]}
          core: {name: Core SA, kind: vendor, signing: [{needs: 1, of: [cem]}]}
        people:
          ann: {name: Ann Ash, party: acme, keys: [ssh-ed25519 AAAA1 ann]}
          bea: {name: Bea Birk, party: bolt, keys: [ssh-ed25519 AAAA2 bea]}
          cem: {name: Cem Cay, party: core, keys: [ssh-ed25519 AAAA3 cem]}
        """
    let texts = [
        "framework.yaml": framework, "parties.yaml": parties, "commercials.yaml": commercials,
    ]
    return TermsDocument(
        TermsFiles(texts.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) }))
}

func terms(
    _ commercials: String, term: String = "{starts: 2027-02-01}"
) throws -> CommercialTerms {
    try CommercialTerms(document(commercials, term: term))
}

func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

/// A line from words: `2027-03-01 sales EUR 100.00`, then any of `tax=`, `costs=`, `start=` and
/// `refunds=`. A stream of `-` is none.
func revenue(_ text: String) throws -> Revenue {
    let words = text.split(separator: " ").map(String.init)
    let money = try Money(parsing: "\(words[2]) \(words[3])")
    var line = Revenue(
        date: try day(words[0]), stream: words[1] == "-" ? nil : words[1], money: money)
    for word in words.dropFirst(4) {
        let halves = word.split(separator: "=").map(String.init)
        func amount() throws -> Int64 {
            try Money(parsing: "\(words[2]) \(halves[1])").minorUnits
        }
        switch halves[0] {
        case "tax": line.tax = try amount()
        case "costs": line.costs = try amount()
        case "start": line.contractStart = try day(halves[1])
        case "refunds": line.refunds = try day(halves[1])
        default: Issue.record("what is \(word)?")
        }
    }
    return line
}

func settle(_ terms: CommercialTerms, _ lines: [Revenue]) throws -> Distribution {
    var ledger = Ledger(terms, file: "revenue.csv")
    for line in lines { try ledger.add(line) }
    return ledger.distribution()
}

/// Who receives what, in brief: `acme 60.00, bolt 40.00`.
func brief(_ parts: [Part], _ currency: String = "EUR") -> String {
    parts.map { part in
        let money = Money(currency: currency, minorUnits: part.amount)?.description ?? "?"
        return "\(part.recipient) \(money.dropFirst(4))"
    }.joined(separator: ", ")
}

/// The totals in brief, by currency.
func brief(_ distribution: Distribution) -> String {
    distribution.totals.map {
        ($0.currency == "EUR" ? "" : "\($0.currency): ") + brief($0.parts, $0.currency)
    }.joined(separator: "; ")
}

/// The lines in brief: path, amount, parts.
func lines(_ distribution: Distribution) -> [String] {
    distribution.lines.map { line in
        let money = Money(currency: line.currency, minorUnits: line.amount)?.description ?? "?"
        return "\(line.path.inner.joined(separator: ".")) \(money.dropFirst(4)): "
            + brief(line.parts, line.currency)
    }
}

/// A small deterministic generator of pseudo-random numbers (SplitMix64).
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
