public import Terms

/// One change of meaning, at the smallest term that differs.
///
/// An item that was added or removed is one change with all that it holds. An item that was
/// moved and edited is two changes.
public struct TermChange: Hashable, Sendable {
    /// What happened to a term.
    public enum Kind: Hashable, Sendable {
        /// It is in the new state alone.
        case added
        /// It is in the old state alone.
        case removed
        /// It says something else.
        case changed
        /// It stands elsewhere in its list: behind the item with this id, or first.
        case moved(after: String?)
    }

    /// How a change is best shown.
    public enum Detail: Hashable, Sendable {
        /// The old and the new value.
        case value
        /// The values and by how much they differ.
        case difference(Difference)
        /// The prose with what was deleted and inserted.
        case prose(ProseRedline)
    }

    /// Where it is: a term; `clauses/<name>` for a clause; a path in `terms/` for another file.
    ///
    /// Items without an `id` go by their number in the new list, or in the old one where they
    /// were removed.
    public var path: TermPath
    /// The path in people's words: `Money and effort › Revenue streams › subscription`.
    public var label: String
    /// What happened.
    public var kind: Kind
    /// What it said before; nil where it was not there.
    public var old: Value?
    /// What it says now; nil where it is no longer there.
    public var new: Value?
    /// How it is best shown.
    public var detail: Detail

    /// Makes a change.
    public init(
        path: TermPath, label: String, kind: Kind, old: Value?, new: Value?,
        detail: Detail = .value
    ) {
        self.path = path
        self.label = label
        self.kind = kind
        self.old = old
        self.new = new
        self.detail = detail
    }

    /// Whether the change is in a prose clause.
    public var isClause: Bool { ClauseName(file: path.section + ".md") != nil }

    /// How prose changed; nil for a change of anything else.
    public var redline: ProseRedline? {
        if case .prose(let redline) = detail { redline } else { nil }
    }

    /// How many sentences of prose changed; 0 for a change of anything else.
    public var count: Int { redline?.changedSentences.count ?? 0 }

    /// Whether an amount of money changed.
    public var isAmount: Bool {
        guard kind == .changed else { return false }
        return [old, new].contains { value in
            switch value?.scalar {
            case .money, .quantity(.money): true
            default: false
            }
        }
    }

    /// What a changed set gained and lost, each sorted; nil for anything but a set.
    public var elements: (added: [Value], removed: [Value])? {
        guard kind == .changed, case .list(let before)? = old, case .list(let after)? = new else {
            return nil
        }
        return (Self.surplus(of: after, over: before), Self.surplus(of: before, over: after))
    }

    private static func surplus(of items: [Value.Item], over others: [Value.Item]) -> [Value] {
        var counts: [Value: Int] = [:]
        for other in others { counts[other.value, default: 0] += 1 }
        return items.map(\.value).filter { value in
            guard let count = counts[value], count > 0 else { return true }
            counts[value] = count - 1
            return false
        }
    }
}
