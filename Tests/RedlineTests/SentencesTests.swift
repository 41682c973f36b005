import Testing

@testable import Redline

@Suite("Sentences and tokens")
struct SentencesTests {
    @Test(
        "end where they end",
        arguments: [
            ["We pay.", "You deliver!", "Why?", "So."],
            ["Acme Ltd. Holding and J. Smith of the U.S. Navy pay, e.g. Bob, i.e. him.", "Fine."],
            ["See Section 9.3.", "Then No. 5 and Art. 7 of 3.1 apply.", "End of 2027.", "Go on."],
            ["1. One.", "Two."], ["a. one.", "Two."], ["- One.", "Two."], ["3.1. One.", "Two."],
            ["He said \"pay.\"", "(We did.)", "“Good.”", "It was."],
            ["5. <span class=\"h\">Survival.</span>", "The following <b>Sections</b> stay."],
            ["**Term.**", "It runs. and runs"],
            ["It costs 3.50 etc.", "Then it stops."], ["One; two; three."], ["No stop here"],
        ])
    func split(sentences: [String]) {
        #expect(Sentences.split(sentences.joined(separator: " ")) == sentences)
    }

    @Test("Tokens part words, marks and tags, and keep amounts and dates whole")
    func tokens() {
        #expect(
            Token.tokens(of: "(The <a b>Fee</a> of EUR 25,000.00, by 2027-01-31.)").map(\.text)
                == ["(", "The", "<a b>", "Fee", "</a>", "of", "EUR 25,000.00", ",", "by"]
                + ["2027-01-31", ".", ")"])
        #expect(Token.words(of: "a < b and <i>c</i> -- x<y").count == 5)
    }
}
