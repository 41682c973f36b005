import Terms
import Testing

/// A scalar type with a text and what is said about it.
struct BadScalar: Sendable, CustomTestStringConvertible {
    var text: String
    var type: FieldType
    var message: String

    init(_ text: String, _ type: FieldType, _ message: String) {
        (self.text, self.type, self.message) = (text, type, message)
    }

    var testDescription: String { "\(text): \(message)" }
}

struct ScalarReaderTests {
    private static let digest = String(repeating: "0123456789abcdef", count: 4)
    private static let uuid = "5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914"

    static let refused: [BadScalar] = [
        BadScalar("no", .boolean, "`no` is neither true nor false"),
        BadScalar("on", .boolean, "`on` is neither true nor false"),
        BadScalar("True", .boolean, "`True` is neither true nor false"),
        BadScalar("1", .boolean, "`1` is neither true nor false"),
        BadScalar("", .boolean, "`` is neither true nor false"),
        BadScalar("0x10", .integer(1...99), "`0x10` is not a whole number; write it like 12"),
        BadScalar("1e3", .integer(1...99), "`1e3` is not a whole number; write it like 12"),
        BadScalar("12:30", .integer(1...99), "`12:30` is not a whole number; write it like 12"),
        BadScalar("1_0", .integer(1...99), "`1_0` is not a whole number; write it like 12"),
        BadScalar("1.0", .integer(1...99), "`1.0` is not a whole number; write it like 12"),
        BadScalar("+1", .integer(1...99), "`+1` is not a whole number; write it like 12"),
        BadScalar("01", .integer(1...99), "`01` is not a whole number; write it like 12"),
        BadScalar("-0", .integer(-1...99), "`-0` is not a whole number; write it like 12"),
        BadScalar("~", .integer(1...99), "`~` is not a whole number; write it like 12"),
        BadScalar(
            "9223372036854775808", .integer(1...99),
            "`9223372036854775808` is not a whole number; write it like 12"),
        BadScalar("0", .integer(1...99), "0 is not between 1 and 99"),
        BadScalar("100", .integer(1...99), "100 is not between 1 and 99"),
        BadScalar("2", .integer(1...1), "`2` should be 1"),
        BadScalar("", .text, "it is empty"),
        BadScalar("a\nb", .text, "it should be one line of text"),
        BadScalar(" \n\n ", .prose, "it is empty"),
        BadScalar(
            "grown", .choice("grow", "steady"),
            "`grown` is not one of grow, steady; did you mean `grow`?"),
        BadScalar("sell", .choice("grow", "steady"), "`sell` is not one of grow, steady"),
        BadScalar("Grow", .choice("steady", "exit"), "`Grow` is not one of steady, exit"),
        BadScalar(
            uuid.uppercased(), .uuid,
            "`\(uuid.uppercased())` is not a UUID in lower case, like the one that uuidgen prints"),
        BadScalar(
            "5f0c2c1e8d0b4b7a9a3e2f6d1c7be914", .uuid,
            "`5f0c2c1e8d0b4b7a9a3e2f6d1c7be914` is not a UUID in lower case, like the one that "
                + "uuidgen prints"),
        BadScalar(
            "abc", .sha256, "`abc` is not a SHA-256: 64 hexadecimal digits in lower case"),
        BadScalar(
            "sha256:" + digest, .sha256,
            "`sha256:\(digest)` is not a SHA-256: 64 hexadecimal digits in lower case"),
        BadScalar(
            "hello", .publicKey,
            "`hello` is not an OpenSSH public key; paste the line of a .pub file"),
        BadScalar(
            "MD5:abc", .fingerprint,
            "`MD5:abc` is not a key fingerprint as ssh-keygen -l prints it"),
        BadScalar(
            "SHA256:abc", .fingerprint,
            "`SHA256:abc` is not a key fingerprint as ssh-keygen -l prints it"),
        BadScalar(
            "Ada", .identifier,
            "`Ada` is not an id: lower-case letters, digits and hyphens, starting with a letter, "
                + "63 at the most"),
    ]

