internal import Terms

/// Items and clauses that came back under another name. They are told as a note, and stay one
/// removal and one addition, because names are what identifies them (reports.md).
enum Renames {
    /// Something that was removed or added.
    struct Candidate {
        var name: String
        var text: String

        init(name: String, text: String) {
            self.name = name
            self.text = text
        }

        init(_ item: Value.Item) {
            name = item.id ?? ""
            text = Self.text(of: item.value, isItem: true)
        }

        /// Everything that a value says, with the names of its fields, without its own id.
        private static func text(of value: Value, isItem: Bool = false) -> String {
            switch value {
            case .scalar(let scalar): scalar.description
            case .object(let members):
                members.filter { !isItem || $0.key != "id" }
                    .map { $0.key + " " + text(of: $0.value) }.joined(separator: "\n")
            case .list(let items):
                items.map { text(of: $0.value) }.joined(separator: "\n")
            }
        }
    }

    /// Two names for what is probably the same.
    struct Suspect {
        var old: String
        var new: String
        var isSame: Bool

        var sentence: String {
            isSame
                ? "`\(new)` has the same content as `\(old)` had; is it the same under a new name?"
                : "`\(new)` has much of what `\(old)` had; is it the same under a new name?"
        }
    }

    /// The pairs with the same content, then those that share half of their 3-word shingles;
    /// every name is suspected once.
    static func suspected(
        from removed: [Candidate], to added: [Candidate], budget: inout Budget
    ) -> [Suspect] {
        guard !removed.isEmpty, !added.isEmpty else { return [] }
        var suspects: [Suspect] = []
        var taken: Set<Int> = []
        var byText: [String: [Int]] = [:]
        for (index, candidate) in added.enumerated().reversed() {
            byText[candidate.text, default: []].append(index)
        }
        var left: [Candidate] = []
        for candidate in removed {
            if let index = byText[candidate.text]?.popLast() {
                taken.insert(index)
                suspects.append(
                    Suspect(old: candidate.name, new: added[index].name, isSame: true))
            } else {
                left.append(candidate)
            }
        }
        let words = (removed + added).reduce(0) { $0 + $1.text.utf8.count / 4 }
        let allowance = budget.allowance(upTo: Budget.search)
        guard left.count <= allowance / max(1, added.count * max(1, words)) else {
            return suspects
        }
        budget.spend(left.count * added.count * words)
        let shingles = added.map { Self.shingles(of: $0.text) }
        for candidate in left {
            let own = Self.shingles(of: candidate.text)
            let match = added.indices.first { index in
                guard !taken.contains(index) else { return false }
                let common = own.intersection(shingles[index]).count
                return common > 0 && common * 2 >= max(own.count, shingles[index].count)
            }
            if let match {
                taken.insert(match)
                suspects.append(
                    Suspect(old: candidate.name, new: added[match].name, isSame: false))
            }
        }
        return suspects
    }

    private static func shingles(of text: String) -> Set<[Substring]> {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard words.count >= 3 else { return [] }
        return Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
    }
}
