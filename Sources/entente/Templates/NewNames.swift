internal import Agreement
internal import Terms

/// The parties and people that a template is filled in with.
struct NewNames {
    /// An id and a full name.
    struct Name {
        let id: String
        let name: String?
    }

    /// The parties, the founder's first.
    let parties: [Name]
    /// Who signs for each, in the same order.
    let people: [Name]

    private static let partyTokens = ["first-party", "second-party"]
    private static let personTokens = ["first-signatory", "second-signatory"]

    init(parties: [String], people: [String]) throws {
        self.parties = try Self.read(parties, tokens: Self.partyTokens, flag: "--party")
        self.people = try Self.read(people, tokens: Self.personTokens, flag: "--person")
    }

    /// Asks for the names on a terminal, and prints the flags that would have said the same.
    static func asked(console: Console, me: String?) throws -> NewNames {
        func name(_ question: String, flag: String, default proposed: String? = nil) throws
            -> String
        {
            let shown = proposed.map { "\(question) [\($0)]" } ?? question
            guard let name = console.ask(shown) ?? proposed else {
                throw Problem(
                    "missing-answer", .unable, "\(flag) is missing: \(question)",
                    next: "Give it with \(flag) id=\"Full name\"")
            }
            return name
        }
        let mine = try name("What is your company called?", flag: "--party")
        let theirs = try name("What is your partner's company called?", flag: "--party")
        let first = try name("Who signs for \(mine)?", flag: "--person", default: me)
        let second = try name("Who signs for \(theirs)?", flag: "--person")
        func named(_ names: [String], short: (String) -> String?) -> [String] {
            let ids = names.map { short($0) ?? "one" }
            return zip(ids, names).enumerated().map { index, pair in
                "\(ids.firstIndex(of: pair.0) == index ? pair.0 : pair.0 + "-2")=\(pair.1)"
            }
        }
        func firstWord(_ name: String) -> String? {
            name.split(separator: " ").first.flatMap { Identifier.made(of: String($0)) }
        }
        let parties = named([mine, theirs], short: firstWord)
        let people = named([first, second], short: firstWord)
        let flags = parties.map { "--party \"\($0)\"" } + people.map { "--person \"\($0)\"" }
        console.note(
            TextRules.visible("(the same without questions: \(flags.joined(separator: " ")))"))
        return try NewNames(parties: parties, people: people)
    }

    /// The names to fill in.
    var values: [(path: String, value: String)] {
        parties.compactMap { party in
            party.name.map { ("parties.parties.\(party.id).name", $0) }
        }
            + people.compactMap { person in
                person.name.map { ("parties.people.\(person.id).name", $0) }
            }
    }

    /// What to call an agreement between these parties; nil where none is named.
    var title: String? {
        let names = parties.compactMap(\.name)
        return names.isEmpty ? nil : names.joined(separator: " and ")
    }

    /// A template's text with its ids replaced as whole words.
    func replaceTokens(in text: String) -> String {
        var result = ""
        var word = ""
        func flush() {
            result += replacement(for: word)
            word = ""
        }
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber || character == "-" {
                word.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }

    private func replacement(for word: String) -> String {
        if let index = Self.partyTokens.firstIndex(of: word) { return parties[index].id }
        if let index = Self.personTokens.firstIndex(of: word) { return people[index].id }
        return word
    }

    private static func read(
        _ values: [String], tokens: [String], flag: String
    ) throws -> [Name] {
        var names: [Name] = []
        for value in values {
            let halves = value.split(separator: "=", maxSplits: 1).map(String.init)
            guard let id = halves.first, Identifier.isValid(id) else {
                throw Problem(
                    "bad-name", .unable, "`\(TextRules.visible(value))` does not name anybody",
                    next: "Write it like \(flag) northwind=\"Northwind Ltd\"")
            }
            names.append(Name(id: id, name: halves.count == 2 ? halves[1] : nil))
        }
        guard names.count <= tokens.count, Set(names.map(\.id)).count == names.count else {
            throw Problem(
                "bad-name", .unable, "\(flag) takes \(tokens.count) different names",
                next: "Add further ones to parties.yaml afterwards")
        }
        return names + tokens.dropFirst(names.count).map { Name(id: $0, name: nil) }
    }
}
