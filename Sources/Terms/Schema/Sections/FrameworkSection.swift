extension Schema {
    /// `framework.yaml`: what this agreement is.
    static let framework: [Field] = [
        Field(
            "schema", "Schema", "Which edition of the format is this?", .integer(1...1), .required),
        Field(
            "uid", "Unique id", "What identifies this framework for ever?", .uuid, .required),
        Field("title", "Title", "What do we call this agreement?", .text, .required),
        Field(
            "form", "Form", "What kind of document is this?",
            .choice([
                .init("contract", "Contract"), .init("business-plan", "Business plan"),
                .init("working-document", "Working document"),
            ]), .required),
        Field("binding", "Legally binding", "Is it legally binding?", .boolean, .expected),
        Field(
            "languages", "Languages", "In which languages does it exist, the governing one first?",
            .list(.text, .ordered)),
        Field(
            "standard-terms", "Standard terms", "Which published terms are part of it?",
            .list(
                .object([
                    .id,
                    Field("name", "Name", "What are they called?", .text, .required),
                    Field("version", "Version", "Which version?", .text, .required),
                    Field("file", "File", "Where is a copy kept in the workspace?", .text),
                    Field("sha256", "SHA-256", "Which file exactly?", .sha256),
                    Field(
                        "overrides", "Overrides", "What applies differently here?",
                        .list(.prose, .ordered)),
                ]), .ordered)),
        Field(
            "precedence", "Precedence", "What prevails when two texts disagree, first to last?",
            .list(.text, .ordered)),
        Field(
            "term", "Term", "How long does it last?",
            .object([
                Field("starts", "Starts", "When does it start?", .date, .required),
                Field("ends", "Ends", "When does it end, if it does?", .date),
                Field(
                    "renewal", "Renewal", "What happens at the end?",
                    .choice([
                        .init("none", "Ends"), .init("express", "Renewed by express agreement"),
                        .init("tacit", "Renewed unless somebody gives notice"),
                    ]), .required),
                Field("renewal-period", "Renewal period", "For how long is it renewed?", .duration),
                Field("notice", "Notice", "How long before must notice be given?", .duration),
            ]), .expected),
        Field("review-on", "Next review", "When do we look at all of it again?", .date, .expected),
        Field(
            "amendment", "Amendments", "How is this agreement changed?",
            .object([
                Field(
                    "review-period", "Review period",
                    "How long does everybody get to read a proposal?", .duration),
                Field("notes", "Notes", "What else applies to changes?", .prose),
            ]), .expected),
        Field(
            "asked", "Asked of a partner", "Which questions have we asked our partner?",
            .list(
                .object([
                    .id,
                    Field("at", "Question", "Which field does it ask about?", .text, .required),
                    Field("party", "Asked of", "Which party is to answer?", .party, .required),
                    Field("note", "Note", "What else should they know?", .prose),
                ]), .ordered)),
        Field(
            "waivers", "Waived findings", "Which findings do we accept, and why?",
            .list(
                .object([
                    .id,
                    Field(
                        "finding", "Finding", "What is the id of the finding?", .identifier,
                        .required),
                    Field("at", "Term", "Which term is it about?", .text),
                    Field("reason", "Reason", "Why do we want it so?", .prose, .required),
                ]), .ordered)),
    ]
}