    @Test(arguments: refused)
    func refuses(bad: BadScalar) {
        #expect(throws: ScalarError(bad.message)) {
            try ScalarReader.read(bad.text, as: bad.type)
        }
    }

    @Test(arguments: [
        "ada", "@northwind.example", "ada@", "ada@northwind", "ada@.example", "ada@northwind.",
        "a b@northwind.example", "ada@northwind@example.org", "Ada <ada@northwind.example>",
        "ada@northwind.example,ben@northwind.example",
    ])
    func refusesOddAddresses(text: String) {
        let message = "`\(text)` is not an e-mail address like ada@northwind.example"
        #expect(throws: ScalarError(message)) { try ScalarReader.read(text, as: .email) }
    }

    @Test(arguments: [
        "no", "on", "12:30", "0x10", "1e3", "~", "null", "true", "2027-01-31", "=", "-",
    ])
    func readsAnyWordAsText(text: String) throws {
        #expect(try ScalarReader.read(text, as: .text) == .text(text))
        #expect(try ScalarReader.read(text, as: .prose) == .prose(Prose(text)))
    }

    @Test func readsEachType() throws {
        #expect(try ScalarReader.read("true", as: .boolean) == .boolean(true))
        #expect(try ScalarReader.read("false", as: .boolean) == .boolean(false))
        #expect(try ScalarReader.read("99", as: .integer(1...99)) == .integer(99))
        #expect(try ScalarReader.read("-5", as: .integer(-5...99)) == .integer(-5))
        #expect(try ScalarReader.read("EUR 1", as: .money) == .money(Money(parsing: "EUR 1")))
        #expect(try ScalarReader.read("1%", as: .share) == .share(Share(parsing: "1%")))
        #expect(
            try ScalarReader.read("1 day", as: .duration)
                == .duration(CalendarDuration(parsing: "1 day")))
        #expect(
            try ScalarReader.read("2027-01-31", as: .date)
                == .date(CalendarDate(parsing: "2027-01-31")))
        #expect(
            try ScalarReader.read("1 deal", as: .quantity) == .quantity(Quantity(parsing: "1 deal"))
        )
        #expect(try ScalarReader.read(Self.uuid, as: .uuid) == .text(Self.uuid))
        #expect(try ScalarReader.read(Self.digest, as: .sha256) == .text(Self.digest))
        #expect(try ScalarReader.read("grow", as: .choice("grow")) == .text("grow"))
        #expect(try ScalarReader.read("a@b.example", as: .email) == .text("a@b.example"))
        #expect(try ScalarReader.read("k AAAA", as: .publicKey) == .text("k AAAA"))
        let fingerprint = "SHA256:" + String(repeating: "a", count: 43)
        #expect(try ScalarReader.read(fingerprint, as: .fingerprint) == .text(fingerprint))
        #expect(try ScalarReader.read("ada", as: .identifier) == .text("ada"))
        #expect(try ScalarReader.read("anything", as: .person) == .text("anything"))
    }

    @Test func refusesAFingerprintThatIsNotBase64() {
        let text = "SHA256:" + String(repeating: "?", count: 43)
        #expect(throws: ScalarError.self) { try ScalarReader.read(text, as: .fingerprint) }
    }

    @Test(arguments: [
        "purpose", "clauses/branding", "purpose.why", "commercials.streams.any.shares.northwind",
        "parties.people.ada.keys",
    ])
    func readsThePathOfATerm(text: String) throws {
        #expect(try ScalarReader.read(text, as: .term) == .text(text))
    }

    @Test(arguments: [
        ("purposes.why", "`purposes` is neither a section nor a clause; did you mean `purpose`?"),
        ("purpose.whyy", "there is no field `whyy` in `purpose`; did you mean `why`?"),
        ("purpose.why.not", "`purpose.why` is a single value and has no `not`"),
        ("purpose..why", "`purpose..why` is not the path of a term; write it like purpose.goals"),
        ("clauses/branding.first", "`clauses/branding` is neither a section nor a clause"),
    ])
    func refusesWhatIsNoTerm(text: String, message: String) {
        #expect(throws: ScalarError(message)) { try ScalarReader.read(text, as: .term) }
    }

    @Test func refusesBlankText() {
        #expect(throws: ScalarError.self) { try ScalarReader.read("  ", as: .text) }
    }

    @Test(arguments: [FieldType.object([]), .list(.text, .set), .map(.party, .text)])
    func refusesAScalarForMore(type: FieldType) {
        #expect(
            throws: ScalarError("`x` is a single value where fields or a list are wanted")
        ) {
            try ScalarReader.read("x", as: type)
        }
    }
}
