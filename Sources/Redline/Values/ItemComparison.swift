internal import Terms

extension ValueComparer {
    /// Compares lists whose items have ids: matched by id wherever they stand.
    mutating func compareItems(
        _ old: [Value.Item], _ new: [Value.Item], of type: FieldType, at place: Place
    ) {
        let oldPlaces = Self.indices(of: old)
        let newPlaces = Self.indices(of: new)
        let common = new.indices.filter { oldPlaces[Self.name(new[$0], $0)] != nil }
        let run = IncreasingRun.longest(
            in: common.compactMap { oldPlaces[Self.name(new[$0], $0)] })
        let settled = Set(run.map { common[$0] })

        // Removed items stand behind the item that they stood behind, or first.
        var removedBehind: [String?: [Int]] = [:]
        var anchor: String?
        for (index, item) in old.enumerated() {
            let name = Self.name(item, index)
            if newPlaces[name] != nil {
                anchor = name
            } else {
                removedBehind[anchor, default: []].append(index)
            }
        }
        func removed(behind name: String?) -> [Int] { removedBehind[name] ?? [] }

        reportRemoved(removed(behind: nil), of: old, at: place)
        for (index, item) in new.enumerated() {
            let name = Self.name(item, index)
            let itemPlace = place.item(name)
            if let oldIndex = oldPlaces[name] {
                if !settled.contains(index) {
                    report(
                        .moved(after: index == 0 ? nil : Self.name(new[index - 1], index - 1)),
                        old[oldIndex].value, item.value, at: itemPlace)
                }
                compare(old[oldIndex].value, item.value, as: type, at: itemPlace)
            } else {
                report(.added, nil, item.value, at: itemPlace)
            }
            reportRemoved(removed(behind: name), of: old, at: place)
        }
        noteRenames(
            from: old.enumerated().filter { newPlaces[Self.name($1, $0)] == nil }.map(\.element),
            to: new.enumerated().filter { oldPlaces[Self.name($1, $0)] == nil }.map(\.element),
            at: place)
    }

    private mutating func reportRemoved(_ indices: [Int], of old: [Value.Item], at place: Place) {
        for index in indices {
            report(
                .removed, old[index].value, nil, at: place.item(Self.name(old[index], index)))
        }
    }

    private static func name(_ item: Value.Item, _ index: Int) -> String {
        item.id ?? String(index + 1)
    }

    private static func indices(of items: [Value.Item]) -> [String: Int] {
        Dictionary(
            items.enumerated().map { (name($1, $0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func noteRenames(
        from removed: [Value.Item], to added: [Value.Item], at place: Place
    ) {
        let suspects = Renames.suspected(
            from: removed.map(Renames.Candidate.init), to: added.map(Renames.Candidate.init),
            budget: &budget)
        notes += suspects.map { "\(place.label): \($0.sentence)" }
    }

    /// Compares lists whose items have no ids: equal items anchor the rest, which is taken in
    /// pairs by position between them.
    mutating func compareNumbered(
        _ old: [Value.Item], _ new: [Value.Item], of type: FieldType, at place: Place
    ) {
        var numbers: [Value: Int] = [:]
        func number(_ item: Value.Item) -> Int {
            if let number = numbers[item.value] { return number }
            numbers[item.value] = numbers.count
            return numbers.count - 1
        }
        let matches = CommonSubsequence.matches(
            old.map(number), new.map(number), budget: &budget)
        var start = (old: 0, new: 0)
        for match in matches + [(old.count, new.count)] {
            let pairs = min(match.old - start.old, match.new - start.new)
            for offset in 0..<pairs {
                let (i, j) = (start.old + offset, start.new + offset)
                compare(
                    old[i].value, new[j].value, as: type, at: place.item(String(j + 1)))
            }
            for i in (start.old + pairs)..<match.old {
                report(.removed, old[i].value, nil, at: place.item(String(i + 1)))
            }
            for j in (start.new + pairs)..<match.new {
                report(.added, nil, new[j].value, at: place.item(String(j + 1)))
            }
            start = (match.old + 1, match.new + 1)
        }
    }
}
