internal import Terms

extension RecordKind {
    /// `deals/`: from the first word with a customer to what is invoiced.
    static let deals = RecordKind(
        "deals", of: "deal", "Deals", "What is sold, to whom, and what comes in",
        subject: .named("Which deal?"),
        [
            RecordEvent(
                "registered", "A party claims an opportunity.", as: .opening, by: .partyIn("party"),
                [
                    Field("customer", "Customer", "Which customer?", .text, .required)
                        .why("Two who claim the same one should find out today.")
                        .example("Lift AG"),
                    Field("party", "Party", "Which party brings it?", .party, .required)
                        .why("It is protected for this party."),
                    Field(
                        "stream", "Stream", "Of which revenue stream?",
                        .reference([.item(of: "commercials.streams")])
                    ).why("By it, what comes in is divided."),
                    Field("value", "Value", "What is it worth?", .money)
                        .why("The pipeline is the sum of these.").example("EUR 48,000"),
                    Field(
                        "protected-until", "Protected until", "Until when is it protected?", .date
                    ).why("Until then the other side does not sell there alone."),
                ]),
            RecordEvent(
                "accepted", "The other side accepts the registration.", as: .after,
                by: .otherThanOpener, []),
            RecordEvent(
                "declined", "The other side declines the registration.", as: .after,
                by: .otherThanOpener,
                [
                    Field("why", "Why", "Why?", .prose, .required)
                        .why("Who knows why can still talk about it.")
                ]),
            RecordEvent(
                "extended", "The protection is extended.", as: .after,
                [
                    Field(
                        "protected-until", "Protected until", "Until when is it protected now?",
                        .date, .required
                    ).why("A protection without an end is an exclusivity.")
                ]),
            RecordEvent(
                "won", "The customer signs.", as: .after,
                [
                    Field("value", "Value", "What is it worth?", .money, .required)
                        .why("Targets are counted by it.").example("EUR 45,000"),
                    Field(
                        "starts", "Starts", "On which day does the customer's contract begin?",
                        .date
                    ).why("Shares by the year count from it."),
                ]),
            RecordEvent(
                "lost", "The customer does not sign.", as: .after,
                [
                    Field("why", "Why", "Why?", .prose, .required)
                        .why("The next deal is won with it.")
                ]),
            RecordEvent(
                "invoiced", "The customer is sent an invoice.", as: .after,
                [
                    invoiceNumber,
                    Field("amount", "Amount", "How much, tax included?", .money, .required)
                        .why("It is what is divided.").example("EUR 11,900.00"),
                    Field("tax", "Tax", "How much of it is tax?", .money)
                        .why("Tax belongs to neither of you."),
                    Field("costs", "Costs", "What do others charge for it?", .money)
                        .why("Where the margin is divided, they come off first."),
                    Field(
                        "stream", "Stream", "Of which revenue stream?",
                        .reference([.item(of: "commercials.streams")])
                    ).why("Where it is another one than that of the deal."),
                ]),
            RecordEvent(
                "credited", "An invoice is taken back, in full or in part.", as: .after,
                [
                    invoiceNumber,
                    Field("invoice", "Invoice", "Which invoice is credited?", .text, .required)
                        .why("It is divided as the invoice was.").example("2027-1007"),
                    Field("amount", "Amount", "How much, tax included?", .money, .required)
                        .why("It may not be more than what is left of the invoice."),
                ]),
        ])

    private static let invoiceNumber = Field(
        "number", "Number", "What is its number?", .text, .required
    ).why("By it, nothing is counted twice.").example("2027-1007")

    /// `investments/`: what a party really put in.
    static let investments = RecordKind(
        "investments", of: "investment", "Investments", "What each side really puts in",
        subject: .field("party"),
        [
            RecordEvent(
                "made", "A party put in money or hours.", by: .partyIn("party"),
                [
                    Field("party", "Party", "Who put it in?", .party, .required)
                        .why("Each side sees its own effort better than the other's."),
                    Field("amount", "Amount", "How much money?", .money)
                        .why("For hours, use hours instead.").example("EUR 2,500"),
                    Field("hours", "Hours", "How many hours?", .integer(1...1_000_000))
                        .why("Hours that nobody counted are thanked for by nobody."),
                    Field("what", "What", "For what?", .text, .required)
                        .why("The other side has to see what came of it.")
                        .example("Training of six technicians"),
                    Field(
                        "promise", "Promise", "For which of the agreed investments or trainings?",
                        .reference([
                            .item(of: "commercials.investments"),
                            .item(of: "commercials.readiness"),
                        ])
                    ).why("What was promised is held against it."),
                    Field("by", "By", "Who did it?", .person)
                        .why("Hours are somebody's."),
                ])
        ])

