extension Schema {
    private static let partyRoles: [Field] = [
        Field(
            "executive-sponsor", "Executive sponsor", "Who decides when it matters?", .person),
        Field(
            "partnership-manager", "Partnership manager", "Who answers for the relationship?",
            .person),
        Field("deputy", "Deputy", "Who stands in?", .person),
    ]

    /// `governance.yaml`: who answers for what.
    static let governance: [Field] = [
        Field(
            "roles", "Roles", "Who has which role?",
            .object([
                Field(
                    "parties", "Each party", "Who answers for the relationship on each side?",
                    .map(.party, .object(partyRoles)), .expected),
                Field(
                    "project-manager", "Project manager", "Who manages all of our projects?",
                    .person),
                Field(
                    "opportunity-lead", "Opportunity lead", "Who is the one lead on opportunities?",
                    .person),
                Field("sales-lead", "Sales lead", "Who leads sales?", .person),
                Field("metrics-owner", "Metrics owner", "Who keeps the figures?", .person),
            ]), .expected),
        Field(
            "responsibilities", "Responsibilities", "Who is responsible for what?",
            .list(
                .object([
                    .id,
                    Field("activity", "Activity", "What is to be done?", .text, .required),
                    Field(
                        "responsible", "Responsible", "Who does it?",
                        .list(.reference([.party, .person]), .set), .required),
                    Field(
                        "accountable", "Accountable", "Who answers for it?",
                        .reference([.party, .person]), .required),
                    Field(
                        "consulted", "Consulted", "Who is asked before?",
                        .list(.reference([.party, .person]), .set)),
                    Field(
                        "informed", "Informed", "Who is told after?",
                        .list(.reference([.party, .person]), .set)),
                ]), .ordered), .expected),
        Field(
            "advisor", "Independent advisor", "Which independent third party looks on?",
            .object([
                Field("person", "Person", "Who is it?", .person, .required),
                Field(
                    "appointed-by", "Appointed by", "Who appointed the advisor?",
                    .list(.party, .set), .required),
                Field(
                    "independence", "Independence", "What ties does the advisor have?",
                    .object([
                        Field("employer", "Employer", "Who employs the advisor?", .text),
                        Field("interests", "Interests", "Which interests are declared?", .prose),
                        Field("declared-on", "Declared on", "When?", .date),
                    ])),
                Field("fee", "Fee", "What does the advisor cost?", .money),
                Field("fee-per", "Fee per", "For which time?", .duration),
                Field("fee-split", "Fee split", "Who pays which part?", .split),
                Field(
                    "powers", "Powers", "What may the advisor do?", .list(.text, .ordered)),
            ]), .expected),
        Field(
            "meetings", "Meetings", "Who meets when?",
            .list(
                .object([
                    .id,
                    Field(
                        "layer", "Layer", "At which level?",
                        .choice("steering", "management", "operating"), .required),
                    Field("cadence", "Every", "How often?", .duration, .required),
                    Field(
                        "who", "Who", "Who takes part?",
                        .list(.reference([.party, .person]), .set),
                        .required),
                    Field("agenda", "Agenda", "What is always talked about?", .prose),
                ]), .ordered), .expected),
        Field(
            "decisions", "Decisions", "Who decides what, and how?",
            .list(
                .object([
                    .id,
                    Field("topic", "Topic", "What is decided?", .text, .required),
                    Field("rule", "Rule", "By which rule?", .prose, .required),
                ]), .ordered), .expected),
        Field(
            "customer-projects", "Customer projects", "How do we run projects for customers?",
            .object([
                Field(
                    "overseer", "Overseer", "Who looks on, for the customer and for us?",
                    .reference([.party, .person])),
                Field("reporting", "Reporting", "What is reported to whom?", .prose),
                Field("cadence", "Every", "How often?", .duration),
            ]), .expected),
        Field(
            "trial", "Trial project", "Which first project tests this framework?",
            .object([
                Field("project", "Project", "Which project for which customer?", .prose, .required),
                Field(
                    "exit-questions", "Questions at the end", "What do we ask ourselves after it?",
                    .list(.text, .ordered)),
                Field("decide-by", "Decide by", "When do we decide whether to go on?", .date),
            ]), .expected),
        Field(
            "risks", "Risks", "What could go wrong?",
            .list(
                .object([
                    .id,
                    Field("risk", "Risk", "What could happen?", .prose, .required),
                    Field(
                        "likelihood", "Likelihood", "How likely is it?",
                        .choice("low", "medium", "high")),
                    Field(
                        "impact", "Impact", "How bad would it be?", .choice("low", "medium", "high")
                    ),
                    Field("owner", "Owner", "Who watches it?", .person),
                    Field("response", "Response", "What do we do about it?", .prose),
                ]), .ordered), .expected),
        Field(
            "audit", "Audit", "Who checks that we do what we agreed?",
            .object([
                Field("cadence", "Every", "How often?", .duration, .required),
                Field("auditor", "Auditor", "Who checks?", .reference([.party, .person])),
                Field("sources", "Sources", "From which records?", .list(.text, .ordered)),
            ]), .expected),
    ]
}
