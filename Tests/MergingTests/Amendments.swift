import RandomTerms
import Terms

/// A framework of so many clauses in one list, and what two sides do to it: a model that knows
/// nothing of files, to hold merges against.
struct Amendments {
    /// A clause: an item with an id and texts by name.
    struct Clause: Equatable {
        var id: String
        var fields: [String: String]
    }

    /// What a side made of the clauses.
    struct Draft {
        var clauses: [Clause]
        /// Which clauses the side put somewhere.
        var placed: Set<String> = []
    }

    var random: Random
    private(set) var base: [Clause] = []
    private var serial = 0

    init(seed: UInt64, clauses: Int) {
        random = Random(state: seed)
        for _ in 0..<clauses { base.append(clause()) }
    }

    private mutating func number() -> Int {
        serial += 1
        return serial
    }

    private mutating func sentence() -> String {
        let words = (0..<6).map { _ in Random.words.randomElement(using: &random) ?? "" }
        return "Rule \(number()) binds " + words.joined(separator: " ") + "."
    }

    private mutating func clause() -> Clause {
        Clause(
            id: "clause-\(number())",
            fields: [
                "amount": "EUR \(number()).00", "people": "\(number())", "first": sentence(),
                "second": sentence(),
            ])
    }

    // MARK: What the sides do

    /// One to five changes at random places.
    mutating func draft() -> Draft {
        var draft = Draft(clauses: base)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let count = draft.clauses.count
            let index = Int.random(in: 0..<count, using: &random)
            switch Int.random(in: 0..<100, using: &random) {
            case ..<60:
                let field = ["amount", "people", "first", "second"].randomElement(using: &random)
                draft.clauses[index].fields[field ?? ""] = clause().fields[field ?? ""]
            case ..<75 where count > 4:
                draft.placed.remove(draft.clauses.remove(at: index).id)
            case ..<88:
                // Far enough, so that it can't be told as a move of what it passed.
                let target = Int.random(in: 0..<count, using: &random)
                guard abs(target - index) > 1 else { continue }
                let moved = draft.clauses.remove(at: index)
                draft.clauses.insert(moved, at: target)
                draft.placed.insert(moved.id)
            default:
                let new = clause()
                draft.clauses.insert(new, at: index)
                draft.placed.insert(new.id)
            }
        }
        return draft
    }

    // MARK: What has to come of it

    /// The clauses of both drafts together; nil where people have to decide.
    func truth(_ left: Draft, _ right: Draft) -> [Clause]? {
        func byID(_ clauses: [Clause]) -> [String: Clause] {
            Dictionary(clauses.map { ($0.id, $0) }) { first, _ in first }
        }
        let (old, one, two) = (byID(base), byID(left.clauses), byID(right.clauses))
        var result: [String: Clause] = [:]
        for id in Set(one.keys).union(two.keys) {
            guard let before = old[id] else {
                result[id] = one[id] ?? two[id]
                continue
            }
            guard let mine = one[id], let other = two[id] else {
                if (one[id] ?? two[id]) != before { return nil }
                continue
            }
            var merged = before
            for field in before.fields.keys {
                let (a, b, c) = (before.fields[field], mine.fields[field], other.fields[field])
                if b != a, c != a, b != c { return nil }
                merged.fields[field] = b == a ? c : b
            }
            result[id] = merged
        }
        guard let order = order(left, right, alive: Set(result.keys)) else { return nil }
        return order.compactMap { result[$0] }
    }

    private func order(_ left: Draft, _ right: Draft, alive: Set<String>) -> [String]? {
        let twice = left.placed.intersection(right.placed).intersection(alive)
        guard twice.isEmpty else { return nil }
        let stable = Set(base.map(\.id)).intersection(alive).subtracting(left.placed)
            .subtracting(right.placed)
        func gaps(_ draft: Draft) -> [String?: [String]] {
            var gaps: [String?: [String]] = [:]
            var anchor: String?
            for id in draft.clauses.map(\.id) where alive.contains(id) {
                if stable.contains(id) {
                    anchor = id
                } else if draft.placed.contains(id) {
                    gaps[anchor, default: []].append(id)
                }
            }
            return gaps
        }
        let (mine, others) = (gaps(left), gaps(right))
        guard Set(mine.keys).isDisjoint(with: others.keys) else { return nil }
        return ([nil] + base.map(\.id).filter(stable.contains).map(Optional.some)).flatMap { id in
            (id.map { [$0] } ?? []) + (mine[id] ?? []) + (others[id] ?? [])
        }
    }

    // MARK: Files

    /// The clauses as a file.
    static func text(_ clauses: [Clause]) -> String {
        "# What each side puts in.\n\ninvestments:\n"
            + clauses.map { clause in
                func field(_ name: String) -> String { clause.fields[name] ?? "" }
                return "  - id: \(clause.id)\n    party: northwind\n    kind: equipment\n"
                    + "    description: |\n      \(field("first"))\n      \(field("second"))\n"
                    + "    people: \(field("people"))\n    amount: \(field("amount"))\n"
            }.joined(separator: "\n")
    }

    /// The clauses that a file holds, and how many ids are there twice; nil where it is none.
    static func clauses(in text: String) -> (clauses: [Clause], duplicates: Int)? {
        let document = TermsDocument(
            TermsFiles([TermsEntry(path: "commercials.yaml", bytes: Array(text.utf8))]))
        guard let value = document.sections[.commercials]?.value else { return nil }
        let clauses = (value["investments"]?.items ?? []).map { item in
            let prose = item.value["description"]?.text ?? ""
            let sentences = prose.split(separator: ". ", omittingEmptySubsequences: false)
            return Clause(
                id: item.id ?? "",
                fields: [
                    "amount": item.value["amount"]?.text ?? "",
                    "people": item.value["people"]?.text ?? "",
                    "first": (sentences.first.map(String.init) ?? "") + ".",
                    "second": sentences.dropFirst().joined(separator: ". "),
                ])
        }
        return (clauses, document.findings.count { $0.rule == "duplicate-id" })
    }
}
