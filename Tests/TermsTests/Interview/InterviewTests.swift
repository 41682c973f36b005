import Terms
import Testing

/// What an interview asks, and what becomes of the answers.
struct InterviewTests {
    private func contract() throws -> TermsFiles {
        TermsFiles(try Agreements.entries("templates/contract/terms"))
    }

    /// Goes on, leaving everything open, until a term is asked about.
    private func asked(about path: String, _ interview: Interview) throws -> Interview {
        var interview = interview
        while let question = interview.question, question.path.description != path {
            interview.leave()
        }
        try #require(interview.question != nil, "\(path) is never asked")
        return interview
    }

    private func lines(_ files: TermsFiles, _ file: String) -> [String] {
        String(decoding: files[file] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func putsAnAnswerIntoItsPlaceAndChangesNothingElse() throws {
        let files = try contract()
        var interview = try asked(about: "purpose.why", Interview(about: files))
        try interview.answer("  One offer from one hand. ")
        #expect(TermsFiles.changedPaths(from: files, to: interview.files) == ["purpose.yaml"])
        let difference = lines(interview.files, "purpose.yaml")
            .difference(from: lines(files, "purpose.yaml"))
        #expect(difference.insertions.count == 1 && difference.removals.count == 1)
        #expect(TermsDocument(interview.files).text("purpose.why") == "One offer from one hand.")
        #expect(interview.answered == 1)
    }

    @Test func asksAgainForWhatWasLeftOpenAndForNothingElse() throws {
        var interview = try asked(about: "purpose.why", Interview(about: try contract()))
        interview.leave()
        #expect(interview.question?.path.description != "purpose.why")
        let later = OpenQuestions(in: interview.files).all.map(\.path.description)
        #expect(later.contains("purpose.why"))
        try interview.answer("objective")
        let paths = OpenQuestions(in: interview.files).all.map(\.path.description)
        #expect(paths.contains("purpose.goals.objective.holder"))
        #expect(!paths.contains("purpose.goals"))
    }

    @Test func buildsItemsUntilThereAreNoMore() throws {
        var interview = try asked(about: "purpose.goals", Interview(about: try contract()))
        #expect(interview.question?.subject.name == "goals")
        for answer in ["1", "joint", "Be first.", "objective", "first-party", "Be bigger."] {
            try interview.answer(answer)
        }
        #expect(interview.question?.continuesList == true)
        interview.leave()
        #expect(interview.question?.path.description == "purpose.values")
        let goals = TermsDocument(interview.files)[try #require(TermPath("purpose.goals"))]
        #expect(goals?.items.compactMap(\.id) == ["objective", "objective-2"])
        #expect(goals?["objective-2"]?["holder"]?.text == "first-party")
    }

    @Test func asksForMoreAboutAnItemOnlyIfItIsWanted() throws {
        var interview = try asked(about: "commercials.streams", Interview(about: try contract()))
        for answer in ["subscription", "net", "60/40", "2 years", "tacit"] {
            try interview.answer(answer)
        }
        let shares = TermsDocument(interview.files)[
            try #require(TermPath("commercials.streams.subscription.shares"))]
        #expect(shares?["first-party"]?.text == "60%")
        #expect(shares?["second-party"]?.text == "40%")
        interview.leave()
        guard case .details = interview.question?.kind else {
            Issue.record("\(String(describing: interview.question))")
            return
        }
        var brief = interview
        try brief.answer("n")
        #expect(brief.question?.path.description == "commercials.streams")
        try interview.answer("yes")
        #expect(
            interview.question?.path.description == "commercials.streams.subscription.description")
    }

    @Test func leavesAGroupThatCanNotDoWithoutTheAnswer() throws {
        var interview = try asked(
            about: "governance.advisor.person", Interview(about: try contract()))
        interview.leave()
        #expect(interview.question?.path.description.hasPrefix("governance.advisor") == false)
    }

    @Test func leavesAQuestionToAPartner() throws {
        var interview = try asked(about: "purpose.why", Interview(about: try contract()))
        try interview.ask("second")
        let asked = TermsDocument(interview.files)[try #require(TermPath("framework.asked"))]
        #expect(asked?["why"]?["at"]?.text == "purpose.why")
        #expect(asked?["why"]?["party"]?.text == "second-party")
        let open = OpenQuestions(in: interview.files).all.map(\.path.description)
        #expect(!open.contains("purpose.why"))
        #expect(throws: Interview.Refusal.self) { try interview.ask("nobody") }
    }

    @Test(arguments: [
        ("framework.term.starts", "tomorrow"), ("purpose.goals", "ideal"), ("purpose.goals", "9"),
        ("commercials.strategy.mode", "o"), ("commercials.pipeline.target", "much"),
        ("governance.roles.opportunity-lead", "nobody"), ("purpose.why", " "),
    ])
    func refusesWhatDoesNotFit(path: String, answer: String) throws {
        let before = try asked(about: path, Interview(about: try contract()))
        var interview = before
        #expect(throws: Interview.Refusal.self) { try interview.answer(answer) }
        #expect(interview.question?.path == before.question?.path)
        #expect(interview.files.digest == before.files.digest)
    }

    @Test func refusesASplitThatIsNone() throws {
        var interview = try asked(about: "commercials.streams", Interview(about: try contract()))
        try interview.answer("services")
        try interview.answer("gross")
        for answer in ["60/50", "60", "40/30/30", "you 60, me 40"] {
            #expect(throws: Interview.Refusal.self, "\(answer)") { try interview.answer(answer) }
        }
        try interview.answer("second-party 70, first-party 30")
        let shares = TermsDocument(interview.files)[
            try #require(TermPath("commercials.streams.services.shares"))]
        #expect(shares?["first-party"]?.text == "30%")
    }

    @Test(arguments: [
        ("We call the same day.", "call-same-day"), ("Größer werden", "grosser-werden"),
        ("2027", "n2027"), ("!?", nil), ("the", "the"),
    ])
    func namesItemsByWhatIsSaid(text: String, id: String?) {
        #expect(Identifier.made(of: text) == id)
    }

    @Test func asksAboutEveryTemplateWithoutEnd() throws {
        for template in ["contract"] {
            let files = TermsFiles(try Agreements.entries("templates/\(template)/terms"))
            #expect((10...60).contains(OpenQuestions(in: files).all.count))
        }
    }
}

extension TermsDocument {
    fileprivate func text(_ path: String) -> String? { TermPath(path).flatMap { self[$0]?.text } }
}
