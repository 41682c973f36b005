internal import Redline

/// Paragraphs that one side put in the place of others and that say something else.
///
/// Where the other side put something in beside such a paragraph, both have put something into one
/// gap, and what is there no longer says what it was put beside.
enum Replacements {
    /// The stretches in which that happened with those beside them, each as one that is to be one
    /// decision; all others as they are. Linear in the size of the texts.
    static func joined(
        _ stretches: [Stretches.Stretch], _ budget: inout Budget
    ) -> [(stretch: Stretches.Stretch, isOneSpot: Bool)] {
        var result: [(stretch: Stretches.Stretch, isOneSpot: Bool)] = []
        var joinsNext = false
        for (index, stretch) in stretches.enumerated() {
            let inserter = stretch.replacement(&budget)
            func isFilled(_ index: Int) -> Bool {
                guard let inserter, stretches.indices.contains(index) else { return false }
                return stretches[index][keyPath: inserter].names.contains { $0.hasPrefix("+") }
            }
            let joinsLast = joinsNext || isFilled(index - 1)
            joinsNext = isFilled(index + 1)
            if joinsLast, let last = result.popLast() {
                result.append((.joined([last.stretch, stretch]), true))
            } else {
                result.append((stretch, false))
            }
        }
        return result
    }
}

extension Stretches.Stretch {
    /// The side that left a paragraph as it was in the place of which the other one put something
    /// else; nil where that did not happen. A title in the place of another is a title that changed.
    fileprivate func replacement(_ budget: inout Budget) -> KeyPath<Self, Stretches.Side>? {
        guard let before = base.units.first, let mine = left.units.first,
            let other = right.units.first, base.names == left.names, base.names == right.names,
            !before.isHeading
        else { return nil }
        if other.text == before.text {
            return mine.text == before.text || mine.continues(before, &budget) ? nil : \.right
        }
        guard mine.text == before.text else { return nil }
        return other.continues(before, &budget) ? nil : \.left
    }
}
