extension Schema {
    /// `parties.yaml`: the registry (format.md, "The registry").
    static let parties: [Field] = [
        Field(
            "parties", "Parties", "Who agrees?",
            .map(
                .identifier,
                .object([
                    Field("name", "Name", "What is its full legal name?", .text, .required),
                    Field(
                        "kind", "Kind", "What kind of company is it?",
                        .choice([
                            .init("msp", "Managed service provider"), .init("var", "Reseller"),
                            .init("isv", "Software vendor"), .init("integrator", "Integrator"),
                            .init("distributor", "Distributor"), .init("vendor", "Vendor"),
                            .init("other", "Other"), .init("independent", "Independent side"),
                        ]), .required),
                    Field("address", "Address", "Where is it registered?", .text),
                    Field("registration", "Registration", "Under which number?", .text),
                    Field(
                        "signing", "Signing rules", "Whose signatures bind it?",
                        .list(
                            .object([
                                Field(
                                    "needs", "Signatures", "How many different people?",
                                    .integer(1...1_000), .required),
                                Field("of", "Of", "Out of whom?", .list(.person, .set), .required),
                                Field(
                                    "only", "Only for",
                                    "Only for changes of which sections or clauses?",
                                    .list(.reference([.sectionOrClause]), .set), .neverEmpty),
                            ]), .ordered)),
                ])), .required),
        Field(
            "people", "People", "Who acts for the parties?",
            .map(
                .identifier,
                .object([
                    Field("name", "Name", "What is the person's name?", .text, .required),
                    Field("party", "Party", "For which party?", .party, .required),
                    Field("title", "Title", "In which role?", .text),
                    Field("email", "E-mail", "Under which e-mail address?", .email),
                    Field(
                        "keys", "Keys", "With which OpenSSH public keys does the person sign?",
                        .list(.publicKey, .set)),
                ])), .required),
        Field(
            "retired", "Retired keys", "Which removed keys must never return?",
            .list(.fingerprint, .set)),
    ]
}
