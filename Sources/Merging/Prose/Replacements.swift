internal import Redline

/// Paragraphs that a side put in the place of others and that say something else.
///
/// Such a one stands for the other as long as nobody else puts anything there. Where the other
/// side put something in beside it, both have put something into one gap.
struct Replacements {
    /// The paragraphs of the base by their names.
    let old: [String: ProseUnit]

    /// The names of a side's paragraphs, with new ones for those that replaced a paragraph beside
    /// which the other side put something in. Linear in the size of the texts.
    func told(
        _ names: [String], _ units: [ProseUnit], beside others: [String], _ otherUnits: [ProseUnit]
    ) -> [String] {
        let contested = kept(besideNewIn: others, otherUnits)
        guard !contested.isEmpty else { return names }
        var taken = Set(names)
        return zip(names, units).map { name, unit in
            guard contested.contains(name), let before = old[name], before.text != unit.text,
                !(before.isHeading && unit.isHeading),
                !ProseComparer.areAlike(before.text, unit.text)
            else { return name }
            var new = "+" + unit.text
            while !taken.insert(new).inserted { new += "#" }
            return new
        }
    }

    /// What a side left as it was and put something new in front of or behind.
    private func kept(besideNewIn names: [String], _ units: [ProseUnit]) -> Set<String> {
        let isNew = names.map { old[$0] == nil }
        guard isNew.contains(true) else { return [] }
        let kept = names.indices.filter { index in
            old[names[index]]?.text == units[index].text
                && (index > 0 && isNew[index - 1] || index + 1 < names.count && isNew[index + 1])
        }
        return Set(kept.map { names[$0] })
    }
}

extension ProseUnit {
    /// Whether it is a heading. One in the place of another is a title that changed.
    fileprivate var isHeading: Bool { role.hasPrefix("#") }
}
