import Terms
import Testing

struct TextRulesTests {
    private func placed(_ text: String) -> [String] {
        TextRules.read(bytes(text), file: "clauses/a.md").findings.map(\.placed)
    }

    /// One of each class that must not stand in the terms, and what is said about it.
    static let forbidden: [(Unicode.Scalar, String)] = [
        ("\u{0}", "the control character U+0000"), ("\u{8}", "the control character U+0008"),
        ("\u{B}", "the control character U+000B"), ("\u{1B}", "the control character U+001B"),
        ("\u{1F}", "the control character U+001F"), ("\u{7F}", "the control character U+007F"),
        ("\u{85}", "the control character U+0085"), ("\u{9F}", "the control character U+009F"),
        ("\r", "a carriage return: lines end in LF alone"),
        ("\u{202A}", "the bidirectional control U+202A, which can disguise text"),
        ("\u{202E}", "the bidirectional control U+202E, which can disguise text"),
        ("\u{2066}", "the bidirectional control U+2066, which can disguise text"),
        ("\u{2069}", "the bidirectional control U+2069, which can disguise text"),
        ("\u{200E}", "the bidirectional control U+200E, which can disguise text"),
        ("\u{200F}", "the bidirectional control U+200F, which can disguise text"),
        ("\u{61C}", "the bidirectional control U+061C, which can disguise text"),
        ("\u{FEFF}", "a byte order mark (U+FEFF)"),
        ("\u{FFFE}", "the noncharacter U+FFFE"),
        ("\u{2028}", "the line separator U+2028: lines end in LF alone"),
        ("\u{2029}", "the line separator U+2029: lines end in LF alone"),
        ("\u{AD}", "the invisible character U+00AD"),
        ("\u{200B}", "the invisible character U+200B"),
        ("\u{200C}", "the invisible character U+200C"),
        ("\u{200D}", "the invisible character U+200D"),
        ("\u{2060}", "the invisible character U+2060"),
        ("\u{2065}", "the invisible character U+2065"),
        ("\u{34F}", "the invisible character U+034F"),
        ("\u{180E}", "the invisible character U+180E"),
        ("\u{3164}", "the invisible character U+3164"),
        ("\u{115F}", "the invisible character U+115F"),
        ("\u{FFA0}", "the invisible character U+FFA0"),
        ("\u{2800}", "the invisible character U+2800"),
        ("\u{FE0F}", "the invisible character U+FE0F"),
        ("\u{FFF9}", "the invisible character U+FFF9"),
        ("\u{E0001}", "the invisible character U+E0001"),
        ("\u{E0041}", "the invisible character U+E0041"),
        ("\u{E0100}", "the invisible character U+E0100"),
    ]

    @Test(arguments: forbidden)
    func refusesWhatNobodySees(scalar: Unicode.Scalar, message: String) {
        #expect(TextRules.problem(with: scalar) == message)
        let text = "first\n€b\(String(scalar))d\nlast\n"
        let (read, findings) = TextRules.read(bytes(text), file: "clauses/a.md")
        #expect(read == nil)
        let expected = Finding(
            rule: "forbidden-character", file: "clauses/a.md",
            position: SourcePosition(line: 2, column: 3), message: message,
            next: "Delete the character; an editor may not show it")
        #expect(findings == [expected])
    }

    @Test func refusesEveryBidirectionalControlOfTheFormat() {
        for value in Array(0x202A...0x202E) + Array(0x2066...0x2069) {
            let problem = Unicode.Scalar(UInt32(value)).flatMap { TextRules.problem(with: $0) }
            #expect(problem?.hasPrefix("the bidirectional control") == true)
        }
    }

    @Test(arguments: [
        "plain ASCII ~!@#$%^&*()", "Ünïcödé façade Straße ñandú", "中文 日本語 ひらがな 한국어",
        "اتفاقية الشراكة", "הסכם שותפות", "Соглашение Συμφωνία", "“quotes” – — … € £ ¥",
        "😀 🤝 🇮🇪", "हिन्दी ภาษาไทย", "\ttab", "",
    ])
    func acceptsWhatPeopleWrite(text: String) {
        let (read, findings) = TextRules.read(bytes(text), file: "clauses/a.md")
        #expect(findings.isEmpty)
        #expect(read == text)
    }

