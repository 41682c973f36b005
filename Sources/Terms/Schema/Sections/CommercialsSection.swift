extension Schema {
    private static let streamKinds = FieldType.choice(
        "subscription", "managed-service", "services", "project", "licence", "hardware", "referral",
        "support")

    private static let stream: [Field] = [
        .id,
        Field("kind", "Kind", "What kind of revenue is it?", streamKinds, .required),
        Field("description", "Description", "What is sold?", .prose),
        Field(
            "base", "Divided", "What is divided: gross revenue, net revenue or margin?",
            .choice("gross", "net", "margin"), .required),
        Field("shares", "Shares", "Who receives which part?", .split),
        Field(
            "tiers", "Tiers", "Does the division change with the amount?",
            .list(
                .object([
                    .id,
                    Field("from", "From", "From which amount on?", .money, .required),
                    Field("shares", "Shares", "Who receives which part?", .split, .required),
                ]), .ordered)),
        Field(
            "years", "Years", "Does the division change from year to year?",
            .list(
                .object([
                    .id,
                    Field("from", "From year", "From which year on?", .integer(1...99), .required),
                    Field("shares", "Shares", "Who receives which part?", .split, .required),
                ]), .ordered)),
        Field("term", "Contract term", "How long does a customer's contract last?", .duration),
        Field(
            "renewal", "Renewal", "What happens when it ends?",
            .choice("none", "express", "tacit")),
        Field("floor", "At least", "What is the least per year?", .money),
        Field("cap", "At most", "What is the most per year?", .money),
        Field(
            "clawback", "Claw-back", "When is money given back?",
            .object([
                Field("when", "When", "In which case?", .prose, .required),
                Field("within", "Within", "Within which time?", .duration, .required),
                Field("share", "Part", "Which part is given back?", .share),
            ])),
        Field("currency", "Currency", "In which currency?", .text),
    ]

    /// `commercials.yaml`: money and effort.
    static let commercials: [Field] = [
        Field(
            "strategy", "Strategy", "One-off, opportunistic or growth?",
            .object([
                Field(
                    "mode", "Mode", "Which of the three?",
                    .choice("one-off", "opportunistic", "growth"), .required),
                Field("territory", "Territory", "Where do we sell?", .list(.text, .set)),
                Field("segments", "Segments", "To whom?", .list(.text, .set)),
                Field("sales-lead", "Sales lead", "Who leads sales?", .person),
                Field("sales-plan", "Sales plan", "How do we sell?", .prose),
            ]), .expected),
        Field(
            "pipeline", "Pipeline", "What has to be in the pipeline?",
            .object([
                Field("target", "Target", "Which revenue do we aim for per year?", .money),
                Field(
                    "coverage", "Coverage", "How many times the target must the pipeline hold?",
                    .quantity),
                Field("cycle", "Sales cycle", "How long from first talk to signature?", .duration),
                Field(
                    "stages", "Stages", "Through which stages does a deal go?",
                    .list(
                        .object([
                            .id,
                            Field("name", "Name", "What is it called?", .text, .required),
                            Field("chance", "Chance", "How likely is the deal there?", .share),
                        ]), .ordered)),
                Field(
                    "registration", "Deal registration", "How is a deal protected?",
                    .object([
                        Field(
                            "decide-within", "Decided within", "How fast is it decided?", .duration),
                        Field(
                            "protect-for", "Protected for", "How long is it protected?", .duration),
                        Field(
                            "extend-for", "Extended for", "How long can that be extended?",
                            .duration),
                    ])),
            ]), .expected),
        Field(
            "investments", "Investments", "What does each party put in?",
            .list(
                .object([
                    .id,
                    Field("party", "Who", "Who invests?", .party, .required),
                    Field(
                        "kind", "Kind", "In what?",
                        .choice(
                            "marketing", "training", "pre-sales", "people", "equipment", "software",
                            "other"), .required),
                    Field("description", "For", "What for?", .prose),
                    Field("amount", "Amount", "How much money?", .money),
                    Field("hours", "Hours", "How many hours?", .integer(1...1_000_000)),
                    Field("rate", "Rate per hour", "At which rate do hours count?", .money),
                    Field("by", "By", "By when?", .date),
                ]), .ordered), .expected),
        Field(
            "marketing", "Marketing", "How do we appear together?",
            .object([
                Field("budget", "Budget", "How much per year?", .money),
                Field("budget-split", "Budget split", "Who pays which part?", .split),
                Field("branding", "Branding", "Under which name and how?", .prose),
                Field(
                    "logos", "Logos", "Which logo files may be used?",
                    .list(
                        .object([
                            .id,
                            Field("party", "Whose", "Whose logo?", .party, .required),
                            Field("file", "File", "Which file?", .text, .required),
                            Field("sha256", "SHA-256", "Which file exactly?", .sha256, .required),
                        ]), .ordered)),
                Field(
                    "approval-within", "Approval within", "How fast is material approved?",
                    .duration),
            ]), .expected),
        Field(
            "readiness", "Readiness", "Who is trained for what, by when?",
            .list(
                .object([
                    .id,
                    Field("team", "Team", "Whose team?", .party, .required),
                    Field("course", "Course", "Which training?", .text, .required),
                    Field("people", "People", "How many people?", .integer(1...100_000)),
                    Field("hours", "Hours each", "How many hours each?", .integer(1...10_000)),
                    Field("by", "By", "By when?", .date),
                    Field("funded-by", "Paid by", "Who pays?", .partyOrJoint),
                ]), .ordered), .expected),
        Field(
            "streams", "Revenue streams", "How is each kind of revenue divided?",
            .list(.object(stream), .ordered), .expected),
        Field(
            "waterfall", "Order of payment", "In which order is money paid out?",
            .list(
                .object([
                    .id,
                    Field(
                        "step", "Step", "What happens in this step?",
                        .choice("pass-through", "recoup", "fixed", "split"), .required),
                    Field("description", "Description", "What is paid?", .prose),
                    Field("party", "To", "Who receives it?", .party),
                    Field("amount", "Amount", "How much?", .money),
                    Field("shares", "Shares", "Who receives which part?", .split),
                ]), .ordered)),
        Field(
            "settlement", "Settlement", "When is money settled?",
            .object([
                Field("frequency", "Every", "How often?", .duration, .required),
                Field("pay-within", "Paid within", "How fast is it paid?", .duration, .required),
                Field("invoiced-by", "Invoiced by", "Who invoices the customer?", .party),
                Field("audit-right", "Audit right", "Who may check the books?", .prose),
                Field(
                    "may-audit", "May check the books", "Which parties may check?",
                    .list(.party, .set)),
                Field(
                    "conversion", "Conversion", "How is money of another currency converted?",
                    .prose),
            ]), .expected),
        Field(
            "advice", "Advice", "Who advised on remuneration?",
            .list(
                .object([
                    .id,
                    Field("who", "Who", "Who advised?", .text, .required),
                    Field("for", "For", "Whom?", .partyOrJoint),
                    Field("on", "On", "When?", .date, .required),
                ]), .ordered), .expected),
    ]
}
