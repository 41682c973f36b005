/// How the parties find customers and appear before them.
extension Schema {
    static let strategy: [Field] = [
        Field(
            "mode", "Mode", "Which of the three?",
            .choice([
                .init("one-off", meaning: "this deal"),
                .init("opportunistic", meaning: "what comes along"),
                .init("growth", meaning: "we go out and sell together"),
            ]), .required
        ).why("How much each side should put in follows from it."),
        Field("territory", "Territory", "Where do we sell?", .list(.text, .set))
            .why("Where one of you is at home, the other one is a guest.").example("Ireland"),
        Field("segments", "Segments", "To whom?", .list(.text, .set))
            .why("A customer that fits both of you is rarer than it seems.")
            .example("Service companies with 50 to 500 employees"),
        Field("sales-lead", "Sales lead", "Who leads sales?", .person)
            .why("One person says what is offered, at which price, and who calls."),
        Field("sales-plan", "Sales plan", "How do we sell?", .prose)
            .why("Who opens the door, who presents, who writes the offer?")
            .example("Northwind opens the door, Contoso shows the software, one offer from both."),
    ]

    static let pipeline: [Field] = [
        Field("target", "Target", "Which revenue do we aim for per year?", .money)
            .worthAsking().why("It says what all the effort should be worth.").example(
                "EUR 600,000"),
        Field(
            "coverage", "Coverage", "How many times the target must the pipeline hold?",
            .quantity
        ).why("Most talks come to nothing.").commonly("three times").example("3 times"),
        Field("cycle", "Sales cycle", "How long from first talk to signature?", .duration)
            .worthAsking().why(
                "What starts later than that can't count this year. Look at your last five deals."
            )
            .example("5 months"),
        Field("stages", "Stages", "Through which stages does a deal go?", .items(stage))
            .why("Two companies that count deals in the same way can add them up."),
        Field(
            "registration", "Deal registration", "How is a deal protected?", .object(registration)
        ).why("So that nobody finds the opportunity and then watches the partner take it.")
            .tagged(.control),
    ]

    private static let stage: [Field] = [
        .id,
        Field("name", "Name", "What is it called?", .text, .required)
            .why("Say what is true of a deal that has got there.")
            .example("Customer has seen it work"),
        Field("chance", "Chance", "How likely is the deal there?", .share)
            .why("Your own history is better than any common figure.")
            .commonly("25% when need and budget are confirmed, 60% with the offer sent")
            .example("40%"),
    ]

    private static let registration: [Field] = [
        Field("decide-within", "Decided within", "How fast is it decided?", .duration)
            .why("While it is open, nobody works on the deal.")
            .commonly("three to five business days")
            .example("5 business days"),
        Field("protect-for", "Protected for", "How long is it protected?", .duration)
            .why("About as long as a deal takes.").commonly("two to six months")
            .example("6 months"),
        Field("extend-for", "Extended for", "How long can that be extended?", .duration)
            .why("A deal that moves deserves more time, one that sleeps does not.")
            .example("3 months"),
    ]

    static let marketing: [Field] = [
        Field("budget", "Budget", "How much per year?", .money)
            .why("All of you together; without a figure it is nothing.").example("EUR 20,000"),
        Field("budget-split", "Budget split", "Who pays which part?", .split)
            .why("Who pays decides what it looks like.").commonly("equal parts"),
        Field("branding", "Branding", "Under which name and how?", .prose)
            .why("Customers should know with whom they have a contract.")
            .example("Each company appears under its own name."),
        Field("logos", "Logos", "Which logo files may be used?", .items(logo))
            .why("An old or altered logo annoys its owner more than none."),
        Field(
            "approval-within", "Approval within", "How fast is material approved?", .duration
        ).why("Say in a clause on branding whether silence counts as a yes.")
            .commonly("five business days").example("5 business days").tagged(.control),
    ]

    private static let logo: [Field] = [
        .id,
        Field("party", "Whose", "Whose logo?", .party, .required)
            .why("Only its owner can allow it."),
        Field("file", "File", "Which file?", .text, .required)
            .why("Everybody should take it from the same place.").example("brand/logo.svg"),
        Field("sha256", "SHA-256", "Which file exactly?", .sha256, .required)
            .why("The 64 digits that the command sha256sum prints show that it is the right one.")
            .example("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ]
}
