/// Finds, in a stretch of changed paragraphs, those that are together what another one was.
struct Parting {
    private static let most = 100_000
    private let old: [ClauseUnit]
    private let new: [ClauseUnit]

    init(_ old: [ClauseUnit], _ new: [ClauseUnit]) {
        self.old = old
        self.new = new
    }

    /// The steps with each such group as one step in the place of its first.
    func rewritten(_ steps: [ClauseComparer.Step]) -> [ClauseComparer.Step] {
        var (before, after): ([Int], [Int]) = ([], [])
        for step in steps {
            switch step {
            case .pair(let i, let j):
                before.append(i)
                after.append(j)
            case .removed(let i): before.append(i)
            case .added(let j): after.append(j)
            default: break
            }
        }
        guard before.count + after.count > 2, !before.isEmpty, !after.isEmpty,
            before.count <= Self.most / after.count
        else { return steps }
        let (oldSet, newSet) = (Set(before), Set(after))
        var groups: [(old: Range<Int>, new: Range<Int>)] = []
        for i in before {
            if let j = after.compactMap({ group(old[i], from: $0, newSet, in: new) }).first {
                groups.append((i..<(i + 1), j))
            }
        }
        for j in after {
            if let i = before.compactMap({ group(new[j], from: $0, oldSet, in: old) }).first {
                groups.append((i, j..<(j + 1)))
            }
        }
        // Groups that cross or touch each other are left alone.
        groups.sort { $0.old.lowerBound < $1.old.lowerBound }
        for (group, next) in zip(groups, groups.dropFirst())
        where group.old.upperBound > next.old.lowerBound
            || group.new.upperBound > next.new.lowerBound
        { return steps }
        guard !groups.isEmpty else { return steps }
        let result = merged(steps, groups)
        return isInOrder(result) ? result : steps
    }

    /// Whether the steps still go through both states in reading order.
    private func isInOrder(_ steps: [ClauseComparer.Step]) -> Bool {
        var last = (old: -1, new: -1)
        for step in steps {
            let range: (old: Range<Int>?, new: Range<Int>?) =
                switch step {
                case .pair(let i, let j): (i..<(i + 1), j..<(j + 1))
                case .removed(let i): (i..<(i + 1), nil)
                case .added(let j): (nil, j..<(j + 1))
                case .parted(let i, let range): (i..<(i + 1), range)
                case .joined(let range, let j): (range, j..<(j + 1))
                default: (nil, nil)
                }
            if let old = range.old {
                guard old.lowerBound > last.old else { return false }
                last.old = old.upperBound - 1
            }
            if let new = range.new {
                guard new.lowerBound > last.new else { return false }
                last.new = new.upperBound - 1
            }
        }
        return true
    }

    /// The paragraphs from one on that together read as another one.
    private func group(
        _ whole: ClauseUnit, from start: Int, _ candidates: Set<Int>, in units: [ClauseUnit]
    ) -> Range<Int>? {
        guard whole.body.utf8.count > units[start].body.utf8.count,
            units[start].kind == whole.kind
        else { return nil }
        var rest = whole.body.utf8[...]
        var index = start
        while index < units.count, candidates.contains(index) {
            guard index == start || units[index].kind == .plain,
                rest.starts(with: units[index].body.utf8)
            else { return nil }
            rest = rest.dropFirst(units[index].body.utf8.count)
            index += 1
            if rest.isEmpty { return start..<index }
            guard rest.first == 0x20 else { return nil }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Puts the groups into their places; what stood for a part of one stands for nothing else.
    private func merged(
        _ steps: [ClauseComparer.Step], _ groups: [(old: Range<Int>, new: Range<Int>)]
    ) -> [ClauseComparer.Step] {
        var result: [ClauseComparer.Step] = []
        var written: Set<Int> = []
        func write(_ group: Int?) -> Bool {
            guard let group else { return false }
            if written.insert(group).inserted {
                let (old, new) = groups[group]
                result.append(
                    old.count == 1
                        ? .parted(old.lowerBound, new) : .joined(old, new.lowerBound))
            }
            return true
        }
        for step in steps {
            switch step {
            case .pair(let i, let j):
                let (from, to) = (
                    groups.firstIndex { $0.old.contains(i) },
                    groups.firstIndex { $0.new.contains(j) }
                )
                if from == nil, to == nil { result.append(step) }
                if !write(from), to != nil { result.append(.removed(i)) }
                if !write(to), from != nil { result.append(.added(j)) }
            case .removed(let i):
                if !write(groups.firstIndex { $0.old.contains(i) }) { result.append(step) }
            case .added(let j):
                if !write(groups.firstIndex { $0.new.contains(j) }) { result.append(step) }
            default: result.append(step)
            }
        }
        return result
    }
}
