extension Schema {
    private static let intent = FieldType.choice(
        "grow", "sell-out", "acquire", "merge", "exit", "steady")

    private static let outlook: [Field] = [
        Field("statement", "Vision", "Where should this lead?", .prose, .required),
        Field("intent", "Intent", "What is meant to happen to the company?", intent),
        Field("horizon", "Horizon", "Within which time?", .duration),
    ]

    /// `purpose.yaml`: why the parties work together.
    static let purpose: [Field] = [
        Field("why", "Why we work together", "Why do we engage at all?", .prose, .required),
        Field(
            "goals", "Goals", "What does everybody want out of it?",
            .list(
                .object([
                    .id,
                    Field(
                        "kind", "Kind", "What kind of goal is it?",
                        .choice("objective", "subjective", "material", "emotional"), .required),
                    Field(
                        "holder", "Whose", "Whose goal is it?",
                        .reference([.party, .person, .word("joint")]), .required),
                    Field("statement", "Goal", "What is the goal?", .prose, .required),
                ]), .ordered), .expected),
        Field(
            "values", "Values", "Which values do both teams share?",
            .list(
                .object([
                    .id,
                    Field("statement", "Value", "What do we hold?", .prose, .required),
                    Field("we-do", "We do", "What do we do because of it?", .list(.text, .ordered)),
                    Field(
                        "we-do-not", "We do not", "What do we never do?", .list(.text, .ordered)),
                ]), .ordered), .expected),
        Field(
            "principles", "Principles", "By which principles do we treat each other?",
            .list(
                .object([
                    .id,
                    Field(
                        "principle", "Principle", "Which principle?",
                        .choice(
                            "reciprocity", "autonomy", "honesty", "loyalty", "equity", "integrity",
                            "own"), .required),
                    Field("statement", "Meaning", "What does it mean here?", .prose, .required),
                ]), .ordered), .expected),
        Field(
            "vision", "Vision", "Where does everybody want to be in the long term?",
            .object([
                Field("joint", "Together", "Where do we want to be together?", .object(outlook)),
                Field(
                    "parties", "Each party", "Where does each company want to be?",
                    .map(.party, .object(outlook))),
                Field(
                    "people", "Key people", "Where does each key person want to be?",
                    .list(
                        .object(
                            [
                                .id,
                                Field("person", "Who", "Who is it?", .person, .required),
                            ] + outlook), .ordered)),
            ]), .expected),
        Field(
            "success", "Success", "How does each party measure success?",
            .list(
                .object([
                    .id,
                    Field("party", "For", "Whose measure is it?", .partyOrJoint, .required),
                    Field("measure", "Measure", "What is measured?", .text, .required),
                    Field("baseline", "Today", "Where does it stand?", .quantity),
                    Field("target", "Target", "Where should it be?", .quantity, .required),
                    Field("by", "By", "By when?", .date, .required),
                    Field("source", "Source", "Where is the figure read?", .text),
                ]), .ordered), .expected),
        Field(
            "objectives", "Objectives", "Which objectives do we set?",
            .list(
                .object([
                    .id,
                    Field("statement", "Objective", "What is to be reached?", .prose, .required),
                    Field(
                        "quadrant", "Quadrant", "What kind of objective is it?",
                        .choice("strategic", "operational", "financial", "relationship"),
                        .required),
                    Field("owner", "Owner", "Who answers for it?", .person, .required),
                    Field(
                        "set-by", "Set by", "Which executives set it?", .list(.person, .set)),
                    Field("metric", "Metric", "What is measured, in which unit?", .text),
                    Field(
                        "direction", "Direction", "Should the figure rise, fall or hold?",
                        .choice("rise", "fall", "hold")),
                    Field("baseline", "Today", "Where does it stand?", .quantity),
                    Field("target", "Target", "Where should it be?", .quantity),
                    Field("tolerance", "Tolerance", "How far off is still all right?", .quantity),
                    Field("by", "By", "By when?", .date),
                    Field("source", "Source", "Where is the figure read?", .text),
                ]), .ordered), .expected),
    ]
}
