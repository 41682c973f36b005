extension ClauseComparer {
    /// Finds what went to another section: removed in one place and added in another, the same
    /// or under the same title, and nowhere else.
    mutating func findDistantMoves(_ steps: inout [Step]) {
        var gone: [Bool] = Array(repeating: false, count: old.count)
        var come: [Bool] = Array(repeating: false, count: new.count)
        for step in steps {
            if case .removed(let i) = step { gone[i] = true }
            if case .added(let j) = step { come[j] = true }
        }
        guard gone.contains(true), come.contains(true) else { return }
        var movedFrom: [Int: Int] = [:]
        var movedTo: [Int: Int] = [:]
        func whole(_ index: Int, _ units: [ClauseUnit], _ flags: [Bool]) -> Range<Int>? {
            let range = index..<units[index].end
            return range.allSatisfy { flags[$0] } ? range : nil
        }
        // Sections before what is in them.
        let keyings: [((Int) -> Int, (Int) -> Int)] = [
            (
                { [keys, old] in old[$0].end > $0 + 1 ? keys.old[$0..<old[$0].end] : 0 },
                { [keys, new] in keys.new[$0..<new[$0].end] }
            ),
            (
                { [keys, old] in old[$0].end > $0 + 1 ? keys.old.title($0..<($0 + 1)) : 0 },
                { [keys] in keys.new.title($0..<($0 + 1)) }
            ),
            (
                { [keys, old] in Self.isDistinct(old, $0) ? keys.old[$0..<old[$0].end] : 0 },
                { [keys, new] in keys.new[$0..<new[$0].end] }
            ),
        ]
        for (oldKey, newKey) in keyings {
            let places = Self.unique(new.indices.filter { come[$0] }, by: newKey)
            let found = Self.unique(old.indices.filter { gone[$0] }, by: oldKey)
                .sorted { $0.value < $1.value }
            for (key, i) in found {
                guard let j = places[key], let from = whole(i, old, gone),
                    let to = whole(j, new, come)
                else { continue }
                let move = move(from, to)
                for index in from { (gone[index], movedFrom[index]) = (false, move) }
                for index in to { (come[index], movedTo[index]) = (false, move) }
            }
        }
        guard !movedFrom.isEmpty else { return }
        steps = steps.map { step in
            switch step {
            case .removed(let i): movedFrom[i].map { .movedFrom(i, move: $0) } ?? step
            case .added(let j): movedTo[j].map { .movedTo(j, move: $0) } ?? step
            default: step
            }
        }
    }

    /// Whether a part has words enough that it is hardly there twice by chance.
    private static func isDistinct(_ units: [ClauseUnit], _ index: Int) -> Bool {
        (index..<units[index].end).reduce(0) { $0 + units[$1].body.utf8.count } >= 24
    }

    /// Finds paragraphs that were parted or joined without a word of change.
    func withParted(_ steps: [Step]) -> [Step] {
        var result: [Step] = []
        var run: [Step] = []
        func flush() {
            result += Parting(old, new).rewritten(run)
            run = []
        }
        for step in steps {
            switch step {
            case .pair, .removed, .added: run.append(step)
            default:
                flush()
                result.append(step)
            }
        }
        flush()
        return result
    }
}
