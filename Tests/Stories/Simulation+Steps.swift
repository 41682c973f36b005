import TestSupport

extension Simulation {
    /// One random step of somebody's.
    mutating func step() throws {
        let person = people.randomElement(using: &random) ?? .ada
        serial += 1
        let number = serial
        switch Int.random(in: 0..<100, using: &random) {
        case ..<7: try propose(person)
        case ..<9:
            let change = change()
            try aboutAny(person) { ["revise", $0, "--set", change] }
        case ..<12:
            let way = [[], ["--continue"], ["--abandon"]].randomElement(using: &random) ?? []
            try aboutTopics(person) { ["update", $0] + way }
        case ..<33: try aboutTopics(person) { ["sign", $0, "--yes"] }
        case ..<36: try meet()
        case ..<38: try aboutAny(person) { ["sign", $0, "--yes"] }
        case ..<40: try aboutAny(person) { ["withdraw", $0, "--reason", "Not yet."] }
        case ..<43: try aboutAny(person) { ["comment", $0, "--reason", "Said \(number)."] }
        case ..<45: try aboutAny(person) { ["object", $0, "--reason", "No \(number)."] }
        case ..<47: try aboutAny(person) { ["close", $0, "--reason", "Enough."] }
        case ..<58: try agree()
        case ..<65:
            try run(
                person,
                [
                    "record", "deals", "registered", "deal-\(serial)", "--set",
                    "customer=Customer \(serial)",
                ])
        case ..<68:
            _ = try partners.copy(of: person).shell(
                "echo \(serial) > NOTE-\(serial) && git add NOTE-\(serial) && git commit -q -m Note "
                    + "|| true", as: person)
        case ..<71: try loseHost(person)
        default: try run(person, ["sync"])
        }
    }

    private mutating func change() -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: "framework.term.notice=\(Int.random(in: 1...24, using: &random)) months"
        case 1: "purpose.why=Reason \(serial)."
        default: "framework.term.starts=2027-03-\(Int.random(in: 10...28, using: &random))"
        }
    }

    private mutating func propose(_ person: Person) throws {
        // Two may choose one name without knowing of each other.
        let slug = "idea-\(serial / 3)"
        let words = ["propose", slug, "--title", "Idea \(serial)", "--why", "Because."]
        if Bool.random(using: &random) {
            try run(person, ["set"] + change().split(separator: "=", maxSplits: 1).map(String.init))
            try run(person, words)
        } else {
            try run(person, words + ["--set", change()])
        }
        try finishUpdate(person)
    }

    /// The proposals that somebody has.
    private func proposals(of person: Person) throws -> [String] {
        try partners.copy(of: person).shell(
            "git for-each-ref --format='%(refname:lstrip=4)' refs/heads/proposals", as: person
        ).split(separator: "\n").map(String.init)
    }

    /// Something about one of the proposals that a person has.
    private mutating func aboutAny(_ person: Person, _ command: (String) -> [String]) throws {
        guard let slug = try proposals(of: person).randomElement(using: &random) else { return }
        try run(person, command(slug))
    }

    /// Something about what all have in view, or else hardly any proposal would ever get
    /// everybody's signature. Two are in view at once, so that agreements cross.
    private mutating func aboutTopics(_ person: Person, _ command: (String) -> [String]) throws {
        let others = try proposals(of: person).filter { slug in
            !topics.contains { $0.slug == slug }
        }
        topics += others.shuffled(using: &random).prefix(2 - topics.count).map { ($0, 0) }
        for slug in topics.map(\.slug).shuffled(using: &random) {
            try turn(person, to: slug, command(slug))
        }
    }

    /// Something about one of the topics, and what follows from the answer.
    private mutating func turn(_ person: Person, to slug: String, _ command: [String]) throws {
        guard try proposals(of: person).contains(slug) else {
            // It is agreed already, or on its way.
            count(slug, isOver: false, looks: 10)
            return try run(person, ["sync"])
        }
        try run(person, command)
        if said.contains("everybody has signed"), !isLikely() {
            try run(person, ["agree", slug])
        }
        count(slug, isOver: Self.ends.contains { said.contains($0) })
        if said.contains("no longer in force"), isLikely() { try update(person, slug) }
    }

    /// Two put each a topic in force where everybody has signed it, without hearing of each other.
    private mutating func agree() throws {
        let both = topics.map(\.slug).shuffled(using: &random)
        for (person, slug) in zip(people.shuffled(using: &random), both) {
            try turn(person, to: slug, ["agree", slug])
        }
    }

    /// What is said of a proposal that comes to nothing any more.
    private static let ends = [
        "closed", "is in force", "agreed as version", "the same as those in force",
    ]

    /// All turn to what is in view, one after the other; some hear first what the others said.
    private mutating func meet() throws {
        for person in people.shuffled(using: &random) {
            if Bool.random(using: &random) { try run(person, ["sync"]) }
            try aboutTopics(person) { ["sign", $0, "--yes"] }
        }
    }

    /// Counts one more look at a topic. What is closed or agreed is none any more, and one that
    /// comes to nothing gives way to another.
    private mutating func count(_ slug: String, isOver: Bool, looks: Int = 1) {
        guard let index = topics.firstIndex(where: { $0.slug == slug }) else { return }
        topics[index].looks += looks
        if isOver || topics[index].looks >= 100 { topics.remove(at: index) }
    }

    /// Carries over a proposal that an agreement overtook, and mostly decides what that leaves
    /// undecided.
    private mutating func update(_ person: Person, _ slug: String) throws {
        try run(person, ["update", slug])
        if said.contains("can't be carried over"), isLikely() { try decide(person, slug) }
        try finishUpdate(person)
    }

    /// Goes on with an update that somebody left half decided, where it stands in the way.
    private mutating func finishUpdate(_ person: Person) throws {
        guard let match = said.firstMatch(of: /hold the update of the proposal ([a-z0-9-]+)/),
            isLikely()
        else { return }
        try decide(person, String(match.1))
    }

    /// Settles what is undecided, mostly as the proposal has it, and goes on with the update.
    private mutating func decide(_ person: Person, _ slug: String) throws {
        let open = JSON(
            try partners.copy(of: person).run(["resolve", "--json"], as: person).output)
        for conflict in open?.list ?? [] {
            let sides = conflict["sides"].list.compactMap(\.["take"].text)
            guard let path = conflict["path"].text, let first = sides.first, let last = sides.last
            else { continue }
            try run(person, ["resolve", path, "--take", isLikely() ? first : last])
        }
        try run(person, ["update", slug, "--continue"])
        if said.contains("--abandon") { try run(person, ["update", slug, "--abandon"]) }
    }

    /// Three times in four.
    private mutating func isLikely() -> Bool { Int.random(in: 0..<4, using: &random) > 0 }
}
