extension Schema {
    /// `commercials.yaml`: money and effort.
    static let commercials: [Field] = [
        Field(
            "strategy", "Strategy", "One-off, opportunistic or growth?", .object(strategy),
            .expected
        ).why("One side dreaming of growth while the other takes what comes is a common quarrel."),
        Field(
            "pipeline", "Pipeline", "What has to be in the pipeline?", .object(pipeline),
            .expected
        ).why("Revenue that nobody is working on today will not be there next year."),
        Field(
            "investments", "Investments", "What does each party put in?", .items(investment),
            .expected
        ).why("Money, hours, people, training: what is not written is forgotten.").tagged(.money),
        Field(
            "marketing", "Marketing", "How do we appear together?", .object(marketing), .expected
        ).why("Customers buy from names they know, and each side cares for its own."),
        Field(
            "readiness", "Readiness", "Who is trained for what, by when?", .items(training),
            .expected
        ).why("Before the first project, not after it: nobody sells what they can't explain."),
        Field(
            "streams", "Revenue streams", "How is each kind of revenue divided?", .items(stream),
            .expected
        ).why(
            "Who holds the risk and does the work usually holds more. Each stream has shares (always "
                + "the same), tiers (by amount) or years (by time)."
        ).tagged(.money),
        Field(
            "waterfall", "Order of payment", "In which order is money paid out?",
            .items(paymentStep)
        ).why(
            "Like water over steps: each takes its part, the rest flows on. The last one is a split."
        ).tagged(.money),
        Field(
            "settlement", "Settlement", "When is money settled?", .object(settlement), .expected
        ).why("Money that arrives late is the first thing people stop talking about.")
            .tagged(.money, .control),
        Field("advice", "Advice", "Who advised on remuneration?", .items(advice), .expected)
            .why("So that nobody can say later that they did not understand what they signed.")
            .tagged(.control),
    ]

    private static let advice: [Field] = [
        .id,
        Field("who", "Who", "Who advised?", .text, .required)
            .why("Somebody who knows tax and contracts where each of you is.")
            .example("Example and Partners, tax advisors"),
        Field("for", "For", "Whom?", .partyOrJoint)
            .why("One advisor can hardly advise both sides against each other."),
        Field("on", "On", "When?", .date, .required)
            .why("Advice is about the text of that day.").example("2027-01-18"),
    ]
}
