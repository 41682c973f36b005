internal import Terms

extension ConflictMarks {
    /// What each side has, between marks that start in the first column and name nobody yet.
    static func lines(base: [String], left: [String], right: [String]) -> [String] {
        let names = MergeNames.unnamed
        return [start + names.left] + left + [self.base] + base + [middle] + right
            + [end + names.right]
    }

    /// A text whose marks name the sides. Linear in its size.
    static func naming(_ names: MergeNames, in text: [UInt8]) -> [UInt8] {
        let unnamed = MergeNames.unnamed
        guard text.contains(where: { $0 == 0x01 || $0 == 0x02 }) else { return text }
        let marks = [
            (start + unnamed.left, start + names.left), (end + unnamed.right, end + names.right),
        ]
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        return Array(
            lines.map { line in
                marks.first { line.elementsEqual($0.0.utf8) }.map { Array($0.1.utf8)[...] } ?? line
            }.joined(separator: [0x0A]))
    }
}
