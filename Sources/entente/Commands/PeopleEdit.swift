internal import Agreement
internal import ArgumentParser

/// `people add`: adds a person.
struct PeopleAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person to the working files.",
        discussion: """
            No signing rule changes by that. To let the person sign, name them in a rule as well: \
            entente set parties.parties.contoso.signing.1.of "[dora, emil]"

            Example: entente people add emil --name "Emil Krause" --party contoso \
            --key emil.pub
            """)

    @Argument(help: "The person's id: lower-case letters, digits and hyphens.")
    var id: String

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "The id of the party that the person acts for.")
    var party: String

    @Option(help: "The person's role.")
    var title: String?

    @Option(help: "The person's e-mail address.")
    var email: String?

    @Option(help: ArgumentHelp("A .pub file of theirs, or the line in it.", valueName: "file"))
    var key: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let person = RegistryEdit.NewPerson(
            id: id, name: name, party: party, title: title, email: email,
            key: try key.map { try KeyArgument.read($0) })
        try RegistryOutcome.edit(framework, options) { try $0.adding(person) }
    }
}

/// `people remove`: removes a person, or a party with its people.
struct PeopleRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a person, or a whole party, from the working files.",
        discussion: """
            The keys are listed as retired. What they signed stays valid.

            Examples: entente people remove emil --from-rules
                      entente people remove --party fabrikam
            """)

    @Argument(help: "The person.")
    var id: String?

    @Option(help: "Remove this party with all its people instead.")
    var party: String?

    @Flag(help: "Take the person out of the signing rules as well.")
    var fromRules = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if (id == nil) == (party == nil) {
            throw ValidationError("Name a person, or a party with --party.")
        }
        if fromRules, party != nil {
            throw ValidationError("--from-rules is about a person; a party takes its rules along.")
        }
    }

    func run() async throws {
        try RegistryOutcome.edit(framework, options) { edit in
            if let party { return try edit.removingParty(party) }
            return try edit.removingPerson(id ?? "", fromRules: fromRules)
        }
    }
}
