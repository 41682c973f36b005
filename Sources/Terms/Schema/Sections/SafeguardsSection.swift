extension Schema {
    /// `safeguards.yaml`: what happens when things do not go as planned.
    static let safeguards: [Field] = [
        Field(
            "early-warning", "Early warning", "How do we speak up before it hurts?", .prose,
            .expected
        ).why("Most disputes were small once, and somebody knew.")
            .example("Whoever sees trouble coming calls the other side within two business days.")
            .tagged(.risk, .control),
        Field(
            "disputes", "Disputes", "How are disputes settled?", .object(disputes), .expected
        ).why(
            "Agree on this while you like each other: in a dispute, even the way out is disputed."
        )
        .tagged(.remedy),
        Field(
            "exclusivity", "Exclusivity", "Who works with whom only?", .object(exclusivity),
            .expected
        ).why("It protects what you build, and binds you when something better comes along.")
            .tagged(.risk, .control),
        Field(
            "customer-ownership", "Customer ownership", "Whose customer is it?", .prose, .expected
        ).why("Nothing ends a partnership faster than a customer who was taken.")
            .example("The party that brought the customer keeps the contract.")
            .tagged(.control),
        Field(
            "non-solicitation", "Non-solicitation", "Whose people may be hired?",
            .object(nonSolicitation), .expected
        ).why("People who work together get to know how good the others are.").tagged(.risk),
        Field(
            "information", "Information", "What may be shared?", .items(information), .expected
        ).why("Who is not told shares too much or nothing at all.").tagged(.risk, .control),
        Field("exit", "Exit", "How does it end?", .object(exit), .expected)
            .why("A good exit is agreed at the start, and makes it easier to stay.")
            .tagged(.remedy),
    ]

    private static let disputes: [Field] = [
        Field(
            "partners", "Between the partners", "What do we do when we disagree?",
            .object([ladder(for: "partners")]), .expected
        ).why("Each step has somebody who acts and a time. When it is up, the next step begins."),
        Field(
            "customers", "With a customer", "What do we do when a customer complains?",
            .object([ladder(for: "customers")]), .expected
        ).why(
            "The customer gets an answer first. Who pays for it is our matter, and comes later."),
    ]

    private static func ladder(for whom: String) -> Field {
        Field("steps", "Steps", "In which steps?", .items(step), .required)
            .why("From those who know the matter best to those who decide it for good.")
            .commonly(
                whom == "partners"
                    ? "talk, managers, executives, mediation, then arbitration or court"
                    : "talk, managers, executives, then mediation")
    }

    private static let step: [Field] = [
        .id,
        Field(
            "step", "Step", "What happens?",
            .choice([
                .init("talk", meaning: "those concerned talk"),
                .init("managers", meaning: "partnership managers meet"),
                .init("executives", meaning: "executives meet"),
                .init("advisor", meaning: "the independent advisor proposes"),
                .init("mediation", meaning: "a mediator helps to agree"),
                .init("expert", meaning: "an expert finds the facts"),
                .init("arbitration", meaning: "arbitrators decide"),
                .init("court", meaning: "a court decides"),
            ]), .required
        ).why("Mediation comes before arbitration or court: it is faster, cheaper, and yours."),
        Field("who", "Who", "Who acts?", .list(.partyOrPerson, .set), .expected)
            .why("A step that nobody has to take is not taken."),
        Field("within", "Within", "Within which time?", .duration, .expected)
            .why("Without an end, a step is a place to hide.").example("10 business days"),
        Field("rules", "Rules", "Under which rules?", .text)
            .why("They say who names the mediator or arbitrator, and how it goes from there.")
            .example("Mediation rules of a chamber of commerce that both sides accept"),
        Field("seat", "Seat", "Where?", .text)
            .why("The place decides on language, travel and, for arbitration, on the law of it.")
            .commonly("a place that is neither side's home").example("Vienna, Austria"),
        Field("cost-split", "Cost split", "Who pays which part?", .split)
            .why("The side with less money must be able to afford the step.")
            .commonly("equal parts"),
    ]

    private static let exclusivity: [Field] = [
        Field(
            "mode", "Mode", "How exclusive is it?",
            .choice([
                .init("none", meaning: "nobody is bound"),
                .init("one-way", meaning: "some are bound"),
                .init("mutual", meaning: "all are bound"),
            ]), .required
        ).why("Words like preferred partner mean something else to each reader.")
            .commonly("none at first, more after a successful trial"),
        Field("bound", "Bound", "Who is bound?", .list(.party, .set))
            .worthAsking(unless: "mode", is: "none")
            .why("Exclusivity that binds one side only should be paid for."),
        Field("scope", "Scope", "What counts as similar?", .prose)
            .worthAsking(unless: "mode", is: "none")
            .why("Describe it so that a stranger could decide.")
            .example("Software that plans and books warehouse work for service companies."),
        Field("territory", "Territory", "Where?", .list(.text, .set))
            .why("Nobody can keep a promise for markets that they don't serve.")
            .example("Ireland"),
        Field("customers", "Customers", "For which customers?", .list(.text, .set))
            .why("The narrower it is, the easier it is to keep.")
            .example("Service companies with 50 to 500 employees"),
        Field("until", "Until", "Until when?", .date)
            .worthAsking(unless: "mode", is: "none")
            .why("Exclusivity without an end is a trap.").example("2028-12-31"),
        Field("carve-outs", "Carve-outs", "What is left out?", .list(.text, .ordered))
            .why("What exists already can't be promised away.")
            .example("Customers whom a party had before this agreement started"),
        Field(
            "disclose-within", "Disclosed within", "How fast is a conflict told?", .duration
        ).why("Most conflicts are forgiven, hidden ones are not.").commonly("five business days")
            .example("5 business days"),
    ]

    private static let nonSolicitation: [Field] = [
        Field("scope", "Scope", "What is not done?", .prose, .required)
            .why("Some countries do not allow such a clause, or only a part of it.")
            .example("We do not court each other's people."),
        Field("bound", "Bound", "Who is bound?", .list(.party, .set))
            .why("It is fair if it binds all sides alike."),
        Field("for", "For", "For how long after the end?", .duration)
            .why("Courts and people accept a year more easily than five.")
            .commonly("six to twelve months").example("12 months"),
    ]

    private static let information: [Field] = [
        .id,
        Field("class", "Class", "What kind of information?", .text, .required)
            .why("People decide by examples, so name some.")
            .example("Joint pipeline, offers, project plans, settlement figures"),
        Field(
            "shared", "Shared", "When may it be shared?",
            .choice([
                .init("freely", meaning: "with anybody"),
                .init("when-needed", meaning: "with those who need it for their work"),
                .init("never", meaning: "with nobody"),
            ]), .required
        ).why("Three classes can be remembered, thirty can't."),
        Field("notes", "Notes", "What else applies?", .prose)
            .why("Details are better placed in a clause on confidentiality.")
            .example("With those who need it for their work, inside our two companies only."),
    ]

    private static let exit: [Field] = [
        Field("triggers", "Triggers", "What ends it?", .list(.prose, .ordered), .expected)
            .why("A reason that was agreed beforehand is no insult.")
            .example("A serious breach that is not put right within 30 days of a written warning."),
        Field("may-end", "May end it", "Who may end it for these reasons?", .list(.party, .set))
            .why("Whoever can't leave has to be paid for staying.").commonly("all parties")
            .tagged(.control),
        Field(
            "change-of-control", "New owners",
            "What happens when one of us is sold, or takes over a competitor?", .prose
        ).why("You chose each other, not whoever owns you next year.")
            .example("The other side is told on the day it is public, and may leave in 3 months.")
            .tagged(.risk),
        Field("wind-down", "Wind-down", "How long do we finish what is open?", .duration)
            .why("Customers and teams can't turn around in a day.").commonly("six months")
            .example("6 months"),
        Field("customers", "Customers", "What happens to customers?", .prose)
            .why("They did nothing wrong, and will talk about how they were treated.")
            .example("Both sides serve running contracts to their end."),
        Field(
            "recurring-revenue-tail", "Recurring revenue",
            "How long is recurring revenue still divided?", .duration
        ).worthAsking().why("What one side won can go on paying the other side for years.")
            .commonly("six to twenty-four months").example("12 months").tagged(.money),
        Field("data", "Data", "What happens to data?", .prose)
            .why("What is not returned or deleted turns up at the wrong moment.")
            .example("Within 30 days, each side returns or deletes what is not its own."),
        Field("brand", "Brand", "What happens to names and logos?", .prose)
            .why("A logo on a web page promises something for as long as it is there.")
            .example("Names and logos of the other side disappear from the web within 30 days."),
        Field("message", "Message", "What do we tell the world?", .prose)
            .why("Without a common sentence, each side tells its own.")
            .example("One sentence that both sponsors approve."),
    ]
}
