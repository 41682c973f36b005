extension Schema {
    /// `parties.yaml`: the registry (format.md, "The registry").
    static let parties: [Field] = [
        Field(
            "parties", "Parties", "Who agrees?", .map(.identifier, .object(party)), .required
        ).why(
            "The short name in front of each company is what the rest of the agreement calls it."),
        Field(
            "people", "People", "Who acts for the parties?", .map(.identifier, .object(person)),
            .required
        ).why("Companies agree, people keep it. Add everybody who has a role in this agreement."),
        Field(
            "retired", "Retired keys", "Which removed keys must never return?",
            .list(.fingerprint, .set)
        ).why(
            "Whoever finds a lost key must not sign with it. List its fingerprint, as ssh-keygen -l "
                + "prints it."
        ).tagged(.risk, .control),
    ]

    private static let party: [Field] = [
        Field("name", "Name", "What is its full legal name?", .text, .required)
            .why("A group has many companies, and only this one is bound.")
            .example("Northwind Managed Services Ltd"),
        Field(
            "kind", "Kind", "What kind of company is it?",
            .choice([
                .init("msp", "Managed service provider"), .init("var", "Reseller"),
                .init("isv", "Software vendor"), .init("integrator", "Integrator"),
                .init("distributor", "Distributor"), .init("vendor", "Vendor"),
                .init("other", "Other"), .init("independent", "Independent side"),
            ]), .required
        ).why("What each side usually earns, risks and is good at depends on it."),
        Field("address", "Address", "Where is it registered?", .text)
            .why("Notices have to arrive, and some law has to apply.")
            .example("12 Harbour Street, Dublin, Ireland"),
        Field("registration", "Registration", "Under which number?", .text)
            .why("Names change and repeat, numbers do not.")
            .example("Companies Registration Office, 123456"),
        Field("signing", "Signing rules", "Whose signatures bind it?", signing)
            .why(
                "The first rule covers everything. Lighter ones may follow for small matters; an "
                    + "independent side signs only if it has a rule."
            ).tagged(.control),
    ]

    private static let signing = FieldType.items([
        Field(
            "needs", "Signatures", "How many different people?", .integer(1...1_000), .required
        ).why("With two, nobody can bind the company alone.").commonly("one or two").example("1"),
        Field("of", "Of", "Out of whom?", .list(.person, .set), .required)
            .why("More names than signatures, and holidays stop nothing."),
        Field(
            "only", "Only for", "Only for changes of which sections or clauses?",
            .list(.reference([.sectionOrClause]), .set), .neverEmpty
        ).why("Small matters need not wait for a managing director."),
    ])

    private static let person: [Field] = [
        Field("name", "Name", "What is the person's name?", .text, .required)
            .why("Others have to know whom they deal with.").example("Ada Brennan"),
        Field("party", "Party", "For which party?", .party, .required)
            .why("One person acts for one side only; an advisor has a side of its own.")
            .tagged(.control),
        Field("title", "Title", "In which role?", .text)
            .why("It shows what the person may decide.").example("Managing Director"),
        Field("email", "E-mail", "Under which e-mail address?", .email)
            .why("Questions and notices go there.").example("ada@northwind.example"),
        Field(
            "keys", "Keys", "With which OpenSSH public keys does the person sign?",
            .list(.publicKey, .set)
        ).why(
            "Paste the one line of the file that ends in .pub, like ssh-ed25519 AAAA... ada@laptop. "
                + "Every key that is listed when the agreement is founded has to sign it."
        ).tagged(.control),
    ]
}
