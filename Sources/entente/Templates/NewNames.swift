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
        var said: [(flag: String, word: String)] = []
        func flags() -> String {
            said.map { "\($0.flag) \"\($0.word)\"" }.joined(separator: " ")
        }
        func name(_ question: String, flag: String, default proposed: String? = nil) throws
            -> String
        {
            let name =
                proposed.map { console.ask("\(question) [\($0)]") ?? $0 }
                ?? console.insist(question)
            guard let name else {
                throw Problem(
                    "missing-answer", .unable, "\(flag) is missing: \(question)",
                    next: "Give it with \(flag) id=\"Full name\""
                        + (said.isEmpty ? "" : ", and what you said with " + flags()))
            }
            let id = name.split(separator: " ").first.flatMap { Identifier.made(of: String($0)) }
            let isTaken = said.contains { $0.flag == flag && $0.word.hasPrefix("\(id ?? "one")=") }
            said.append((flag, "\(id ?? "one")\(isTaken ? "-2" : "")=\(name)"))
            return name
        }
        let mine = try name("What is your company called?", flag: "--party")
        let theirs = try name("What is your partner's company called?", flag: "--party")
        _ = try name("Who signs for \(mine)?", flag: "--person", default: me)
        _ = try name("Who signs for \(theirs)?", flag: "--person")
        console.note(TextRules.visible("(the same without questions: \(flags()))"))
        func words(_ flag: String) -> [String] { said.filter { $0.flag == flag }.map(\.word) }
        return try NewNames(parties: words("--party"), people: words("--person"))
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
            let isNamed = halves.count == 2 && !halves[1].allSatisfy(\.isWhitespace)
            guard let id = halves.first, Identifier.isValid(id), isNamed || !value.contains("=")
            else {
                throw Problem(
                    "bad-name", .unable, "`\(TextRules.visible(value))` does not name anybody",
                    next: "Write it like \(flag) northwind=\"Northwind Ltd\"")
            }
            names.append(Name(id: id, name: isNamed ? halves[1] : nil))
        }
        guard names.count <= tokens.count, Set(names.map(\.id)).count == names.count else {
            throw Problem(
                "bad-name", .unable, "\(flag) takes \(tokens.count) different names",
                next: "Add further ones to parties.yaml afterwards")
        }
        return names + tokens.dropFirst(names.count).map { Name(id: $0, name: nil) }
    }
}
