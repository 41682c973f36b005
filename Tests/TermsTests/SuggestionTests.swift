import Terms
import Testing

struct SuggestionTests {
    private let sections = ["purpose", "governance", "commercials", "safeguards"]

    @Test(arguments: [
        ("purpos", "purpose"), ("pupose", "purpose"), ("prupose", "purpose"),
        ("purposee", "purpose"), ("Purpose", "purpose"), ("governence", "governance"),
        ("comercials", "commercials"), ("safegards", "safeguards"), ("xurpxse", "purpose"),
    ])
    func findsWhatWasMeant(word: String, meant: String) {
        #expect(Suggestion.nearest(to: word, in: sections) == meant)
    }

    @Test(arguments: ["", "x", "money", "xxxpose", "governments-of-the-world"])
    func staysSilentWhereNothingIsNear(word: String) {
        #expect(Suggestion.nearest(to: word, in: sections) == nil)
    }

    @Test func allowsOneLetterOfShortWords() {
        #expect(Suggestion.nearest(to: "b", in: ["a"]) == "a")
        #expect(Suggestion.nearest(to: "ab", in: ["ba"]) == "ba")
        #expect(Suggestion.nearest(to: "ada", in: ["ben", "adam"]) == "adam")
        #expect(Suggestion.nearest(to: "abcde", in: ["abxye"]) == nil)
        #expect(Suggestion.nearest(to: "abcdef", in: ["abxyef"]) == "abxyef")
    }

    @Test func prefersTheNearestAndThenTheFirst() {
        #expect(Suggestion.nearest(to: "abcdef", in: ["abcdxx", "abcdex"]) == "abcdex")
        #expect(Suggestion.nearest(to: "cat", in: ["bat", "rat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", in: []) == nil)
    }

    @Test func ignoresWordsThatNobodyTyped() {
        let long = String(repeating: "a", count: 129)
        #expect(Suggestion.nearest(to: long, in: [long]) == nil)
        let most = String(repeating: "a", count: 128)
        #expect(Suggestion.nearest(to: most, in: [most]) == most)
    }
}
