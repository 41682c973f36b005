internal import Redline
internal import Terms

// Merges the entries of lists and fields: matched by name, merged one by one, put in order.

extension TreeMerge {
    /// The entries of one state by name.
    private struct Named {
        var order: [String]
        var entries: [String: SourceEntry]

        init(_ names: [String], _ entries: [SourceEntry]) {
            order = names
            self.entries = Dictionary(zip(names, entries)) { first, _ in first }
        }

        subscript(name: String) -> SourceEntry? { entries[name] }
    }

    /// Merges lists, or fields; nil where that is undecided as a whole.
    mutating func children(
        of base: SourceNode?, _ left: SourceNode, _ right: SourceNode, as type: FieldType?,
        at place: Place
    ) -> SourceNode? {
        let wasInFlow = isInFlow
        defer { isInFlow = wasInFlow }
        var node = left
        node.layout = Self.pick(base?.layout, left.layout, right.layout)
        node.rest = Self.pick(base?.rest, left.rest, right.rest)
        isInFlow = isInFlow || node.layout == .inline
        let (old, mine, other) = named(base, left, right, as: type)
        let isOrdered = if case .sequence = left.content { type?.isSet != true } else { false }
        let placed = isOrdered ? movedApart(old, mine, other, at: place) : []

        var merged: [String: SourceEntry] = [:]
        var orphans: [String: [SourceLine]] = [:]
        var seen: Set<String> = []
        for name in old.order + mine.order + other.order where seen.insert(name).inserted {
            let entry = entry(
                old[name], mine[name], other[name], as: type?.child(name),
                at: place.child(name, type),
                isItem: isOrdered, isPlaced: placed.contains(name))
            merged[name] = entry
            if entry == nil, let kept = mine[name] ?? other[name] {
                orphans[name] = Self.newComments(in: kept, since: old[name])
            }
        }
        let alive = Set(merged.keys)
        var entries: [SourceEntry]
        if isOrdered {
            guard
                let result = ordered(
                    old, mine, other, merged: merged, alive: alive, placed: placed, at: place)
            else { return nil }
            entries = result
        } else {
            let order = OrderMerge(
                base: old.order, left: mine.order, right: other.order, alive: alive)
            entries = order.inOneOrder.compactMap { merged[$0] }
        }
        node.comment = CommentMerge.trailing(base?.comment ?? "", left.comment, right.comment)
        node.tail = CommentMerge.lines(base?.tail ?? [], left.tail, right.tail)
        node.entries = entries
        if orphans.values.contains(where: { !$0.isEmpty }) {
            node.adopt(orphans, order: old.order, merged: merged)
        }
        node = node.meaning(as: type)
        guard node.layout == .inline else { return node }
        return node.entries.contains(where: \.isDisputed)
            ? nil : node.inBrackets(like: [left, right])
    }

    // MARK: Names

    private mutating func named(
        _ base: SourceNode?, _ left: SourceNode, _ right: SourceNode, as type: FieldType?
    ) -> (Named, Named, Named) {
        let nodes = [base?.entries ?? [], left.entries, right.entries]
        if case .mapping = left.content {
            let named = nodes.map { Named(Naming.unique($0.map(\.key)), $0) }
            return (named[0], named[1], named[2])
        }
        func text(_ entry: SourceEntry) -> String { entry.node.value?.words ?? "" }
        if type?.item?.hasIdentity == true || type?.isSet == true {
            let isSet = type?.isSet == true
            let named = nodes.map { entries in
                Named(
                    Naming.unique(entries.map { (isSet ? nil : $0.id) ?? "+" + text($0) }), entries)
            }
            return (named[0], named[1], named[2])
        }
        let texts = nodes[0].map(text)
        return (
            Named(Naming.base(texts.count), nodes[0]),
            Named(
                Naming.side(
                    nodes[1].map(text), base: texts, byPosition: true, budget: &context.budget),
                nodes[1]),
            Named(
                Naming.side(
                    nodes[2].map(text), base: texts, byPosition: true, budget: &context.budget),
                nodes[2])
        )
    }

    // MARK: Order

    /// The items that both sides put elsewhere, and on whose place alone a decision is.
    private func movedApart(_ old: Named, _ mine: Named, _ other: Named, at place: Place)
        -> Set<String>
    {
        guard !context.choices.isEmpty else { return [] }
        let (ones, others) = (Set(mine.order), Set(other.order))
        let known = Set(old.order)
        let alive = ones.union(others).filter {
            !known.contains($0) || (ones.contains($0) && others.contains($0))
        }
        let order = OrderMerge(
            base: old.order, left: mine.order, right: other.order, alive: alive)
        return Set(
            order.steps.compactMap { if case .apart(let name, _) = $0 { name } else { nil } })
    }

