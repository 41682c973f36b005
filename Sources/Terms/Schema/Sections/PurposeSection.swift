extension Schema {
    /// `purpose.yaml`: why the parties work together.
    static let purpose: [Field] = [
        Field("why", "Why we work together", "Why do we engage at all?", .prose, .required)
            .why(
                "Say what each side can't do alone, and what customers gain. If this takes more than "
                    + "five sentences, talk again before you write."
            )
            .example("Our customers want one offer from one hand, and neither of us can do both."),
        Field("goals", "Goals", "What does everybody want out of it?", .items(goal), .expected)
            .why(
                "Ask the companies and the people, for each kind of goal. A goal that nobody said "
                    + "aloud is the one that hurts."),
        Field(
            "values", "Values", "Which values do both teams share?", .items(value), .expected
        ).why("Values are worth what people do because of them, so write down both sides."),
        Field(
            "acknowledgement", "Shared by the team",
            "How does everybody in the team come to share them?", .object(acknowledgement),
            .expected
        ).why("Values that only the executives know are decoration.").tagged(.control),
        Field(
            "principles", "Principles", "By which principles do we treat each other?",
            .items(principle), .expected
        ).why(
            "They decide what no clause foresaw. Change the words until both teams would say them."),
        Field(
            "vision", "Vision", "Where does everybody want to be in the long term?",
            .object(vision), .expected
        ).why("A partner who wants to sell in five years is no problem. Not knowing it is one.")
            .tagged(.risk),
        Field(
            "success", "Success", "How does each party measure success?", .items(success),
            .expected
        ).why(
            "The same year can be a success for one and a failure for the other. At least one "
                + "measure for each party, with a figure and a date."
        ).tagged(.control),
        Field(
            "objectives", "Objectives", "Which objectives do we set?", .items(objective), .expected
        )
        .why("Few and sharp: what is measured is done, and what is everywhere is nowhere.")
        .commonly("one to three in each of the four quadrants").tagged(.control),
    ]

    private static let goal: [Field] = [
        .id,
        Field(
            "kind", "Kind", "What kind of goal is it?",
            .choice([
                .init("objective", meaning: "facts that anybody can check"),
                .init("subjective", meaning: "how it should be seen or felt"),
                .init("material", meaning: "money and what it buys"),
                .init("emotional", meaning: "pride, safety, recognition"),
            ]), .required
        ).why("Most people name facts and money only, and quarrel about the other two."),
        Field(
            "holder", "Whose", "Whose goal is it?",
            .reference([.party, .person, .word("joint")]), .required
        ).why("Companies have goals, and so have the people who make them succeed or fail."),
        Field("statement", "Goal", "What is the goal?", .prose, .required)
            .why("A partner who knows it can help.")
            .example("Half of our revenue comes from contracts that renew."),
    ]

    private static let value: [Field] = [
        .id,
        Field("statement", "Value", "What do we hold?", .prose, .required)
            .why("One sentence that everybody in both teams can repeat.")
            .example("Bad news travels faster than good news."),
        Field("we-do", "We do", "What do we do because of it?", .list(.text, .ordered))
            .worthAsking().why("Something that a customer could watch.")
            .example("We call on the day on which we know that a date will slip."),
        Field("we-do-not", "We do not", "What do we never do?", .list(.text, .ordered))
            .worthAsking().why("Something that would be tempting, or it needs no rule.")
            .example("We do not let the other side hear it from the customer."),
    ]

    private static let acknowledgement: [Field] = [
        Field(
            "who", "Who", "Who says that they share them?", .list(.partyOrPerson, .set), .required
        ).why("A party stands for everybody who works on this for it."),
        Field("within", "Within", "Within which time after joining?", .duration)
            .why("Newcomers learn from what they see first.").commonly("one month")
            .example("1 month"),
        Field("renewed-every", "Renewed every", "How often do they say it again?", .duration)
            .why("Teams change, and so does what people remember.").commonly("once a year")
            .example("1 year"),
    ]

    private static let principle: [Field] = [
        .id,
        Field(
            "principle", "Principle", "Which principle?",
            .choice([
                .init("reciprocity", meaning: "give as you ask"),
                .init("autonomy", meaning: "each stays its own"),
                .init("honesty", meaning: "say what is"),
                .init("loyalty", meaning: "stand by each other"),
                .init("equity", meaning: "reward what is given"),
                .init("integrity", meaning: "keep your word"),
                .init("own", meaning: "one of your own"),
            ]), .required
        ).why("The first six hold most partnerships together.").commonly("all six"),
        Field("statement", "Meaning", "What does it mean here?", .prose, .required)
            .why("Everybody is for honesty until it is said what it asks of them.")
            .example("We say what we know, what we do not know, and what we are afraid of."),
    ]

    private static let outlook: [Field] = [
        Field("statement", "Vision", "Where should this lead?", .prose, .required)
            .why("Plans of a quarter make sense only in view of it.")
            .example("The first name that mid-sized firms in our region think of."),
        Field(
            "intent", "Intent", "What is meant to happen?",
            .choice([
                .init("grow", meaning: "become larger"),
                .init("sell-out", meaning: "be sold"),
                .init("acquire", meaning: "take over others"),
                .init("merge", meaning: "join with another"),
                .init("exit", meaning: "leave this business"),
                .init("steady", meaning: "stay as it is"),
            ])
        ).worthAsking().why(
            "Whoever means to sell a company or to take one over plans in another way."
        )
        .tagged(.risk),
        Field("horizon", "Horizon", "Within which time?", .duration)
            .worthAsking().why("Two visions can agree for three years and part in the fourth.")
            .example("5 years"),
    ]

    private static let vision: [Field] = [
        Field("joint", "Together", "Where do we want to be together?", .object(outlook))
            .worthAsking().why(
                "It is what the partnership is for when the first projects are done."),
        Field(
            "parties", "Each party", "Where does each company want to be?",
            .map(.party, .object(outlook))
        ).worthAsking().why("A company can want more, or less, than what you build together."),
        Field(
            "people", "Key people", "Where does each key person want to be?",
            .items([.id, keyPerson] + outlook)
        ).worthAsking().why(
            "Owners retire and managers leave; what they built goes another way then."),
    ]

    private static let keyPerson = Field("person", "Who", "Who is it?", .person, .required)
        .why("Somebody without whom the partnership would be another one.")

    private static let success: [Field] = [
        .id,
        Field("party", "For", "Whose measure is it?", .partyOrJoint, .required)
            .why("What counts for one side need not count for the other."),
        Field("measure", "Measure", "What is measured?", .text, .required)
            .why("Two people who measure it should find the same figure.")
            .example("Yearly recurring revenue from joint customers"),
        Field("baseline", "Today", "Where does it stand?", .quantity)
            .worthAsking().why("Without a start, nobody can see progress.").example("EUR 0"),
        Field("target", "Target", "Where should it be?", .quantity, .required)
            .why("More is no figure.").example("EUR 400,000"),
        Field("by", "By", "By when?", .date, .required)
            .why("Without a day, it is never late.").example("2028-12-31"),
        Field("source", "Source", "Where is the figure read?", .text)
            .worthAsking().why(
                "So that you talk about what it means, not about whether it is right."
            )
            .example("Quarterly settlement report"),
    ]

    private static let objective: [Field] = [
        .id,
        Field("statement", "Objective", "What is to be reached?", .prose, .required)
            .why("Somebody from outside should be able to say whether it was reached.")
            .example("Five paying joint customers in the first year."),
        Field(
            "quadrant", "Quadrant", "What kind of objective is it?",
            .choice([
                .init("strategic", meaning: "where we want to stand"),
                .init("operational", meaning: "how well we work"),
                .init("financial", meaning: "what we earn and spend"),
                .init("relationship", meaning: "how we get on"),
            ]), .required
        ).why("A partnership that measures money only sees trouble last."),
        Field("owner", "Owner", "Who answers for it?", .person, .required)
            .why("One person, because two wait for each other."),
        Field("set-by", "Set by", "Which executives of all parties set it?", .list(.person, .set))
            .worthAsking().why(
                "At least one of each party: nobody works for a target that only others set."),
        Field("metric", "Metric", "What is measured, in which unit?", .text)
            .worthAsking().why("The wording of an objective allows many readings, a metric one.")
            .example("Customers with a signed joint contract"),
        Field(
            "direction", "Direction", "Should the figure rise, fall or hold?",
            .choice("rise", "fall", "hold")
        ).worthAsking().why("Of some things, less is better.").example("rise"),
        Field("baseline", "Today", "Where does it stand?", .quantity)
            .worthAsking().why("Without a start, nobody can see progress.").example("0 customers"),
        Field("target", "Target", "Where should it be?", .quantity)
            .worthAsking().why("A figure that is reached or not.").example("5 customers"),
        Field("tolerance", "Tolerance", "How far off is still all right?", .quantity)
            .why("It keeps small misses from becoming big talks.").example("1 customer"),
        Field("by", "By", "By when?", .date)
            .worthAsking().why("Without a day, it is never late.").example("2027-12-31"),
        Field("source", "Source", "Where is the figure read?", .text)
            .worthAsking().why(
                "So that you talk about what it means, not about whether it is right."
            )
            .example("Pipeline list"),
    ]
}
