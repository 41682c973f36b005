extension Schema {
    private static let ladder = FieldType.list(
        .object([
            .id,
            Field(
                "step", "Step", "What happens?",
                .choice(
                    "talk", "managers", "executives", "advisor", "mediation", "expert",
                    "arbitration", "court"), .required),
            Field(
                "who", "Who", "Who acts?", .list(.reference([.party, .person]), .set), .expected),
            Field("within", "Within", "Within which time?", .duration, .expected),
            Field("rules", "Rules", "Under which rules?", .text),
            Field("seat", "Seat", "Where?", .text),
            Field("cost-split", "Cost split", "Who pays which part?", .split),
        ]), .ordered)

    /// `safeguards.yaml`: what happens when things do not go as planned.
    static let safeguards: [Field] = [
        Field(
            "early-warning", "Early warning", "How do we speak up before it hurts?", .prose,
            .expected),
        Field(
            "disputes", "Disputes", "How are disputes settled?",
            .object([
                Field(
                    "partners", "Between the partners", "What do we do when we disagree?",
                    .object([Field("steps", "Steps", "In which steps?", ladder, .required)]),
                    .expected),
                Field(
                    "customers", "With a customer", "What do we do when a customer complains?",
                    .object([Field("steps", "Steps", "In which steps?", ladder, .required)]),
                    .expected),
            ]), .expected),
        Field(
            "exclusivity", "Exclusivity", "Who works with whom only?",
            .object([
                Field(
                    "mode", "Mode", "How exclusive is it?",
                    .choice("none", "one-way", "mutual"), .required),
                Field("bound", "Bound", "Who is bound?", .list(.party, .set)),
                Field("scope", "Scope", "What counts as similar?", .prose),
                Field("territory", "Territory", "Where?", .list(.text, .set)),
                Field("customers", "Customers", "For which customers?", .list(.text, .set)),
                Field("until", "Until", "Until when?", .date),
                Field("carve-outs", "Carve-outs", "What is left out?", .list(.text, .ordered)),
                Field(
                    "disclose-within", "Disclosed within",
                    "How fast is a conflict told?", .duration),
            ]), .expected),
        Field(
            "customer-ownership", "Customer ownership", "Whose customer is it?", .prose, .expected),
        Field(
            "non-solicitation", "Non-solicitation", "Whose people may be hired?",
            .object([
                Field("scope", "Scope", "What is not done?", .prose, .required),
                Field("bound", "Bound", "Who is bound?", .list(.party, .set)),
                Field("for", "For", "For how long after the end?", .duration),
            ]), .expected),
        Field(
            "information", "Information", "What may be shared?",
            .list(
                .object([
                    .id,
                    Field("class", "Class", "What kind of information?", .text, .required),
                    Field(
                        "shared", "Shared", "When may it be shared?",
                        .choice("freely", "when-needed", "never"), .required),
                    Field("notes", "Notes", "What else applies?", .prose),
                ]), .ordered), .expected),
        Field(
            "exit", "Exit", "How does it end?",
            .object([
                Field(
                    "triggers", "Triggers", "What ends it?", .list(.prose, .ordered), .expected),
                Field(
                    "may-end", "May end it", "Who may end it for these reasons?",
                    .list(.party, .set)),
                Field("wind-down", "Wind-down", "How long do we finish what is open?", .duration),
                Field("customers", "Customers", "What happens to customers?", .prose),
                Field(
                    "recurring-revenue-tail", "Recurring revenue",
                    "How long is recurring revenue still divided?", .duration),
                Field("data", "Data", "What happens to data?", .prose),
                Field("brand", "Brand", "What happens to names and logos?", .prose),
                Field("message", "Message", "What do we tell the world?", .prose),
            ]), .expected),
    ]
}
