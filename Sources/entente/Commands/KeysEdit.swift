internal import Agreement
internal import ArgumentParser

/// `keys add`: gives a person one more key.
struct KeysAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a key of a person to the working files.",
        discussion: """
            The key counts once everybody has agreed and the key itself has signed. Private keys, \
            keys that somebody has already and retired keys are refused.

            Example: entente keys add ada ~/.ssh/id_phone.pub
            """)

    @Argument(help: "Whose key it is.")
    var person: String

    @Argument(help: ArgumentHelp("A .pub file, or the line in it.", valueName: "key"))
    var key: [String]

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let key = try KeyArgument.read(key.joined(separator: " "))
        try RegistryOutcome.edit(framework, options) { try $0.addingKey(key, to: person) }
    }
}

/// `keys rotate`: puts a new key in the place of an old one.
struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replace a key of a person in the working files, and retire the old one.",
        discussion: """
            What the old key has signed stays valid. From the version on that retires it, it \
            counts for nothing, and can never return.

            Example: entente keys rotate ada ~/.ssh/id_new.pub
            """)

    @Argument(help: "Whose key it is.")
    var person: String

    @Argument(help: ArgumentHelp("The new .pub file, or the line in it.", valueName: "new-key"))
    var key: [String]

    @Option(
        help: ArgumentHelp(
            "The fingerprint of the old key, where the person has several.",
            valueName: "fingerprint"))
    var old: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let key = try KeyArgument.read(key.joined(separator: " "))
        try RegistryOutcome.edit(framework, options) {
            try $0.rotatingKey(of: person, to: key, old: old)
        }
    }
}

/// `keys retire`: takes a key away for good.
struct KeysRetire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Take a key out of the working files for good.",
        discussion: """
            For a key that is lost or stolen. Another person who may sign for the same party can \
            propose it. The key goes on counting until that is agreed.

            Example: entente keys retire ada
            """)

    @Argument(
        help: ArgumentHelp(
            "The key's fingerprint, or its owner, if it is their only key.",
            valueName: "fingerprint|person"))
    var key: String

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try RegistryOutcome.edit(framework, options) { try $0.retiringKey(key) }
    }
}
