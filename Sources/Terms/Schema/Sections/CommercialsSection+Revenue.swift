/// How what comes in is divided.
extension Schema {
    static let stream: [Field] = [
        .id,
        Field(
            "kind", "Kind", "What kind of revenue is it?",
            .choice(
                "subscription", "managed-service", "services", "project", "licence", "hardware",
                "referral", "support"), .required
        ).why("What comes again each month is worth more than what comes once."),
        Field("description", "Description", "What is sold?", .prose)
            .why("Every invoice should belong to exactly one stream.")
            .example("Monthly fee for each user."),
        Field(
            "base", "Divided", "What is divided: gross revenue, net revenue or margin?",
            .choice([
                .init("gross", meaning: "what the customer pays"),
                .init("net", meaning: "after tax and discounts"),
                .init("margin", meaning: "after cost"),
            ]), .required
        ).why("Half of the margin can be less than a tenth of the revenue."),
        Field("shares", "Shares", "Who receives which part?", .split)
            .worthAsking().why("Where it is always the same. The shares add up to exactly 100%."),
        Field("tiers", "Tiers", "Does the division change with the amount?", .items(tier))
            .why("Large amounts often cost less effort per euro."),
        Field("years", "Years", "Does the division change from year to year?", .items(year))
            .why("Winning a customer is work of the first year, keeping one is work of all years."),
        Field("term", "Contract term", "How long does a customer's contract last?", .duration)
            .worthAsking().why("You divide what is sure for as long as that.").example("3 years"),
        Field(
            "renewal", "Renewal", "What happens when it ends?",
            .choice([
                .init("none", meaning: "it ends"),
                .init("express", meaning: "renewed if the customer agrees"),
                .init("tacit", meaning: "renewed unless somebody gives notice"),
            ])
        ).worthAsking().why("Who renews a contract often claims it as their own."),
        Field("floor", "At least", "What is the least per year?", .money)
            .why("It pays for being ready even if little is sold.").example("EUR 12,000"),
        Field("floor-for", "At least, for", "Who receives at least that?", .party)
            .why("A least amount for nobody in particular settles nothing."),
        Field("cap", "At most", "What is the most per year?", .money)
            .why("It keeps a success from looking like a mistake to the other side.")
            .example("EUR 2,000,000"),
        Field("cap-for", "At most, for", "Who receives at most that?", .party)
            .why("What is above it goes to the others."),
        Field("clawback", "Claw-back", "When is money given back?", .object(clawback))
            .worthAsking().why("A customer who leaves early takes money back from somebody.")
            .tagged(.remedy, .risk),
        Field("currency", "Currency", "In which currency?", .text)
            .why("Exchange rates move while you work.").example("EUR"),
    ]

    private static let tier: [Field] = [
        .id,
        Field("from", "From", "From which amount on?", .money, .required)
            .why("The first tier starts at 0, so that nothing is left out.").example("EUR 0"),
        Field("shares", "Shares", "Who receives which part?", .split, .required)
            .why("They add up to exactly 100% in each tier."),
    ]

    private static let year: [Field] = [
        .id,
        Field("from", "From year", "From which year on?", .integer(1...99), .required)
            .why("Counted for each customer; the first step starts in year 1.").example("1"),
        Field("shares", "Shares", "Who receives which part?", .split, .required)
            .why("They add up to exactly 100% in each step."),
    ]

    private static let clawback: [Field] = [
        Field("when", "When", "In which case?", .prose, .required)
            .why("Name the case, or every loss becomes one.")
            .example("The customer leaves and is refunded."),
        Field("within", "Within", "Within which time?", .duration, .required)
            .why("After that, what was paid is earned.").example("6 months"),
        Field("share", "Part", "Which part is given back?", .share)
            .why("The work was done all the same.").example("100%").tagged(.money),
    ]

    static let paymentStep: [Field] = [
        .id,
        Field(
            "step", "Step", "What happens in this step?",
            .choice([
                .init("pass-through", meaning: "costs of others are paid"),
                .init("recoup", meaning: "investments are paid back"),
                .init("fixed", meaning: "an agreed amount"),
                .init("split", meaning: "the rest is divided"),
            ]), .required
        ).why("Who is paid first carries less risk."),
        Field("description", "Description", "What is paid?", .prose)
            .why("So that everybody knows which invoices belong here.")
            .example("Hosting and licences that we buy from others."),
        Field("party", "To", "Who receives it?", .party)
            .why("A split has shares instead."),
        Field("amount", "Amount", "How much?", .money)
            .why("A step without a limit can take all of it.").example("EUR 30,000"),
        Field("shares", "Shares", "Who receives which part?", .split)
            .why("By them goes what fits no stream."),
        Field(
            "at-most", "Out of at most",
            "Out of which part of what is there in a settlement period, at most?", .share
        ).why("Whoever is paid back first should still leave the others something to live on.")
            .commonly("half").example("50%"),
    ]

    static let settlement: [Field] = [
        Field("frequency", "Every", "How often?", .duration, .required)
            .why("Small companies live from one payment to the next.")
            .commonly("each month or each quarter").example("1 month"),
        Field("pay-within", "Paid within", "How fast is it paid?", .duration, .required)
            .why("Counted from the settlement, not from the mood.").commonly("30 days")
            .example("30 days"),
        Field("invoiced-by", "Invoiced by", "Who invoices the customer?", .party)
            .why("One party, so that the customer gets one invoice."),
        Field("audit-right", "Audit right", "Who may check the books?", .prose)
            .why("The side that does not send the invoices has to take them on trust, or look.")
            .example("Once a year, each party may have an accountant check the books."),
        Field("may-audit", "May check the books", "Which parties may check?", .list(.party, .set))
            .why("A right of one side only is a matter of price or of mistrust.")
            .commonly("all parties").tagged(.control),
        Field(
            "conversion", "Conversion", "How is money of another currency converted?", .prose
        ).why("Between invoice and payment, a rate can move by more than the margin.")
            .example("At the reference rate of the European Central Bank on the invoice date.")
            .tagged(.risk),
    ]
}