    /// The items of an ordered list; nil where their order is undecided as a whole.
    private mutating func ordered(
        _ old: Named, _ mine: Named, _ other: Named, merged: [String: SourceEntry],
        alive: Set<String>, placed: Set<String>, at place: Place
    ) -> [SourceEntry]? {
        let choices = context.choices
        func merge(_ preference: OrderMerge.Preference?) -> OrderMerge {
            OrderMerge(
                base: old.order, left: mine.order, right: other.order, alive: alive,
                preference: preference,
                whose: { placed.contains($0) ? choices[place.item($0).path]?.preference : nil })
        }
        var order = merge(nil)
        var contested: (left: [String], right: [String]) = ([], [])
        for case .contested(let left, let right) in order.steps {
            contested = (contested.left + left, contested.right + right)
        }
        if order.isCrossed || !contested.left.isEmpty {
            if let preference = choices[place.path]?.preference {
                order = merge(preference)
            } else {
                if order.isCrossed { contested = (mine.order, other.order) }
                func version(_ names: [String], _ side: Named) -> MergeConflict.Version {
                    let entries = names.compactMap { Self.entry($0, of: side, merged) }
                    return .init(
                        value: .list(
                            names.map { Value.Item(id: nil, value: .scalar(.text(Self.shown($0)))) }
                        ), text: SourceWriter.text(of: entries))
                }
                context.report(
                    .order, at: place, base: order.isCrossed ? version(old.order, old) : .init(),
                    left: version(contested.left, mine), right: version(contested.right, other))
                if order.isCrossed { return nil }
            }
        }
        reportMoves(in: order, old, mine, other, at: place)
        return order.steps.compactMap { step -> SourceEntry? in
            switch step {
            case .item(let name):
                return merged[name]
            case .apart(let name, let side):
                return Self.dispute(
                    left: side == .left ? [name] : [], right: side == .right ? [name] : [],
                    of: (mine, other), merged)
            case .contested(let left, let right):
                // What is undecided in an item that one side put here, both of them say here.
                let open = (left + right).filter { merged[$0]?.isDisputed == true }
                var entry = Self.dispute(
                    left: left + open.filter { !left.contains($0) },
                    right: right + open.filter { !right.contains($0) }, of: (mine, other), merged)
                entry.dispute?.base = open.compactMap { old[$0] }
                return entry
            }
        }
    }

    /// What each side puts into one place of a list.
    private static func dispute(
        left: [String], right: [String], of sides: (Named, Named), _ merged: [String: SourceEntry]
    ) -> SourceEntry {
        SourceEntry(
            SourceEntry.Dispute(
                base: [], left: left.compactMap { entry($0, of: sides.0, merged) },
                right: right.compactMap { entry($0, of: sides.1, merged) }))
    }

    /// An item as it was merged, or as a side has it where something in it is undecided: no marks
    /// stand between others.
    private static func entry(
        _ name: String, of side: Named, _ merged: [String: SourceEntry]
    ) -> SourceEntry? {
        guard let entry = merged[name], !entry.isDisputed else { return side[name] }
        return entry
    }

    private mutating func reportMoves(
        in order: OrderMerge, _ old: Named, _ mine: Named, _ other: Named, at place: Place
    ) {
        var told: Set<String> = []
        for case .apart(let name, _) in order.steps where told.insert(name).inserted {
            func version(_ side: Named) -> MergeConflict.Version {
                guard let index = side.order.firstIndex(of: name) else { return .init() }
                let before = index == 0 ? nil : Self.shown(side.order[index - 1])
                return .init(value: before.map { .scalar(.text($0)) }, text: nil)
            }
            context.report(
                .moved, at: place.item(name), base: version(old), left: version(mine),
                right: version(other))
        }
    }

    /// The name of an item, or what it says where it has none.
    private static func shown(_ name: String) -> String {
        name.hasPrefix("+") ? String(name.dropFirst()) : name
    }

    // MARK: Comments

    private static func newComments(in entry: SourceEntry, since base: SourceEntry?) -> [SourceLine]
    {
        var known: [String: Int] = [:]
        for comment in base?.comments ?? [] { known[comment, default: 0] += 1 }
        return entry.comments.filter { comment in
            known[comment, default: 0] -= 1
            return known[comment, default: 0] < 0
        }.map { SourceLine(rest: String($0.drop { $0 == " " })) }
    }

    private static func pick<T: Equatable>(_ base: T?, _ left: T, _ right: T) -> T {
        left == base ? right : left
    }
}
