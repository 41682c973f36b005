internal import Agreement
internal import ArgumentParser
internal import Reports
internal import SSHSignature
internal import Terms

/// `people`: who is named in the registry, and who comes and goes.
struct People: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List, add or remove the people who act for the parties.",
        discussion: """
            `entente people` alone lists them; `entente people list --help` says how. The others \
            edit parties.yaml in the working files, ready to propose.

            Examples: entente people
                      entente people add emil --name "Emil Krause" --party contoso --key emil.pub
                      entente people remove emil --from-rules
            """,
        subcommands: [PeopleList.self, PeopleAdd.self, PeopleRemove.self],
        defaultSubcommand: PeopleList.self)
}

/// `people list`: who is named in the registry.
struct PeopleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the parties, their people, and whose signatures bind them.",
        discussion: """
            The word `list` can be left out.

            Example: entente people northwind-contoso
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Which terms: v3, a proposal, in-force, working.", valueName: "state"))
    var at: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let found = try RegistryLookup(session: session)
            .find(framework, firstOf: "people", at: at)
        let registry = found.registry
        if options.json {
            try session.console.print(json: RegistryJSON(found.sound()))
            return
        }
        let style = session.console.style
        session.console.print(style.bold("\(found.framework), \(found.label)"))
        for party in registry.parties {
            session.console.print(
                "\n" + style.bold(TextRules.visible(party.name)) + "  (\(party.id), \(party.kind))")
            for rule in party.rules {
                let limit = rule.only.map { " for changes of \($0.joined(separator: ", ")) only" }
                session.console.print(
                    "  bound by \(rule.needs) of \(rule.of.joined(separator: ", "))"
                        + (limit ?? ""))
            }
            if party.rules.isEmpty { session.console.print("  signs nothing") }
            for person in registry.people where person.party == party.id {
                let role = person.title.map { ", \($0)" } ?? ""
                let keys = person.keys.count
                let able = keys == 0 ? "no key" : keys == 1 ? "1 key" : "\(keys) keys"
                session.console.print(
                    TextRules.visible("  \(person.id)  \(person.name)\(role) (\(able))"))
            }
        }
        LockOutNote.print(registry.lockOuts, to: session.console)
        found.printProblem(to: session.console)
    }
}

/// Finds the registry that a command means.
struct RegistryLookup {
    let session: Session

    /// A registry that was found.
    struct Found {
        let registry: Registry
        let framework: String
        let label: String
        /// What is wrong with it, so that it can be shown and relied on for nothing.
        let problem: Problem?

        /// The same, to be relied on; throws what is wrong with it.
        func sound() throws -> Found {
            if let problem { throw problem }
            return self
        }

        /// Says what is wrong with it, if anything is.
        func printProblem(to console: Console) {
            guard let problem else { return }
            let style = console.style
            console.print(
                "\n" + style.red("Nobody can sign this yet: ") + TextRules.visible(problem.message))
            if let next = problem.next { console.note("Next: \(TextRules.visible(next))") }
        }
    }

    func find(_ framework: String?, firstOf command: String, at word: String?) throws -> Found {
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: command, in: workspace, history: history)
        let fallback = history.frameworks[name] == nil ? "working" : "in-force"
        let state = try workspace.state(word ?? fallback, of: name, history: history)
        guard let files = state.files else {
            throw Problem(
                "no-registry", .unable, "\(state.emptiness(of: name))",
                next: "Name a state with --at: v1, in-force, or a proposal")
        }
        let bytes = files[SectionName.parties.file] ?? []
        let section = Section(.parties, bytes: bytes)
        let (registry, findings) = Registry.read(section)
        if let registry {
            return Found(registry: registry, framework: name, label: state.label, problem: nil)
        }
        let first = (section.findings + findings + RegistryFindings.of(section)).first {
            $0.severity == .error
        }
        let problem = Problem(
            "unreadable-registry", .no, first?.message ?? "the registry can't be read",
            at: "\(name)/\(first?.place ?? SectionName.parties.file)",
            next: first?.next ?? "entente check \(name)")
        guard let draft = Registry.draft(section) else { throw problem }
        return Found(registry: draft, framework: name, label: state.label, problem: problem)
    }
}

/// A registry for programs.
struct RegistryJSON: Encodable {
    struct Party: Encodable {
        let id: String
        let kind: String
        let name: String
        let signing: [RuleJSON]
    }
    struct Key: Encodable {
        let fingerprint: String
        let key: String
    }
    struct Person: Encodable {
        let email: String?
        let id: String
        let keys: [Key]
        let name: String
        let party: String
        let title: String?
    }

    let framework: String
    let lockOuts: [LockOutJSON]
    let parties: [Party]
    let people: [Person]
    let retired: [String]

    init(_ found: RegistryLookup.Found) {
        let registry = found.registry
        framework = found.framework
        lockOuts = registry.lockOuts.map(LockOutJSON.init)
        parties = registry.parties.map { party in
            Party(
                id: party.id, kind: party.kind, name: party.name,
                signing: party.rules.map(RuleJSON.init))
        }
        people = registry.people.map { person in
            Person(
                email: person.email, id: person.id,
                keys: person.keys.map { Key(fingerprint: $0.fingerprint, key: $0.line) },
                name: person.name, party: person.party, title: person.title)
        }
        retired = registry.retired.sorted()
    }
}
