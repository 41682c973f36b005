/// Writes the steps from one state of a clause to the other as a redline.
struct ClauseWriter {
    private let old: [ClauseUnit]
    private let new: [ClauseUnit]
    /// What several rows of one state are called.
    private let twins: Set<String>
    private(set) var budget: Budget

    init(_ comparer: ClauseComparer) {
        old = comparer.old
        new = comparer.new
        twins = Self.twins(old).union(Self.twins(new))
        budget = comparer.budget
    }

    /// The redline of a clause.
    mutating func redline(
        _ steps: [ClauseComparer.Step], _ moves: [ClauseComparer.Move]
    ) -> ProseRedline {
        var redline = ProseRedline(paragraphs: steps.flatMap { paragraphs($0) })
        redline.moves = moves.map { move in
            ProseMove(
                label: label(old[move.old.lowerBound]),
                oldPlace: old[move.old.lowerBound].ownPlace,
                newPlace: new[move.new.lowerBound].ownPlace,
                after: neighbour(of: move.new.lowerBound),
                edits: move.steps.flatMap { paragraphs($0) })
        }
        redline.addMovedSentences()
        return redline
    }

    private mutating func paragraphs(_ step: ClauseComparer.Step) -> [ParagraphRedline] {
        switch step {
        case .same(let i, let j):
            [
                ParagraphRedline(
                    place: new[j].place, change: .unchanged(new[j].text),
                    renumbering: renumbering(i, j))
            ]
        case .pair(let i, let j): [pair(i, j)]
        case .removed(let i): [.init(place: old[i].place, change: .removed(old[i].text))]
        case .added(let j): [.init(place: new[j].place, change: .added(new[j].text))]
        case .movedFrom(let i, let move):
            [.init(place: old[i].place, change: .removed(old[i].text), move: move)]
        case .movedTo(let j, let move):
            [.init(place: new[j].place, change: .added(new[j].text), move: move)]
        case .parted(let i, let range):
            range.map { j in
                ParagraphRedline(
                    place: new[j].place, change: .unchanged(new[j].text),
                    renumbering: j == range.lowerBound ? renumbering(i, j) : nil,
                    paragraphBreak: j == range.lowerBound ? nil : .inserted)
            }
        case .joined(let range, let j):
            range.map { i in
                ParagraphRedline(
                    place: new[j].place,
                    change: .unchanged(
                        i == range.lowerBound ? old[i].text(numbered: new[j].label) : old[i].text),
                    renumbering: i == range.lowerBound ? renumbering(i, j) : nil,
                    paragraphBreak: i == range.lowerBound ? nil : .removed)
            }
        }
    }

    /// Two paragraphs that stand for each other: the words apart from the numbers.
    private mutating func pair(_ i: Int, _ j: Int) -> ParagraphRedline {
        guard let renumbering = renumbering(i, j) else {
            let sentences = ProseComparer.sentences(old[i].text, new[j].text, &budget)
            return .init(place: new[j].place, change: .changed(sentences))
        }
        let sentences = ProseComparer.sentences(
            old[i].text(numbered: new[j].label), new[j].text, &budget)
        return .init(
            place: new[j].place, change: .changed(sentences), renumbering: renumbering)
    }

    /// How the number of what stands for each other changed; nil where it did not, and where one
    /// of them has none, since that changes what it is.
    private func renumbering(_ i: Int, _ j: Int) -> Renumbering? {
        guard old[i].kind == new[j].kind, let before = old[i].label, let after = new[j].label,
            before != after
        else { return nil }
        return Renumbering(
            old: before, new: after, oldNumber: old[i].number, newNumber: new[j].number,
            title: new[j].title)
    }

    /// What a moved part stands behind now: what came before it at the same depth.
    private func neighbour(of index: Int) -> String? {
        let parent = new[index].parent
        guard index > 0, index - 1 != parent else { return nil }
        var sibling = index - 1
        while let outer = new[sibling].parent, outer != parent { sibling = outer }
        if new[sibling].isTableRule, sibling > 0, new[sibling - 1].kind == .row { sibling -= 1 }
        return label(new[sibling])
    }

    /// The first cells that several rows have.
    private static func twins(_ units: [ClauseUnit]) -> Set<String> {
        var counts: [String: Int] = [:]
        for unit in units where unit.kind == .row { counts[unit.title, default: 0] += 1 }
        return Set(counts.filter { $0.value > 1 }.keys)
    }

    /// How a part is called: its number and title, or its first words. A row goes by its first
    /// cell, unless another one does as well.
    private func label(_ unit: ClauseUnit) -> String {
        if unit.kind == .row {
            if !unit.title.isEmpty, !twins.contains(unit.title) { return "row “\(unit.title)”" }
        } else if !unit.title.isEmpty {
            return [unit.number, unit.title].compactMap(\.self).joined(separator: " ")
        }
        let words = unit.body.split(separator: " ")
        let start = words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
        return [unit.number, "“\(start)”"].compactMap(\.self).joined(separator: " ")
    }
}

extension ProseRedline {
    /// Finds sentences that are gone in one paragraph and new in one, the same and once each.
    fileprivate mutating func addMovedSentences() {
        var gone: [String: [String?]] = [:]
        var come: [String: [String?]] = [:]
        var order: [String] = []
        for paragraph in paragraphs + moves.flatMap(\.edits) {
            guard case .changed(let sentences) = paragraph.change else { continue }
            for sentence in sentences {
                switch sentence {
                case .removed(let text):
                    gone[text, default: []].append(paragraph.place)
                    order.append(text)
                case .added(let text): come[text, default: []].append(paragraph.place)
                default: break
                }
            }
        }
        for text in order {
            guard let from = gone[text], let to = come[text], from.count == 1, to.count == 1,
                text.utf8.count >= 12
            else { continue }
            moves.append(
                ProseMove(
                    label: "“\(text)”", oldPlace: from[0], newPlace: to[0], after: nil,
                    sentence: text))
        }
    }
}
