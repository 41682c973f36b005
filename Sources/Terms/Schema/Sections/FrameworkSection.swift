extension Schema {
    /// `framework.yaml`: what this agreement is.
    static let framework: [Field] = [
        Field(
            "schema", "Schema", "Which edition of the format is this?", .integer(1...1), .required
        ).why("It is 1; programs need it to read the file.").example("1"),
        Field(
            "uid", "Unique id", "What identifies this framework for ever?", .uuid, .required
        ).why("Entente fills it in, and it never changes, whatever the agreement is called later."),
        Field("title", "Title", "What do we call this agreement?", .text, .required)
            .why("People look for it, and talk about it, by this name.")
            .example("Managed warehouse software, Northwind and Contoso"),
        Field(
            "form", "Form", "What kind of document is this?",
            .choice([
                .init("contract", "Contract"), .init("business-plan", "Business plan"),
                .init("working-document", "Working document"),
            ]), .required
        ).why("It tells a reader how much weight each sentence carries.").tagged(.control),
        Field("binding", "Legally binding", "Is it legally binding?", .boolean, .expected)
            .why(
                "Whoever takes a contract for a letter of intent, or the other way round, learns it "
                    + "at the worst time. Let a lawyer read it before anybody signs."
            )
            .commonly("true for a contract, false for a plan or a working document")
            .tagged(.risk),
        Field(
            "languages", "Languages", "In which languages does it exist, the governing one first?",
            .list(.text, .ordered)
        ).why("Two translations never say quite the same, so one of them counts in case of doubt.")
            .example("English"),
        Field(
            "standard-terms", "Standard terms", "Which published terms are part of it?",
            .items(standardTerms)
        ).why("What others wrote well, and you accept as a whole, need not be written again."),
        Field(
            "precedence", "Precedence", "What prevails when two texts disagree, first to last?",
            .list(.text, .ordered)
        ).why("Texts by different hands contradict each other sooner or later.")
            .commonly("what you wrote for each other comes before what others wrote")
            .example("The sections of this framework"),
        Field("term", "Term", "How long does it last?", .object(term), .expected)
            .why("Both sides put in before they earn, and need to know how long they can earn."),
        Field("review-on", "Next review", "When do we look at all of it again?", .date, .expected)
            .why("A date in the calendar keeps small annoyances from growing.")
            .commonly("after the first six months, then once a year")
            .example("2028-01-31").tagged(.control),
        Field("review-every", "Reviewed every", "How often after that?", .duration)
            .why("Once is a beginning; what is looked at each year stays true.")
            .commonly("once a year").example("1 year").tagged(.control),
        Field(
            "amendment", "Amendments", "How is this agreement changed?", .object(amendment),
            .expected
        ).why("What can't be changed in an orderly way is broken in a disorderly one.")
            .tagged(.control),
        Field(
            "flexibility", "Flexibility",
            "What may change without an amendment, and who says so?", .prose, .expected
        ).why("What needs a signature each time is soon done without one.")
            .example(
                "Agendas, contacts and training dates change when both partnership managers agree."
            )
            .tagged(.control),
        Field(
            "asked", "Asked of a partner", "Which questions have we asked our partner?",
            .items(asked)
        ).why("A question that waits for the other side is open, but not forgotten."),
        Field(
            "waivers", "Waived findings", "Which findings do we accept, and why?",
            .items(waiver)
        ).why(
            "Entente points out what is unusual or one-sided. Whoever wants it so says why, and all "
                + "sign the reason."
        ).tagged(.risk, .control),
    ]

    private static let standardTerms: [Field] = [
        .id,
        Field("name", "Name", "What are they called?", .text, .required)
            .why("A reader has to find them.")
            .example("Data processing terms of the industry association"),
        Field("version", "Version", "Which version?", .text, .required)
            .why("They change; what you agreed does not change with them.").example("2.1"),
        Field("file", "File", "Where is a copy kept in the workspace?", .text)
            .why("Web pages move; what you agreed to should not.")
            .example("standard-terms/data-processing-2.1.pdf"),
        Field("sha256", "SHA-256", "Which file exactly?", .sha256)
            .why("The 64 digits that the command sha256sum prints show that nobody swapped it.")
            .example("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Field(
            "overrides", "Overrides", "What applies differently here?", .list(.prose, .ordered)
        ).why("Better one sentence here than a changed copy that nobody can compare.")
            .example("Changes of sub-processors are announced 30 days ahead."),
    ]

    private static let asked: [Field] = [
        .id,
        Field("at", "Question", "Which field does it ask about?", .term, .required)
            .why("The path shows where the answer belongs.").example("purpose.vision"),
        Field("party", "Asked of", "Which party is to answer?", .party, .required)
            .why("A question to everybody is answered by nobody."),
        Field("note", "Note", "What else should they know?", .prose)
            .why("A good question says what hangs on the answer.")
            .example("Do your owners mean to keep the company? Our term depends on it."),
    ]

    private static let waiver: [Field] = [
        .id,
        Field("finding", "Finding", "What is the id of the finding?", .identifier, .required)
            .why("It is the name of the rule, as entente check prints it."),
        Field("at", "Term", "Which term is it about?", .term)
            .why("Without it, all findings of this kind are waived."),
        Field("reason", "Reason", "Why do we want it so?", .prose, .required)
            .why("Whoever reads this in three years should understand it.")
            .example("Contoso keeps 85% because Northwind only introduces these customers."),
    ]

    private static let term: [Field] = [
        Field("starts", "Starts", "When does it start?", .date, .required)
            .why("Every other period is counted from a day that all of you know.")
            .example("2027-02-01"),
        Field("ends", "Ends", "When does it end, if it does?", .date)
            .why("Leave it open if it simply goes on.")
            .commonly("two or three years, so that both sides earn back what they put in")
            .example("2030-01-31").tagged(.remedy),
        Field(
            "renewal", "Renewal", "What happens at the end?",
            .choice([
                .init("none", "Ends", meaning: "it ends"),
                .init("express", "Renewed by express agreement", meaning: "renewed if all agree"),
                .init(
                    "tacit", "Renewed unless somebody gives notice",
                    meaning: "renewed unless somebody gives notice"),
            ]), .required
        ).why("Nobody should find out on the last day whether there is a next one.")
            .commonly("tacit").tagged(.control),
        Field("renewal-period", "Renewal period", "For how long is it renewed?", .duration)
            .why("A short one keeps both sides awake, a long one lets them invest.")
            .commonly("one year").example("1 year"),
        Field("notice", "Notice", "How long before must notice be given?", .duration)
            .worthAsking().why(
                "Whoever has built on the partnership needs the time to build something else."
            )
            .commonly("three to six months").example("3 months").tagged(.remedy),
    ]

    private static let amendment: [Field] = [
        Field(
            "review-period", "Review period", "How long does everybody get to read a proposal?",
            .duration
        ).why("Nobody signs well under pressure.").commonly("ten business days")
            .example("10 business days"),
        Field("notes", "Notes", "What else applies to changes?", .prose)
            .why("How changes are prepared matters as much as who signs them.")
            .example("A proposal says in plain words what changes and why."),
    ]
}
