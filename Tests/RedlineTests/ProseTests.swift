import RandomTerms
import Redline
import Terms
import Testing

@Suite("Prose")
struct ProseTests {
    @Test("Changed words are marked, and spaces stay outside where they can")
    func words() {
        #expect(
            redline("Section 9 (Limitation not Liability).", "Section 9 (Limitation of Liability).")
                == ["Section 9 (Limitation [-not-]{+of+} Liability)."])
        #expect(
            redline("It lends the Disclosing Party aid.", "It lends the Discloser aid.")
                == ["It lends the [-Disclosing Party-]{+Discloser+} aid."])
        #expect(redline("We do not pay now.", "We do pay now.") == ["We do [-not -]pay now."])
        #expect(redline("We do pay now.", "We do not pay now.") == ["We do {+not +}pay now."])
        #expect(redline("The cat sat still.", "Cat sat still.").count == 1)
        #expect(redline("We pay you now.", "We pay you.") == ["We pay you[- now-]."])
        #expect(
            redline("Kindly pay the fee.", "pay the fee.") == ["[-Kindly -]pay the fee."])
        #expect(
            redline("We pay the fee, now.", "We pay the fee now.")
                == ["We pay the fee[-,-] now."])
    }

    @Test("Amounts, dates and tags are one word")
    func wholeTokens() {
        #expect(
            redline("We pay EUR 25,000.00 at once.", "We pay EUR 30,000.00 at once.")
                == ["We pay [-EUR 25,000.00-]{+EUR 30,000.00+} at once."])
        #expect(
            redline("It ends on 31 January 2027, early.", "It ends on 28 January 2027, early.")
                == ["It ends on [-31 January 2027-]{+28 January 2027+}, early."])
        #expect(
            redline("It ends on January 31, 2027 at noon.", "It ends on January 31, 2028 at noon.")
                == ["It ends on [-January 31, 2027-]{+January 31, 2028+} at noon."])
        #expect(
            redline(
                "The <span class=\"a b\">Fee</span> is due today.",
                "The <span class=\"a c\">Fee</span> is due today.")
                == ["The [-<span class=\"a b\">-]{+<span class=\"a c\">+}Fee</span> is due today."])
    }

    @Test("Under a third alike, both sentences stand whole")
    func replaced() {
        #expect(
            redline("Each side bears its own cost.", "Nobody pays anything at any time.")
                == ["[-Each side bears its own cost.-] => {+Nobody pays anything at any time.+}"])
    }

    @Test("Three alternations are marked, four are not")
    func alternations() {
        let old = "one alpha beta two gamma delta three epsilon zeta four eta theta iota."
        let three = old.replacing("two", with: "2").replacing("three", with: "3")
            .replacing("one", with: "1")
        #expect(
            redline(old, three) == [
                "[-one-]{+1+} alpha beta [-two-]{+2+} gamma delta [-three-]{+3+} epsilon zeta "
                    + "four eta theta iota."
            ])
        let four = three.replacing("four", with: "4")
        #expect(redline(old, four) == ["[-\(old)-] => {+\(four)+}"])
    }

    @Test("A sentence that comes or goes is told alone")
    func sentences() {
        #expect(
            redline("We meet. We pay. We part.", "We meet. We part.") == ["[-We pay.-]"])
        #expect(
            redline("We meet. We part.", "We meet. We pay e.g. Bob. We part.")
                == ["{+We pay e.g. Bob.+}"])
    }

    @Test("A paragraph that comes or goes is told by its sentences")
    func paragraphs() {
        #expect(
            redline("We meet.\n\nWe part.", "We meet.\n\nWe pay. We smile.\n\nWe part.")
                == ["{+We pay.+}", "{+We smile.+}"])
        // A changed paragraph is found by its words, not by its place.
        #expect(
            redline(
                "# T\n\nEach party pays its own cost within 30 days.\n",
                "# T\n\nNew text comes first here.\n\nEach party pays its own cost in 30 days.\n")
                == [
                    "{+New text comes first here.+}",
                    "Each party pays its own cost [-within-]{+in+} 30 days.",
                ])
    }

    @Test("Wrapping, indenting and blank lines mean nothing; items, headings and words do")
    func formatting() throws {
        let old = "# T\n1. One (a) two;\n    a. three\n    b. four five\n\nSix.\n"
        for same in [
            "# T\n\n1. One\n   (a) two;\n  a.   three\n  b. four\n  five\n\n\nSix.",
            "# T\n1. One\n(a) two;\n   a. three\n\n   b. four five\n\nSix.\n\n",
        ] {
            let comparison = compareClause(old, same)
            #expect(comparison.changes.isEmpty, "\(comparison.changes)")
            #expect(comparison.formattingOnly == ["clauses/text.md"])
        }
        for other in [
            old.replacing("\n    b. four", with: " b. four"), old.replacing("# T", with: "## T"),
            old.replacing("b. four", with: "four"),
        ] {
            let comparison = compareClause(old, other)
            #expect(comparison.changes.count == 1)
            #expect((comparison.changes.first?.count ?? 0) > 0)
        }
        #expect(try clauseRedline(old, old.replacing("\n\nSix", with: " Six")).breaks == 1)
    }

    @Test("A paragraph knows its headings and number")
    func places() throws {
        let text = """
            # Agreement

            ## Money

            1. Fees
                1. Due when:
                    a. sent
                    b. received
            """
        let comparison = compareClause(text, text.replacing("sent", with: "mailed"))
        guard case .prose(let redline)? = comparison.changes.first?.detail else {
            Issue.record("no prose")
            return
        }
        #expect(
            redline.paragraphs.map(\.place) == [
                nil, nil, "Money › 1", "Money › 1.1", "Money › 1.1(a)", "Money › 1.1(b)",
            ])
    }

    @Test(
        "Runs read as the old and the new sentence", arguments: 0..<300)
    func readsBack(seed: Int) {
        var random = Random(state: UInt64(seed))
        let words = [
            "the", "fee", "(a)", "\"x\"", "EUR 5.00", "<b>so</b>", "and", "is,", "due;", "in",
            "30 days", "party’s", "**all**", "—", "a/b", "it)", "(this",
        ]
        func sentence() -> [String] {
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }
        }
        let old = sentence()
        var new = old
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: 0...new.count, using: &random)
            if index < new.count, Bool.random(using: &random) {
                new.remove(at: index)
            } else {
                new.insert(words.randomElement(using: &random) ?? "", at: index)
            }
        }
        let (before, after) = (old.joined(separator: " ") + ".", new.joined(separator: " ") + ".")
        let comparison = compareClause(before, after)
        guard before != after else {
            #expect(comparison.isEmpty)
            return
        }
        guard case .prose(let redline)? = comparison.changes.first?.detail else {
            Issue.record("no prose")
            return
        }
        func side(_ pick: (SentenceRedline) -> String?) -> String {
            redline.paragraphs.flatMap { paragraph -> [String] in
                switch paragraph.change {
                case .unchanged(let text): [text]
                case .added(let text): [pick(.added(text))].compactMap(\.self)
                case .removed(let text): [pick(.removed(text))].compactMap(\.self)
                case .changed(let sentences): sentences.compactMap(pick)
                }
            }.joined(separator: " ")
        }
        #expect(side(\.old) == before)
        #expect(side(\.new) == after)
    }
}
