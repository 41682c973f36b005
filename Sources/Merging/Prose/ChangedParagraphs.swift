/// The paragraphs of three texts but for those that stand the same in all of them.
///
/// A sentence of a paragraph that all have as often, under the same heading, can be neither lost nor
/// said twice nor out of its place, as long as a merge has that paragraph as all have it. Of long
/// texts that is the most.
struct ChangedParagraphs {
    /// The names of headings: one of them, or several that say the same.
    typealias Names = Set<String>

    /// A paragraph and the headings under which it stands; above all headings stands the name of none.
    struct Paragraph {
        var name: String
        var unit: ProseUnit
        var heading: Names

        var said: Said { Said(role: unit.role, text: unit.text) }
    }

    /// What can be said several times: the words, and what they begin.
    struct Said: Hashable {
        var role: String
        var text: String
    }

    let base: [Paragraph]
    let left: [Paragraph]
    let right: [Paragraph]
    /// The headings under which the left and the right text have something.
    let used: (left: Names, right: Names)

    /// The names of each heading.
    private let names: [String: Names]
    /// How often, and under which headings, all have what they have in common.
    private let kept: [Said: (count: Int, heading: Names)]

    /// Takes the paragraphs of three texts by name. Linear in the size of the texts.
    init(_ whole: Stretches.Stretch) {
        var names: [String: Names] = [:]
        for side in [whole.base, whole.left, whole.right] {
            for (name, unit) in zip(side.names, side.units) where unit.isHeading {
                names[unit.text, default: []].insert(name)
            }
        }
        let found = [whole.base, whole.left, whole.right].map { side in
            Self.paragraphs(zip(side.names, side.units), names)
        }
        let sides = found.dropFirst().map { paragraphs in
            Dictionary(paragraphs.map { ($0.name, $0) }) { first, _ in first }
        }
        let same = found[0].filter { before in
            sides.allSatisfy { side in
                side[before.name].map { $0.said == before.said && $0.heading == before.heading }
                    ?? false
            }
        }
        let sameNames = Set(same.map(\.name))
        var kept: [Said: (count: Int, heading: Names)] = [:]
        for paragraph in same {
            let before = kept[paragraph.said] ?? (0, [])
            kept[paragraph.said] = (before.count + 1, before.heading.union(paragraph.heading))
        }
        // What one of them has more often is a change.
        for paragraph in found.joined() where !sameNames.contains(paragraph.name) {
            kept[paragraph.said] = nil
        }
        func changed(_ index: Int) -> [Paragraph] {
            found[index].filter { kept[$0.said] == nil }
        }
        (base, left, right) = (changed(0), changed(1), changed(2))
        used = (Self.headings(of: found[1]), Self.headings(of: found[2]))
        (self.names, self.kept) = (names, kept)
    }

    /// The paragraphs of a merged text that not all have, and what it says of the others not as all
    /// say it: not as often, or under another heading. Linear in the size of the text.
    func changed(in merged: ProseText) -> (paragraphs: [Paragraph], astray: [String]) {
        let units = merged.paragraphs.lazy.map { ("", $0) }
        let found = Self.paragraphs(units, names)
        var counts: [Said: Int] = [:]
        var changed: [Paragraph] = []
        var astray: [String] = []
        for paragraph in found {
            let said = paragraph.said
            guard let (count, heading) = kept[said] else {
                changed.append(paragraph)
                continue
            }
            counts[said, default: 0] += 1
            if count == 1, heading.isDisjoint(with: paragraph.heading), paragraph.isPlaced {
                astray.append(said.text)
            }
        }
        for (said, (count, _)) in kept where counts[said] != count { astray.append(said.text) }
        return (changed, astray)
    }

    private static func paragraphs(
        _ units: some Sequence<(String, ProseUnit)>, _ names: [String: Names]
    ) -> [Paragraph] {
        var heading: Names = [""]
        return units.map { name, unit in
            if unit.isHeading { heading = names[unit.text] ?? [] }
            return Paragraph(name: name, unit: unit, heading: heading)
        }
    }

    private static func headings(of paragraphs: [Paragraph]) -> Names {
        paragraphs.reduce(into: []) { if !$1.unit.isHeading { $0.formUnion($1.heading) } }
    }
}

extension ChangedParagraphs.Paragraph {
    /// Whether it stands under a heading that was there before; one that a side put in is above all
    /// that follows it.
    var isPlaced: Bool { heading.contains { !$0.hasPrefix("+") } }
}
