import Foundation
import Testing

@testable import SSHSignature

@Suite struct Base64Tests {
    /// RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func standardVectors(plain: String, text: String) {
        #expect(Base64.encode(plain.utf8) == Array(text.utf8))
        #expect(Base64.decode(Array(text.utf8)) == Array(plain.utf8))
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "=", "==", "====", "Zh==", "Zm9=", "Zm8", "Zm9v=", "Zm9v====",
        "Zm 9", "Zm9\n", "Zg==Zg==", "Z=g=", "Zm9-", "Zm9_", "Zg=\u{0}", "é==", "A===",
    ])
    func refused(text: String) {
        #expect(Base64.decode(Array(text.utf8)) == nil)
    }

    @Test func agreesWithFoundation() {
        var generator = SeededGenerator(seed: 1)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let text = Array(Data(bytes).base64EncodedString().utf8)
            #expect(Base64.encode(bytes) == text)
            #expect(Base64.decode(text) == bytes)
        }
    }

    @Test func oneTextForEachValue() {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
        for third in alphabet {
            for fourth in alphabet {
                let text = [UInt8(ascii: "A"), UInt8(ascii: "B"), third, fourth]
                if let bytes = Base64.decode(text) {
                    #expect(Base64.encode(bytes) == text)
                }
            }
        }
    }
}

@Suite struct WireReaderTests {
    @Test func readsOrStaysWhereItIs() {
        var reader = WireReader([0, 0, 0, 1, 7, 0, 0, 0, 2, 9])
        #expect(reader.string() == [7])
        #expect(reader.string() == nil)
        #expect(reader.remaining == 5)
        #expect(reader.read(-1) == nil)
        #expect(reader.read(6) == nil)
        #expect(reader.read(5) == [0, 0, 0, 2, 9])
        #expect(reader.isAtEnd)
        #expect(reader.uint32() == nil)
    }

    @Test func giantLengths() {
        for length: UInt32 in [5, 0x7fff_ffff, 0x8000_0000, 0xffff_fffb, 0xffff_ffff] {
            var writer = WireWriter()
            writer.append(uint32: length)
            writer.append([1, 2, 3, 4])
            var reader = WireReader(writer.bytes)
            #expect(reader.string() == nil)
            #expect(reader.positiveInteger() == nil)
            #expect(reader.remaining == 8)
        }
    }

    @Test func positiveIntegers() {
        func read(_ content: [UInt8]) -> [UInt8]? {
            var writer = WireWriter()
            writer.append(string: content)
            var reader = WireReader(writer.bytes)
            return reader.positiveInteger()
        }
        #expect(read([1]) == [1])
        #expect(read([0, 0x80]) == [0x80])
        #expect(read([]) == nil)
        #expect(read([0]) == nil)
        #expect(read([0x80]) == nil)
        #expect(read([0, 0x7f]) == nil)
        #expect(read([0, 0, 0x80]) == nil)
    }
}
