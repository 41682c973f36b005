import Foundation
import Terms
import Testing

/// The patterns of the schema match what the reader accepts, and hardly more.
struct PatternTests {
    private static let types: [FieldType] = [
        .text, .prose, .money, .share, .duration, .date, .quantity, .uuid, .sha256, .email,
        .publicKey, .fingerprint, .identifier, .term, .party,
        .reference([.sectionOrClause]),
    ]

    private static let texts =
        [
            "Word", "two words", "one\nline more", " ", "", "EUR 25,000.00", "EUR 25000",
            "EUR 25,00",
            "EUR 25.5", "EUR -5", "JPY 500", "JPY 5.00", "KWD 1.234", "KWD 1.23", "XYZ 5", "eur 5",
            "EUR 0,050", "EUR 1,2345", "62.5%", "62.55%", "62.555%", "62.500%", "100%", "100.01%",
            "101%", "007%", "0%", "-1%", "5", "5.5", "-1,234.5 points", "98.5%", "42 customers",
            "42  customers", "42 ", "one customer", "14 days", "1 day", "10 business days",
            "6 month",
            "0 hours", "2 fortnights", "days", "2027-01-31", "2027-02-30", "2027-1-31",
            "2027-13-01",
            "31.01.2027", "5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914",
            "5F0C2C1E-8D0B-4B7A-9A3E-2F6D1C7BE914",
            "5f0c2c1e8d0b4b7a9a3e2f6d1c7be914", String(repeating: "0a", count: 32),
            String(repeating: "0A", count: 32), "ada@northwind.example", "ada@northwind", "ada",
            "@northwind.example", "a b@northwind.example", "ssh-ed25519 AAAA ada", "ssh-ed25519",
            "SHA256:" + String(repeating: "a", count: 43), "SHA256:short", "Ada", "a-1", "1-a",
            "purpose.why", "purpose.whim", "clauses/branding", "clauses/Branding", "purposes.why",
            "purpose..why",
            "purpose.",
        ] + ["commercials.streams.platform", "safeguards", "framework"]

    /// Whether some text matches a pattern as JSON Schema reads it.
    private func matches(_ text: String, _ pattern: String) throws -> Bool {
        let expression = try NSRegularExpression(pattern: pattern)
        let all = NSRange(text.startIndex..., in: text)
        return expression.firstMatch(in: text, range: all) != nil
    }

    private func reads(_ text: String, _ type: FieldType) -> Bool {
        do {
            _ = try ScalarReader.read(text, as: type)
            return true
        } catch {
            return false
        }
    }

    /// What only the reader can see: that there is no such day, number of a currency or field.
    private static let seenByTheReaderOnly: Set<String> = [
        "date 2027-02-30", "term purpose.whim",
    ]

    @Test func matchWhatIsRead() throws {
        for type in Self.types {
            let pattern = try #require(type.pattern)
            let name = String("\(type)".prefix { $0 != "(" })
            for text in Self.texts {
                let isMatch = try matches(text, pattern)
                if case .reference = type {
                    // Whether there is such a thing is no matter of how it is written.
                    if isMatch { #expect(reads(text, type)) }
                    continue
                }
                let isKnown = Self.seenByTheReaderOnly.contains("\(name) \(text)")
                #expect(isMatch == (isKnown || reads(text, type)), "\(name) \(text) \(isMatch)")
            }
        }
    }

    @Test func areOnlyForTexts() {
        for type in [FieldType.boolean, .integer(1...2), .choice("a"), .split, .items([.id])] {
            #expect(type.pattern == nil)
        }
    }
}
