internal import Terms

extension ConflictMarks {
    /// The marks of a merge, which name nobody yet. No text of terms holds such lines.
    private enum Unnamed {
        static let start = ConflictMarks.start + MergeNames.unnamed.left
        static let base = ConflictMarks.base + MergeNames.unnamed.left
        static let middle = ConflictMarks.middle + MergeNames.unnamed.left
        static let end = ConflictMarks.end + MergeNames.unnamed.right
    }

    /// What each side has, between marks that start in the first column and name nobody yet.
    static func lines(base: [String], left: [String], right: [String]) -> [String] {
        [Unnamed.start] + left + [Unnamed.base] + base + [Unnamed.middle] + right + [Unnamed.end]
    }

    /// Whether a line is one of the marks that name nobody yet.
    static func isUnnamed(_ line: some StringProtocol) -> Bool {
        [Unnamed.start, Unnamed.base, Unnamed.middle, Unnamed.end].contains { line == $0 }
    }

    /// A text whose marks name the sides; `isTurned` puts the right side first. Linear in its size.
    static func naming(
        _ names: MergeNames, isTurned: Bool, in text: [UInt8]
    ) -> [UInt8] {
        guard text.contains(where: { $0 == 0x01 || $0 == 0x02 }) else { return text }
        // What stands between marks that are open: of the left side, of the base, of the right one.
        var open: [[[ArraySlice<UInt8>]]] = []
        var result: [ArraySlice<UInt8>] = []
        func add(_ lines: [ArraySlice<UInt8>]) {
            guard let last = open.indices.last, let part = open[last].indices.last else {
                return result += lines
            }
            open[last][part] += lines
        }
        func line(_ text: String) -> [ArraySlice<UInt8>] { [Array(text.utf8)[...]] }
        for text in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            func isMark(_ mark: String) -> Bool { text.elementsEqual(mark.utf8) }
            if isMark(Unnamed.start) {
                open.append([[]])
            } else if isMark(Unnamed.base) || isMark(Unnamed.middle), let last = open.indices.last {
                open[last].append([])
            } else if isMark(Unnamed.end), let parts = open.popLast(), parts.count == 3 {
                let sides = [(names.left, parts[0]), (names.right, parts[2])]
                let (first, second) = isTurned ? (sides[1], sides[0]) : (sides[0], sides[1])
                add(line(start + first.0) + first.1 + line(base) + parts[1])
                add(line(middle) + second.1 + line(end + second.0))
            } else {
                add([text])
            }
        }
        return Array(result.joined(separator: [0x0A]))
    }
}
