internal import Agreement
internal import ArgumentParser
internal import Reports
internal import SSHSignature
internal import Terms

/// `keys`: the keys of the registry, and what happens to them.
struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List, add, replace or retire the keys that people sign with.",
        discussion: """
            `entente keys` alone lists them; `entente keys list --help` says how. The others edit \
            parties.yaml in the working files, ready to propose.

            Examples: entente keys
                      entente keys add ada ~/.ssh/id_phone.pub
                      entente keys rotate ada ~/.ssh/id_new.pub
            """,
        subcommands: [KeysList.self, KeysAdd.self, KeysRotate.self, KeysRetire.self],
        defaultSubcommand: KeysList.self)
}

/// `keys list`: the keys of the registry.
struct KeysList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the keys, or print them as Git and ssh-keygen take them.",
        discussion: """
            The word `list` can be left out.

            Example: entente keys --allowed-signers > allowed-signers
                     git -c gpg.ssh.allowedSignersFile=allowed-signers verify-commit <commit>
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Flag(help: "Print an allowed-signers file.")
    var allowedSigners = false

    @Option(
        help: ArgumentHelp(
            "Which terms: v3, a proposal, in-force, working.", valueName: "state"))
    var at: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if allowedSigners, options.json {
            throw ValidationError("--allowed-signers prints a file for Git, which is no JSON.")
        }
    }

    func run() async throws {
        let session = Session(options)
        let found = try RegistryLookup(session: session)
            .find(framework, firstOf: "keys", at: at)
        let registry = found.registry
        if allowedSigners {
            for person in try found.sound().registry.people {
                for key in person.keys {
                    let principal = person.email ?? "\(person.id)@\(person.party)"
                    do {
                        session.console.print(try key.allowedSignersLine(principal: principal))
                    } catch {
                        throw Problem(
                            "bad-principal", .unable,
                            "\(person.id)'s e-mail address can't stand in an allowed-signers "
                                + "file: \(error.description)",
                            next: "Correct it in parties.yaml")
                    }
                }
            }
            return
        }
        if options.json {
            try session.console.print(json: RegistryJSON(found.sound()))
            return
        }
        let style = session.console.style
        session.console.print(style.bold("\(found.framework), \(found.label)"))
        if registry.people.allSatisfy(\.keys.isEmpty) { session.console.print("  no keys yet") }
        for person in registry.people {
            for key in person.keys {
                session.console.print(
                    line: StyledText(
                        "\(person.id) (\(person.party))  \(key.algorithm.name)", .together)
                        + StyledText("  \(key.fingerprint)"),
                    indent: 2, hanging: 4)
            }
        }
        for fingerprint in registry.retired.sorted() {
            session.console.print("  " + style.dim("retired  \(TextRules.visible(fingerprint))"))
        }
        LockOutNote.print(registry.lockOuts, to: session.console)
        found.printProblem(to: session.console)
    }
}