    @Test func refusesJoinedEmoji() {
        #expect(placed("ok 👩\u{200D}💻") == ["clauses/a.md:1:5 forbidden-character"])
    }

    @Test func refusesAByteOrderMarkAtTheStart() {
        #expect(placed("\u{FEFF}schema: 1\n") == ["clauses/a.md:1:1 forbidden-character"])
    }

    @Test func refusesEachCarriageReturnAlone() {
        #expect(
            placed("a\rb\nbc\rd\n") == [
                "clauses/a.md:1:2 forbidden-character", "clauses/a.md:2:3 forbidden-character",
            ])
    }

    /// A file from Windows has one mistake, and not one in each line.
    @Test func refusesWindowsLineEndsOnce() {
        let text = String(repeating: "word\r\n", count: 50) + "\u{200B}\r\n"
        let (read, found) = TextRules.read(bytes(text), file: "clauses/a.md")
        #expect(read == nil)
        #expect(
            found.map(\.placed) == [
                "clauses/a.md:1:5 windows-line-ends", "clauses/a.md:51:1 forbidden-character",
            ])
        #expect(
            found.first?.message
                == "the file has Windows line ends (CRLF); lines end in LF alone")
        #expect(found.first?.next?.contains("dos2unix") == true)
    }

    @Test func stopsAfterTwentyCharacters() {
        let findings = placed(String(repeating: "\u{200B}", count: 100))
        #expect(findings.count == 20)
        #expect(findings.last == "clauses/a.md:1:20 forbidden-character")
    }

    @Test(arguments: [
        ("Caf\u{65}\u{301}", "1:4"), ("first\nna\u{69}\u{308}ve\n", "2:3"),
        ("\u{212B}ngström", "1:1"), ("é\n\u{1100}\u{1161}", "2:1"),
        ("a\u{323}\u{307} b\u{307}\u{323}", "1:1"), ("x b\u{307}\u{323}", "1:3"),
    ])
    func wantsComposedForm(text: String, place: String) {
        let (read, findings) = TextRules.read(bytes(text), file: "clauses/a.md")
        #expect(read == nil)
        #expect(findings.map(\.placed) == ["clauses/a.md:\(place) not-normalised"])
        #expect(
            findings.first?.message == "the text is not in Unicode's composed form (NFC)")
    }

    @Test(
        arguments: [
            ([0x61, 0xFF], 1), ([0x61, 0x0A, 0xC3, 0x28, 0x0A], 2), ([0x0A, 0x0A, 0xC0, 0xAF], 3),
            ([0xED, 0xA0, 0x80], 1), ([0x61, 0x0A, 0xE2, 0x82], 2), ([0xC3, 0x0A, 0x61], 1),
            ([0xF4, 0x90, 0x80, 0x80], 1),
        ] as [([UInt8], Int)])
    func refusesWhatIsNotUTF8(bytes: [UInt8], line: Int) {
        let (read, findings) = TextRules.read(bytes, file: "clauses/a.md")
        #expect(read == nil)
        let expected = Finding(
            rule: "not-utf-8", file: "clauses/a.md",
            position: SourcePosition(line: line, column: 1),
            message: "the file is not UTF-8 text from this line on", next: "Save it as UTF-8")
        #expect(findings == [expected])
    }

    /// Bytes are looked at several at once, so each stands at every place among them.
    @Test func tellsEveryByteWhereverItStands() {
        for byte in UInt8.min...UInt8.max {
            let isPlain = (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09
            for neighbour in [0x20, 0x7E, 0x0A] as [UInt8] {
                for place in 0..<19 {
                    var bytes = [UInt8](repeating: neighbour, count: 19)
                    bytes[place] = byte
                    #expect(TextRules.isPlain(bytes) == isPlain, "\(byte) at \(place)")
                }
            }
        }
        #expect(TextRules.isPlain([]))
    }

    @Test func showsWhatCouldDisguise() {
        #expect(TextRules.visible("a\u{202E}b\u{1B}[2J\tc é") == "a<U+202E>b<U+001B>[2J\tc é")
        #expect(TextRules.visible("\u{E0041}") == "<U+E0041>")
    }
}
