import RandomTerms
import Terms
import Testing

@testable import Agreement

/// What is kept of terms is what they say, value by value.
@Suite struct ValuePackingTests {
    @Test(arguments: SectionName.allCases)
    func whatIsWrittenIsRead(section: SectionName) throws {
        var random = RandomTerms(seed: 7)
        for _ in 0..<20 {
            let value = try random.value(of: .object(section.fields))
            var writer = PackingWriter()
            value.pack(into: &writer)
            let sealed = writer.sealed(as: "this")
            var reader = try PackingReader(sealed, sealedAs: "this")
            #expect(try Value(from: &reader) == value)
            #expect(throws: PackingReader.Damage.self) {
                try PackingReader(sealed, sealedAs: "that")
            }
        }
    }
}