    /// `measures/`: figures of objectives and success measures.
    static let measures = RecordKind(
        "measures", of: "measure", "Measures", "Where objectives and success measures stand",
        subject: .field("of"),
        [
            RecordEvent(
                "taken", "A figure was read.",
                [
                    Field(
                        "of", "Of", "Of which objective or success measure?",
                        .reference([
                            .item(of: "purpose.objectives"), .item(of: "purpose.success"),
                        ]), .required
                    ).why("A figure without a target is a curiosity."),
                    Field("value", "Value", "Where does it stand?", .quantity, .required)
                        .why("In the unit of the target, so that nobody has to convert.")
                        .example("3 contracts"),
                    Field("source", "Source", "Where was it read?", .text, .required)
                        .why("The other side should find the same figure there.")
                        .example("Pipeline list of 2027-06-30"),
                ])
        ])

    /// `disputes/`: from the first warning to the end.
    static let disputes = RecordKind(
        "disputes", of: "dispute", "Disputes", "What we disagree about, and the way out",
        subject: .named("What is the dispute called?"),
        [
            RecordEvent(
                "warned", "Somebody sees trouble coming.",
                [
                    Field("what", "What", "What do you see coming?", .prose, .required)
                        .why("Most disputes were small once.")
                ]),
            RecordEvent(
                "raised", "A dispute is raised.", as: .opening,
                [
                    Field("term", "Term", "About which term?", .term, .required)
                        .why("It shows what was promised."),
                    Field("with", "With", "With whom?", .list(.party, .set), .required)
                        .why("They have to know."),
                    Field("what", "What", "What is it about?", .prose, .required)
                        .why("Half of all disputes are about two things."),
                ]),
            RecordEvent(
                "step-started", "A step of the agreed ladder begins.", as: .after, [step]),
            RecordEvent(
                "step-ended", "A step of the agreed ladder ends.", as: .after,
                [
                    step,
                    Field(
                        "outcome", "Outcome", "What came of it?",
                        .choice("settled", "no-result"), .required
                    ).why("Without a result, the next step begins."),
                ]),
            RecordEvent(
                "step-skipped",
                "A step of the agreed ladder is left out. It counts when the others confirm it.",
                as: .after,
                [
                    step,
                    Field("why", "Why", "Why is it left out?", .prose, .required)
                        .why("Who skips a step alone only saves their own time."),
                ]),
            RecordEvent(
                "resolved", "It is over.", as: .after,
                [
                    Field("how", "How", "How was it settled?", .prose, .required)
                        .why("So that it does not come back.")
                ]),
        ])

    private static let step = Field(
        "step", "Step", "Which step?",
        .reference([
            .item(of: "safeguards.disputes.partners.steps"),
            .item(of: "safeguards.disputes.customers.steps"),
        ]), .required
    ).why("The agreed order keeps a quarrel from growing.")

    /// `notices/`: what one party tells the others formally.
    static let notices = RecordKind(
        "notices", of: "notice", "Notices", "What a party tells the others formally",
        subject: .party,
        [
            RecordEvent(
                "non-renewal", "The agreement is not to be renewed.", by: .signatory,
                [
                    Field("ends", "Ends", "On which day does it end then?", .date, .required)
                        .why("From this day on, other rules hold."),
                    Field("why", "Why", "Why?", .prose).why("You may meet again."),
                ]),
            RecordEvent(
                "termination", "The agreement is terminated.", by: .signatory,
                [
                    Field("ends", "Ends", "On which day does it end?", .date, .required)
                        .why("From this day on, other rules hold."),
                    Field("why", "Why", "For which reason?", .prose, .required)
                        .why("It has to be one of those that were agreed."),
                ]),
            RecordEvent(
                "settled", "The money of a settlement period is paid.",
                [
                    Field("from", "From", "From which day on is it settled?", .date, .required)
                        .why("What is settled is not settled twice.").example("2027-02-01"),
                    Field("to", "To", "Up to which day?", .date, .required)
                        .why("What comes later belongs to the next settlement.")
                        .example("2027-04-30"),
                    Field("payer", "Paid by", "Which party paid?", .party, .required)
                        .why("Claw-backs turn it around now and then."),
                    Field("payee", "Paid to", "Which party received it?", .party, .required)
                        .why("Both sides find it in their books."),
                    Field("amount", "Amount", "How much?", .money, .required)
                        .why("What is missing is carried forward.").example("EUR 12,345.67"),
                ]),
            RecordEvent(
                "people", "Somebody else takes over a role.", by: .signatory,
                [
                    Field("leaves", "Leaves", "Who leaves?", .person, .required)
                        .why("The others should hear it from you."),
                    Field("takes-over", "Takes over", "Who takes over?", .text, .required)
                        .why("Somebody has to answer the phone.").example("Grace Holm"),
                    Field("from", "From", "From which day on?", .date, .required)
                        .why("Until then, the one who leaves is still there."),
                ]),
        ])
}
