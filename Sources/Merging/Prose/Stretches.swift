/// The units of three texts by name, in stretches that can be merged one by one.
///
/// Nothing crosses the ends of a stretch: what one text has in it, no other has outside. What both
/// sides kept in its place is a stretch by itself, and so is all that stands between two of those.
struct Stretches {
    /// Units and their names.
    struct Side {
        var names: [String] = []
        var units: [ProseUnit] = []

        subscript(range: Range<Int>) -> Side {
            Side(names: Array(names[range]), units: Array(units[range]))
        }
    }

    /// What the three texts have in one stretch.
    struct Stretch {
        var base: Side
        var left: Side
        var right: Side

        /// Stretches as one.
        static func joined(_ stretches: [Stretch]) -> Stretch {
            func side(_ side: KeyPath<Stretch, Side>) -> Side {
                let parts = stretches.map { $0[keyPath: side] }
                return Side(names: parts.flatMap(\.names), units: parts.flatMap(\.units))
            }
            return Stretch(base: side(\.base), left: side(\.left), right: side(\.right))
        }
    }

    /// Parts three texts. Linear in the number of units.
    static func all(in whole: Stretch) -> [Stretch] {
        let (base, left, right) = (whole.base, whole.left, whole.right)
        let (inLeft, inRight) = (places(left.names), places(right.names))
        let pairs = [Pair(base, left), Pair(base, right), Pair(left, right)]
        var stretches: [Stretch] = []
        var start = (0, 0, 0)
        func cut(_ end: (Int, Int, Int)) {
            guard end != start else { return }
            stretches.append(
                Stretch(
                    base: base[start.0..<end.0], left: left[start.1..<end.1],
                    right: right[start.2..<end.2]))
            start = end
        }
        for (i, name) in base.names.enumerated() {
            guard let j = inLeft[name], let k = inRight[name] else { continue }
            for (i, j, k) in [(i, j, k), (i + 1, j + 1, k + 1)]
            where pairs[0].isParted(i, j) && pairs[1].isParted(i, k) && pairs[2].isParted(j, k) {
                cut((i, j, k))
            }
        }
        cut((base.names.count, left.names.count, right.names.count))
        return stretches
    }

    private static func places(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// How far what two texts have in common reaches.
    private struct Pair {
        /// The end in the other text of what stands before each place.
        private let ends: [Int]
        private let otherEnds: [Int]

        init(_ one: Side, _ other: Side) {
            func ends(_ names: [String], _ others: [String]) -> [Int] {
                let places = Stretches.places(others)
                var end = 0
                return [0]
                    + names.map { name in
                        end = max(end, places[name].map { $0 + 1 } ?? 0)
                        return end
                    }
            }
            self.ends = ends(one.names, other.names)
            otherEnds = ends(other.names, one.names)
        }

        /// Whether nothing before these places stands behind the other one in the other text.
        func isParted(_ place: Int, _ other: Int) -> Bool {
            ends[place] <= other && otherEnds[other] <= place
        }
    }
}
