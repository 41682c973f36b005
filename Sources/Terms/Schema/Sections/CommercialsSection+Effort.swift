/// What the parties put in.
extension Schema {
    static let investment: [Field] = [
        .id,
        Field("party", "Who", "Who invests?", .party, .required)
            .why("Each side sees its own effort better than the other's."),
        Field(
            "kind", "Kind", "In what?",
            .choice([
                .init("marketing"), .init("brand", meaning: "name, logo and their use"),
                .init("training"), .init("pre-sales", meaning: "before a customer has signed"),
                .init("people", meaning: "people and time that are kept free"),
                .init("equipment"), .init("software"), .init("other"),
            ]), .required
        ).why("Time and people are investments like money."),
        Field("description", "For", "What for?", .prose)
            .why("An investment without a purpose is cut first.")
            .example("Two engineers show the service to customers."),
        Field("people", "People", "How many people are kept free?", .integer(1...100_000))
            .worthAsking().why("Hours without people behind them are a wish.").example("2"),
        Field("amount", "Amount", "How much money?", .money)
            .worthAsking().why("For hours, use hours and rate instead.").example("EUR 30,000"),
        Field("hours", "Hours", "How many hours?", .integer(1...1_000_000))
            .worthAsking().why(
                "All of them together; hours that nobody counted are thanked for by nobody."
            )
            .example("300"),
        Field("rate", "Rate per hour", "At which rate do hours count?", .money)
            .worthAsking().why("Only with a rate can hours be held against money.").example(
                "EUR 95"),
        Field("by", "By", "By when?", .date)
            .worthAsking().why("What comes after the customer has left is of no use.").example(
                "2027-12-31"),
    ]

    static let training: [Field] = [
        .id,
        Field("team", "Team", "Whose team?", .party, .required)
            .why("Those who will stand before the customer."),
        Field("course", "Course", "Which training?", .text, .required)
            .why("Name what people can do after it.").example("How to present the joint service"),
        Field("people", "People", "How many people?", .integer(1...100_000))
            .worthAsking().why("One person who knows it falls ill.").example("4"),
        Field("hours", "Hours each", "How many hours each?", .integer(1...10_000))
            .worthAsking().why("They are missing elsewhere, so plan them.").example("8"),
        Field("by", "By", "By when?", .date)
            .worthAsking().why("Before the first project.").example("2027-03-31"),
        Field("funded-by", "Paid by", "Who pays?", .partyOrJoint)
            .worthAsking().why("Each side tends to expect that the other one does.").tagged(.money),
    ]
}
