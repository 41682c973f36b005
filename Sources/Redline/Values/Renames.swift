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
        Likely.pairs(from: removed.map(\.text), to: added.map(\.text), budget: &budget).map {
            Suspect(old: removed[$0.old].name, new: added[$0.new].name, isSame: $0.isSame)
        }
    }
}
