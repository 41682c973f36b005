import Terms
import Testing

struct IdentifierTests {
    @Test(arguments: [
        "a", "ada", "a1", "a-b", "z9-", "a--b", String(repeating: "a", count: 63),
    ])
    func accepts(text: String) {
        #expect(Identifier.isValid(text))
    }

    @Test(arguments: [
        "", "1a", "-a", "A", "aB", "a_b", "a.b", "a b", "é", "aé", "a\n", "a/b", "а",
        String(repeating: "a", count: 64),
    ])
    func refuses(text: String) {
        #expect(!Identifier.isValid(text))
    }
}
